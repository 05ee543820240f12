using Lianxin.Platform.Access;
using Lianxin.Platform.Calendar.Store;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Lianxin.Platform.Calendar.Edit;

/// <summary>What can be done to one line of a calendar: changed, ended on a day, taken back.</summary>
internal static class RowEndpoints
{
    public static void Map(IEndpointRouteBuilder routes, string row)
    {
        var change = row + "/change";
        routes.MapGet(change, (string kind, long id, TakeBack rows) => Change(kind, id, rows, null, null)).Needs(PlatformAccess.Calendar);
        routes.MapPost(change, (HttpContext http, string kind, long id, TakeBack rows, CalendarDesk desk, SetHours hours, DeclareDays days) => kind == "hours"
            ? http.Look<HoursInput>(desk, async input => await rows.Find(kind, id) is { Row: WorkingPeriods set } ? await hours.Make(input, set) : null, (form, seen) => Change(kind, id, rows, form, seen))
            : http.Look<LocalInput>(desk, async input => await rows.Find(kind, id) is { Row: LocalRun run } ? await days.Make(input, run) : null, (form, seen) => Change(kind, id, rows, form, seen))).Needs(PlatformAccess.Calendar);

        var end = row + "/end";
        routes.MapGet(end, (string kind, long id, TakeBack rows) => End(kind, id, rows, new FormState(), null)).Needs(PlatformAccess.Calendar);
        routes.MapPost(end, (HttpContext http, string kind, long id, TakeBack rows, CalendarDesk desk) =>
            http.Look<EndInput>(desk, input => rows.End(kind, id, input), (form, seen) => End(kind, id, rows, form, seen))).Needs(PlatformAccess.Calendar);

        var remove = row + "/remove";
        routes.MapGet(remove, (string kind, long id, TakeBack rows) => Remove(kind, id, rows, new FormState(), null)).Needs(PlatformAccess.Calendar);
        routes.MapPost(remove, (HttpContext http, string kind, long id, TakeBack rows, CalendarDesk desk) =>
            http.Look<TakeBackInput>(desk, input => rows.Make(kind, id, input), (form, seen) => Remove(kind, id, rows, form, seen))).Needs(PlatformAccess.Calendar);
    }

    private static async Task<IResult> Change(string kind, long id, TakeBack rows, FormState? form, Foreseen? seen)
    {
        var action = $"{CalendarEndpoints.Root}/{kind}/{id}/change";
        return await rows.Find(kind, id) switch
        {
            { Row: WorkingPeriods set } found => Page.Show<HoursPage>(("Unit", found.Unit), ("Action", action), ("Form", form ?? Kept(set)), ("Seen", seen), ("Title", "改上班时间")),
            { Row: LocalRun run } found => Page.Show<LocalPage>(("Unit", found.Unit), ("Action", action), ("Form", form ?? Kept(run)), ("Seen", seen), ("Title", "改地方假日")),
            _ => Results.NotFound(),
        };
    }

    private static async Task<IResult> End(string kind, long id, TakeBack rows, FormState form, Foreseen? seen) =>
        await rows.Find(kind, id) is { Row: not CalendarYear } found
            ? Page.Show<EndPage>(("Unit", found.Unit), ("Row", found.Row), ("Action", $"{CalendarEndpoints.Root}/{kind}/{id}/end"), ("Form", form), ("Seen", seen))
            : Results.NotFound();

    private static async Task<IResult> Remove(string kind, long id, TakeBack rows, FormState form, Foreseen? seen) =>
        await rows.Find(kind, id) is { } found
            ? Page.Show<TakeBackPage>(("Unit", found.Unit), ("Row", found.Row), ("Action", $"{CalendarEndpoints.Root}/{kind}/{id}/remove"), ("Form", form), ("Seen", seen))
            : Results.NotFound();

    private static FormState Kept(WorkingPeriods set) => new FormState()
        .Set("periods", set.Periods).Set("from", $"{set.FirstDay:yyyy-MM-dd}").Set("to", $"{set.LastDay:yyyy-MM-dd}")
        .Set("seasonFrom", Day(set.SeasonFrom)).Set("seasonTo", Day(set.SeasonTo));

    private static FormState Kept(LocalRun run) => new FormState()
        .Set("kind", run.Works ? "work" : "off").Set("name", run.Name).Set("from", $"{run.FirstDay:yyyy-MM-dd}").Set("to", $"{run.LastDay:yyyy-MM-dd}");

    private static string Day(int? order) => order is { } some ? $"{some / 100:00}-{some % 100:00}" : "";
}
