using Lianxin.Cases.Model;

namespace Lianxin.Cases.Figures.Months;

/// <summary>What the parts of a month's account are called; localizer keys.</summary>
internal static class MonthWords
{
    public const string Carried = "上月结转", Received = "收到", Reopened = "重新办理", Done = "办结", Unfinished = "其他结束", Next = "结转下月";

    public static string Of(StayKind kind) => kind switch
    {
        StayKind.New => "新收",
        StayKind.Came => "派来、转来",
        StayKind.Reopened => Reopened,
        StayKind.Done => Done,
        StayKind.Explained => "解释退回",
        StayKind.Returned => "退回来源",
        StayKind.Redirected => "转告或不予受理",
        StayKind.Withdrawn => "反映人撤回",
        StayKind.Voided => "作废",
        StayKind.Refused => "不再重办",
        _ => "转给别的单位",
    };
}
