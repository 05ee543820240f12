using Lianxin.Cases.Act;
using Lianxin.Cases.Model;
using Lianxin.Platform.Access;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Tables;
using Lianxin.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Lianxin.Cases.Desk.Shift;

/// <summary>交接班: what is left, the signature of who leaves, that of who comes, and the earlier ones.</summary>
internal static class ShiftEndpoints
{
    public const string Root = "/desk/shift";
    public const string Needs = CasesAccess.PhoneDesk + " " + CasesAccess.Dispatch;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Root, (ShiftDesk desk, ShiftReader reader, CurrentActor current) => Show(desk, reader, current, new FormState())).Needs(Needs);
        routes.MapExport(Root, async (ShiftReader reader) => Page.Show<ShiftSheet>(("Parts", await reader.Open()))).Needs(Needs);
        routes.MapPost(Root, (HttpContext http, ShiftDesk desk, ShiftReader reader, CurrentActor current, Flash flash) => http.Act<ShiftHandoverInput>(
            async input =>
            {
                var to = await desk.Sign(input);
                flash.Say("已签字交班，等接班的人来签");
                return to;
            },
            form => Show(desk, reader, current, form))).Needs(Needs);
        routes.MapList(Root + "/history", async (long? after, ShiftDesk desk) => Page.Show<HistoryPage>(("Part", await desk.History(after)))).Needs(Needs);
        routes.MapGet(Root + "/{id:long}", (long id, ShiftDesk desk, ShiftReader reader, CurrentActor current) => One(id, desk, reader, current, new FormState())).Needs(Needs);
        routes.MapPost(Root + "/{id:long}/take", (HttpContext http, long id, ShiftDesk desk, ShiftReader reader, CurrentActor current, Flash flash) => http.Act<NoInput>(
            async _ =>
            {
                if (await desk.Take(id) is not { } to) return null;
                flash.Say("已接班");
                return to;
            },
            form => One(id, desk, reader, current, form))).Needs(Needs);
    }

    private static async Task<IResult> Show(ShiftDesk desk, ShiftReader reader, CurrentActor current, FormState form)
    {
        var open = await desk.Open();
        return Page.Show<ShiftPage>(("Parts", await reader.Open()), ("Waiting", open.Where(h => h.FromPersonId != current.Actor.PersonId).ToList()),
            ("Mine", open.FirstOrDefault(h => h.FromPersonId == current.Actor.PersonId)), ("Unit", reader.Post.UnitName), ("Form", form));
    }

    private static async Task<IResult> One(long id, ShiftDesk desk, ShiftReader reader, CurrentActor current, FormState form) => await desk.Find(id) is { } handover
        ? Page.Show<ShiftHandoverPage>(("ShiftHandover", handover), ("Left", await reader.Of(handover)), ("Takes", handover.TakenAt is null && handover.FromPersonId != current.Actor.PersonId), ("Form", form))
        : Results.NotFound();
}
