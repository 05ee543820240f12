using Lianxin.Platform.Access;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Lianxin.Platform.Calendar.Edit;

/// <summary>Entering a year's notice in two looks: what the text was understood as and which dates it would move, then the save.</summary>
internal static class YearEndpoints
{
    public static void Map(IEndpointRouteBuilder routes, string path)
    {
        routes.MapGet(path, async (HttpRequest request, CalendarDesk desk, CalendarReader reader) =>
        {
            if (await desk.Open(CalendarEndpoints.Number(request, "unit")) is not { } unit) return Results.NotFound();
            var view = await reader.Read(unit, (int?)CalendarEndpoints.Number(request, "year"));
            var now = view.Years.First(y => y.Year == view.Year).Notice;
            var form = now is null ? new FormState() : Keep(now);
            return Show(unit, form.Set("year", $"{view.Year}"), null, null);
        }).Needs(PlatformAccess.Calendar);

        routes.MapPost(path, (HttpContext http, CalendarDesk desk, EnterYear act) => http.Carry<YearInput>(
            async input =>
            {
                if (await act.Make(input) is not { } edit) return null;
                if (input.Step == "save") return Acts.Redirect(await desk.Save(edit));
                var notice = EnterYear.Read(input);
                return Show(edit.Unit, Keep(notice).Set("reason", input.Reason), notice, await desk.Foresee(edit));
            },
            async form => await desk.Open(CalendarEndpoints.Unit(form)) is { } unit ? Show(unit, form, null, null) : Results.NotFound(),
            to => Task.FromResult<IResult?>(Acts.Redirect(to)))).Needs(PlatformAccess.Calendar);
    }

    private static FormState Keep(YearNotice notice) => new FormState()
        .Set("year", $"{notice.Year}").Set("title", notice.Title).Set("number", notice.Number).Set("text", NoticeText.Write(notice));

    private static IResult Show(UnitInfo unit, FormState form, YearNotice? understood, Foreseen? seen) =>
        Page.Show<YearPage>(("Unit", unit), ("Form", form), ("Understood", understood), ("Seen", seen));
}
