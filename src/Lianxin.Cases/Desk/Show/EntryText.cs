using System.Globalization;
using System.Text.Json;
using Lianxin.Cases.Desk.Queue;
using Lianxin.Cases.Model;
using Lianxin.Cases.Turns.Outer;
using Lianxin.Cases.WaysIn.Redirect;
using Lianxin.Platform.Calendar;
using Lianxin.Platform.Text;

namespace Lianxin.Cases.Desk.Show;

/// <summary>The sentence of a timeline line, as localizer key and parts; a plainer one where the reporter reads it.</summary>
internal static class EntryText
{
    /// <param name="contact">Whom the case names as contact now; only they are named to the reporter.</param>
    public static Sentence Of(Entry entry, bool forReporter = false, string? contact = null)
    {
        var p = JsonSerializer.Deserialize<string[]>(entry.Parts)!;
        string At(int i) => i < p.Length ? p[i] : "";
        if (forReporter && PlainText.Of(entry.Kind, At, contact) is { } plain) return plain;
        // A name from a pack is said in the reader's language where that has a word for it.
        Sentence Named(int i) => new(At(i));
        return entry.Kind switch
        {
            EntryKind.Reported when At(1).Length > 0 => At(0) == "代报" ? new("代群众反映，事情发生在{0}", Moment(At(1))) : new("反映，事情发生在{0}", Moment(At(1))),
            EntryKind.Reported => At(0) == "代报" ? new("代群众反映") : new("反映"),
            EntryKind.Placed => At(1).Length > 0 ? new("归入{0}，联系人{1}", At(0), At(1)) : new("归入{0}", At(0)),
            EntryKind.Classified => At(1).Length > 0 ? new("立案：{0}，提前到{1}前答复", At(0), Date(At(1))) : new("立案：{0}", At(0)),
            EntryKind.KindSwitched => At(0).Length == 0 ? new("上报时选的是“{0}”", Named(1))
                : At(2).Length > 0 ? new("办理方式由{0}改为{1}，{2}前办完", Named(0), Named(1), Date(At(2))) : new("办理方式由{0}改为{1}", Named(0), Named(1)),
            EntryKind.Dispatched => new("派给{0}主办，{1}，{2}前办完", At(0), Named(1), Date(At(2))),
            EntryKind.CoAdded => new("请{0}协办，{2}前办完", At(0), At(1), Date(At(2))),
            EntryKind.Signed => new("{0}签收", At(0)),
            EntryKind.Objected => new("{0}提出异议", At(0)),
            EntryKind.ObjectionUpheld => new("裁定：{0}的异议成立，退回重新派单", At(0)),
            EntryKind.ObjectionRefused => new("裁定：{0}的异议不成立，继续办理", At(0)),
            EntryKind.HandedUp => new("提级上报给{0}", At(0)),
            EntryKind.Urged => new("第{0}次催办", At(0)),
            EntryKind.Supervised => new("督办"),
            EntryKind.Done => new("{0}办完了", At(0)),
            EntryKind.SentBack => new("退回{0}重办", At(0)),
            EntryKind.Explained => new("解释退回"),
            EntryKind.Replied => new("答复反映人（{0}）", By(At(0))),
            EntryKind.Rated => At(0) == "yes" ? new("评价：已解决；{0}", Marks(At(1))) : new("评价：没有解决；{0}", Marks(At(1))),
            EntryKind.Reopened => At(0).Length > 0 ? new("没有解决，按原编号重新办理，{0}前答复", Date(At(0))) : new("没有解决，按原编号重新办理"),
            EntryKind.ReopeningRefused => new("不再重新办理"),
            EntryKind.ReviewAsked => new("要求复核"),
            EntryKind.ReviewGranted => At(0).Length > 0 ? new("复核同意重新办理，{0}前答复", Date(At(0))) : new("复核同意重新办理"),
            EntryKind.ReviewRefused => new("复核维持原答复"),
            EntryKind.Appealed => new("提出申诉"),
            EntryKind.AppealGranted => At(0).Length > 0 ? new("申诉成立，重新办理，{0}前答复", Date(At(0))) : new("申诉成立，重新办理"),
            EntryKind.AppealRefused => new("申诉不成立，维持原答复"),
            EntryKind.Update => new("补充"),
            EntryKind.Note => new("进展"),
            EntryKind.Escalated when At(0) == At(1) => new("{0}超过{1}，提醒{0}领导督办", At(0), Missed(At(2), At(3))),
            EntryKind.Escalated => new("{0}超过{2}，升到{1}督办", At(0), At(1), Missed(At(2), At(3))),
            EntryKind.Delegated => new("由{0}代首问人答复", At(0)),
            EntryKind.Revealed => new("查看了反映人完整号码"),
            EntryKind.Settled => new("当场办结"),
            EntryKind.Recused => new("{0}回避", At(0)),
            EntryKind.ReplyMoved => new("这件事不公开，改由{0}专岗答复反映人", At(0)),
            EntryKind.Accused => new("标明被反映单位：{0}", At(0)),
            EntryKind.MandatoryReport => At(0).Length > 0 ? new("强制报告：{1}报给{0}", At(0), Moment(At(1))) : new("强制报告：不属于必须报告"),
            EntryKind.Sourced when At(1).Length == 0 => At(2).Length > 0 ? new("来自{0}，要求{1}前回复", OuterText.Source(At(0)), Date(At(2))) : new("来自{0}", OuterText.Source(At(0))),
            EntryKind.Sourced => At(2).Length > 0 ? new("来自{0}，编号 {1}，要求{2}前回复", OuterText.Source(At(0)), At(1), Date(At(2))) : new("来自{0}，编号 {1}", OuterText.Source(At(0)), At(1)),
            EntryKind.SentAgain => new("{0}又派来，编号 {1}，按原编号重新办理，{2}前答复", OuterText.Source(At(0)), At(1), Date(At(2))),
            EntryKind.Returned => new("退回{0}，编号 {1}", OuterText.Source(At(0)), At(1)),
            EntryKind.AnsweredOut when At(1).Length == 0 => new("答复已贴回{0}", OuterText.Source(At(0))),
            EntryKind.AnsweredOut => new("答复已贴回{0}，编号 {1}", OuterText.Source(At(0)), At(1)),
            EntryKind.Redirected => RedirectText.Line(At(0), At(1)),
            EntryKind.Merged when At(1).Length > 0 => new("并入{0}，还没裁定的申请不用再裁定", At(0)),
            EntryKind.Merged => new("并入{0}", At(0)),
            EntryKind.MergedIn => new("{0}并进来，反映的是", At(0)),
            EntryKind.Unmerged => new("从{0}拆开，单独办理", At(0)),
            EntryKind.UnmergedFrom => new("{0}拆开，单独办理", At(0)),
            EntryKind.Split => new("分出一件单独办，编号 {0}", At(0)),
            EntryKind.Hinted => At(0).Length > 0 ? new("在村里的反映页上公开提示：{0}", At(0)) : new("收回了公开提示"),
            EntryKind.DateMoved => MovedText.Of(At),
            EntryKind.TakenBack => new("从{0}收回", At(0)),
            EntryKind.TurnedPrivate => new("转为不公开，只有专岗能看到"),
            _ => TurnText.Of(entry.Kind, At) ?? new(entry.Kind.ToString()),
        };
    }

