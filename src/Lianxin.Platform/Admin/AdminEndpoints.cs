using Lianxin.Platform.Access;
using Lianxin.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Lianxin.Platform.Admin;

/// <summary>Where administrators land: what is still to be put in order, and how the installation is doing.</summary>
internal static class AdminEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/admin", async (IEnumerable<IAdminGaps> rooms, CurrentActor current, Pulse pulse) =>
        {
            var gaps = new List<AdminGap>();
            foreach (var room in rooms) gaps.AddRange(await room.Find(current.Actor));
            var system = new[] { PlatformAccess.Settings, PlatformAccess.Schedules, PlatformAccess.Audit }.Any(current.Actor.Can);
            return Page.Show<AdminPage>(("Gaps", gaps), ("Facts", system ? await pulse.Take() : null), ("Keeper", current.Actor.Can(PlatformAccess.Settings)));
        }).Needs(PlatformAccess.Any);
}
