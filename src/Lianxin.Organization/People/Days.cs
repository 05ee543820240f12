using Lianxin.Platform.Calendar;

namespace Lianxin.Organization.People;

/// <summary>Days as people say them, as instants.</summary>
internal static class Days
{
    public static DateTime Start(DateOnly day) => Shanghai.Utc(day.ToDateTime(TimeOnly.MinValue));

    /// <summary>The first instant after the day.</summary>
    public static DateTime End(DateOnly day) => Start(day.AddDays(1));
}
