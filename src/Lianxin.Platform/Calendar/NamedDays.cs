using Lianxin.Platform.Text;

namespace Lianxin.Platform.Calendar;

/// <summary>The days notices and regions name, checked against each other: a typing error moves everybody's deadlines.</summary>
internal static class NamedDays
{
    internal static (Dictionary<DateOnly, CalendarDay> Days, Fault? Wrong) Read(CalendarData data)
    {
        var days = new Dictionary<DateOnly, CalendarDay>();
        var years = new HashSet<int>();
        foreach (var notice in data.Years)
        {
            if (!years.Add(notice.Year)) return (days, new("years", new(CalendarText.YearTwice, notice.Year)));
            if (notice.Year is < CalendarRange.First or > CalendarRange.Last) return (days, CalendarRange.Outside("years"));
            if (Put(days, notice.Off, notice.Work, DayKind.Holiday, notice.Year) is { } wrong) return (days, new("years", wrong));
        }

        var local = new Dictionary<DateOnly, CalendarDay>();
        if (Put(local, data.Local.Off, data.Local.Work, DayKind.LocalHoliday, null) is { } fault) return (days, new("local", fault));
        foreach (var (date, day) in local) days[date] = day;
        return (days, null);
    }

    private static Sentence? Put(
        Dictionary<DateOnly, CalendarDay> days, IReadOnlyList<DaysOff> off, IReadOnlyList<MakeUpDay> work, DayKind kind, int? year)
    {
        foreach (var run in off)
        {
            if (run.To < run.From) return new(CalendarText.OffReversed, new Sentence(run.Name));
            for (var date = run.From; date <= run.To; date = date.AddDays(1))
                if (Put(days, new(date, kind, run.Name), year) is { } wrong)
                    return wrong;
        }

        foreach (var day in work)
            if (Put(days, new(day.Date, DayKind.MakeUp, day.Name), year) is { } wrong)
                return wrong;
        return null;
    }

    // A notice may reach over New Year's Eve, never further.
    private static Sentence? Put(Dictionary<DateOnly, CalendarDay> days, CalendarDay day, int? year)
    {
        var written = day.Date.ToString("yyyy-MM-dd");
        if (day.Date.Year is < CalendarRange.First or > CalendarRange.Last)
            return new(CalendarText.YearOutside, CalendarRange.First, CalendarRange.Last);
        if (year is { } y && Math.Abs(day.Date.DayNumber - new DateOnly(y, 7, 1).DayNumber) > 200)
            return new(CalendarText.DayFar, written, y);
        return days.TryAdd(day.Date, day) ? null : new(CalendarText.DayTwice, written);
    }
}
