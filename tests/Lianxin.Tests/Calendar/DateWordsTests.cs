using Lianxin.Platform.Calendar;
using static Lianxin.Tests.Calendar.When;

namespace Lianxin.Tests.Calendar;

public sealed class DateWordsTests
{
    [Theory]
    [InlineData("2026-11-21 16:00", "今天 16:00 前", "2026-11-21 16:00")]
    [InlineData("2026-11-22 10:00", "明天 10:00 前", "2026-11-22 10:00")]
    [InlineData("2026-11-24 17:30", "11-24 前", "2026-11-24 17:30")]
    [InlineData("2027-01-05 17:30", "2027-01-05 前", "2027-01-05 17:30")]
    [InlineData("2026-11-22 00:00", "今天 24:00 前", "2026-11-21 24:00")]
    [InlineData("2026-11-25 00:00", "11-24 前", "2026-11-24 24:00")]
    [InlineData("2026-11-21 08:59", "原定 2026-11-21 08:59 前", "2026-11-21 08:59")]
    public void A_deadline_is_said_the_way_people_say_it(string due, string words, string exact)
    {
        var spoken = DateWords.Before(At(due), At("2026-11-21 09:00"));
        Assert.Equal((words, exact), (spoken.Words.ToString(), spoken.Exact));
    }

    [Fact]
    public void Today_is_today_in_Shanghai_not_in_Greenwich() =>
        Assert.Equal("今天 09:00 前", DateWords.Before(At("2026-11-21 09:00"), At("2026-11-21 00:30")).Words.ToString());

    [Theory]
    [InlineData("urgent-hour", "2026-03-03 10:00", "2026-03-03 13:00", "还剩 3 小时")]
    [InlineData("urgent-hour", "2026-03-03 12:59", "2026-03-03 11:00", "超期 1 小时")]
    [InlineData("urgent-hour", "2026-03-03 13:00", "2026-03-03 11:00", "超期 2 小时")]
    [InlineData("urgent-hour", "2026-03-03 12:15", "2026-03-03 13:00", "还剩 45 分钟")]
    [InlineData("urgent-hour", "2026-03-03 13:00", "2026-03-03 13:00", "还剩不到 1 分钟")]
    [InlineData("work-hour", "2026-03-03 16:30", "2026-03-04 10:30", "还剩 3 个工作时")]
    [InlineData("work-hour", "2026-03-03 17:00", "2026-03-04 08:30", "还剩 30 分钟工作时间")]
    [InlineData("work-hour", "2026-03-04 08:00", "2026-03-03 17:30", "刚刚超期")]
    [InlineData("work-hour", "2026-03-04 10:30", "2026-03-03 17:30", "超期 2 个工作时")]
    [InlineData("work-day", "2026-03-03 10:00", "2026-03-05 17:30", "还剩 2 个工作日")]
    [InlineData("work-day", "2026-03-05 15:30", "2026-03-05 17:30", "还剩 2 个工作时")]
    [InlineData("workday-by-date", "2026-03-03 10:00", "2026-03-05 17:30", "还剩 2 个工作日")]
    [InlineData("workday-by-date", "2026-03-05 10:00", "2026-03-05 17:30", "今天是最后一天")]
    [InlineData("workday-by-date", "2026-03-06 10:00", "2026-03-05 17:30", "超期不到 1 个工作日")]
    [InlineData("workday-by-date", "2026-03-09 18:00", "2026-03-05 17:30", "超期 2 个工作日")]
    [InlineData("legal-day", "2026-03-03 10:00", "2026-03-06 00:00", "还剩 2 天")]
    [InlineData("legal-day", "2026-03-06 10:00", "2026-03-06 00:00", "超期不到 1 天")]
    [InlineData("natural-day", "2026-03-03 10:00", "2026-03-06 00:00", "还剩 2 天")]
    [InlineData("natural-day", "2026-03-05 21:00", "2026-03-06 00:00", "还剩 3 小时")]
    public void What_is_left_is_never_rounded_up(string unit, string now, string due, string words)
    {
        Assert.True(CountUnits.TryParse(unit, out var read));
        var left = DueClock.Left(At(now), At(due), read, WorkCalendar.Official).Sure();
        Assert.Equal(words, DateWords.Left(left).ToString());
    }

    [Fact]
    public void Shanghai_time_goes_to_UTC_and_back()
    {
        var utc = new DateTime(2026, 2, 24, 3, 30, 0, 5, DateTimeKind.Utc);
        Assert.Equal("2026-02-24T11:30:00.005+08:00", Shanghai.Iso(utc));
        Assert.Equal(utc, Shanghai.Utc(Shanghai.Local(utc)));
        Assert.Throws<ArgumentException>(() => Shanghai.Local(DateTime.SpecifyKind(utc, DateTimeKind.Unspecified)));
        Assert.Throws<ArgumentException>(() => Shanghai.Utc(utc));
    }
}
