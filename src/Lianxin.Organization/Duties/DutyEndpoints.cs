using Lianxin.Contracts.Cases;
using Lianxin.Organization.Units;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Tables;
using Lianxin.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Lianxin.Organization.Duties;

/// <summary>A unit's list, and the change of one line.</summary>
internal static class DutyEndpoints
{
    private const string Root = UnitForms.Root + "/{code}/duties";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapList(Root, async (string code, UnitDesk desk) =>
            await desk.Find(OrganizationAccess.View, code) is { } unit ? Page.Show<DutiesPage>(("Unit", unit)) : Results.NotFound()).Needs(OrganizationAccess.View);

        const string one = Root + "/{key}";
        routes.MapGet(one, (string code, string key, UnitDesk desk, ICategories categories) => Ask(desk, categories, code, key, new FormState())).Needs(OrganizationAccess.Duties);
        routes.MapPost(one, (HttpContext http, string code, string key, UnitDesk desk, ICategories categories, SetDuty act, Flash flash) => http.Act<SetDutyInput>(
            async input =>
            {
                if (await desk.Find(OrganizationAccess.Duties, code) is not { } unit) return null;
                if ((await categories.Of(unit.Id)).FirstOrDefault(c => c.Key == key) is not { } category) return null;
                if (await act.Do(unit.Id, input with { Category = key }) is null) return null;
                flash.Say("“{0}”已改好，马上管派单", category.Name);
                return UnitForms.Link(unit) + "/duties";
            },
            form => Ask(desk, categories, code, key, form))).Needs(OrganizationAccess.Duties);
    }

    private static async Task<IResult> Ask(UnitDesk desk, ICategories categories, string code, string key, FormState form)
    {
        if (await desk.Find(OrganizationAccess.Duties, code) is not { } unit) return Results.NotFound();
        if ((await categories.Of(unit.Id)).FirstOrDefault(c => c.Key == key) is not { } category) return Results.NotFound();
        return unit.Closed
            ? Acts.Redirect(UnitForms.Link(unit))
            : Page.Show<DutyPage>(("Unit", unit), ("Key", key), ("Name", category.Name), ("Form", form));
    }
}
