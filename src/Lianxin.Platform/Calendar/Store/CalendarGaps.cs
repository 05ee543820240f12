namespace Lianxin.Platform.Calendar.Store;

/// <summary>
/// Years whose notice is missing where a unit stands: this year's, and from 1 October next year's, because the notice
/// comes out in the first days of November.
/// </summary>
public sealed class CalendarGaps(WorkCalendars calendars, Clock clock)
{
    public async Task<IReadOnlyList<int>> Of(long unitId)
    {
        var calendar = await calendars.For(unitId);
        return [.. Due(clock.Today).Where(year => !calendar.HasNotice(year))];
    }

    internal static IEnumerable<int> Due(DateOnly today) => today.Month >= 10 ? [today.Year, today.Year + 1] : [today.Year];
}
