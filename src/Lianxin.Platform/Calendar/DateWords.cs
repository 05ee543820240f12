using Lianxin.Platform.Text;

namespace Lianxin.Platform.Calendar;

/// <summary>A time as people say it, and the exact date for the <c>title</c>.</summary>
public sealed record Spoken(Sentence Words, string Exact);

/// <summary>Deadlines said the way people say them.</summary>
public static class DateWords
{
    /// <summary>
    /// 今天 16:00 前, 明天 10:00 前, 11-24 前, with the year where it is another one; 原定 … 前 once it has passed.
    /// Midnight belongs to the day that ends.
    /// </summary>
    public static Spoken Before(DateTime due, DateTime now)
    {
        var (date, time) = Shanghai.Ending(due);
        var today = Shanghai.Date(now);
        var exact = Shanghai.Deadline(due);
        if (due < now) return new(new(CalendarText.WasDue, exact), exact);
        Sentence words = (date.DayNumber - today.DayNumber) switch
        {
            <= 0 => new(CalendarText.Today, time),
            1 => new(CalendarText.Tomorrow, time),
            _ => new(CalendarText.Before, date.ToString(date.Year == today.Year ? "MM-dd" : "yyyy-MM-dd")),
        };
        return new(words, exact);
    }

    /// <summary>还剩 3 小时, 还剩 2 个工作日, 超期 2 小时; never rounded up, so nobody is told more than there is.</summary>
    public static Sentence Left(Remaining left) =>
        left.Lapse.Unit.ByDate() ? Days(left) : Time(left);

    private static Sentence Days(Remaining left)
    {
        var (days, work) = (left.Lapse.Whole, left.Lapse.Unit == CountUnit.WorkdayByDate);
        if (days == 0 && !left.Overdue) return new(CalendarText.LastDay);
        if (days == 0) return new(work ? CalendarText.OverShortWorkday : CalendarText.OverShort);
        return (left.Overdue, work) switch
        {
            (false, false) => new(CalendarText.LeftDays, days),
            (false, true) => new(CalendarText.LeftWorkdays, days),
            (true, false) => new(CalendarText.OverDays, days),
            (true, true) => new(CalendarText.OverWorkdays, days),
        };
    }

    private static Sentence Time(Remaining left)
    {
        var (lapse, over) = (left.Lapse, left.Overdue);
        var work = lapse.Unit.Working();
        if (lapse is { Whole: > 0, Unit: CountUnit.WorkDay })
            return new(over ? CalendarText.OverWorkdays : CalendarText.LeftWorkdays, lapse.Whole);
        if (lapse is { Whole: > 0, Unit: CountUnit.NaturalDay })
            return new(over ? CalendarText.OverDays : CalendarText.LeftDays, lapse.Whole);
        if (lapse.Time >= TimeSpan.FromHours(1))
            return new(Pick(over, work, (CalendarText.LeftHours, CalendarText.LeftWorkHours), (CalendarText.OverHours, CalendarText.OverWorkHours)), (int)lapse.Time.TotalHours);
        if (lapse.Minutes > 0)
            return new(Pick(over, work, (CalendarText.LeftMinutes, CalendarText.LeftWorkMinutes), (CalendarText.OverMinutes, CalendarText.OverWorkMinutes)), lapse.Minutes);
        return new(over ? CalendarText.OverNow : CalendarText.LeftNothing);
    }

    private static string Pick(bool over, bool work, (string Clock, string Work) left, (string Clock, string Work) past)
    {
        var words = over ? past : left;
        return work ? words.Work : words.Clock;
    }
}
