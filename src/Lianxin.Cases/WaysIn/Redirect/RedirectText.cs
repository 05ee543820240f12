using System.Text.Json;
using Lianxin.Cases.Model;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Text;

namespace Lianxin.Cases.WaysIn.Redirect;

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

    /// <summary>公共法律服务: advice and legal aid.</summary>
    Legal,
}

/// <summary>What kinds and places are called.</summary>
internal static class RedirectText
{
    public static IReadOnlyList<FieldOption> Kinds { get; } = [.. Enum.GetValues<RedirectKind>().Select(k => new FieldOption(k.ToString(), Of(k)))];

    /// <summary>Kinds that are taken in nowhere.</summary>
    public static IReadOnlyList<FieldOption> Refused { get; } =
        [.. new[] { RedirectKind.Repeat, RedirectKind.Secret, RedirectKind.Outside, RedirectKind.Unlawful }.Select(k => new FieldOption(k.ToString(), Of(k)))];

    /// <summary>Where the reporter can go.</summary>
    public static IReadOnlyList<FieldOption> Places { get; } = [.. Enum.GetValues<RightPlace>().Where(p => p != RightPlace.Nowhere).Select(Option)];

    /// <summary>The same, and that it is not accepted anywhere.</summary>
    public static IReadOnlyList<FieldOption> Ends { get; } = [.. Places, Option(RightPlace.Nowhere)];

    private static FieldOption Option(RightPlace place) => new(place.ToString(), Of(place));

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
        RightPlace.Court => "人民法院 12368",
        RightPlace.Arbitration => "仲裁机构",
        RightPlace.Petition => "信访部门",
        RightPlace.Review => "行政复议机构",
        RightPlace.Discipline => "纪检监察机关 12388",
        RightPlace.Disclosure => "政府信息公开机构",
        RightPlace.Hotline => "12345 热线",
        RightPlace.Legal => "公共法律服务 12348",
        _ => "不予受理，不用再找别处",
    };

    /// <summary>The number that is the same in the whole country; null where each place has its own.</summary>
    private static string? Phone(RightPlace place) => place switch
    {
        RightPlace.Police => "110",
        RightPlace.Fire => "119",
        RightPlace.Ambulance => "120",
        RightPlace.Court => "12368",
        RightPlace.Discipline => "12388",
        RightPlace.Hotline => "12345",
        RightPlace.Legal => "12348",
        _ => null,
    };

    /// <summary>Where to call, told with the place; null of other lines and where no number is known.</summary>
    public static string? Phone(Entry line) => Read(line) is not var (place, given) ? null : given.Length > 0 ? given : Phone(place);

    /// <summary>不予受理: the line names no place to go to instead.</summary>
    public static bool Declined(Entry line) => Read(line) is (RightPlace.Nowhere, _);

    private static (RightPlace Place, string Phone)? Read(Entry line) =>
        line.Kind != EntryKind.Redirected || JsonSerializer.Deserialize<string[]>(line.Parts) is not [_, var place, .. var rest] ? null : (Place(place), rest is [var phone, ..] ? phone : "");

    /// <summary>The line of the timeline, from what it keeps.</summary>
    public static Sentence Line(string kind, string place) =>
        Place(place) is not RightPlace.Nowhere and var to ? new("转告反映人找{1}：{0}", Why(kind), new Sentence(Of(to))) : new("不予受理：{0}", Why(kind));

    /// <summary>The same to whoever reported it.</summary>
    public static Sentence Told(string kind, string place) =>
        Place(place) is not RightPlace.Nowhere and var to ? new("这件事不在这里办（{0}），请找：{1}", Why(kind), new Sentence(Of(to))) : new("这件事这里不能受理：{0}", Why(kind));

    private static RightPlace Place(string place) => Enum.TryParse<RightPlace>(place, out var to) ? to : RightPlace.Nowhere;

    private static Sentence Why(string kind) => new(Of(Enum.TryParse<RedirectKind>(kind, out var why) ? why : RedirectKind.Outside));
}
