using Lianxin.Platform.Forms;
using Lianxin.Platform.Tables;
using Lianxin.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Lianxin.Cases.Turns.Revisits;

/// <summary>回访: the month's call list, worked through one after another.</summary>
internal static class RevisitEndpoints
{
    public const string Root = "/revisits";

    private sealed record Nothing;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapList(Root, async (HttpContext http, RevisitReader reader, Platform.Access.UnitTree tree) =>
            await reader.List(http.Request.Query["unit"], http.Request.Query["month"]) is { } list ? Page.Show<RevisitsPage>(("List", list), ("Forest", await tree.Read())) : Results.NotFound()).Needs(CasesAccess.Revisit);
        routes.MapGet(Root + "/{id:long}", (long id, RevisitReader reader) => Show(reader, id, new FormState())).Needs(CasesAccess.Revisit);
        routes.MapPost(Root + "/{id:long}", (HttpContext http, long id, RevisitDesk desk, RevisitReader reader) =>
            http.Act<RevisitInput>(input => desk.Note(id, input), form => Show(reader, id, form))).Needs(CasesAccess.Revisit);
        Map(routes, "skip", (desk, id) => desk.PutOff(id));
        Map(routes, "undo", (desk, id) => desk.TakeBack(id));
        Map(routes, "number", (desk, id) => desk.Reveal(id));
    }

    private static void Map(IEndpointRouteBuilder routes, string act, Func<RevisitDesk, long, Task<string?>> run) =>
        routes.MapPost($"{Root}/{{id:long}}/{act}", (HttpContext http, long id, RevisitDesk desk, RevisitReader reader) =>
            http.Act<Nothing>(_ => run(desk, id), form => Show(reader, id, form))).Needs(CasesAccess.Revisit);

    private static async Task<IResult> Show(RevisitReader reader, long id, FormState form) =>
        await reader.Call(id) is { } call ? Page.Show<RevisitPage>(("Call", call), ("Form", form)) : Results.NotFound();
}
