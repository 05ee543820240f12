using Lianxin.Cases.Act;
using Lianxin.Cases.Catalog;
using Lianxin.Cases.Model;
using Lianxin.Platform.Access;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Lianxin.Cases.Browse;

/// <summary>The desk: queue, case, acts, and why a date is what it is.</summary>
internal static class CasePages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/desk", async (HttpContext http, DeskQuery query, UnitTree tree, CaseBook book) =>
        {
            return Page.Show<DeskPageView>([.. await Queue(http, query, tree, book)]);
        }).Own();
        routes.MapGet("/desk/{number}", async (HttpContext http, string number, CaseDesk desk, CaseReader reader, DeskQuery query, UnitTree tree, CaseBook book) =>
        {
            if (await desk.Find(number) is not { } seen) return Results.NotFound();
            return Page.Show<DeskPageView>([.. await Queue(http, query, tree, book), ("View", await reader.Read(seen))]);
        }).Own();
        routes.MapGet("/desk/{number}/why", async (string number, string? clock, CaseDesk desk, Deadlines deadlines) =>
            await desk.Find(number) is { } seen && await WhyDates.Of(seen, clock ?? "promise", deadlines) is { } why
                ? Page.Show<WhyPage>(("Why", why), ("Seen", seen))
                : Results.NotFound()).Own();
        routes.MapGet("/desk/{number}/letter/{letter}", async (string number, string letter, CaseDesk desk) =>
            await desk.Find(number) is { } seen && seen.Dispatches.FirstOrDefault(d => d.Letter == letter) is { } part
                ? Page.Show<LetterPage>(("Seen", seen), ("Part", part))
                : Results.NotFound()).Own();
        foreach (var type in ActBook.All) ((CaseAct)System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(type)).Map(routes);
    }

    /// <summary>The page of one act, also shown again with what was refused.</summary>
    public static async Task<IResult> Ask(CaseSeen seen, CaseAct act, FormState form)
    {
        return Page.Show<AskPage>(("Seen", seen), ("Act", act), ("Offered", act.Open(seen)), ("Fields", act.Open(seen) ? await act.Fields(seen) : []), ("Form", form));
    }

    private static async Task<List<(string, object?)>> Queue(HttpContext http, DeskQuery query, UnitTree tree, CaseBook book)
    {
        var filter = Filter(http.Request.Query);
        var forest = await tree.Read();
        var here = http.RequestServices.GetRequiredService<CurrentActor>().Actor.Current;
        var units = here is null ? [] : forest.Below(forest.Find(here.UnitId)!).Where(u => !u.Closed && u.Id != here.UnitId && u.Kind != UnitKind.Team).ToList();
        var chapter = here is null ? null : await book.Of(here.UnitId);
        return
        [
            ("Filter", filter), ("Rows", await query.Run(filter)), ("Counts", await query.Counts()), ("Forest", forest), ("Units", units),
            ("Categories", chapter?.Categories.Where(c => c.ParentKey is not null).ToList() ?? []),
        ];
    }

    private static DeskFilter Filter(IQueryCollection query) => new()
    {
        Tab = Enum.TryParse<DeskTab>(query["tab"], ignoreCase: true, out var tab) && Enum.IsDefined(tab) ? tab : DeskTab.All,
        Words = query["q"].ToString() is { Length: <= 60 } q ? q : query["q"].ToString()[..60],
        Unit = long.TryParse(query["unit"], out var unit) ? unit : null,
        Category = query["category"].ToString() is { Length: <= 60 } category ? category : "",
        After = query["after"].ToString() is { Length: <= 60 } after ? after : "",
    };
}
