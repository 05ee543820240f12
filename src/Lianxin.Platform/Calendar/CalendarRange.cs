namespace Lianxin.Platform.Calendar;

/// <summary>The years that are counted: lunar dates are known to 2100, and nobody's limit began before 2000.</summary>
public static class CalendarRange
{
    public const int First = 2000;
    public const int Last = 2100;

    internal static DateTime End { get; } = new(Last + 1, 1, 1);

    internal static Fault Outside(string parameter) => new(parameter, new(CalendarText.YearOutside, First, Last));

    internal static Fault? Check(DateTime local, string parameter) =>
        local.Year is < First or > Last ? Outside(parameter) : null;
}
