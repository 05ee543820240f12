using System.Globalization;
using System.Text.RegularExpressions;

namespace Lianxin.Platform.Calendar;

/// <summary>Reads a point in time from text: date, optional time, optional <c>Z</c> or offset.</summary>
internal static partial class StartText
{
    private static readonly string[] Times = ["HH:mm", "HH:mm:ss", "HH:mm:ss.f", "HH:mm:ss.ff", "HH:mm:ss.fff"];

    internal static Answer<DateTime> Read(string? text)
    {
        var typed = (text ?? "").Trim();
        if (typed.Length == 0) return Wrong(CalendarText.StartMissing);
        if (typed.Length > 40 || Shape().Match(typed) is not { Success: true } m) return Wrong(CalendarText.StartUnread);
        if (!DateOnly.TryParseExact(m.Groups["date"].ValueSpan, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return Wrong(CalendarText.NoSuchDay, m.Groups["date"].Value);
        if (date.Year is < CalendarRange.First or > CalendarRange.Last) return CalendarRange.Outside("start");
        var time = TimeOnly.MinValue;
        if (m.Groups["time"].Success && !TimeOnly.TryParseExact(m.Groups["time"].ValueSpan, Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out time))
            return Wrong(CalendarText.NoSuchTime, m.Groups["time"].Value);
        if (Offset(m.Groups["zone"].Value) is not { } offset) return Wrong(CalendarText.NoSuchTime, m.Groups["zone"].Value.Trim());
        var utc = DateTime.SpecifyKind(date.ToDateTime(time) - offset, DateTimeKind.Utc);
        return CalendarRange.Check(Shanghai.Local(utc), "start") is { } fault ? fault : utc;
    }

    private static TimeSpan? Offset(string zone)
    {
        if (zone.Length == 0) return TimeSpan.FromHours(8);
        if (zone is "Z" or "z") return TimeSpan.Zero;
        var (hours, minutes) = (int.Parse(zone.AsSpan(1, 2)), int.Parse(zone.AsSpan(^2)));
        if (hours > 14 || minutes > 59) return null;
        var length = new TimeSpan(hours, minutes, 0);
        return zone[0] == '-' ? -length : length;
    }

    // A plus sign in an address arrives as a space, so a space before an offset is read as one.
    [GeneratedRegex(
        @"^(?<date>[0-9]{4}-[0-9]{2}-[0-9]{2})(?:[T ](?<time>[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,3})?)?)(?<zone>[Zz]|[+\- ][0-9]{2}:?[0-9]{2})?)?$",
        RegexOptions.CultureInvariant,
        100)]
    private static partial Regex Shape();

    private static Fault Wrong(string key, params object[] args) => new("start", new(key, args));
}
