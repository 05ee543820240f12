using System.Globalization;
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
    public async Task<DateTime> ReturnBy(DateTime sent, long unitId) =>
        DueClock.Add(sent, Math.Max(1, await Days(Window)), CountUnit.WorkdayByDate, await calendars.For(unitId)).Sure().Due;

    /// <summary>A limit a ticket gives as an amount.</summary>
    public async Task<DateTime> Due(DateTime sent, int amount, CountUnit unit, long unitId) =>
        DueClock.Add(sent, amount, unit, await calendars.For(unitId)).Sure().Due;

    private async Task<int> Days(string key) =>
        int.TryParse(await settings.Read(key), NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days <= Most ? days : Usual;
}
