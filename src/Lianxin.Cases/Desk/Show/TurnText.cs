using Lianxin.Cases.Admin.Succession;
using Lianxin.Cases.Desk.Queue;
using Lianxin.Cases.Model;
using Lianxin.Cases.Turns.Revisits;
using Lianxin.Platform.Text;

namespace Lianxin.Cases.Desk.Show;

/// <summary>The sentences of the rarer turns.</summary>
internal static class TurnText
{
    public static Sentence? Of(EntryKind kind, Func<int, string> at) => kind switch
    {
        EntryKind.ExtensionAsked => new("{0}申请延期到{1}", at(0), EntryText.Date(at(1))),
        EntryKind.ExtensionGranted => at(2).Length > 0 ? new("批准{0}延期，{1}前答复", at(0), EntryText.Date(at(1))) : new("批准{0}延期到{1}", at(0), EntryText.Date(at(1))),
        EntryKind.ExtensionRefused => new("不同意{0}延期", at(0)),
        EntryKind.HoldAsked => new("{0}申请挂账到{1}", at(0), EntryText.Day(at(1))),
        EntryKind.HoldGranted => at(3).Length > 0
            ? new("批准{0}挂账到{1}，{2}前答复", at(0), EntryText.Day(at(1)), EntryText.Date(at(2)))
            : new("批准{0}挂账到{1}，{2}前办完", at(0), EntryText.Day(at(1)), EntryText.Date(at(2))),
        EntryKind.HoldRefused => new("不同意{0}挂账", at(0)),
        EntryKind.Woken => new("{0}恢复办理，{1}前办完", at(0), EntryText.Date(at(1))),
        EntryKind.Withdrawn => new("撤回了"),
        EntryKind.Resumed => new("撤回后又要办，{0}前答复", EntryText.Date(at(0))),
        EntryKind.VoidAsked => new("申请作废"),
        EntryKind.Voided => new("批准作废，不再办理"),
        EntryKind.VoidRefused => new("不同意作废"),
        EntryKind.Whistled => at(3).Length > 0 ? new("吹哨（急事）：请{0}在{2}前到{1}", at(0), at(1), EntryText.Date(at(2))) : new("吹哨：请{0}在{2}前到{1}", at(0), at(1), EntryText.Date(at(2))),
        EntryKind.Arrived => at(2).Length > 0 ? new("{0}到场（{1}），迟到", at(0), How(at(1))) : new("{0}到场（{1}）", at(0), How(at(1))),
        EntryKind.CallLate => new("{0}没有按时到场", at(0)),
        EntryKind.CallMissed => new("{0}没有到场", at(0)),
        EntryKind.CallRated => new("{0}评价了{1}", at(0), at(1)),
        EntryKind.Ordered => new("{0}批示（{1}），{2}前办好", at(0), at(1), EntryText.Date(at(2))),
        EntryKind.OrderDone when at(2).Length > 0 => at(1).Length > 0 ? new("批示办结，等着报{0}（过了时间）", at(0)) : new("批示办结，等着报{0}", at(0)),
        EntryKind.OrderTold => new("已报{0}（{1}，{2}去报的）", at(0), at(1), at(2)),
        EntryKind.LetterReceived => new("{0}{2}收到协调函（{1}），{3}收的", at(0), at(1), at(2), at(3)),
        EntryKind.LetterAnswered => new("{0}{2}回复协调函（{1}）", at(0), at(1), at(2)),
        EntryKind.OrderDone => at(1).Length > 0 ? new("批示办结，回报{0}（过了时间）", at(0)) : new("批示办结，回报{0}", at(0)),
        EntryKind.OrderLate => new("{0}的批示到{1}没有办结", at(0), at(1)),
        EntryKind.MembersAssigned => new("{0}安排{1}去办", at(0), at(1)),
        EntryKind.PaperIssued => new("出具{0}（{1}）", new Sentence(Enum.TryParse<PaperKind>(at(0), out var paper) ? Print.PaperDesk.Name(paper) : at(0)), at(1)),
        EntryKind.PaperBack => new("收到交回的{0}（{1}）", new Sentence(at(0)), at(1)),
        EntryKind.Revisited => new("电话回访：{0}", new Sentence(RevisitWords.Of(at(0)))),
        EntryKind.RevisitTakenBack => new("撤销回访结果：{0}", new Sentence(RevisitWords.Of(at(0)))),
        EntryKind.HandedOver => SuccessionText.Of(at),
        EntryKind.ReplyHanded => new("原来答复的人不在岗了，改由{0}答复", at(0)),
        _ => null,
    };

    private static Sentence How(string how) => new(how switch { "Code" => "现场码", "Word" => "吹哨人确认", _ => "自己点的" });
}
