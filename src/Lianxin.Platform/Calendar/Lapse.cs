namespace Lianxin.Platform.Calendar;

/// <summary>
/// How much of a unit has been used between two instants: whole units, what is left over of the next one, and the
/// counted time in all. Units by date count finished days only: <c>Rest</c> and <c>Time</c> stay zero.
/// </summary>
public sealed record Lapse(CountUnit Unit, int Whole, TimeSpan Rest, TimeSpan Time)
{
    /// <summary>Whole counted minutes.</summary>
    public long Minutes => (long)Time.TotalMinutes;

    internal static Lapse Of(CountUnit unit, TimeSpan time, TimeSpan measure) =>
        new(unit, (int)(time.Ticks / measure.Ticks), new(time.Ticks % measure.Ticks), time);

    internal static Lapse OfDays(CountUnit unit, int days) => new(unit, days, TimeSpan.Zero, TimeSpan.Zero);
}

/// <summary>What is left of a limit, or, when <c>Overdue</c>, how much of the unit has run since it ended.</summary>
public sealed record Remaining(bool Overdue, Lapse Lapse);
