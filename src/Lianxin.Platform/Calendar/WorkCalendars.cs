namespace Lianxin.Platform.Calendar;

/// <summary>The working calendar that holds where a unit stands.</summary>
public sealed class WorkCalendars
{
    public ValueTask<WorkCalendar> For(long unitId)
    {
        _ = unitId;
        return ValueTask.FromResult(WorkCalendar.Official);
    }
}
