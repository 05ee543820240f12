using Lianxin.Cases.Admin.Packs;
using Lianxin.Cases.Figures.Months;
using Lianxin.Cases.Model;

namespace Lianxin.Cases.Figures.Rates;

/// <summary>What figures are called; localizer keys.</summary>
internal static class FigureWords
{
    public static string Of(RateKey rate) => rate switch { RateKey.Response => "响应率", RateKey.Solved => "解决率", _ => "满意率" };

    /// <summary>What a rate is about, in a sentence.</summary>
    public static string About(RateKey rate) => rate switch
    {
        RateKey.Response => "派出去的事，主办单位按时签收的有多少",
        RateKey.Solved => "能办的事，反映人说解决了的有多少",
        _ => "反映人表了态的事，满意的有多少",
    };

    /// <summary>What the cases behind a figure are called, one word for each part of it.</summary>
    public static IEnumerable<string> Of(Figure figure) => figure switch
    {
        { Open: { } open } => [Of(open)],
        { Rate: { } rate } => [Of(rate)],
        { Month.Edge: { } edge } => [edge == MonthEdge.Carried ? MonthWords.Carried : MonthWords.Next],
        { Month: { } month } => month.Kinds.Select(MonthWords.Of),
        _ => figure.Facts.Select(Of),
    };

    public static string Of(OpenFigure open) => open switch { OpenFigure.Overdue => "超期", OpenFigure.DueToday => "今日到期", _ => "正在办" };

    public static string Of(CaseFact fact) => fact switch
    {
        CaseFact.New => "新收",
        CaseFact.Closed => "办结",
        CaseFact.Reopened => "重新办理",
        CaseFact.RevisitUnsolved => "回访说没解决",
        CaseFact.InTime => "按时签收",
        CaseFact.Late => "没有按时签收",
        CaseFact.Waiting => "还没到签收时间",
        CaseFact.Dropped => "派出后撤回、作废",
        CaseFact.Objected => "派错了，异议成立",
        CaseFact.Satisfied => "满意",
        CaseFact.Basic => "基本满意",
        CaseFact.Dissatisfied => "不满意",
        CaseFact.Unsolved => "没解决",
        CaseFact.ExplainedSatisfied => "解释退回，满意",
        CaseFact.ExplainedBasic => "解释退回，基本满意",
        CaseFact.ExplainedDissatisfied => "解释退回，不满意",
        CaseFact.ExplainedUnsolved => "解释退回，说没解决",
        CaseFact.Unrated => "还没评价",
        CaseFact.Unreached => "回访没人接",
        CaseFact.Declined => "不愿评价",
        CaseFact.Returned => "退回来源",
        _ => "转告或不予受理",
    };

    public static string Percent(RateFigure rate) => rate.Percent is { } percent ? percent.ToString("0.0", System.Globalization.CultureInfo.InvariantCulture) + "%" : "—";
}
