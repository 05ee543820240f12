namespace Lianxin.Platform.Calendar;

/// <summary>
/// Counts limits. Instants are UTC, dates and hours are those of Shanghai. Adding twice is adding once the sum for
/// urgent hours, work hours, natural days and workdays by date, for work days by hours as long as both start days
/// have equal hours, and not for legal periods, whose last day rolls on and whose end is already the next day.
/// A later start is never due earlier, save work days by hours begun on either side of a change of hours.
/// </summary>
public static class DueClock
{
    /// <summary>
    /// The deadline <paramref name="amount"/> units after <paramref name="start"/>, with its grounds.
    /// Faults: <c>amount</c> (below 1, above <see cref="CountUnits.Most"/>, or leading past the last year),
    /// <c>start</c> (outside the years counted), <c>pauses</c>.
    /// </summary>
    public static Answer<DueResult> Add(
        DateTime start, int amount, CountUnit unit, WorkCalendar calendar, IEnumerable<Pause>? pauses = null)
    {
        var local = Shanghai.Local(start);
        if (Amounts.Check(amount, unit) is { } fault) return fault;
        if (CalendarRange.Check(local, "start") is { } outside) return outside;
        var line = PauseLine.Read(pauses);
        if (!line.Ok) return line.Fault;
        return unit.ByDate()
            ? DateCount.Add(local, amount, unit, calendar, line.Value)
            : TimeCount.Add(local, amount, unit, calendar, line.Value);
    }

    /// <summary>
    /// How much of the unit has been used between two instants. <c>Elapsed(start, Add(start, n).Due)</c> is n; for a
    /// legal period that rolled on it is the days that really passed, never fewer than n.
    /// Faults: <c>from</c>, <c>to</c> (outside the years counted, or before <paramref name="from"/>), <c>pauses</c>.
    /// </summary>
    public static Answer<Lapse> Elapsed(
        DateTime from, DateTime to, CountUnit unit, WorkCalendar calendar, IEnumerable<Pause>? pauses = null)
    {
        var (first, last) = (Shanghai.Local(from), Shanghai.Local(to));
        if (CalendarRange.Check(first, "from") is { } fault) return fault;
        if (last > CalendarRange.End) return CalendarRange.Outside("to");
        if (last < first) return new Fault("to", new(CalendarText.EndBeforeStart));
        var line = PauseLine.Read(pauses);
        if (!line.Ok) return line.Fault;
        return unit.ByDate()
            ? DateCount.Elapsed(first, last, unit, calendar, line.Value)
            : TimeCount.Elapsed(first, last, unit, calendar, line.Value);
    }

    /// <summary>
    /// What is left at <paramref name="now"/> of a limit that ends at <paramref name="due"/>, or by how much it is
    /// overdue, in the limit's own unit. By date, the present day is not counted: two workdays left on Tuesday means Thursday.
    /// </summary>
    public static Answer<Remaining> Left(
        DateTime now, DateTime due, CountUnit unit, WorkCalendar calendar, IEnumerable<Pause>? pauses = null)
    {
        var overdue = now > due;
        // The end of a legal day is the next day's first instant; days overdue are counted from the day that ended.
        var (from, to) = !overdue ? (now, due) : (unit.ByDate() ? due.AddTicks(-1) : due, now);
        var lapse = Elapsed(from, to, unit, calendar, pauses);
        return lapse.Ok ? new Remaining(overdue, lapse.Value) : lapse.Fault;
    }
}
