using Lianxin.Cases.Catalog;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Lianxin.Cases.Admin.Categories;

/// <summary>Filing conditions: their versions, the next one, and the end.</summary>
internal static class ConditionEndpoints
{
    private const string Root = CategoryEndpoints.Root + "/{unit:long}/conditions/{key}";
    private const string New = CategoryEndpoints.Root + "/{unit:long}/{key}/add";

    public static string Link(long unit, string key) => $"{CategoryEndpoints.Root}/{unit}/conditions/{key}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Root, (long unit, string key, CategoryDesk desk) => Show(desk, unit, key, new FormState())).Needs(CasesAccess.Categories);
        routes.MapPost(Root, (HttpContext http, long unit, string key, CategoryDesk desk, ReviseCondition act, Flash flash) => http.Act<ConditionInput>(
            async input => Done(flash, unit, await act.Do(unit, key, input), "“{0}”的新规定已保存，已登记的事项不变"),
            form => Show(desk, unit, key, form))).Needs(CasesAccess.Categories);
        routes.MapGet(New, (long unit, string key, CategoryDesk desk) => Add(desk, unit, key, new FormState())).Needs(CasesAccess.Categories);
        routes.MapPost(New, (HttpContext http, long unit, string key, CategoryDesk desk, AddCondition act, Flash flash) => http.Act<ConditionInput>(
            async input => Done(flash, unit, await act.Do(unit, key, input), "“{0}”已新增"),
            form => Add(desk, unit, key, form))).Needs(CasesAccess.Categories);
        routes.MapGet(Root + "/retire", (long unit, string key, CategoryDesk desk) => Retire(desk, unit, key, new FormState())).Needs(CasesAccess.Categories);
        routes.MapPost(Root + "/retire", (HttpContext http, long unit, string key, CategoryDesk desk, RetireCondition act, Flash flash) => http.Act<RetireInput>(
            async input => Done(flash, unit, await act.Do(unit, key, input), "“{0}”停用的日子已定"),
            form => Retire(desk, unit, key, form))).Needs(CasesAccess.Categories);
        routes.MapPost(Root + "/withdraw", (HttpContext http, long unit, string key, CategoryDesk desk, RetireCondition act, Flash flash) => http.Act<RetireInput>(
            async input =>
            {
                if (await act.Withdraw(unit, key, input) is not { } gone) return null;
                flash.Say("“{0}”等着起用的规定已撤回", gone.Name);
                return await desk.Versions(unit, key) is [] ? $"{CategoryEndpoints.Root}?unit={unit}" : Link(unit, key);
            },
            form => Show(desk, unit, key, form))).Needs(CasesAccess.Categories);
    }

    private static string? Done(Flash flash, long unit, Condition? row, string said)
    {
        if (row is null) return null;
        flash.Say(said, row.Name);
        return Link(unit, row.Key);
    }

    private static async Task<IResult> Show(CategoryDesk desk, long unit, string key, FormState form) =>
        await desk.Open(unit) is { } at && await desk.Versions(unit, key) is { Count: > 0 } versions
            ? Page.Show<ConditionPage>(("At", at), ("Versions", versions), ("Form", form))
            : Results.NotFound();

    private static async Task<IResult> Add(CategoryDesk desk, long unit, string key, FormState form) =>
        await desk.Open(unit) is { } at && at.Chapter.Category(key) is { RetiredAt: null, ParentKey: not null } category
            ? Page.Show<AddConditionPage>(("At", at), ("Category", category), ("Form", form))
            : Results.NotFound();

    private static async Task<IResult> Retire(CategoryDesk desk, long unit, string key, FormState form)
    {
        if (await desk.Open(unit) is not { } at || await desk.Versions(unit, key) is not [var last, ..]) return Results.NotFound();
        return Page.Show<RetirePage>(
            ("At", at), ("Name", last.Name), ("Action", Link(unit, key) + "/retire"), ("Seen", last.Id), ("Version", last.Version), ("Form", form), ("Dated", true),
            ("Lead", "从这天起不能再按这一条立案；已经登记的事项不变"));
    }
}
