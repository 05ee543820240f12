using Lianxin.Organization.Units;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Lianxin.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Organization.Grids;

/// <summary>Maps: of everything one reaches, of one unit, and the public one behind a code.</summary>
internal static class MapEndpoints
{
    public const string All = "/admin/map";

    private const string Reason = "boundaries and place names are public: a reporter pointing on the map has to find the way";
    private const string Json = "application/json; charset=utf-8";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(All, async (UnitTree tree, CurrentActor current, AppDb db) =>
        {
            var grids = Grids(await tree.Read(), current.Actor);
            var ids = grids.Select(g => g.Id).ToList();
            var drawn = await db.Set<Grid>().Where(g => ids.Contains(g.UnitId)).Select(g => g.UnitId).ToListAsync();
            return Page.Show<MapPage>(("Grids", grids), ("Missing", grids.Where(g => !drawn.Contains(g.Id)).ToList()));
        }).Needs(OrganizationAccess.View);
        routes.MapGet(All + "/grids", async (UnitTree tree, CurrentActor current, GridMap map) =>
            Results.Text(await map.Json(Grids(await tree.Read(), current.Actor), named: false), Json)).Needs(OrganizationAccess.View);
        routes.MapGet(UnitForms.Root + "/{code}/map", async (string code, UnitDesk desk, GridMap map) =>
            await desk.Find(OrganizationAccess.View, code) is { } unit ? Results.Text(await map.Json(unit.Id, named: true), Json) : Results.NotFound()).Needs(OrganizationAccess.View);
        routes.MapGet(UnitForms.Root + "/{code}/boundary/map", async (string code, UnitDesk desk, GridMap map, AppDb db) =>
        {
            if (await desk.Find(OrganizationAccess.Edit, code) is not { Kind: UnitKind.Grid } unit) return Results.NotFound();
            var (units, around) = Near(await desk.Forest(), unit);
            var drawn = await db.Set<Grid>().Where(g => around.Contains(g.UnitId)).Select(g => new { g.Longitude, g.Latitude }).ToListAsync();
            return Results.Text(await map.Json(units, named: false, drawn.Count == 0 ? null : (drawn.Average(g => g.Longitude), drawn.Average(g => g.Latitude))), Json);
        }).Needs(OrganizationAccess.Edit);
        routes.MapGet("/v/{code}/map", async (HttpContext http, string code, UnitTree tree, GridMap map) =>
        {
            var forest = await tree.Read();
            if (forest.Find(code) is not { } asked || forest.Public(asked) is not { } unit) return Results.NotFound();
            http.Response.Headers.CacheControl = "public, max-age=3600";
            return Results.Text(await map.Json(unit.Id, named: true), Json);
        }).Public(Reason);
    }

    /// <summary>Every grid of the township, since one draws along the next village's border too; and those of the grid's own village.</summary>
    private static (IReadOnlyList<UnitInfo> Township, IReadOnlyList<long> Village) Near(UnitForest forest, UnitInfo grid)
    {
        var village = forest.Parent(grid)!;
        var township = forest.Parent(village) ?? village;
        return ([.. forest.Below(township).Where(u => u.Kind == UnitKind.Grid && !u.Closed)], [.. forest.Children(village.Id).Select(u => u.Id)]);
    }

    private static IReadOnlyList<UnitInfo> Grids(UnitForest forest, Actor actor) =>
        [.. forest.All.Where(u => u.Kind == UnitKind.Grid && !u.Closed && actor.Covers(OrganizationAccess.View, u))];
}
