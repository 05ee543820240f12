using System.Globalization;
using Lianxin.Platform.Calendar;

namespace Lianxin.Platform.Audit;

/// <summary>One row an act changed, read back from the trail: <c>platform_units 12 M Name Level=… ValidTo=…</c>.</summary>
public sealed record Change(string Table, string Id, char How, IReadOnlyList<(string Field, string? Value)> Fields)
{
    public static IReadOnlyList<Change> Read(string changes) =>
        [.. changes.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')).Where(p => p.Length >= 3).Select(p =>
            new Change(p[0], p[1], p[2][0], [.. p.Skip(3).Select(Field)]))];

    private static (string, string?) Field(string part)
    {
        var at = part.IndexOf('=', StringComparison.Ordinal);
        if (at < 0) return (part, null);
        var value = part[(at + 1)..];
        return (part[..at], DateTime.TryParseExact(value, "yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var utc) ? Shanghai.Text(utc) : value);
    }
}
