using Lianxin.Platform.Text;

namespace Lianxin.Platform.Calendar;

/// <summary>Counts the units that are dates: workdays by date and the days of legal periods (民法典 art. 201, 203).</summary>
internal static class DateCount
{
    private static readonly Sentence FirstDay = new(CalendarText.FirstDay);
    private static readonly Sentence EveryDay = new(CalendarText.EveryDay);
    private static readonly Sentence RolledOn = new(CalendarText.RolledOn);

    internal static Answer<DueResult> Add(DateTime start, int amount, CountUnit unit, WorkCalendar calendar, PauseLine pauses)
    {
        var days = new DayReader(calendar);
        var steps = new StepList();
        var date = DateOnly.FromDateTime(start).AddDays(1);
        steps.Pass(start, Midnight(date), FirstDay);
        for (var left = amount; ; date = date.AddDays(1))
        {
            if (date.Year > CalendarRange.Last) return CalendarRange.Outside("amount");
            var (from, to) = (Midnight(date), Midnight(date.AddDays(1)));
            if (pauses.Covers(date))
            {
                steps.Pass(from, to, Stretch.Paused);
            }
            else if (unit == CountUnit.LegalDay)
            {
                steps.CountDay(from, to, EveryDay);
                if (--left == 0) return RollOn(date, steps, days, pauses);
            }
            else if (days.Day(date) is { Works: false } rest)
            {
                steps.Pass(from, to, rest.Why);
            }
            else
            {
                left--;
                var end = left == 0 ? date.ToDateTime(calendar.Hours(date).Close) : to;
                steps.CountDay(from, end, calendar.Day(date).Why);
                if (left == 0) return new DueResult(Shanghai.Utc(end), steps.Steps, days.Warnings);
            }
        }
    }

    internal static Lapse Elapsed(DateTime from, DateTime to, CountUnit unit, WorkCalendar calendar, PauseLine pauses)
    {
        var count = 0;
        for (var date = DateOnly.FromDateTime(from).AddDays(1); Ends(date) <= to; date = date.AddDays(1))
            if (!pauses.Covers(date) && (unit == CountUnit.LegalDay || calendar.Day(date).Works))
                count++;
        return Lapse.OfDays(unit, count);

        DateTime Ends(DateOnly date) =>
            unit == CountUnit.LegalDay ? Midnight(date.AddDays(1)) : date.ToDateTime(calendar.Hours(date).Close);
    }

    private static Answer<DueResult> RollOn(DateOnly date, StepList steps, DayReader days, PauseLine pauses)
    {
        for (var last = date; last.Year <= CalendarRange.Last; last = last.AddDays(1))
        {
            var day = days.Day(last);
            var (from, to) = (Midnight(last), Midnight(last.AddDays(1)));
            var paused = pauses.Covers(last);
            if (last > date) steps.Pass(from, to, paused ? Stretch.Paused : day.Works ? RolledOn : day.Why);
            if (day.Works && !paused) return new DueResult(Shanghai.Utc(to), steps.Steps, days.Warnings);
        }

        return CalendarRange.Outside("amount");
    }

    private static DateTime Midnight(DateOnly date) => date.ToDateTime(default);
}
