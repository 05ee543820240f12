using System.Globalization;
using System.Text.RegularExpressions;

namespace Lianxin.Platform.Calendar;

/// <summary>One sentence of a notice: from when to when is off, or which days are worked.</summary>
internal static partial class NoticeSentence
{
    private const string Weekdays = "日一二三四五六";

    /// <summary>Adds what the sentence says; a sentence without dates, or about something else, says nothing.</summary>
    internal static Fault? Read(string sentence, string name, int year, List<DaysOff> off, List<MakeUpDay> work)
    {
        var isOff = sentence.Contains("放假", StringComparison.Ordinal);
        if (!isOff && !sentence.Contains("上班", StringComparison.Ordinal)) return null;
        var runs = new List<(DateOnly From, DateOnly To)>();
        var at = new DateOnly(year, 1, 1);
        foreach (Match match in Run().Matches(sentence))
        {
            if (Day(match, "1", year, at.Month) is not { } from) return NoticeText.Wrong(CalendarText.NoSuchDay, match.Value);
            var to = from;
            if (match.Groups["d2"].Success)
            {
                if (Day(match, "2", from.Year, from.Month) is not { } end) return NoticeText.Wrong(CalendarText.NoSuchDay, match.Value);
                to = end;
            }

            if ((Misnamed(match, "1", from) ?? Misnamed(match, "2", to)) is { } wrong) return wrong;
            if (to < from) return NoticeText.Wrong(CalendarText.OffReversed, name);
            runs.Add((from, to));
            at = to;
        }

        if (isOff && Total().Match(sentence) is { Success: true } said && runs.Count > 0)
        {
            var days = runs.Sum(r => r.To.DayNumber - r.From.DayNumber + 1);
            if (int.Parse(said.Groups[1].ValueSpan, CultureInfo.InvariantCulture) != days)
                return NoticeText.Wrong(CalendarText.NoticeTotal, name, said.Groups[1].Value, days);
        }

        foreach (var (from, to) in runs)
        {
            if (isOff) off.Add(new(from, to, name));
            else for (var day = from; day <= to; day = day.AddDays(1)) work.Add(new(day, name));
        }

        return null;
    }

    private static DateOnly? Day(Match match, string which, int year, int month)
    {
        var y = Number(match, "y" + which) ?? year;
        var m = Number(match, "m" + which) ?? month;
        var d = Number(match, "d" + which)!.Value;
        return y is >= 1 and <= 9998 && m is >= 1 and <= 12 && d >= 1 && d <= DateTime.DaysInMonth(y, m) ? new(y, m, d) : null;
    }

    private static int? Number(Match match, string group) =>
        match.Groups[group] is { Success: true } found ? int.Parse(found.ValueSpan, CultureInfo.InvariantCulture) : null;

    /// <summary>A weekday written beside a date must be that date's.</summary>
    private static Fault? Misnamed(Match match, string which, DateOnly day)
    {
        var said = match.Groups["w" + which];
        if (!said.Success || said.Value.Replace('天', '日') == Weekdays[(int)day.DayOfWeek].ToString()) return null;
        return NoticeText.Wrong(CalendarText.NoticeWeekday, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Weekdays[(int)day.DayOfWeek].ToString(), said.Value);
    }

    private const string First = @"(?:(?:(?<y1>[0-9]{4})年)?(?<m1>[0-9]{1,2})月(?<d1>[0-9]{1,2})日|(?<y1>[0-9]{4})-(?<m1>[0-9]{1,2})-(?<d1>[0-9]{1,2}))";
    private const string Second = @"(?:(?:(?<y2>[0-9]{4})年)?(?:(?<m2>[0-9]{1,2})月)?(?<d2>[0-9]{1,2})日|(?<y2>[0-9]{4})-(?<m2>[0-9]{1,2})-(?<d2>[0-9]{1,2}))";
    private const string Beside1 = @"(?:[（(][^（()）]{0,20}?(?:(?:周|星期)(?<w1>[一二三四五六日天]))?[)）])?";
    private const string Beside2 = @"(?:[（(][^（()）]{0,20}?(?:(?:周|星期)(?<w2>[一二三四五六日天]))?[)）])?";

    [GeneratedRegex(First + Beside1 + @"(?:\s*(?:至|到|—|–|~)\s*" + Second + Beside2 + ")?", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Run();

    [GeneratedRegex("共([0-9]{1,2})天", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Total();
}
