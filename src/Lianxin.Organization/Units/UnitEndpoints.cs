using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Tables;
using Lianxin.Platform.Ui.Kit;
using Lianxin.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Organization.Units;

/// <summary>The tree, the page of a unit, and the forms about what it is.</summary>
internal static class UnitEndpoints
{
    private const int WordsMax = 60;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapList(UnitForms.Root, async (string? q, string? closed, string? sort, long? after, UnitList list) =>
        {
            var filter = new UnitFilter(Cut(q), closed == "true", Sorting.Read(sort, UnitFilter.AsTree, "name", "code", "people"), after);
            return Page.Show<UnitsPage>(("Filter", filter), ("Part", await list.Read(filter)));
        }).Needs(OrganizationAccess.View);
        routes.MapGet(UnitForms.Root + "/{code}", async (string code, UnitReader reader) =>
            await reader.Read(code) is { } view ? Page.Show<UnitPage>(("View", view)) : Results.NotFound()).Needs(OrganizationAccess.View);
        routes.MapExport(UnitForms.Root + "/{code}/places", async (string code, UnitReader reader) =>
            await reader.Read(code) is { } view ? Page.Show<PlaceTable>(("View", view)) : Results.NotFound()).Needs(OrganizationAccess.View);

        const string add = UnitForms.Root + "/{code}/add";
        routes.MapGet(add, (string code, UnitDesk desk) => UnitForms.Ask<AddUnitPage>(desk, code, OrganizationAccess.Edit, new FormState())).Needs(OrganizationAccess.Edit);
        routes.MapPost(add, (HttpContext http, string code, UnitDesk desk, FoundUnit found, AppDb db, Flash flash) => http.Act<FoundUnitInput>(
            async input =>
            {
                if (await desk.Find(OrganizationAccess.Edit, code) is not { } parent || await found.Do(input with { ParentId = parent.Id }) is not { } id) return null;
                flash.Say("{0}已设立，接着安排岗位、画边界", input.Name);
                return $"{UnitForms.Root}/{await db.Set<Unit>().Where(u => u.Id == id).Select(u => u.Code).FirstAsync()}";
            },
            form => UnitForms.Ask<AddUnitPage>(desk, code, OrganizationAccess.Edit, form))).Needs(OrganizationAccess.Edit);

        UnitForms.Map<EditUnitPage, DescribeUnitInput, DescribeUnit>(routes, "edit", OrganizationAccess.Edit, "{0}的资料已保存", (act, id, input) => act.Do(id, input));
        UnitForms.Map<FallbackPage, SetFallbackInput, SetFallback>(routes, "fallback", OrganizationAccess.Edit, "{0}的兜底责任岗已定", (act, id, input) => act.Do(id, input));
    }

    internal static string Cut(string? words) => words?.Trim() is { } some ? some[..Math.Min(some.Length, WordsMax)] : "";
}
