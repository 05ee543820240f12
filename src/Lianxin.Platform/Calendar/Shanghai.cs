using System.Globalization;

namespace Lianxin.Platform.Calendar;

/// <summary>
/// Asia/Shanghai and UTC. China has had one time, UTC+8 without summer time, since 1992, so the offset is fixed here
/// and a machine without time zone data counts the same. Instants are <see cref="DateTimeKind.Utc"/>;
/// wall-clock times are <see cref="DateTimeKind.Unspecified"/>.
/// </summary>
public static class Shanghai
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>The wall clock in Shanghai at a UTC instant.</summary>
    /// <exception cref="ArgumentException">The value is not UTC: a bug of the caller.</exception>
    public static DateTime Local(DateTime utc) =>
        utc.Kind == DateTimeKind.Utc
            ? DateTime.SpecifyKind(utc + Offset, DateTimeKind.Unspecified)
            : throw new ArgumentException("An instant must be UTC.", nameof(utc));

    /// <summary>The UTC instant of a wall-clock time in Shanghai.</summary>
    /// <exception cref="ArgumentException">The value is marked UTC: a bug of the caller.</exception>
    public static DateTime Utc(DateTime local) =>
        local.Kind != DateTimeKind.Utc
            ? DateTime.SpecifyKind(local - Offset, DateTimeKind.Utc)
            : throw new ArgumentException("A wall-clock time must not be UTC.", nameof(local));

    /// <summary>The date in Shanghai at a UTC instant.</summary>
    public static DateOnly Date(DateTime utc) => DateOnly.FromDateTime(Local(utc));

    /// <summary><c>2026-02-24 11:30</c>.</summary>
    public static string Text(DateTime utc) => Local(utc).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>A deadline: as <see cref="Text"/>, but midnight is written as 24:00 of the day that ends (民法典 art. 203).</summary>
    public static string Deadline(DateTime utc)
    {
        var (date, time) = Ending(utc);
        return $"{date:yyyy-MM-dd} {time}";
    }

    /// <summary>ISO 8601 with the offset: <c>2026-02-24T11:30:00+08:00</c>, with milliseconds only where there are any.</summary>
    public static string Iso(DateTime utc)
    {
        var local = Local(utc);
        var form = local.Millisecond == 0 ? "yyyy-MM-ddTHH:mm:ss" : "yyyy-MM-ddTHH:mm:ss.fff";
        return local.ToString(form, CultureInfo.InvariantCulture) + "+08:00";
    }

    internal static (DateOnly Date, string Time) Ending(DateTime utc)
    {
        var local = Local(utc);
        return local.TimeOfDay == TimeSpan.Zero
            ? (DateOnly.FromDateTime(local).AddDays(-1), "24:00")
            : (DateOnly.FromDateTime(local), local.ToString("HH:mm", CultureInfo.InvariantCulture));
    }
}
