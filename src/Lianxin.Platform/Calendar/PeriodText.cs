using System.Globalization;
using System.Text.RegularExpressions;

namespace Lianxin.Platform.Calendar;

/// <summary>Working periods of a day as text: <c>08:30-12:00 14:00-17:30</c>. Reads what people type, dashes and commas of any kind.</summary>
internal static partial class PeriodText
{
    internal const int Most = 6;

    internal static string Write(IEnumerable<WorkPeriod> periods) =>
        string.Join(' ', periods.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.From:HH\\:mm}-{p.To:HH\\:mm}")));

    internal static Answer<IReadOnlyList<WorkPeriod>> Read(string? text)
    {
        var typed = (text ?? "").Trim().Replace('：', ':');
        if (typed.Length == 0) return Wrong(CalendarText.PeriodMissing);
        if (typed.Length > 200 || !Shape().IsMatch(typed)) return Wrong(CalendarText.PeriodUnread);
        var periods = new List<WorkPeriod>();
        foreach (Match one in Pair().Matches(typed))
        {
            if (Time(one.Groups[1].Value) is not { } from) return Wrong(CalendarText.NoSuchTime, one.Groups[1].Value);
            if (Time(one.Groups[2].Value) is not { } to) return Wrong(CalendarText.NoSuchTime, one.Groups[2].Value);
            periods.Add(new(from, to));
        }

        if (periods.Count > Most) return Wrong(CalendarText.PeriodUnread);
        return new WorkHours(periods).Check() is { } fault ? fault : new Answer<IReadOnlyList<WorkPeriod>>(periods);
    }

    private static TimeOnly? Time(string text) =>
        TimeOnly.TryParseExact(text, ["H:mm", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    private static Fault Wrong(string key, params object[] args) => new("hours", new(key, args));

    private const string One = @"([0-9]{1,2}:[0-9]{2})\s*(?:-|–|—|－|~|～|至|到)+\s*([0-9]{1,2}:[0-9]{2})";

    [GeneratedRegex(One, RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Pair();

    [GeneratedRegex("^" + One + @"(?:[\s,，、;；和]+" + One + ")*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Shape();
}
