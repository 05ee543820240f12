using Lianxin.Platform.Calendar;
using static Lianxin.Tests.Calendar.When;

namespace Lianxin.Tests.Calendar;

/// <summary>A typing error in the calendar moves everybody's deadlines, so it is refused with the reason.</summary>
public sealed class CalendarDataTests
{
    [Fact]
    public void Periods_must_exist_follow_each_other_and_not_overlap()
    {
        Assert.Equal(("hours", "至少要有一段上班时间。"), Refused(new WorkHours([])));
        Assert.Equal(("hours", "上班时间要从早到晚写，前后不能重叠。"), Refused(new WorkHours([new(new(12, 0), new(8, 0))])));
        Assert.Equal("hours", Refused(new WorkHours([new(new(8, 0), new(12, 0)), new(new(11, 0), new(17, 0))])).Where);
        Assert.Equal("hours", Refused(WorkHours.Default with { SeasonFrom = new(6, 1) }).Where);
        Assert.Equal("hours", Refused(WorkHours.Default with { SeasonFrom = new(6, 31), SeasonTo = new(9, 30) }).Where);
        Assert.Equal("hours", Refused(WorkHours.Default with { From = Day("2026-09-30"), To = Day("2026-06-01") }).Where);
    }

    [Fact]
    public void A_notice_must_not_contradict_itself()
    {
        Assert.Equal(("years", "2027-01-02 写了两次，或者既放假又上班。"),
            Refused(Notice(2027, "2027-01-01", "2027-01-03", "2027-01-02")));
        Assert.Equal(("years", "元旦的放假起止日期写反了。"), Refused(Notice(2027, "2027-01-03", "2027-01-01")));
        Assert.Equal(("years", "2028-10-01 不属于 2027 年的放假安排。"), Refused(Notice(2027, "2028-10-01", "2028-10-01")));
        Assert.Equal("years", Refused(Notice(1999, "1999-10-01", "1999-10-01")).Where);
    }

    [Fact]
    public void A_year_is_written_once() =>
        Assert.Equal(("years", "2026 年的放假安排写了两次。"),
            Refused(CalendarData.Official with { Years = [.. OfficialYears.All, OfficialYears.All[^1]] }));

    [Fact]
    public void Local_days_stay_within_the_years_counted() =>
        Assert.Equal("local", WorkCalendar.Official.For("x", new([new(DateOnly.MinValue, DateOnly.MaxValue, "永远")], [])).Fault!.Parameter);

    [Fact]
    public void A_calendar_on_which_nobody_works_ends_in_a_refusal_not_in_a_loop()
    {
        var never = WorkCalendar.Official.For("x", new([new(new(2000, 1, 1), new(2100, 12, 31), "长假")], [])).Sure();
        foreach (var unit in new[] { CountUnit.WorkHour, CountUnit.WorkDay, CountUnit.WorkdayByDate, CountUnit.LegalDay })
            Assert.Equal("amount", DueClock.Add(At("2026-03-02 09:00"), 1, unit, never).Fault!.Parameter);
    }

    private static CalendarData Notice(int year, string from, string to, params string[] work) => CalendarData.Official with
    {
        Years = [new(year, "", "", [new(Day(from), Day(to), "元旦")], [.. work.Select(w => new MakeUpDay(Day(w), "元旦"))])],
    };

    private static (string Where, string Why) Refused(WorkHours hours) => Refused(CalendarData.Official with { Hours = [hours] });

    private static (string Where, string Why) Refused(CalendarData data)
    {
        var fault = WorkCalendar.Create(data).Fault!;
        return (fault.Parameter, fault.Why.ToString());
    }
}
