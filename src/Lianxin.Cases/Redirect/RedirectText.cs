using Lianxin.Platform.Forms;
using Lianxin.Platform.Text;

namespace Lianxin.Cases.Redirect;

/// <summary>The six kinds of matters that are not dispatched (接诉即办条例 第十一条).</summary>
public enum RedirectKind
{
    Emergency,
    Statutory,
    Repeat,
    Secret,
    Outside,
    Unlawful,
}

/// <summary>Where the reporter is to go instead.</summary>
public enum RightPlace
{
    Police,
    Fire,
    Ambulance,
    Court,
    Arbitration,
    Petition,
    Review,
    Discipline,
    Disclosure,
    Hotline,
    Nowhere,
}

/// <summary>What kinds and places are called.</summary>
internal static class RedirectText
{
    public static IReadOnlyList<FieldOption> Kinds { get; } = [.. Enum.GetValues<RedirectKind>().Select(k => new FieldOption(k.ToString(), Of(k)))];

    public static IReadOnlyList<FieldOption> Places { get; } = [.. Enum.GetValues<RightPlace>().Select(p => new FieldOption(p.ToString(), Of(p)))];

    public static string Of(RedirectKind kind) => kind switch
    {
        RedirectKind.Emergency => "紧急求助",
        RedirectKind.Statutory => "有法定渠道办理",
        RedirectKind.Repeat => "重复反映，没有新情况",
        RedirectKind.Secret => "涉及国家秘密、商业秘密或者个人隐私",
        RedirectKind.Outside => "不属于政府职责",
        _ => "违法或者违背公序良俗",
    };

    public static string Of(RightPlace place) => place switch
    {
        RightPlace.Police => "公安 110",
        RightPlace.Fire => "消防 119",
        RightPlace.Ambulance => "急救 120",
        RightPlace.Court => "人民法院",
        RightPlace.Arbitration => "仲裁机构",
        RightPlace.Petition => "信访部门",
        RightPlace.Review => "行政复议机构",
        RightPlace.Discipline => "纪检监察机关",
        RightPlace.Disclosure => "政府信息公开机构",
        RightPlace.Hotline => "12345 热线",
        _ => "不用再找别处",
    };

    /// <summary>The line of the timeline, from what it keeps.</summary>
    public static Sentence Line(string kind, string place, bool forReporter)
    {
        var why = new Sentence(Of(Enum.TryParse<RedirectKind>(kind, out var k) ? k : RedirectKind.Outside));
        var to = Enum.TryParse<RightPlace>(place, out var p) ? p : RightPlace.Nowhere;
        if (to == RightPlace.Nowhere) return forReporter ? new("这件事这里不能受理：{0}", why) : new("不予受理：{0}", why);
        return forReporter ? new("这件事不在这里办（{0}），请找：{1}", why, new Sentence(Of(to))) : new("转告反映人找{1}：{0}", why, new Sentence(Of(to)));
    }
}
