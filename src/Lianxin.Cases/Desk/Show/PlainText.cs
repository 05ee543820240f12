using Lianxin.Cases.Desk.Queue;
using Lianxin.Cases.Model;
using Lianxin.Cases.Turns.Outer;
using Lianxin.Cases.WaysIn.Redirect;
using Lianxin.Platform.Text;

namespace Lianxin.Cases.Desk.Show;

/// <summary>A line as a villager says it, for whoever reported; null where the general sentence is plain enough.</summary>
internal static class PlainText
{
    /// <param name="contact">Whom the case names as contact now; only they are named.</param>
    public static Sentence? Of(EntryKind kind, Func<int, string> at, string? contact) => kind switch
    {
        EntryKind.Placed => at(1).Length > 0 && at(1) == contact ? new("地点：{0}，联系人{1}", at(0), at(1)) : new("地点：{0}", at(0)),
        EntryKind.Classified when at(0).Split(" › ") is [_, var category, ..] => at(1).Length > 0
            ? new("类别：{0}，提前到{1}前答复", new Sentence(category), EntryText.Date(at(1))) : new("类别：{0}", new Sentence(category)),
        EntryKind.KindSwitched => new("换了办法办，{0}前办完", EntryText.Date(at(2))),
        EntryKind.Dispatched => new("交给{0}办，{1}前办完", at(0), EntryText.Date(at(2))),
        EntryKind.CoAdded => new("请{0}帮着办，{1}前办完", at(0), EntryText.Date(at(2))),
        EntryKind.Signed => new("{0}收到了，开始办", at(0)),
        EntryKind.Objected => new("{0}说不该由它办，由另外的人来定", at(0)),
        EntryKind.ObjectionUpheld => new("定了：不归{0}办，重新安排", at(0)),
        EntryKind.ObjectionRefused => new("定了：还是由{0}办", at(0)),
        EntryKind.HandedUp => new("报给上一级，由{0}安排", at(0)),
        EntryKind.Supervised => new("上级来督促"),
        EntryKind.Escalated when at(0) == at(1) => new("{0}{1}，请它的领导来督促", at(0), Missed(at(2))),
        EntryKind.Escalated => new("{0}{2}，{1}来督促", at(0), at(1), Missed(at(2))),
        EntryKind.SentBack => new("没有办好，请{0}再办", at(0)),
        EntryKind.Explained => new("说明了为什么办不了"),
        EntryKind.Replied => new("答复您（{0}）", EntryText.By(at(0))),
        EntryKind.Settled => new("当场办好了"),
        EntryKind.Delegated => new("改由{0}答复您", at(0)),
        EntryKind.ReplyMoved => new("这件事不公开，改由{0}专门的人答复您", at(0)),
        EntryKind.TurnedPrivate => new("这件事改为不公开，以后只有专门的人能看到、能办；您照样凭编号和查询码查"),
        EntryKind.TakenBack => new("不再由{0}办", at(0)),
        EntryKind.Update => new("补充"),
        EntryKind.Returned => new("不归这里办，已退回{0}，由它答复您", OuterText.Source(at(0))),
        EntryKind.Redirected => RedirectText.Told(at(0), at(1)),
        EntryKind.Merged => new("和反映同一件事的另一件合在一起办，办好了照样答复您"),
        EntryKind.Unmerged => new("改为单独办理"),
        EntryKind.DateMoved => MovedText.Told(at),
        EntryKind.HoldGranted => at(3).Length > 0
            ? new("{0}要等到{1}再接着办，{2}前答复您", at(0), EntryText.Day(at(1)), EntryText.Date(at(2)))
            : new("{0}要等到{1}再接着办，{2}前办完", at(0), EntryText.Day(at(1)), EntryText.Date(at(2))),
        EntryKind.Woken => new("{0}接着办了，{1}前办完", at(0), EntryText.Date(at(1))),
        _ => null,
    };

    /// <summary>Which clock ran out (decisions 1).</summary>
    private static Sentence Missed(string watch) => new(watch switch { "promise" => "没有按时答复", "kind" => "没有按时安排", _ => "没有按时办完" });
}
