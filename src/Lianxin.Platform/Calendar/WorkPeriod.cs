namespace Lianxin.Platform.Calendar;

/// <summary>One stretch of work within a day, for example 08:30–12:00. Ends are wall-clock times in Shanghai.</summary>
public sealed record WorkPeriod(TimeOnly From, TimeOnly To)
{
    public TimeSpan Length => To - From;
}
