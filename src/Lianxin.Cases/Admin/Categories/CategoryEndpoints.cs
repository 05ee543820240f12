using Lianxin.Cases.Catalog;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Tables;
using Lianxin.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Lianxin.Cases.Admin.Categories;

/// <summary>The tree of categories of an installation, its classes, and the ways of handling.</summary>
internal static class CategoryEndpoints
{
    public const string Root = "/admin/categories";

    private const string At = Root + "/{unit:long}";
    private const string One = At + "/{key}";

    /// <param name="top">The top class to show.</param>
    public static string Link(Installation at, string? top = null) => $"{Root}?unit={at.At.Id}" + (top is null ? "" : $"&of={top}");

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Root, async (long? unit, string? of, string? q, CategoryDesk desk) =>
            await Show<CategoriesPage>(desk, unit, ("Of", of ?? ""), ("Words", q?.Trim() ?? ""))).Needs(CasesAccess.Categories);
        routes.MapExport(Root, async (long? unit, string? of, string? q, CategoryDesk desk) =>
            await Show<CategoriesSheet>(desk, unit, ("Of", of ?? ""), ("Words", q?.Trim() ?? ""))).Needs(CasesAccess.Categories);
        routes.MapList(Root + "/kinds", async (long? unit, CategoryDesk desk) => await Show<KindsPage>(desk, unit)).Needs(CasesAccess.Categories);

        routes.MapGet(At + "/new", (long unit, string? under, CategoryDesk desk) => Ask(desk, unit, null, new FormState().Set("parent", under ?? ""))).Needs(CasesAccess.Categories);
        routes.MapPost(At + "/new", (HttpContext http, long unit, CategoryDesk desk, EditCategory act) => http.Act<CategoryInput>(
            async input => await Done(http, desk, unit, await act.Add(unit, input), "“{0}”已新增；接着写立案条件，再到单位的履职清单里写明谁办"),
            form => Ask(desk, unit, null, form))).Needs(CasesAccess.Categories);
        routes.MapGet(One + "/edit", (long unit, string key, CategoryDesk desk) => Ask(desk, unit, key, new FormState())).Needs(CasesAccess.Categories);
        routes.MapPost(One + "/edit", (HttpContext http, long unit, string key, CategoryDesk desk, EditCategory act) => http.Act<CategoryInput>(
            async input => await Done(http, desk, unit, await act.Do(unit, key, input), "“{0}”已保存"),
            form => Ask(desk, unit, key, form))).Needs(CasesAccess.Categories);
        routes.MapGet(One + "/retire", (long unit, string key, CategoryDesk desk) => Retire(desk, unit, key, new FormState())).Needs(CasesAccess.Categories);
        routes.MapPost(One + "/retire", (HttpContext http, long unit, string key, CategoryDesk desk, RetireCategory act) => http.Act<RetireInput>(
            async input => await Done(http, desk, unit, await act.Do(unit, key, input), "“{0}”已停用"),
            form => Retire(desk, unit, key, form))).Needs(CasesAccess.Categories);
    }

    private static async Task<IResult> Show<TPage>(CategoryDesk desk, long? unit, params (string, object?)[] more) where TPage : Microsoft.AspNetCore.Components.IComponent
    {
        var all = await desk.All();
        var chosen = unit is null ? all.FirstOrDefault() : all.FirstOrDefault(i => i.At.Id == unit);
        return unit is not null && chosen is null ? Results.NotFound() : Page.Show<TPage>([("All", all), ("At", chosen), .. more]);
    }

    /// <summary>The form of one class, or of a new one.</summary>
    private static async Task<IResult> Ask(CategoryDesk desk, long unit, string? key, FormState form)
    {
        if (await desk.Open(unit) is not { } at) return Results.NotFound();
        var row = key is null ? null : await desk.Row(unit, key);
        if (key is not null && row is not { RetiredAt: null }) return Results.NotFound();
        return Page.Show<CategoryPage>(("At", at), ("Row", row), ("Form", form));
    }

    private static async Task<IResult> Retire(CategoryDesk desk, long unit, string key, FormState form)
    {
        if (await desk.Open(unit) is not { } at || await desk.Row(unit, key) is not { RetiredAt: null } row) return Results.NotFound();
        return Page.Show<RetirePage>(
            ("At", at), ("Name", row.Name), ("Action", $"{Root}/{unit}/{key}/retire"), ("Version", row.Version), ("Form", form), ("Dated", false),
            ("Lead", "停用后不能再按这一类登记，下面的立案条件一起停用；已经登记的事项不变"));
    }

    private static async Task<string?> Done(HttpContext http, CategoryDesk desk, long unit, Category? row, string said)
    {
        if (row is null || await desk.Open(unit) is not { } at) return null;
        ((Flash)http.RequestServices.GetService(typeof(Flash))!).Say(said, row.Name);
        return Link(at, row.ParentKey ?? row.Key);
    }
}
