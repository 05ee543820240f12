using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Lianxin.Platform.Tables;
using Lianxin.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Platform.Accounts;

/// <summary>A role and what its holders may do, in words.</summary>
public sealed record RoleView(string Name, Face Face, string Level, IReadOnlyList<string> Rights, int Holders);

/// <summary>The roles a pack brought to a unit.</summary>
public sealed record RoleShelf(string UnitName, IReadOnlyList<RoleView> Roles);

/// <summary>Which role may do what; roles come with the pack and are looked at here.</summary>
internal static class RoleEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapList("/admin/roles", async (RoleReader reader) => Page.Show<RolesPage>(("Shelves", await reader.Read()))).Needs(PlatformAccess.Roles);
}

internal sealed class RoleReader(AppDb db, UnitTree tree, RoleBook book, Modules modules, Clock clock)
{
    public async Task<IReadOnlyList<RoleShelf>> Read()
    {
        var now = clock.Now;
        var forest = await tree.Read();
        var roles = await db.Set<Role>().AsNoTracking().OrderBy(r => r.Id).ToListAsync();
        var held = await db.Set<Post>().Where(p => p.From <= now && (p.To == null || p.To > now)).GroupBy(p => new { p.UnitId, p.Role })
            .Select(g => new { g.Key.UnitId, g.Key.Role, Count = g.Count() }).ToListAsync();
        var holders = new Dictionary<(long, string), int>();
        foreach (var some in held)
        {
            // Two packs may both know a key: a post counts for the one that governs its unit.
            if (forest.Find(some.UnitId) is not { } unit || await book.Of(unit, some.Role) is not { } role) continue;
            var key = (role.InstallUnitId, role.Key);
            holders[key] = holders.GetValueOrDefault(key) + some.Count;
        }

        var names = modules.All.SelectMany(m => m.Permissions).DistinctBy(p => p.Key).ToDictionary(p => p.Key, p => p.Name);
        return [.. roles.GroupBy(r => r.InstallUnitId).Select(shelf => new RoleShelf(
            forest.NameOf(shelf.Key),
            [.. shelf.Select(r => new RoleView(
                r.Name, r.Face, r.Level, [.. r.Rights.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(k => names.GetValueOrDefault(k, k))], holders.GetValueOrDefault((r.InstallUnitId, r.Key))))]))];
    }
}
