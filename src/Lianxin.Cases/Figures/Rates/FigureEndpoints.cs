using Lianxin.Cases.Admin.Packs;
using Lianxin.Cases.Model;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Tables;
using Lianxin.Platform.Ui.Kit;
using Lianxin.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Lianxin.Cases.Figures.Rates;

/// <summary>三率: of a unit and the units directly below it, for any days.</summary>
internal static class FigureEndpoints
{
    public const string Root = "/figures";

    public static readonly Sorting Usual = new("tree");
    private static readonly string[] Sorted = ["new", "closed", "Response", "Solved", "Satisfied"];

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapList(Root, async (HttpContext http, FigureBook book, UnitTree tree, CurrentActor current, Clock clock) =>
        {
            var forest = await tree.Read();
            if (FigureReach.Unit(current.Actor, forest, http.Request.Query["unit"], FigureReach.Looking) is not { } unit) return Results.NotFound();
            var at = clock.Now;
            var period = Period.Read(http.Request.Query, clock.Today);
            var sorting = Sorting.Read(http.Request.Query["sort"], Usual, Sorted);
            var read = await book.Read([unit, .. forest.Children(unit.Id)], period);
            return Page.Show<FiguresPage>(
                ("Unit", read[0]), ("Below", Sort([.. read.Skip(1).Where(u => !u.Empty || u.Unit is { Closed: false, Kind: UnitKind.Territory or UnitKind.Grid })], sorting)), ("Sort", sorting), ("Period", period), ("Moment", at),
                ("Rules", await book.Rules(unit, period)), ("Answered", await book.Answered(unit, period)), ("Above", FigureReach.Above(current.Actor, forest, unit, FigureReach.Looking)));
        }).Needs(FigureReach.Looking);

    /// <summary>As the tree has them, or by a figure; a rate of nothing stands last either way.</summary>
    private static List<UnitFigures> Sort(List<UnitFigures> units, Sorting by)
    {
        if (by.Key == Usual.Key) return units;
        decimal? Of(UnitFigures u) => by.Key switch { "new" => u.Of(CaseFact.New), "closed" => u.Of(CaseFact.Closed), _ => u.Rates[Enum.Parse<RateKey>(by.Key)].Percent };
        return [.. units.OrderBy(u => Of(u) is null).ThenBy(u => by.Down ? -Of(u) : Of(u))];
    }
}