    /// <summary>
    /// Whether the reporter reads the words and papers of a line: their own, the result, the answer, and decisions with
    /// their reasons. What units say to each other stays between them; the line itself is shown all the same.
    /// </summary>
    public static bool ToldReporter(EntryKind kind) => kind is
        EntryKind.Reported or EntryKind.SentAgain or EntryKind.Update or EntryKind.Rated or EntryKind.Appealed or EntryKind.ReviewAsked
        or EntryKind.Note or EntryKind.Done or EntryKind.Settled or EntryKind.Replied or EntryKind.Explained or EntryKind.Redirected
        or EntryKind.ReopeningRefused
        or EntryKind.ReviewGranted or EntryKind.ReviewRefused or EntryKind.AppealGranted or EntryKind.AppealRefused
        or EntryKind.ExtensionGranted or EntryKind.HoldGranted or EntryKind.Withdrawn or EntryKind.Resumed or EntryKind.Voided or EntryKind.Revisited;

    /// <summary>The date a line says something is due by; null for other lines.</summary>
    public static DateTime? Due(Entry entry)
    {
        int? at = entry.Kind switch
        {
            EntryKind.Dispatched or EntryKind.CoAdded or EntryKind.KindSwitched => 2,
            EntryKind.DateMoved => 3,
            EntryKind.HoldGranted or EntryKind.Ordered or EntryKind.SentAgain => 2,
            EntryKind.Classified or EntryKind.ExtensionGranted or EntryKind.Woken => 1,
            EntryKind.Reopened or EntryKind.Resumed or EntryKind.AppealGranted or EntryKind.ReviewGranted => 0,
            _ => null,
        };
        return at is { } part && JsonSerializer.Deserialize<string[]>(entry.Parts) is { } parts && part < parts.Length ? Read(parts[part]) : null;
    }

    /// <summary>Marks as they were written, 办理效果 5、…, each axis as a name of its own.</summary>
    private static Sentence Marks(string written)
    {
        var marks = written.Split('、').Select(m => m.LastIndexOf(' ') is >= 0 and var at ? new Sentence("{0} {1}", new Sentence(m[..at]), m[(at + 1)..]) : new Sentence(m)).ToArray<object>();
        return new(string.Join('、', marks.Select((_, i) => $"{{{i}}}")), marks);
    }

    internal static string Date(string iso) => Read(iso) is { } at ? Shanghai.Deadline(at) : iso;

    /// <summary>A day from whose first moment on something holds.</summary>
    internal static string Day(string iso) => Read(iso) is { } at ? Day(at) : iso;

    internal static string Day(DateTime at) => Shanghai.Date(at).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    internal static string Moment(string iso) => Read(iso) is { } at ? Shanghai.Text(at) : iso;

    private static DateTime? Read(string iso) =>
        DateTime.TryParse(iso, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at) ? at : null;

    /// <summary>Which clock ran out (decisions 1).</summary>
    private static Sentence Missed(string watch, string kind) => watch switch
    {
        "promise" => new("承诺答复时间"),
        "kind" => new("“{0}”的时限", kind),
        _ => new("办理时限"),
    };

    /// <summary>A part that is itself a localizer key; the page says it in the reader's language.</summary>
    internal static Sentence By(string by) => new(by switch { "Face" => "当面", "Call" => "电话", "Message" => "短信", _ => "查询页" });
}
