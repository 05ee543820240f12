namespace Lianxin.Contracts.Platform;

/// <summary>The working calendar of a unit and of everything below it was changed; limits that run past a day may end elsewhere.</summary>
/// <param name="ChangeId">The change as the calendar keeps it: what, who, why.</param>
/// <param name="From">The first date (Shanghai) that may be counted differently.</param>
public sealed record CalendarChanged(long ChangeId, long UnitId, DateOnly From) : Event;
