namespace Lianxin.Platform.Calendar;

/// <summary>Days off from a date to a date, both included, with the name people use: 春节, 三月三.</summary>
public sealed record DaysOff(DateOnly From, DateOnly To, string Name);

/// <summary>A Saturday or Sunday on which people work, and the holiday it makes up for.</summary>
public sealed record MakeUpDay(DateOnly Date, string Name);

/// <summary>
/// The arrangement of one year as the State Council's office publishes it each autumn
/// (国务院办公厅关于…年部分节假日安排的通知): days off and make-up workdays.
/// </summary>
public sealed record YearNotice(
    int Year, string Title, string Number, IReadOnlyList<DaysOff> Off, IReadOnlyList<MakeUpDay> Work);

/// <summary>
/// What one region adds: holidays of ethnic areas (全国年节及纪念日放假办法 art. 4) and workdays of its own.
/// It goes before the national notice for the days it names.
/// </summary>
public sealed record LocalDays(IReadOnlyList<DaysOff> Off, IReadOnlyList<MakeUpDay> Work)
{
    public static LocalDays None { get; } = new([], []);
}

/// <summary>Everything a calendar is made of, as an administrator edits it and as it is stored.</summary>
public sealed record CalendarData(
    string Region, IReadOnlyList<WorkHours> Hours, IReadOnlyList<YearNotice> Years, LocalDays Local)
{
    /// <summary>The region key of the calendar without local days.</summary>
    public const string National = "cn";

    /// <summary>Default hours and every official notice the product ships with.</summary>
    public static CalendarData Official { get; } = new(National, [], OfficialYears.All, LocalDays.None);
}
