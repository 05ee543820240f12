using System.Globalization;
using Lianxin.Cases.Model;
using Lianxin.Platform;
using Lianxin.Platform.Calendar;
using Lianxin.Platform.Settings;

namespace Lianxin.Cases.Turns.Outer;

/// <summary>The dates a source sets: ours lies before its own, so that there is time left to paste the answer back.</summary>
internal sealed class OuterClock(WorkCalendars calendars, SettingsBook settings, Clock clock)
{
    /// <summary>Workdays between our date and the source's. The one day is ours; no rule names a figure.</summary>
    public const string Lead = "outer-lead";

    /// <summary>Workdays within which a ticket that is not ours may be returned, where the ticket does not say. Ours as well.</summary>
    public const string Window = "outer-window";

    private const int Usual = 1;
    private const int Most = 30;

    /// <summary>Our own date for a source's; the source's itself where the earlier one has passed already, null where both have.</summary>
    public async Task<DateTime?> Inner(DateTime? outer, long unitId)
    {
        if (outer is not { } due || due <= clock.Now) return null;
        var calendar = await calendars.For(unitId);
        var local = Shanghai.Local(due);
        var day = DateOnly.FromDateTime(local);
        for (var left = await Days(Lead); left > 0;)
        {
            day = day.AddDays(-1);
            if (calendar.Day(day).Works) left--;
        }

        var inner = Shanghai.Utc(day.ToDateTime(TimeOnly.FromDateTime(local)));
        return inner > clock.Now ? inner : due;
    }

    /// <summary>Until when a ticket sent at this moment may be returned.</summary>
    public async Task<DateTime> ReturnBy(DateTime sent, long unitId) => Count(sent, await Days(), await calendars.For(unitId));

    /// <summary>The window as it is kept: with its terms where the date is the one we count ourselves, as a named date otherwise.</summary>
    public async Task<ReturnWindow?> Returns(DateTime? until, DateTime sent, long unitId)
    {
        if (until is not { } end) return null;
        var (calendar, days) = (await calendars.For(unitId), await Days());
        var parts = Count(sent, days, calendar) == end ? Term.Write([new(days, CountUnit.WorkdayByDate.Key())]) : "";
        return new(sent, parts, end, RemindAt(calendar, sent, end));
    }

    /// <summary>
    /// When whoever dispatches hears that a window closes: a quarter of it before its end or one working hour before,
    /// whichever is later. Giving back is a short thing to do, and who was told in the morning has forgotten by the
    /// evening. Only working time counts, so that nobody is told by night or on Sunday of what ends on Monday at nine; of a
    /// window in which nobody works it is the plain quarter.
    /// </summary>
    internal static DateTime RemindAt(WorkCalendar calendar, DateTime from, DateTime until)
    {
        if (until <= from) return until;
        var worked = DueClock.Elapsed(from, until, CountUnit.WorkHour, calendar) is { Ok: true, Value: var lapse } ? lapse.Time : TimeSpan.Zero;
        if (worked == TimeSpan.Zero) return until - ((until - from) / 4);
        var left = worked < TimeSpan.FromHours(4) ? worked / 4 : TimeSpan.FromHours(1);
        for (var day = Shanghai.Date(until); ; day = day.AddDays(-1))
        {
            if (!calendar.Day(day).Works) continue;
            foreach (var period in calendar.Hours(day).Periods.Reverse())
            {
                var (start, close) = (Shanghai.Utc(day.ToDateTime(period.From)), Shanghai.Utc(day.ToDateTime(period.To)));
                var end = close < until ? close : until;
                if (end - start >= left) return end - left;
                if (end > start) left -= end - start;
            }
        }
    }

    /// <summary>A limit a ticket gives as an amount.</summary>
    public async Task<DateTime> Due(DateTime sent, int amount, CountUnit unit, long unitId) =>
        DueClock.Add(sent, amount, unit, await calendars.For(unitId)).Sure().Due;

    private static DateTime Count(DateTime sent, int days, WorkCalendar calendar) => DueClock.Add(sent, days, CountUnit.WorkdayByDate, calendar).Sure().Due;

    private async Task<int> Days() => Math.Max(1, await Days(Window));

    private async Task<int> Days(string key) =>
        int.TryParse(await settings.Read(key), NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days <= Most ? days : Usual;
}
