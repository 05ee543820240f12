using Lianxin.Cases.Model;
using Lianxin.Platform.Access;

namespace Lianxin.Cases.Turns.Order;

internal static class ReportingBack
{
    /// <summary>The closing line, and the notice to the leader.</summary>
    public static async Task<Entry> ReportBack(this CaseDesk desk, CaseSeen seen, Instruction order, ActorPost? post, string words)
    {
        order.Done(desk.Now);
        seen.File.OrderDone(order, seen.Lead);
        await desk.TellStill(seen.File, order.SignerPersonId, "{0} {1}：您的批示已办结，请看结果");
        return desk.Log(seen.File, EntryKind.OrderDone, post, words, open: false, parts: [order.Signer, order.DoneAt > order.Due ? "late" : ""]);
    }
}
