using Lianxin.Platform.Calendar;
using static Lianxin.Tests.Calendar.When;

namespace Lianxin.Tests.Calendar;

public sealed class ElapsedTests
{
    [Fact]
    public void Working_minutes_between_two_instants_leave_out_what_is_not_work()
    {
        var lapse = Elapsed("2026-02-14 16:30", "2026-02-24 11:15", CountUnit.WorkHour);
        Assert.Equal((3, 45, 225L), (lapse.Whole, (int)lapse.Rest.TotalMinutes, lapse.Minutes));
        Assert.Equal(0, Elapsed("2026-02-15 00:00", "2026-02-24 08:30", CountUnit.WorkHour).Minutes);
        Assert.Equal(2, Elapsed("2026-03-02 08:30", "2026-03-03 17:30", CountUnit.WorkDay).Whole);
    }

    [Fact]
    public void A_day_by_date_has_passed_when_it_has_ended()
    {
        Assert.Equal(4, Elapsed("2026-02-12 10:00", "2026-02-26 17:29", CountUnit.WorkdayByDate).Whole);
        Assert.Equal(5, Elapsed("2026-02-12 10:00", "2026-02-26 17:30", CountUnit.WorkdayByDate).Whole);
        Assert.Equal(29, Elapsed("2026-01-20 09:00", "2026-02-19 23:59", CountUnit.LegalDay).Whole);
        Assert.Equal(30, Elapsed("2026-01-20 09:00", "2026-02-20 00:00", CountUnit.LegalDay).Whole);
    }

    [Theory]
    [InlineData("work-hour", "2026-03-03 10:00", "2026-03-03 15:00", false, 3)]
    [InlineData("work-hour", "2026-03-04 09:30", "2026-03-03 17:30", true, 1)]
    [InlineData("workday-by-date", "2026-03-03 10:00", "2026-03-05 17:30", false, 2)]
    [InlineData("workday-by-date", "2026-03-05 10:00", "2026-03-05 17:30", false, 0)]
    [InlineData("workday-by-date", "2026-03-06 10:00", "2026-03-05 17:30", true, 0)]
    [InlineData("workday-by-date", "2026-03-06 17:30", "2026-03-05 17:30", true, 1)]
    [InlineData("legal-day", "2026-03-04 10:00", "2026-03-06 00:00", false, 1)]
    [InlineData("legal-day", "2026-03-05 23:00", "2026-03-06 00:00", false, 0)]
    [InlineData("legal-day", "2026-03-06 10:00", "2026-03-06 00:00", true, 0)]
    [InlineData("legal-day", "2026-03-07 00:00", "2026-03-06 00:00", true, 1)]
    public void What_is_left_is_told_in_the_limit_s_own_unit(string unit, string now, string due, bool overdue, int whole)
    {
        Assert.True(CountUnits.TryParse(unit, out var read));
        var left = DueClock.Left(At(now), At(due), read, WorkCalendar.Official).Sure();
        Assert.Equal((overdue, whole), (left.Overdue, left.Lapse.Whole));
    }

    [Fact]
    public void The_last_instant_is_still_in_time() =>
        Assert.False(DueClock.Left(At("2026-03-05 17:30"), At("2026-03-05 17:30"), CountUnit.WorkHour, WorkCalendar.Official).Sure().Overdue);

    [Fact]
    public void An_end_before_the_start_is_refused() =>
        Assert.Equal("to", DueClock.Elapsed(At("2026-03-05 09:00"), At("2026-03-04 09:00"), CountUnit.WorkHour, WorkCalendar.Official).Fault!.Parameter);

    private static Lapse Elapsed(string from, string to, CountUnit unit) =>
        DueClock.Elapsed(At(from), At(to), unit, WorkCalendar.Official).Sure();
}
