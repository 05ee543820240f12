using System.Globalization;
using System.Text.RegularExpressions;
using Lianxin.Platform.Calendar;
using Lianxin.Platform.Text;

namespace Lianxin.Cases.WaysIn.Paste;

/// <summary>Dates and limits as other systems write them.</summary>
internal static partial class PastedMoment
{
    /// <summary>Months a date may lie on the other side and still be of this year.</summary>
    private const int Near = 6;

    /// <summary>A point in time; a day alone ends with the usual working day.</summary>
    /// <param name="ahead">A date without a year is the next one, not the last.</param>
    public static DateTime? Read(string text, DateTime now, bool ahead)
    {
        var plain = string.Concat(text.Select(Digits.Plain));
        var today = Shanghai.Date(now);
        if (Day().Match(plain) is not { Success: true } m)
            return Clock().Match(plain) is { Success: true } c && Time(c) is { } only ? Shanghai.Utc(today.ToDateTime(only)) : null;
        var (month, day) = (Number(m, "m"), Number(m, "d"));
        var year = m.Groups["y"].Success ? Number(m, "y") : Year(today, month, ahead);
        if (year is < 2000 or > 2100 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return null;
        var at = Clock().Match(plain, m.Index + m.Length) is { Success: true } clock && clock.Index - m.Index - m.Length < 4 ? Time(clock) : null;
        return Shanghai.Utc(new DateOnly(year, month, day).ToDateTime(at ?? new TimeOnly(17, 30)));
    }

    /// <summary>The year that is meant where none is written: over New Year, the one that brings the month nearest on the side it lies.</summary>
    private static int Year(DateOnly today, int month, bool ahead) =>
        ahead && today.Month - month > Near ? today.Year + 1 : !ahead && month - today.Month > Near ? today.Year - 1 : today.Year;

    /// <summary>A limit given as an amount, e.g. <c>5个工作日</c>.</summary>
    public static (int Amount, CountUnit Unit)? Limit(string text)
    {
        if (Amount().Match(string.Concat(text.Select(Digits.Plain))) is not { Success: true } m || Number(m, "n") is 0 or > 365) return null;
        return (Number(m, "n"), m.Groups["u"].Value[0] switch { '工' => CountUnit.WorkdayByDate, '小' => CountUnit.UrgentHour, _ => CountUnit.NaturalDay });
    }

    private static TimeOnly? Time(Match clock)
    {
        var (hour, minute) = (Number(clock, "h"), clock.Groups["min"].Success ? Number(clock, "min") : 0);
        if (clock.Groups["late"].Success && hour < 12) hour += 12;
        return hour < 24 && minute < 60 ? new TimeOnly(hour, minute) : null;
    }

    private static int Number(Match m, string group) => int.Parse(m.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?:(?<y>20[0-9]{2})\s*[-/.年]\s*)?(?<![0-9])(?<m>[0-9]{1,2})\s*[-/.月]\s*(?<d>[0-9]{1,2})(?![0-9])\s*[日号]?", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Day();

    [GeneratedRegex(@"(?:(?<late>下午|晚上)|上午|早上)?\s*(?<![0-9])(?<h>[0-9]{1,2})\s*(?:[:点时]\s*(?<min>[0-9]{2})?)", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Clock();

    [GeneratedRegex(@"(?<![0-9])(?<n>[0-9]{1,3})\s*个?\s*(?<u>工作日|小时|自然日|天)", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Amount();
}
