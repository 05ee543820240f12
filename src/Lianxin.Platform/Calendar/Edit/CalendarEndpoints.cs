using Lianxin.Platform.Access;
using Lianxin.Platform.Calendar.Store;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

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

        const string hours = Root + "/hours";
        routes.MapGet(hours, (HttpRequest request, CalendarDesk desk) => Ask<HoursPage>(desk, Number(request, "unit"), hours, new FormState())).Needs(PlatformAccess.Calendar);
        routes.MapPost(hours, (HttpContext http, CalendarDesk desk, SetHours act) =>
            http.Look<HoursInput>(desk, input => act.Make(input), (form, seen) => Ask<HoursPage>(desk, Unit(form), hours, form, seen))).Needs(PlatformAccess.Calendar);

        const string local = Root + "/local";
        routes.MapGet(local, (HttpRequest request, CalendarDesk desk) => Ask<LocalPage>(desk, Number(request, "unit"), local, new FormState())).Needs(PlatformAccess.Calendar);
        routes.MapPost(local, (HttpContext http, CalendarDesk desk, DeclareDays act) =>
            http.Look<LocalInput>(desk, input => act.Make(input), (form, seen) => Ask<LocalPage>(desk, Unit(form), local, form, seen))).Needs(PlatformAccess.Calendar);

        YearEndpoints.Map(routes, Root + "/year");
        RowEndpoints.Map(routes, Root + "/{kind}/{id:long}");
    }

    internal static long? Number(HttpRequest request, string name) => long.TryParse(request.Query[name], out var number) ? number : null;

    internal static long? Unit(FormState form) => long.TryParse(form.Value("unit"), out var unit) ? unit : null;

    /// <summary>Carries a form out in two looks: which dates would move, then the save.</summary>
    internal static Task<IResult> Look<TInput>(this HttpContext http, CalendarDesk desk, Func<TInput, Task<CalendarEdit?>> make, Func<FormState, Foreseen?, Task<IResult>> show)
        where TInput : LookedAt, new() => http.Carry<TInput>(
            async input =>
            {
                if (await make(input) is not { } edit) return null;
                return input.Step == "look" ? await show(Typed(http.Request.Form), await desk.Foresee(edit)) : Acts.Redirect(await desk.Save(edit));
            },
            form => show(form, null),
            to => Task.FromResult<IResult?>(Acts.Redirect(to)));

    private static FormState Typed(IFormCollection typed)
    {
        var form = new FormState();
        foreach (var (name, value) in typed) form.Set(name, [.. value.OfType<string>()]);
        return form;
    }

    private static async Task<IResult> Ask<TPage>(CalendarDesk desk, long? unitId, string action, FormState form, Foreseen? seen = null) where TPage : IComponent =>
        await desk.Open(unitId) is { } unit ? Page.Show<TPage>(("Unit", unit), ("Action", action), ("Form", form), ("Seen", seen)) : Results.NotFound();
}
