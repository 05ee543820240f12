using System.Globalization;
using Lianxin.Cases.Figures.Rates;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Tables;
using Lianxin.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Lianxin.Cases.Figures.Months;

/// <summary>月度对账: what a unit carried over, took in, finished and carries on.</summary>
internal static class MonthEndpoints
{
    public const string Root = "/figures/months";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Root, async (HttpContext http, MonthBook book, UnitTree tree, CurrentActor current, Clock clock) =>
            await Read(http, book, tree, current, clock) is { } account
                ? Page.Show<MonthPage>(("Account", account), ("Moment", clock.Now), ("Above", FigureReach.Above(current.Actor, await tree.Read(), account.Whole.Unit, FigureReach.Looking)))
                : Results.NotFound()).Needs(FigureReach.Looking);
        routes.MapExport(Root, async (HttpContext http, MonthBook book, UnitTree tree, CurrentActor current, Clock clock) =>
            await Read(http, book, tree, current, clock) is { } account ? Page.Show<MonthSheet>(("Account", account)) : Results.NotFound()).Needs(FigureReach.Looking);
    }

    private static async Task<MonthAccount?> Read(HttpContext http, MonthBook book, UnitTree tree, CurrentActor current, Clock clock)
    {
        var query = http.Request.Query;
        if (FigureReach.Unit(current.Actor, await tree.Read(), query["unit"], FigureReach.Looking) is not { } unit) return null;
        var month = Month(query["month"]) is { } asked && asked <= clock.Today ? asked : new(clock.Today.Year, clock.Today.Month, 1);
        return await book.Read(unit, month, query["category"].ToString());
    }

    private static DateOnly? Month(string? text) => DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) && month.Year >= 2000 ? month : null;
}
