using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace Lianxin.Platform.Calendar.Store;

/// <summary>Keeps the last reading of the calendar tables per process, and the calendars made of it.</summary>
public sealed class CalendarCache
{
    private volatile Reading? kept;

    internal Reading? Kept
    {
        get => kept;
        set => kept = value;
    }

    /// <summary>As of one mark: what each unit decided, and the calendars already put together, by the line of deciding units.</summary>
    internal sealed record Reading(long Mark, FrozenDictionary<long, UnitCalendar> Units)
    {
        public ConcurrentDictionary<string, WorkCalendar> Made { get; } = new(StringComparer.Ordinal);
    }
}
