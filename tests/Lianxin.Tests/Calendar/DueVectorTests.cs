using Lianxin.Platform.Calendar;
using static Lianxin.Tests.Calendar.When;

namespace Lianxin.Tests.Calendar;

public sealed class DueVectorTests
{
    [Theory]
    [InlineData("2026-02-14 16:30", 4, "work-hour", "2026-02-24 11:30")]
    [InlineData("2026-09-30 17:00", 2, "work-hour", "2026-10-08 10:00")]
    [InlineData("2026-04-30 11:00", 7, "work-hour", "2026-05-06 11:00")]
    [InlineData("2026-10-10 12:30", 1, "work-hour", "2026-10-10 15:00")]
    [InlineData("2026-02-12 00:00", 5, "workday-by-date", "2026-02-26 17:30")]
    [InlineData("2026-02-12 23:59", 5, "workday-by-date", "2026-02-26 17:30")]
    [InlineData("2025-09-30 09:00", 5, "workday-by-date", "2025-10-14 17:30")]
    [InlineData("2025-12-31 09:00", 2, "workday-by-date", "2026-01-05 17:30")]
    [InlineData("2026-01-20 09:00", 30, "legal-day", "2026-02-25 00:00")]
    [InlineData("2026-09-11 09:00", 15, "legal-day", "2026-09-29 00:00")]
    [InlineData("2026-09-30 22:36", 2, "urgent-hour", "2026-10-01 00:36")]
    [InlineData("2026-02-15 22:36", 2, "urgent-hour", "2026-02-16 00:36")]
    public void A_limit_ends_where_the_rules_say(string start, int amount, string unit, string due)
    {
        Assert.True(CountUnits.TryParse(unit, out var read));
        Assert.Equal(due, DueText(start, amount, read));
    }

    [Theory]
    [InlineData("2026-01-20 09:00", 30, "2026-02-24 24:00")]
    [InlineData("2026-09-11 09:00", 15, "2026-09-28 24:00")]
    [InlineData("2026-02-04 09:00", 10, "2026-02-14 24:00")] // a make-up Saturday is a workday: nothing rolls
    [InlineData("2026-03-05 09:00", 5, "2026-03-10 24:00")]
    public void A_legal_period_ends_at_midnight_of_a_day_people_work(string start, int amount, string due) =>
        Assert.Equal(due, Shanghai.Deadline(Due(start, amount, CountUnit.LegalDay).Due));

    [Theory]
    [InlineData("2026-03-02 08:30", 1, "2026-03-02 17:30")]
    [InlineData("2026-03-02 10:00", 1, "2026-03-03 10:00")]
    [InlineData("2026-03-06 16:30", 2, "2026-03-10 16:30")]
    [InlineData("2026-03-07 10:00", 1, "2026-03-09 17:30")]
    public void A_work_day_is_seven_hours_counted_through_the_periods(string start, int amount, string due) =>
        Assert.Equal(due, DueText(start, amount, CountUnit.WorkDay));

    [Fact]
    public void A_natural_day_is_twenty_four_hours_whatever_day_it_is() =>
        Assert.Equal("2026-02-18 16:30", DueText("2026-02-14 16:30", 4, CountUnit.NaturalDay));

    [Fact]
    public void A_count_that_uses_up_a_period_ends_with_it_and_not_with_the_break() =>
        Assert.Equal("2026-03-02 12:00", DueText("2026-03-02 09:00", 3, CountUnit.WorkHour));

    [Fact]
    public void Milliseconds_are_kept()
    {
        var start = At("2026-03-02 09:00").AddMilliseconds(7);
        Assert.Equal(At("2026-03-02 10:00").AddMilliseconds(7), DueClock.Add(start, 1, CountUnit.WorkHour, WorkCalendar.Official).Sure().Due);
    }
}
