using Lianxin.Platform.Calendar;
using static Lianxin.Tests.Calendar.When;

namespace Lianxin.Tests.Calendar;

public sealed class PauseTests
{
    [Fact]
    public void A_pause_in_working_time_moves_the_end_by_its_working_time()
    {
        Assert.Equal("2026-03-02 16:00", DueText("2026-03-02 09:00", 4, CountUnit.WorkHour, null, Pause("2026-03-02 10:00", "2026-03-02 11:00")));
        Assert.Equal("2026-03-02 15:00", DueText("2026-03-02 09:00", 4, CountUnit.WorkHour, null, Pause("2026-03-02 12:00", "2026-03-02 14:00")));
    }

    [Fact]
    public void Pauses_may_overlap_and_come_in_any_order()
    {
        var due = Due("2026-03-02 09:00", 2, CountUnit.WorkHour, null,
            Pause("2026-03-02 10:30", "2026-03-02 11:00"), Pause("2026-03-02 10:00", "2026-03-02 10:40"), Pause("2026-03-02 11:30", "2026-03-02 11:30"));
        Assert.Equal("2026-03-02 12:00", Shanghai.Text(due.Due));
        Assert.Equal(["上班时间", "挂账暂停，不计时", "上班时间"], Whys(due));
    }

    [Fact]
    public void A_pause_that_ran_before_the_start_takes_nothing() =>
        Assert.Equal("2026-03-02 11:00", DueText("2026-03-02 09:00", 2, CountUnit.WorkHour, null, Pause("2026-02-27 09:00", "2026-03-02 09:00")));

    [Fact]
    public void Urgent_hours_pause_by_the_clock() =>
        Assert.Equal("2026-03-02 03:00", DueText("2026-03-01 22:00", 2, CountUnit.UrgentHour, null, Pause("2026-03-01 23:00", "2026-03-02 02:00")));

    [Theory]
    [InlineData("workday-by-date", "2026-03-06 17:30")]
    [InlineData("legal-day", "2026-03-07 00:00")]
    public void By_date_a_pause_takes_as_many_days_as_it_lasts_by_date(string unit, string due)
    {
        Assert.True(CountUnits.TryParse(unit, out var read));
        Assert.Equal(due, DueText("2026-03-02 09:00", 2, read, null, Pause("2026-03-03 10:00", "2026-03-05 15:00")));
    }

    [Fact]
    public void By_date_a_pause_within_one_day_moves_nothing()
    {
        Assert.Equal("2026-03-04 17:30", DueText("2026-03-02 09:00", 2, CountUnit.WorkdayByDate, null, Pause("2026-03-03 09:00", "2026-03-03 17:00")));
        Assert.Equal("2026-03-04 17:30", DueText("2026-03-02 09:00", 2, CountUnit.WorkdayByDate, null, Pause("2026-03-03 09:00", "2026-03-04 00:00")));
    }

    [Fact]
    public void A_legal_period_does_not_roll_onto_a_paused_day() =>
        Assert.Equal("2026-03-11 24:00", Shanghai.Deadline(
            Due("2026-03-02 09:00", 5, CountUnit.LegalDay, null, Pause("2026-03-07 10:00", "2026-03-10 15:00")).Due));

    [Fact]
    public void A_pause_written_backwards_is_refused()
    {
        var fault = DueClock.Add(At("2026-03-02 09:00"), 1, CountUnit.WorkHour, WorkCalendar.Official, [Pause("2026-03-03 09:00", "2026-03-02 09:00")]).Fault!;
        Assert.Equal(("pauses", "暂停的结束时间早于开始时间。"), (fault.Parameter, fault.Why.ToString()));
    }
}
