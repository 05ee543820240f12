using System.Diagnostics;
using Lianxin.Platform.Calendar;
using static Lianxin.Tests.Calendar.When;

namespace Lianxin.Tests.Calendar;

public sealed class DueRefusalTests
{
    [Theory]
    [InlineData(0, "数量要大于 0。")]
    [InlineData(-1, "数量要大于 0。")]
    [InlineData(int.MinValue, "数量要大于 0。")]
    [InlineData(10_001, "数量太大，这个单位最多算到 10000。")]
    [InlineData(int.MaxValue, "数量太大，这个单位最多算到 10000。")]
    public void An_amount_that_cannot_be_counted_is_refused_in_plain_words(int amount, string why)
    {
        var fault = DueClock.Add(At("2026-03-02 09:00"), amount, CountUnit.WorkHour, WorkCalendar.Official).Fault!;
        Assert.Equal(("amount", why), (fault.Parameter, fault.Why.ToString()));
    }

    [Theory]
    [InlineData("1999-12-31 23:59", 1, "start")]
    [InlineData("2101-01-01 00:00", 1, "start")]
    [InlineData("2100-12-31 17:00", 1, "amount")]
    [InlineData("2095-01-04 09:00", 3660, "amount")]
    public void Counting_stays_within_the_years_of_the_calendar(string start, int amount, string parameter)
    {
        foreach (var unit in new[] { CountUnit.WorkDay, CountUnit.WorkdayByDate, CountUnit.LegalDay, CountUnit.NaturalDay })
            Assert.Equal(parameter, DueClock.Add(At(start), amount, unit, WorkCalendar.Official).Fault!.Parameter);
    }

    [Fact]
    public void An_instant_that_is_not_UTC_is_a_bug_and_throws() =>
        Assert.Throws<ArgumentException>(() => DueClock.Add(new DateTime(2026, 3, 2), 1, CountUnit.WorkHour, WorkCalendar.Official));

    [Fact]
    public void The_largest_questions_are_answered_at_once()
    {
        var watch = Stopwatch.StartNew();
        foreach (var unit in CountUnits.All)
            Assert.True(DueClock.Add(At("2026-03-02 09:00"), unit.Most(), unit, WorkCalendar.Official).Ok);
        Assert.True(watch.ElapsedMilliseconds < 5_000, $"{watch.ElapsedMilliseconds} ms");
    }
}
