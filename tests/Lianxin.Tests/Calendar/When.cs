using System.Globalization;
using Lianxin.Platform.Calendar;

namespace Lianxin.Tests.Calendar;

/// <summary>Shanghai times as the rules write them, and back.</summary>
internal static class When
{
    internal static DateTime At(string local) => Shanghai.Utc(DateTime.Parse(local, CultureInfo.InvariantCulture));

    internal static DateOnly Day(string date) => DateOnly.Parse(date, CultureInfo.InvariantCulture);

    internal static DueResult Due(string start, int amount, CountUnit unit, WorkCalendar? calendar = null, params Pause[] pauses) =>
        DueClock.Add(At(start), amount, unit, calendar ?? WorkCalendar.Official, pauses).Sure();

    internal static string DueText(string start, int amount, CountUnit unit, WorkCalendar? calendar = null, params Pause[] pauses) =>
        Shanghai.Text(Due(start, amount, unit, calendar, pauses).Due);

    internal static Pause Pause(string from, string to) => new(At(from), At(to));

    internal static IEnumerable<string> Whys(DueResult due) => due.Steps.Select(s => s.Why.ToString());

    /// <summary>Counts a deadline again from its shown steps alone.</summary>
    internal static DateTime Again(DateTime start, int amount, CountUnit unit, TimeSpan measure, DueResult due)
    {
        var at = start;
        var (time, days) = (TimeSpan.Zero, 0);
        foreach (var step in due.Steps)
        {
            Assert.Equal(at, step.From);
            Assert.True(step.To > step.From, "a step without length");
            if (!unit.ByDate() && step.Counts) Assert.Equal(step.To - step.From, step.Time);
            if (unit.ByDate() && step.Counts) Assert.Equal(Shanghai.Date(step.To.AddTicks(-1)).DayNumber - Shanghai.Date(step.From).DayNumber + 1, step.Days);
            at = step.To;
            (time, days) = (time + step.Time, days + step.Days);
        }

        Assert.Equal(unit.ByDate() ? 0 : measure.Ticks * amount, time.Ticks);
        Assert.Equal(unit.ByDate() ? amount : 0, days);
        return at;
    }
}
