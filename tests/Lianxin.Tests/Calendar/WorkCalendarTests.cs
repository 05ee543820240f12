using Lianxin.Platform.Calendar;
using static Lianxin.Tests.Calendar.When;

namespace Lianxin.Tests.Calendar;

public sealed class WorkCalendarTests
{
    [Theory]
    [InlineData(2025, "19 19 21 22 19 20 23 21 23 18 20 23")]
    [InlineData(2026, "21 16 22 21 19 21 23 21 22 18 21 23")]
    public void A_year_with_a_notice_has_248_workdays(int year, string months)
    {
        var counted = Enumerable.Range(1, 12)
            .Select(m => WorkCalendar.Official.Workdays(new(year, m, 1), new(year, m, DateTime.DaysInMonth(year, m))))
            .ToList();
        Assert.Equal(months, string.Join(' ', counted));
        Assert.Equal(248, counted.Sum());
    }

    [Theory]
    [InlineData("2026-01-04", true)]
    [InlineData("2026-02-28", true)]
    [InlineData("2026-05-09", true)]
    [InlineData("2026-09-20", true)]
    [InlineData("2026-10-10", true)]
    [InlineData("2025-01-26", true)]
    [InlineData("2025-10-11", true)]
    [InlineData("2026-09-25", false)]
    [InlineData("2026-02-16", false)]
    [InlineData("2026-03-07", false)]
    [InlineData("2026-10-08", true)]
    public void Make_up_days_are_workdays_and_holidays_are_not(string date, bool works) =>
        Assert.Equal(works, WorkCalendar.Official.Day(Day(date)).Works);

    [Fact]
    public void A_year_without_a_notice_has_the_thirteen_days_of_the_law()
    {
        var days = Enumerable.Range(0, 365).Select(new DateOnly(2027, 1, 1).AddDays)
            .Where(d => WorkCalendar.Official.Day(d).Kind == DayKind.Holiday).Select(d => $"{d:MM-dd}");
        Assert.Equal("01-01 02-05 02-06 02-07 02-08 04-05 05-01 05-02 06-09 09-15 10-01 10-02 10-03", string.Join(' ', days));
    }

    // Lunar dates after a leap month (2025: sixth), and those of the printed notices.
    [Theory]
    [InlineData("2025-01-28", "春节")]
    [InlineData("2025-10-06", "中秋节")]
    [InlineData("2026-06-19", "端午节")]
    [InlineData("2026-09-25", "中秋节")]
    [InlineData("2026-04-05", "清明节")]
    [InlineData("2028-04-04", "清明节")]
    [InlineData("2100-04-05", "清明节")]
    public void The_law_s_own_days_are_reckoned_right(string date, string name)
    {
        var bare = WorkCalendar.Create(CalendarData.Official with { Years = [] }).Sure();
        Assert.Equal(name, bare.Day(Day(date)).Name);
    }

    [Fact]
    public void A_date_counted_through_a_year_without_a_notice_warns()
    {
        var warning = Assert.Single(Due("2026-12-31 09:00", 3, CountUnit.WorkdayByDate).Warnings);
        Assert.Equal("日历里没有 2027 年的放假安排，这一年先按双休日和法定节假日推算，是暂定的；录入以后，在办的期限会自动重新计算。", warning.ToString());
        Assert.Single(Due("2026-12-31 17:00", 1, CountUnit.WorkHour).Warnings);
        Assert.Single(Due("2026-12-31 17:00", 1, CountUnit.LegalDay).Warnings);
        Assert.Empty(Due("2026-12-31 16:00", 1, CountUnit.WorkHour).Warnings);
        Assert.Empty(Due("2026-12-31 23:00", 40, CountUnit.UrgentHour).Warnings);
    }

    [Fact]
    public void A_notice_entered_later_ends_the_warning_and_moves_the_date()
    {
        var notice = new YearNotice(2027, "试填", "", [new(Day("2027-01-01"), Day("2027-01-03"), "元旦")], [new(Day("2027-01-09"), "元旦")]);
        var calendar = WorkCalendar.Official.With(notice).Sure();
        Assert.Empty(Due("2026-12-31 09:00", 6, CountUnit.WorkdayByDate, calendar).Warnings);
        Assert.Equal("2027-01-09 17:30", DueText("2026-12-31 09:00", 6, CountUnit.WorkdayByDate, calendar));
        Assert.Equal("2027-01-11 17:30", DueText("2026-12-31 09:00", 6, CountUnit.WorkdayByDate));
    }

    [Fact]
    public void A_region_adds_its_own_holidays_and_others_do_not_see_them()
    {
        var guangxi = WorkCalendar.Official.For("450000", new([new(Day("2026-04-20"), Day("2026-04-21"), "三月三")], [])).Sure();
        Assert.Equal("450000", guangxi.Region);
        Assert.Equal("2026-04-22 17:30", DueText("2026-04-17 09:00", 1, CountUnit.WorkdayByDate, guangxi));
        Assert.Equal("2026-04-20 17:30", DueText("2026-04-17 09:00", 1, CountUnit.WorkdayByDate));
        Assert.Contains("三月三放假（地方假日）", Whys(Due("2026-04-17 09:00", 1, CountUnit.WorkdayByDate, guangxi)));
    }

    [Fact]
    public void Notices_carry_the_number_of_their_document() =>
        Assert.Equal(["国办发明电〔2024〕12号", "国办发明电〔2025〕7号"], OfficialYears.All.Select(y => y.Number));
}
