using Lianxin.Cases.Figures.Rates;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Tables;
using Lianxin.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Lianxin.Cases.Figures.Lead;

/// <summary>概况: the few figures of a leader's units, each its cases.</summary>
internal static class LeadEndpoints
{
    public const string Root = "/lead";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Root, Show).Needs(CasesAccess.Supervise);
        routes.MapExport(Root, async (HttpContext http, LeadReader reader, UnitTree tree, CurrentActor current, Clock clock) =>
            FigureReach.Unit(current.Actor, await tree.Read(), http.Request.Query["unit"], CasesAccess.Supervise) is { } unit
                ? Page.Show<LeadSheet>(("Rows", await reader.Read(unit, Period.Read(http.Request.Query, clock.Today), clock.Now)))
                : Results.NotFound()).Needs(CasesAccess.Supervise);
    }

    private static async Task<IResult> Show(HttpContext http, LeadReader reader, UnitTree tree, CurrentActor current, Clock clock)
    {
        var forest = await tree.Read();
        if (FigureReach.Unit(current.Actor, forest, http.Request.Query["unit"], CasesAccess.Supervise) is not { } unit) return Results.NotFound();
        var (at, period) = (clock.Now, Period.Read(http.Request.Query, clock.Today));
        var read = await reader.Read(unit, period, at);
        return Page.Show<LeadPage>(
            ("Here", read[0]), ("Below", read.Skip(1).ToList()), ("Period", period), ("Moment", at),
            ("Above", FigureReach.Above(current.Actor, forest, unit, CasesAccess.Supervise)));
    }
}
