using Lianxin.Cases.Act;
using Lianxin.Cases.Desk.Queue;
using Lianxin.Cases.Model;
using Lianxin.Cases.Turns.Dispatch;
using Lianxin.Cases.Turns.Letter;
using Lianxin.Platform.Data;
using Lianxin.Platform.Language;
using Lianxin.Platform.Tables;
using Lianxin.Platform.Text;
using Lianxin.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Lianxin.Cases.Desk.Show;

/// <summary>The desk: queue, case, acts, and why a date is what it is.</summary>
internal static class CasePages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/desk", async (HttpContext http, QueueReader queue) =>
            Page.Show<DeskPageView>(("Queue", await queue.Read(DeskFilter.Read(http.Request.Query))))).Own();
        routes.MapExport("/desk", async (HttpContext http, QueueReader queue) =>
            Page.Show<QueueSheet>(("Queue", await queue.Rows(DeskFilter.Read(http.Request.Query))))).Own();
        routes.MapGet("/desk/news", async (HttpContext http, DeskQuery query, Localizer t) =>
        {
            var since = long.TryParse(http.Request.Query["since"], out var ticks) && ticks > 0 && ticks <= DateTime.MaxValue.Ticks ? new DateTime(ticks, DateTimeKind.Utc) : DateTime.MaxValue;
            var count = await query.Since(DeskFilter.Read(http.Request.Query), since);
            return Results.Json(new News(count, count == 0 ? "" : t["有 {0} 件新事项", News.Badge(count)]));
        }).Own().AskedByThePage();
        routes.MapGet("/desk/{number}", async (HttpContext http, string number, CaseDesk desk, CaseReader reader, QueueReader queue) =>
        {
            if (await desk.Find(number) is not { } seen) return Results.NotFound();
            // Messages lead here; whoever works on the phone has the page of that face.
            if (seen.Home != CaseDesk.Link(seen.File)) return Acts.Redirect(seen.Home);
            var view = await reader.Read(seen);
            return Page.Show<DeskPageView>(("Queue", await queue.Read(DeskFilter.Read(http.Request.Query))), ("View", view), ("Waits", await WaitsFor(view, desk.Db)));
        }).Own();
        routes.MapGet("/desk/{number}/why", async (HttpContext http, string number, string? clock, CaseDesk desk, Deadlines deadlines) =>
            await desk.Find(number) is { } seen && await WhyDates.Of(seen, clock ?? "promise", deadlines) is { } why
                ? Page.Show<WhyPage>(("Seen", seen), ("Why", why), ("Back", DeskFilter.Read(http.Request.Query).In(CaseDesk.Link(seen.File))))
                : Results.NotFound()).Own();
        routes.MapGet("/desk/{number}/letter/{letter}", async (string number, string letter, CaseDesk desk) =>
            await desk.Find(number) is { } seen && seen.Dispatches.FirstOrDefault(d => d.Letter == letter) is { } part
                ? Page.Show<LetterPage>(("Seen", seen), ("Part", part), ("Asked", await Letters.Asked(desk, part)))
                : Results.NotFound()).Own();
        ProposeAgain.Map(routes);
        Print.PaperEndpoint.Map(routes);
        foreach (var type in ActBook.All) ((CaseAct)System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(type)).Map(routes);
    }

    /// <summary>Whom a case waits for; null where the one who looks has the next step.</summary>
    public static async Task<Sentence?> WaitsFor(CaseView view, AppDb db)
    {
        if (view.Acts.Any(a => a.Primary) || view.File.Merged) return null;
        return await Waiting.Of(view.Seen, db) is { Mine: false } waits ? waits.Words : null;
    }
}
