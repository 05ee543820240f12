using Lianxin.Platform.Calendar;
using static Lianxin.Tests.Calendar.When;

namespace Lianxin.Tests.Calendar;

public sealed class DueStepTests
{
    [Fact]
    public void Four_work_hours_over_Spring_Festival_say_why_line_by_line()
    {
        var due = Due("2026-02-14 16:30", 4, CountUnit.WorkHour);
        Assert.Equal(
            [
                "02-14 16:30 02-14 17:30 60 春节调休上班",
                "02-14 17:30 02-15 00:00 0 下班后",
                "02-15 00:00 02-24 00:00 0 春节放假",
                "02-24 00:00 02-24 08:30 0 上班前",
                "02-24 08:30 02-24 11:30 180 上班时间",
            ],
            Lines(due));
        Assert.Empty(due.Warnings);
    }

    [Fact]
    public void A_night_and_a_weekend_are_one_line_each() =>
        Assert.Equal(["上班时间", "午休", "上班时间", "下班后", "上班时间", "午休", "上班时间", "下班后", "周六日休息", "上班前", "上班时间"],
            Whys(Due("2026-03-05 08:30", 15, CountUnit.WorkHour)));

    [Fact]
    public void A_legal_period_shows_the_days_it_rolls_over() =>
        Assert.Equal(
            [
                "01-20 09:00 01-21 00:00 0 开始当天不计入",
                "01-21 00:00 02-20 00:00 30 按日连续计算，节假日也算",
                "02-20 00:00 02-24 00:00 0 春节放假",
                "02-24 00:00 02-25 00:00 0 最后一天是休息日，顺延到下一个工作日",
            ],
            Lines(Due("2026-01-20 09:00", 30, CountUnit.LegalDay)));

    [Fact]
    public void Workdays_by_date_leave_out_the_start_day_and_name_the_rest() =>
        Assert.Equal(["开始当天不计入", "工作日", "春节调休上班", "春节放假", "工作日"],
            Whys(Due("2026-02-12 10:00", 5, CountUnit.WorkdayByDate)));

    /// <summary>A report comes in at any second; a page shows minutes, and the lines must still add up to the limit.</summary>
    [Theory]
    [InlineData(4, CountUnit.WorkHour, 4 * 60)]
    [InlineData(5, CountUnit.WorkDay, 5 * 7 * 60)]
    [InlineData(2, CountUnit.NaturalDay, 2 * 24 * 60)]
    public void Minutes_shown_add_up_whatever_the_second_of_the_start(int amount, CountUnit unit, int minutes)
    {
        foreach (var seconds in new[] { 0d, 0.001, 35, 59.999 })
        {
            var steps = DueClock.Add(At("2026-03-05 15:21").AddSeconds(seconds), amount, unit, WorkCalendar.Official).Sure().Steps;
            Assert.Equal(minutes, steps.Sum(s => s.Shown.TotalMinutes));
            Assert.All(steps.Where(s => s.Counts), s => Assert.Equal(s.Shown, Read(s.To) - Read(s.From)));
        }

        static DateTime Read(DateTime at) => DateTime.ParseExact(Shanghai.Text(at), "yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public void Every_sentence_is_a_key_the_translations_can_list()
    {
        foreach (var unit in CountUnits.All)
            foreach (var step in Due("2026-09-24 12:30", 40, unit, null, Pause("2026-10-08 09:00", "2026-10-09 15:00")).Steps)
                Assert.Contains(step.Why.Key, CalendarText.Keys);
        Assert.Contains("春节", CalendarText.Keys);
        Assert.Contains("工作日（按日期）", CalendarText.Keys);
        Assert.Equal(CalendarText.Keys.Count, CalendarText.Keys.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void A_sentence_is_translated_with_what_stands_inside_it()
    {
        var why = WorkCalendar.Official.Day(Day("2026-02-14")).Why;
        var english = new Dictionary<string, string>(StringComparer.Ordinal) { ["{0}调休上班"] = "workday made up for {0}", ["春节"] = "Spring Festival" };
        Assert.Equal("workday made up for Spring Festival", why.In(key => english[key]));
    }

    private static IEnumerable<string> Lines(DueResult due) => due.Steps.Select(s =>
        $"{Shanghai.Text(s.From)[5..]} {Shanghai.Text(s.To)[5..]} {s.Time.TotalMinutes + s.Days} {s.Why}");
}
