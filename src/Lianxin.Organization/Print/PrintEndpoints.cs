using Lianxin.Organization.Units;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Settings;
using Lianxin.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Lianxin.Organization.Print;

/// <summary>What is printed and hung up.</summary>
internal static class PrintEndpoints
{
    /// <summary>Whoever takes reports there is who a resident may ask.</summary>
    private const string Asked = "cases.report";

    private const int NamesMost = 3;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(UnitForms.Root + "/{code}/qr", async (HttpContext http, string code, UnitDesk desk, PostBook posts, SettingsBook settings) =>
        {
            if (await desk.Find(OrganizationAccess.Print, code) is not { Closed: false, Kind: UnitKind.Territory or UnitKind.Grid } unit) return Results.NotFound();
            var forest = await desk.Forest();
            var village = unit.Kind == UnitKind.Grid ? forest.Parent(unit)! : unit;
            var here = await posts.At([unit.Id, village.Id], Asked);
            var nearest = here.Where(h => h.WorkPhone is not null).GroupBy(h => h.UnitId).OrderBy(g => g.Key == unit.Id ? 0 : 1).FirstOrDefault();
            var entered = await Entered(settings);
            return Page.Show<QrPage>(
                ("Entered", entered.Length > 0), ("Sets", desk.By.Can(PlatformAccess.Settings)), ("Back", UnitForms.Link(unit)),
                ("Name", unit.Name.StartsWith(village.Name, StringComparison.Ordinal) ? unit.Name : $"{village.Name} {unit.Name}"),
                ("Town", forest.NameOf(village.ParentId)), ("Address", $"{(entered.Length > 0 ? entered : $"{http.Request.Scheme}://{http.Request.Host}")}/v/{unit.Code}"), ("Workers", nearest?.DistinctBy(h => h.PersonId).Take(NamesMost).ToList() ?? []),
                ("Phone", unit.Phone ?? village.Phone ?? forest.Upward(village.Id).FirstOrDefault(u => u.Phone is not null)?.Phone));
        }).Needs(OrganizationAccess.Print);
    }

    /// <summary>The address the operator entered; on this staff page alone the request's own will do while there is none.</summary>
    private static async Task<string> Entered(SettingsBook settings)
    {
        var entered = await settings.Read(SettingsBook.PublicAddress);
        return (entered.Length > 0 ? entered : await settings.Read(SettingsBook.SiteUrl)).TrimEnd('/');
    }
}
