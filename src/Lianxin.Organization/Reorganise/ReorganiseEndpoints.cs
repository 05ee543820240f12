using Lianxin.Organization.Units;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Lianxin.Organization.Reorganise;

/// <summary>Move, merge, split, close: asked, shown beforehand, done or kept for its day, and taken back until then.</summary>
internal static class ReorganiseEndpoints
{
    public const string Sure = "sure";

    /// <summary>Back from the preview to the form.</summary>
    public const string Again = "again";

    public static string Part(How how) => how.ToString().ToLowerInvariant();

    public static void Map(IEndpointRouteBuilder routes)
    {
        foreach (var how in Enum.GetValues<How>()) Map(routes, how);
        routes.MapPost(UnitForms.Root + "/{code}/plans/{id:long}/withdraw", (HttpContext http, string code, long id, UnitDesk desk, WithdrawReorganisation withdraw, Flash flash) => http.Act<WithdrawInput>(
            async _ =>
            {
                if (await desk.Find(OrganizationAccess.Edit, code) is not { } unit || await withdraw.Do(unit.Id, id) is null) return null;
                flash.Say("{0}的调整已撤下", unit.Name);
                return UnitForms.Link(unit);
            },
            form => Refused(desk, code, form))).Needs(OrganizationAccess.Edit);
    }

    private static void Map(IEndpointRouteBuilder routes, How how)
    {
        var path = $"{UnitForms.Root}/{{code}}/{Part(how)}";
        routes.MapGet(path, (string code, UnitDesk desk) => Ask(desk, code, how, new FormState())).Needs(OrganizationAccess.Edit);
        routes.MapPost(path, (HttpContext http, string code, UnitDesk desk, ReorganiseUnit reorganise, Flash flash) => http.Carry<ReorganiseInput>(
            async input =>
            {
                if (await desk.Find(OrganizationAccess.Edit, code) is not { } unit) return null;
                var carried = Carried(input);
                if (input.Step == Again) return await Ask(desk, code, how, carried.Aggregate(new FormState(), (form, field) => form.Set(field.Name, [.. field.Values])));
                if (input.Step != Sure)
                    return await reorganise.Look(unit.Id, how, input) is { } preview ? Page.Show<PreviewPage>(("Unit", unit), ("How", how), ("Preview", preview), ("Carried", carried)) : null;
                if (await reorganise.Do(unit.Id, how, input) is null) return null;
                flash.Say(input.Day is null || input.Day <= Platform.Calendar.Shanghai.Date(desk.Now) ? "{0}的调整已经办好" : "{0}的调整已经安排好，到那天零点办", unit.Name);
                return Acts.Redirect(UnitForms.Link(unit));
            },
            form => Ask(desk, code, how, form),
            to => Task.FromResult<IResult?>(Acts.Redirect(to)))).Needs(OrganizationAccess.Edit);
    }

    private static async Task<IResult> Ask(UnitDesk desk, string code, How how, FormState form)
    {
        if (await desk.Find(OrganizationAccess.Edit, code) is not { } unit) return Results.NotFound();
        return unit.Closed ? Acts.Redirect(UnitForms.Link(unit)) : Page.Show<ReorganisePage>(("Unit", unit), ("How", how), ("Form", form));
    }

    private static async Task<IResult> Refused(UnitDesk desk, string code, FormState form) =>
        await desk.Find(OrganizationAccess.Edit, code) is { } unit ? Page.Show<WithdrawRefusedPage>(("Unit", unit), ("Form", form)) : Results.NotFound();

    private static IReadOnlyList<(string Name, IReadOnlyList<string> Values)> Carried(ReorganiseInput input) =>
    [
        ("to", input.To is { } to ? [$"{to}"] : []), ("day", input.Day is { } day ? [$"{day:yyyy-MM-dd}"] : []),
        ("document", [input.Document]), ("reason", [input.Reason]), ("name", [input.Name]), ("code", [input.Code]),
        ("ending", input.Ending), ("posts", input.Posts), ("units", input.Units), ("places", input.Places),
        ("functions", input.Functions), ("rest", [$"{input.Rest}"]),
    ];

    /// <summary>Nothing is asked; which order stands in the address.</summary>
    private sealed record WithdrawInput;
}
