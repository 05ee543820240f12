using Lianxin.Platform.Calendar;
using static Lianxin.Tests.Calendar.When;

namespace Lianxin.Tests.Calendar;

public sealed class SeasonTests
{
    // Summer 06-01 to 09-30: 08:00–12:00 and 15:00–18:30 (7.5 h); otherwise the default 7 h.
    internal static readonly WorkCalendar Seasons = WorkCalendar.Create(CalendarData.Official with
    {
        Hours = [new([new(new(8, 0), new(12, 0)), new(new(15, 0), new(18, 30))], SeasonFrom: new(6, 1), SeasonTo: new(9, 30))],
    }).Sure();

    [Theory]
    [InlineData("2026-05-29 16:30", 4, "work-hour", "2026-06-01 11:00")] // Friday winter hours, Monday summer hours
    [InlineData("2026-09-30 17:30", 4, "work-hour", "2026-10-08 11:30")] // summer evening, winter morning after the holiday
    [InlineData("2026-09-29 18:00", 1, "workday-by-date", "2026-09-30 18:30")]
    [InlineData("2026-09-30 18:00", 1, "workday-by-date", "2026-10-08 17:30")]
    public void Hours_change_with_the_season_in_the_middle_of_a_count(string start, int amount, string unit, string due)
    {
        Assert.True(CountUnits.TryParse(unit, out var read));
        Assert.Equal(due, DueText(start, amount, read, Seasons));
    }

    [Theory]
    [InlineData("2026-09-30 08:00", 1, "2026-09-30 18:30")]
    [InlineData("2026-09-30 08:00", 2, "2026-10-09 09:00")] // 15 h: 7.5 in summer, 7 in winter, half an hour more
    [InlineData("2026-05-29 15:00", 1, "2026-06-01 15:30")] // 7 h, though Monday has 7.5
    public void A_work_day_keeps_the_length_of_its_start_day_across_the_border(string start, int amount, string due) =>
        Assert.Equal(due, DueText(start, amount, CountUnit.WorkDay, Seasons));

    [Fact]
    public void A_work_day_begun_after_the_border_may_end_before_one_begun_the_evening_earlier()
    {
        Assert.Equal("2026-10-09 09:00", DueText("2026-09-30 18:30", 1, CountUnit.WorkDay, Seasons));
        Assert.Equal("2026-10-08 17:30", DueText("2026-10-01 00:00", 1, CountUnit.WorkDay, Seasons));
    }

    [Fact]
    public void A_season_may_cross_New_Year()
    {
        var winter = new WorkHours([new(new(9, 0), new(16, 0))], SeasonFrom: new(11, 1), SeasonTo: new(3, 31));
        Assert.True(winter.InForce(Day("2026-12-31")));
        Assert.True(winter.InForce(Day("2026-03-31")));
        Assert.False(winter.InForce(Day("2026-04-01")));
    }

    [Fact]
    public void Hours_may_hold_between_two_dates_only_and_the_last_written_wins()
    {
        var trial = new WorkHours([new(new(7, 0), new(13, 0))], From: Day("2026-07-01"), To: Day("2026-07-31"));
        var calendar = WorkCalendar.Create(Seasons.Data with { Hours = [.. Seasons.Data.Hours, trial] }).Sure();
        Assert.Equal("2026-07-31 13:00", DueText("2026-07-30 09:00", 1, CountUnit.WorkdayByDate, calendar));
        Assert.Equal("2026-08-03 18:30", DueText("2026-07-31 09:00", 1, CountUnit.WorkdayByDate, calendar));
    }

    [Fact]
    public void A_third_period_has_its_own_break()
    {
        var late = new WorkHours([new(new(8, 0), new(12, 0)), new(new(14, 0), new(17, 0)), new(new(19, 0), new(21, 0))]);
        var calendar = WorkCalendar.Create(CalendarData.Official with { Hours = [late] }).Sure();
        var due = Due("2026-03-02 08:00", 8, CountUnit.WorkHour, calendar);
        Assert.Equal("2026-03-02 20:00", Shanghai.Text(due.Due));
        Assert.Equal(["上班时间", "午休", "上班时间", "工间休息", "上班时间"], Whys(due));
    }
}
