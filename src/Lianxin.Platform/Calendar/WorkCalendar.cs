using System.Collections.Frozen;
using Lianxin.Platform.Text;

namespace Lianxin.Platform.Calendar;

/// <summary>
/// Which days people work and when, for one region. Immutable: a changed notice makes a new calendar, and dates
/// counted with the old one are counted again. Saturday and Sunday are rest days (国务院关于职工工作时间的规定
/// art. 7) unless the year's notice says otherwise; a year without a notice is counted by weekends and the
/// statutory days alone, and every result that touched it says so.
/// </summary>
public sealed class WorkCalendar
{
    private readonly FrozenDictionary<DateOnly, CalendarDay> named;
    private readonly FrozenSet<int> noticed;
    private readonly WorkHours[] hours;

    private WorkCalendar(CalendarData data, Dictionary<DateOnly, CalendarDay> days)
    {
        Data = data;
        named = days.ToFrozenDictionary();
        noticed = data.Years.Select(y => y.Year).ToFrozenSet();
        hours = [.. data.Hours.Reverse(), WorkHours.Default];
    }

    /// <summary>The shipped notices with default hours.</summary>
    public static WorkCalendar Official { get; } = Create(CalendarData.Official).Sure();

    public CalendarData Data { get; }

    public string Region => Data.Region;

    /// <summary>Builds a calendar; a fault names <c>hours</c>, <c>years</c> or <c>local</c>.</summary>
    public static Answer<WorkCalendar> Create(CalendarData data)
    {
        foreach (var rule in data.Hours)
            if (rule.Check() is { } fault)
                return fault;
        var (days, wrong) = NamedDays.Read(data);
        return wrong is null ? new WorkCalendar(data, days) : wrong;
    }

    /// <summary>The same calendar with what a region adds.</summary>
    public Answer<WorkCalendar> For(string region, LocalDays local) => Create(Data with { Region = region, Local = local });

    /// <summary>The same calendar with the notice of a year put in or replaced.</summary>
    public Answer<WorkCalendar> With(YearNotice notice) =>
        Create(Data with { Years = [.. Data.Years.Where(y => y.Year != notice.Year), notice] });

    public bool HasNotice(int year) => noticed.Contains(year);

    public CalendarDay Day(DateOnly date)
    {
        if (named.TryGetValue(date, out var day)) return day;
        if (!HasNotice(date.Year) && StatutoryDays.Name(date) is { } name) return new(date, DayKind.Holiday, name);
        return new(date, date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? DayKind.Weekend : DayKind.Workday);
    }

    /// <summary>The hours in force on a date, were it a workday; of several rules the last one written.</summary>
    public WorkHours Hours(DateOnly date) => Array.Find(hours, h => h.InForce(date))!;

    /// <summary>Number of workdays between two dates, both included.</summary>
    public int Workdays(DateOnly from, DateOnly through)
    {
        var count = 0;
        for (var day = from; day <= through; day = day.AddDays(1))
            if (Day(day).Works)
                count++;
        return count;
    }

    /// <summary>The sentence that goes with every date counted through a year without a notice.</summary>
    public static Sentence NoNotice(int year) => new(CalendarText.NoNotice, year);
}
