using Lianxin.Cases.Model;
using Lianxin.Platform.Access;

namespace Lianxin.Cases.Turns.Order;

internal static class ReportingBack
{
    /// <summary>The closing line, and the notice to the leader; where none reaches them, the centre hears that the report has to be taken there on paper.</summary>
    public static async Task<Entry> ReportBack(this CaseDesk desk, CaseSeen seen, Instruction order, ActorPost? post, string words)
    {
        var file = seen.File;
        order.Done(desk.Now);
        file.OrderDone(order, seen.OpenOrders, seen.Lead);
        if (await desk.TellStill(file, order.SignerPersonId, "{0} {1}：您的批示已办结，请看结果")) order.Tell(desk.Now);
        else await desk.TellUnit(file, file.AcceptUnitId, CasesAccess.Dispatch, "{0} {1}：批示已办结，请打印报告送给{2}", urgent: false, order.Signer);
        return desk.Log(file, EntryKind.OrderDone, post, words, open: false, parts: [order.Signer, order.DoneAt > order.Due ? "late" : "", order.ToldAt is null ? "paper" : ""]);
    }
}
