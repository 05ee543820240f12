using Lianxin.Cases.Catalog;
using Lianxin.Cases.Desk.Queue;
using Lianxin.Cases.Desk.Show;
using Lianxin.Cases.Model;
using Lianxin.Cases.WaysIn.Report;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Language;
using Lianxin.Platform.Tables;
using Lianxin.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Lianxin.Cases.Desk.Work;

/// <summary>The phone face: today, report, my cases; and the centre's phone desk.</summary>
internal static class WorkEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/work", async (TodayQuery query) =>
            Page.Show<TodayPage>(("Items", await query.Run()), ("Done", await query.DoneToday()))).Own();
        routes.MapExport("/work", async (TodayQuery query) => Page.Show<TodaySheet>(("Items", await query.Run()))).Own();
        routes.MapGet("/work/cases", async (long? after, TodayQuery query) => Page.Show<MyCasesPage>(("Rows", await query.Mine(after)))).Own();
        routes.MapExport("/work/cases", async (long? after, TodayQuery query) => Page.Show<MyCasesSheet>(("Rows", await query.Mine(after)))).Own();
        routes.MapGet("/work/cases/{number}", async (string number, CaseDesk desk, CaseReader reader) =>
            await desk.Find(number) is { } seen ? Page.Show<WorkCasePage>(("View", await reader.Read(seen))) : Results.NotFound()).Own();
        routes.MapGet("/work/report", async (WorkForm form) => await form.Show(new FormState())).Needs(CasesAccess.Report);
        routes.MapPost("/work/report", (HttpContext http, WorkReport report, WorkForm form) =>
            http.Act<WorkReportInput>(async input => await report.Handle(input), form.Show)).Needs(CasesAccess.Report).TakesFiles();
        routes.MapGet("/desk/call", async (HttpContext http, CallForm form) => await form.Show(new FormState().Set("phone", http.Request.Query["phone"].ToString()))).Needs(CasesAccess.PhoneDesk);
        routes.MapPost("/desk/call/caller", (HttpContext http, CallDesk call) => http.Carry<CallerInput>(
            async input => Page.Show<CallerPanel>(("Cases", await call.Caller(input.Phone)), ("Asked", input.Phone)),
            _ => Task.FromResult(Results.UnprocessableEntity()),
            _ => Task.FromResult<IResult?>(null))).Needs(CasesAccess.PhoneDesk);
        routes.MapPost("/desk/call", (HttpContext http, CallDesk call, CallForm form) =>
            http.Act<CallInput>(async input => await call.Handle(input), form.Show)).Needs(CasesAccess.PhoneDesk);
        routes.MapGet("/desk/call/{number}", async (string number, ToldReader told) =>
            await told.Read(number) is { } said ? Page.Show<CallToldPage>(("Told", said)) : Results.NotFound()).Needs(CasesAccess.PhoneDesk);
        routes.MapGet("/work/told/{number}", async (string number, ToldReader told) =>
            await told.Read(number) is { } said ? Page.Show<WorkToldPage>(("Told", said)) : Results.NotFound()).Needs(CasesAccess.Report);
    }
}

/// <summary>The worker's report form with the tiles of the pack.</summary>
internal sealed class WorkForm(CurrentActor current, CaseBook book, UnitTree tree, Clock clock, Intake intake, ISentences t)
{
    public async Task<IResult> Show(FormState form)
    {
        var post = current.Actor.Current;
        var chapter = post is null ? null : await book.Of(post.UnitId);
        var frequent = chapter?.Rules.Frequent.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
        var tiles = frequent.Select(key => chapter!.Category(key)).OfType<Category>().Where(c => c.RetiredAt is null).ToList();
        var others = chapter?.Offered.Where(c => c.ParentKey is not null && !frequent.Contains(c.Key)).GroupBy(c => c.ParentKey!)
            .Select(g => (chapter.Category(g.Key)?.Name ?? "", (IReadOnlyList<Category>)[.. g])).ToList() ?? [];
        var forest = await tree.Read();
        var here = forest.Find(post?.UnitId);
        return Page.Show<WorkReportPage>(("Form", form), ("Tiles", tiles), ("Others", others), ("Spot", chapter?.SpotKind(clock.Now)), ("Kinds", chapter?.FieldKinds(clock.Now).ToList() ?? []), ("Here", here?.Name ?? ""),
            ("Audiences", here is null ? [] : (await intake.Offered(here)).Select(c => c.Option(t)).ToList()), ("Accusable", here is null ? [] : Intake.Accusable(forest, here)));
    }
}

/// <summary>The phone desk's form: units the clerk reaches, conditions of the pack.</summary>
internal sealed class CallForm(CurrentActor current, CaseBook book, UnitTree tree, CallDesk call, Intake intake, ISentences t)
{
    public async Task<IResult> Show(FormState form)
    {
        var post = current.Actor.PostThat(CasesAccess.PhoneDesk);
        var forest = await tree.Read();
        var here = forest.Find(post.UnitId)!;
        var units = forest.Below(here).Where(u => !u.Closed && u.Kind is UnitKind.Territory or UnitKind.Grid).ToList();
        var accusable = forest.Below(here).Where(u => !u.Closed && u.Kind != UnitKind.Grid).ToList();
        return Page.Show<CallPage>(
            ("Form", form), ("Units", units), ("Accusable", accusable), ("Chapter", await book.Of(here.Id)), ("Forest", forest),
            ("Audiences", (await intake.Offered(Chosen(form, units))).Select(c => c.Option(t)).ToList()),
            ("Cases", await call.Caller(form.Value("phone") ?? "")));
    }

    /// <summary>The place once it was chosen, else every place it may still be.</summary>
    private static IReadOnlyCollection<UnitInfo> Chosen(FormState form, List<UnitInfo> units) =>
        units.Find(u => u.Id.ToString() == form.Value("unit")) is { } one ? [one] : units;
}
