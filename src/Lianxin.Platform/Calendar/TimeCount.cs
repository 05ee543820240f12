namespace Lianxin.Platform.Calendar;

/// <summary>Counts the units that are lengths of time: urgent and work hours, work days by hours, natural days.</summary>
internal static class TimeCount
{
    internal static TimeSpan Measure(CountUnit unit, DateOnly start, WorkCalendar calendar) => unit switch
    {
        CountUnit.WorkDay => calendar.Hours(start).Daily,
        CountUnit.NaturalDay => TimeSpan.FromDays(1),
        _ => TimeSpan.FromHours(1),
    };

    internal static Answer<DueResult> Add(DateTime start, int amount, CountUnit unit, WorkCalendar calendar, PauseLine pauses)
    {
        var days = new DayReader(calendar);
        var steps = new StepList();
        var left = Measure(unit, DateOnly.FromDateTime(start), calendar) * amount;
        foreach (var stretch in Line(start, unit, days, pauses))
        {
            if (!stretch.Counts)
            {
                steps.Pass(stretch.From, stretch.To, stretch.Why);
                continue;
            }

            var to = stretch.To - stretch.From < left ? stretch.To : stretch.From + left;
            steps.Count(stretch.From, to, stretch.Why);
            left -= to - stretch.From;
            if (left == TimeSpan.Zero) return new DueResult(Shanghai.Utc(to), steps.Steps, days.Warnings);
        }

        return CalendarRange.Outside("amount");
    }

    internal static Lapse Elapsed(DateTime from, DateTime to, CountUnit unit, WorkCalendar calendar, PauseLine pauses)
    {
        var time = TimeSpan.Zero;
        foreach (var stretch in Line(from, unit, new(calendar), pauses))
        {
            if (stretch.From >= to) break;
            if (stretch.Counts) time += (stretch.To < to ? stretch.To : to) - stretch.From;
        }

        return Lapse.Of(unit, time, Measure(unit, DateOnly.FromDateTime(from), calendar));
    }

    private static IEnumerable<Stretch> Line(DateTime start, CountUnit unit, DayReader days, PauseLine pauses) =>
        pauses.Cut(unit.Working() ? Stretch.Work(start, days) : Stretch.Continuous(start));
}
