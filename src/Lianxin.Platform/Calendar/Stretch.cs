using Lianxin.Platform.Text;

namespace Lianxin.Platform.Calendar;

/// <summary>A piece of Shanghai time that counts or does not, and why. Stretches follow each other without gaps.</summary>
internal readonly record struct Stretch(DateTime From, DateTime To, bool Counts, Sentence Why)
{
    internal static readonly Sentence Paused = new(CalendarText.Paused);
    private static readonly Sentence Clock = new(CalendarText.Clock);
    private static readonly Sentence Working = new(CalendarText.Working);
    private static readonly Sentence Before = new(CalendarText.BeforeWork);
    private static readonly Sentence After = new(CalendarText.AfterWork);
    private static readonly Sentence Noon = new(CalendarText.Noon);
    private static readonly Sentence Break = new(CalendarText.Break);

    /// <summary>Continuous time.</summary>
    internal static IEnumerable<Stretch> Continuous(DateTime start) => [new(start, CalendarRange.End, Counts: true, Clock)];

    /// <summary>Working time of a calendar, to the end of the years it knows.</summary>
    internal static IEnumerable<Stretch> Work(DateTime start, DayReader days)
    {
        for (var date = DateOnly.FromDateTime(start); date.Year <= CalendarRange.Last; date = date.AddDays(1))
            foreach (var stretch in OfDay(days.Day(date), days.Calendar.Hours(date)))
                if (stretch.To > start)
                    yield return stretch.From < start ? stretch with { From = start } : stretch;
    }

    private static IEnumerable<Stretch> OfDay(CalendarDay day, WorkHours hours)
    {
        var (at, end) = (day.Date.ToDateTime(default), day.Date.AddDays(1).ToDateTime(default));
        if (!day.Works)
        {
            yield return new(at, end, Counts: false, day.Why);
            yield break;
        }

        var counted = day.Kind == DayKind.MakeUp ? day.Why : Working;
        var gap = Before;
        foreach (var period in hours.Periods)
        {
            var (from, to) = (day.Date.ToDateTime(period.From), day.Date.ToDateTime(period.To));
            if (at < from) yield return new(at, from, Counts: false, gap == Before ? gap : Between(at, from));
            yield return new(from, to, Counts: true, counted);
            (at, gap) = (to, Noon);
        }

        yield return new(at, end, Counts: false, After);
    }

    private static Sentence Between(DateTime from, DateTime to) => from.Hour <= 13 && to.Hour >= 12 ? Noon : Break;
}

/// <summary>Reads days of a calendar and remembers which years without a notice it met.</summary>
internal sealed class DayReader(WorkCalendar calendar)
{
    private readonly SortedSet<int> missing = [];

    internal WorkCalendar Calendar => calendar;

    internal IReadOnlyList<Sentence> Warnings => [.. missing.Select(WorkCalendar.NoNotice)];

    internal CalendarDay Day(DateOnly date)
    {
        if (!calendar.HasNotice(date.Year)) missing.Add(date.Year);
        return calendar.Day(date);
    }
}
