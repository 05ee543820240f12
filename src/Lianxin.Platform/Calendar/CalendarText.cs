using System.Reflection;

namespace Lianxin.Platform.Calendar;

/// <summary>Every sentence the calendar can say; the Chinese text is the localizer's key.</summary>
public static class CalendarText
{
    internal const string Workday = "工作日";
    internal const string MakeUp = "调休上班";
    internal const string MakeUpFor = "{0}调休上班";
    internal const string Saturday = "周六休息";
    internal const string Sunday = "周日休息";
    internal const string Weekend = "周六日休息";
    internal const string Holiday = "{0}放假";
    internal const string LocalHoliday = "{0}放假（地方假日）";

    internal const string Working = "上班时间";
    internal const string BeforeWork = "上班前";
    internal const string Noon = "午休";
    internal const string Break = "工间休息";
    internal const string AfterWork = "下班后";
    internal const string Clock = "连续计时，夜间和节假日也算";
    internal const string FirstDay = "开始当天不计入";
    internal const string EveryDay = "按日连续计算，节假日也算";
    internal const string RolledOn = "最后一天是休息日，顺延到下一个工作日";
    internal const string Paused = "挂账暂停，不计时";

    internal const string NoNotice = "日历里没有 {0} 年的放假安排，这一年先按双休日和法定节假日推算，是暂定的；录入以后，在办的期限会自动重新计算。";

    internal const string AmountMissing = "请填写数量。";
    internal const string AmountNotWhole = "数量要写成整数，例如 4。";
    internal const string AmountTooSmall = "数量要大于 0。";
    internal const string AmountTooLarge = "数量太大，这个单位最多算到 {0}。";
    internal const string StartMissing = "请填写开始时间。";
    internal const string StartUnread = "开始时间要写成 2026-02-14T16:30 这样。";
    internal const string NoSuchDay = "{0} 这一天不存在。";
    internal const string NoSuchTime = "{0} 这个时刻不存在。";
    internal const string YearOutside = "年份要在 {0} 到 {1} 之间。";
    internal const string UnitMissing = "请选择计时单位。";
    internal const string UnitUnknown = "没有“{0}”这个计时单位，可以用：{1}。";
    internal const string PlaceUnknown = "没有这个单位编码。";
    internal const string EndBeforeStart = "结束时间早于开始时间。";
    internal const string PauseReversed = "暂停的结束时间早于开始时间。";

    internal const string PeriodMissing = "至少要有一段上班时间。";
    internal const string PeriodUnread = "上班时间要写成 08:30-12:00 14:00-17:30 这样，最多 6 段。";
    internal const string PeriodOrder = "上班时间要从早到晚写，前后不能重叠。";
    internal const string SeasonOrder = "作息的起止日期写反了，或者只写了一头。";
    internal const string SeasonDay = "作息的起止日期不存在。";
    internal const string SeasonUnread = "每年的起止日期要写成 06-01 这样，两头都要写。";
    internal const string NoticeUnread = "没有读出放假安排。请把通知正文整段贴进来，或者每行写一个节日：元旦：2027-01-01 至 2027-01-03 放假；2027-01-09 上班";
    internal const string NoticeLine = "“{0}”后面没有读出放假或上班的日期。";
    internal const string NoticeTotal = "{0}写的是共 {1} 天，按日期数是 {2} 天，请核对。";
    internal const string NoticeWeekday = "{0} 是星期{1}，写的却是星期{2}，请核对年份。";
    internal const string YearTwice = "{0} 年的放假安排写了两次。";
    internal const string OffReversed = "{0}的放假起止日期写反了。";
    internal const string DayTwice = "{0} 写了两次，或者既放假又上班。";
    internal const string RunLong = "一次最多 {0} 天。";
    internal const string DayFar = "{0} 不属于 {1} 年的放假安排。";

    internal const string Today = "今天 {0} 前";
    internal const string Tomorrow = "明天 {0} 前";
    internal const string Before = "{0} 前";
    internal const string WasDue = "原定 {0} 前";
    internal const string LeftMinutes = "还剩 {0} 分钟";
    internal const string LeftHours = "还剩 {0} 小时";
    internal const string LeftWorkHours = "还剩 {0} 个工作时";
    internal const string LeftWorkMinutes = "还剩 {0} 分钟工作时间";
    internal const string LeftDays = "还剩 {0} 天";
    internal const string LeftWorkdays = "还剩 {0} 个工作日";
    internal const string LeftNothing = "还剩不到 1 分钟";
    internal const string LastDay = "今天是最后一天";
    internal const string OverMinutes = "超期 {0} 分钟";
    internal const string OverHours = "超期 {0} 小时";
    internal const string OverWorkHours = "超期 {0} 个工作时";
    internal const string OverWorkMinutes = "超期 {0} 分钟工作时间";
    internal const string OverDays = "超期 {0} 天";
    internal const string OverWorkdays = "超期 {0} 个工作日";
    internal const string OverNow = "刚刚超期";
    internal const string OverShort = "超期不到 1 天";
    internal const string OverShortWorkday = "超期不到 1 个工作日";

    /// <summary>All keys, unit names and national holiday names included, for the list of translations.</summary>
    public static IReadOnlyList<string> Keys { get; } =
    [
        .. typeof(CalendarText).GetFields(BindingFlags.Static | BindingFlags.NonPublic)
            .Where(f => f.IsLiteral)
            .Select(f => (string)f.GetRawConstantValue()!),
        .. CountUnits.All.Select(u => u.Name()),
        .. OfficialYears.Names,
    ];
}
