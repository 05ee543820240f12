using Lianxin.Cases.Admin.Packs;
using Lianxin.Platform.Calendar;
using Lianxin.Platform.Language;

namespace Lianxin.Cases.Admin.Categories;

/// <summary>Limits and kinds in words; all of them localizer keys.</summary>
internal static class LimitWords
{
    public static string Say(Localizer t, int amount, string unit) => t[unit switch
    {
        "urgent-hour" => "{0} 小时（夜里假日也算）",
        "work-hour" => "{0} 个工作时",
        "work-day" => "{0} 个工作日",
        "workday-by-date" => "{0} 个工作日（按日期）",
        "legal-day" => "{0} 日（法定期间）",
        _ => "{0} 天（自然日）",
    }, amount];

    /// <summary>The units a limit may be counted in, in the calendar's order.</summary>
    public static IReadOnlyList<(string Key, string Name)> Units { get; } = [.. CountUnits.All.Select(u => (u.Key(), u.Name()))];

    public static string Of(KindChooser chooser) => chooser switch
    {
        KindChooser.Field => "网格员现场",
        KindChooser.Centre => "中心派单时",
        _ => "承办单位",
    };

    public static string Of(KindNeed need) => need switch
    {
        KindNeed.Result => "办理结果",
        KindNeed.Reply => "答复反映人",
        KindNeed.Reason => "写明理由",
        KindNeed.Group => "联系服务团",
        _ => "情况材料",
    };

    public static string Of(KindNext next) => next switch
    {
        KindNext.Close => "当场办结",
        KindNext.Handle => "派单办理",
        KindNext.Up => "报上一级",
        _ => "解释退回",
    };
}
