using Lianxin.Cases.Act;
using Lianxin.Cases.Desk.Queue;
using Lianxin.Cases.Desk.Show;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Tables;
using Lianxin.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Lianxin.Cases.Desk.Filters;

/// <summary>常用筛选: keep the present view, rename, share, remove.</summary>
internal static class FilterEndpoints
{
    public const string Root = "/desk/filters";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapList(Root, async (FilterDesk desk) => Page.Show<FiltersPage>(("Rows", await desk.All()))).Own();
        routes.MapGet(Root + "/new", async (HttpContext http, QueueReader queue) => await New(DeskFilter.Read(http.Request.Query), new FormState(), queue)).Own();
        routes.MapPost(Root + "/new", (HttpContext http, FilterDesk desk, QueueReader queue, Flash flash) => http.Act<FilterInput>(
            async input =>
            {
                var to = await desk.Add(input);
                flash.Say("“{0}”存好了，在列表上面点一下就能用", input.Name);
                return to;
            },
            form => New(FilterDesk.Read(form.Value("view") ?? ""), form, queue))).Own();
        routes.MapGet(Root + "/{id:long}", (long id, FilterDesk desk) => One(id, new FormState(), desk)).Own();
        routes.MapPost(Root + "/{id:long}", (HttpContext http, long id, FilterDesk desk) => http.Act<FilterInput>(
            input => desk.Change(id, input), form => One(id, form, desk))).Own();
        routes.MapPost(Root + "/{id:long}/remove", (HttpContext http, long id, FilterDesk desk) => http.Act<NoInput>(
            _ => desk.Remove(id), form => One(id, form, desk))).Own();
    }

    private static async Task<IResult> New(DeskFilter view, FormState form, QueueReader queue) =>
        Page.Show<FilterPage>(("View", view with { After = "", Given = true }), ("Said", await queue.Said(view)), ("Form", form));

    private static async Task<IResult> One(long id, FormState form, FilterDesk desk) =>
        await desk.Find(id) is { } filter ? Page.Show<FilterPage>(("Filter", filter), ("Form", form)) : Results.NotFound();
}
