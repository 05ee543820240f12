namespace Lianxin.Platform.Calendar;

/// <summary>A day of the year without a year, for summer and winter hours that come back.</summary>
public sealed record MonthDay(int Month, int Day)
{
    internal int Order => (Month * 100) + Day;

    internal bool Exists => Month is >= 1 and <= 12 && Day >= 1 && Day <= DateTime.DaysInMonth(2000, Month);
}

/// <summary>
/// The working periods of a day and when they are in force: between two dates (either may be open), and, where a
/// season is given, only on those days of each year (both included; a season may cross New Year).
/// </summary>
public sealed record WorkHours(
    IReadOnlyList<WorkPeriod> Periods,
    DateOnly? From = null,
    DateOnly? To = null,
    MonthDay? SeasonFrom = null,
    MonthDay? SeasonTo = null)
{
    /// <summary>08:30–12:00 and 14:00–17:30, in force wherever nothing else is.</summary>
    public static WorkHours Default { get; } = new(
    [
        new(new(8, 30), new(12, 0)),
        new(new(14, 0), new(17, 30)),
    ]);

    /// <summary>Working time of one day.</summary>
    public TimeSpan Daily => new(Periods.Sum(p => p.Length.Ticks));

    /// <summary>The end of the last period: the close of business of 民法典 art. 203.</summary>
    public TimeOnly Close => Periods[^1].To;

    public bool InForce(DateOnly day)
    {
        if (day < From || day > To) return false;
        if (SeasonFrom is null || SeasonTo is null) return true;
        var order = (day.Month * 100) + day.Day;
        return SeasonFrom.Order <= SeasonTo.Order
            ? order >= SeasonFrom.Order && order <= SeasonTo.Order
            : order >= SeasonFrom.Order || order <= SeasonTo.Order;
    }

    internal Fault? Check()
    {
        if (Periods.Count == 0) return new("hours", new(CalendarText.PeriodMissing));
        if (From > To || (SeasonFrom is null) != (SeasonTo is null)) return new("hours", new(CalendarText.SeasonOrder));
        if (SeasonFrom is { Exists: false } || SeasonTo is { Exists: false }) return new("hours", new(CalendarText.SeasonDay));
        for (var i = 0; i < Periods.Count; i++)
            if (Periods[i].To <= Periods[i].From || (i > 0 && Periods[i].From < Periods[i - 1].To))
                return new("hours", new(CalendarText.PeriodOrder));
        return null;
    }
}
