using Lianxin.Cases.Act;
using Lianxin.Cases.Turns.Dispatch;
using Lianxin.Cases.Turns.Reply;
using Lianxin.Cases.Turns.Supervise;
using Lianxin.Platform.Access;

namespace Lianxin.Cases.Desk.Bulk;

/// <summary>An act that can be done to many cases in one go.</summary>
/// <param name="Text">What the button says.</param>
/// <param name="Shortcut">The same key as for one case: while cases are picked it means all of them.</param>
public sealed record BulkAct(string Key, Type Type, string Text, char Shortcut, params string[] Needs);

/// <summary>The acts that go in bulk: those where what is proposed for each case can stand as it is.</summary>
public static class BulkBook
{
    public static IReadOnlyList<BulkAct> All { get; } =
    [
        new("dispatch", typeof(DispatchCase), "批量派单", 'D', CasesAccess.Dispatch),
        new("urge", typeof(UrgeCase), "批量催办", 'U', CasesAccess.Dispatch, CasesAccess.Supervise),
        new("reply", typeof(ReplyToReporter), "批量答复", 'R', CasesAccess.Reply),
    ];

    public static BulkAct? Find(string key) => All.FirstOrDefault(a => a.Key == key);

    public static IEnumerable<BulkAct> Offered(Actor actor) => All.Where(a => a.Needs.Any(actor.Can));
}
