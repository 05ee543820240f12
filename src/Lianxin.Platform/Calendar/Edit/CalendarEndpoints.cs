using Lianxin.Platform.Access;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Lianxin.Platform.Calendar.Edit;

/// <summary>The calendar of a unit: the year at a glance and what can be changed about it.</summary>
internal static class CalendarEndpoints
{
    public const string Root = "/admin/calendar";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Root, async (HttpRequest request, CalendarDesk desk, CalendarReader reader) =>
            await desk.Open(Number(request, "unit")) is { } unit
                ? Page.Show<CalendarPage>(("View", await reader.Read(unit, (int?)Number(request, "year"))))
                : Results.NotFound()).Needs(PlatformAccess.Calendar);

        var hours = Root + "/hours";
        routes.MapGet(hours, (HttpRequest request, CalendarDesk desk) => Ask<HoursPage>(desk, Number(request, "unit"), new FormState())).Needs(PlatformAccess.Calendar);
        routes.MapPost(hours, (HttpContext http, CalendarDesk desk, SetHours act) =>
            http.Act<HoursInput>(act.Do, form => Ask<HoursPage>(desk, Unit(form), form))).Needs(PlatformAccess.Calendar);

        var local = Root + "/local";
        routes.MapGet(local, (HttpRequest request, CalendarDesk desk) => Ask<LocalPage>(desk, Number(request, "unit"), new FormState())).Needs(PlatformAccess.Calendar);
        routes.MapPost(local, (HttpContext http, CalendarDesk desk, DeclareDays act) =>
            http.Act<LocalInput>(act.Do, form => Ask<LocalPage>(desk, Unit(form), form))).Needs(PlatformAccess.Calendar);

        YearEndpoints.Map(routes, Root + "/year");

        const string remove = Root + "/{kind}/{id:long}/remove";
        routes.MapGet(remove, (string kind, long id, TakeBack act) => Remove(kind, id, act, new FormState())).Needs(PlatformAccess.Calendar);
        routes.MapPost(remove, (HttpContext http, string kind, long id, TakeBack act) =>
            http.Act<TakeBackInput>(input => act.Do(kind, id, input), form => Remove(kind, id, act, form))).Needs(PlatformAccess.Calendar);
    }

    internal static long? Number(HttpRequest request, string name) => long.TryParse(request.Query[name], out var number) ? number : null;

    internal static long? Unit(FormState form) => long.TryParse(form.Value("unit"), out var unit) ? unit : null;

    private static async Task<IResult> Ask<TPage>(CalendarDesk desk, long? unitId, FormState form) where TPage : IComponent =>
        await desk.Open(unitId) is { } unit ? Page.Show<TPage>(("Unit", unit), ("Form", form)) : Results.NotFound();

    private static async Task<IResult> Remove(string kind, long id, TakeBack act, FormState form) =>
        await act.Find(kind, id) is { } found
            ? Page.Show<TakeBackPage>(("Unit", found.Unit), ("Row", found.Row), ("Action", $"{Root}/{kind}/{id}/remove"), ("Form", form))
            : Results.NotFound();
}
