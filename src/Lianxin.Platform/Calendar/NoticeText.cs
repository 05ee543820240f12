using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Lianxin.Platform.Calendar;

/// <summary>
/// Reads a year's arrangement from text: the notice itself as published (一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。
/// 1月4日（周日）上班。), or one holiday a line (元旦：2026-01-01 至 2026-01-03 放假；2026-01-04 上班). Weekdays and
/// numbers of days that stand in the text are checked against the dates, so that last year's text is noticed.
/// </summary>
public static partial class NoticeText
{
    public const int Max = 4_000;

    /// <summary>The days of the text; a fault names <c>text</c>.</summary>
    public static Answer<LocalDays> Read(string? text, int year)
    {
        var typed = (text ?? "").Replace("\r", "", StringComparison.Ordinal);
        if (typed.Length > Max) return Wrong(CalendarText.NoticeUnread);
        var off = new List<DaysOff>();
        var work = new List<MakeUpDay>();
        var heads = Head().Matches(typed);
        for (var i = 0; i < heads.Count; i++)
        {
            var begin = heads[i].Index + heads[i].Length;
            var body = typed[begin..(i + 1 < heads.Count ? heads[i + 1].Index : typed.Length)];
            var before = off.Count + work.Count;
            foreach (var sentence in body.Split(['。', '；', ';', '\n']))
            {
                if (NoticeSentence.Read(sentence, heads[i].Groups["name"].Value, year, off, work) is { } fault) return fault;
            }

            if (off.Count + work.Count == before) return Wrong(CalendarText.NoticeLine, heads[i].Groups["name"].Value);
        }

        return off.Count == 0 ? Wrong(CalendarText.NoticeUnread) : new LocalDays([.. off.OrderBy(o => o.From)], [.. work.OrderBy(w => w.Date)]);
    }

    /// <summary>The same days one holiday a line, in the form <see cref="Read"/> understands.</summary>
    public static string Write(YearNotice notice)
    {
        var text = new StringBuilder();
        foreach (var name in notice.Off.Select(o => o.Name).Concat(notice.Work.Select(w => w.Name)).Distinct(StringComparer.Ordinal))
        {
            var runs = notice.Off.Where(o => o.Name == name).Select(o => o.From == o.To ? $"{Iso(o.From)} 放假" : $"{Iso(o.From)} 至 {Iso(o.To)} 放假");
            var days = string.Join('、', notice.Work.Where(w => w.Name == name).Select(w => Iso(w.Date)));
            text.Append(name).Append('：').AppendJoin('；', days.Length > 0 ? runs.Append(days + " 上班") : runs).Append('\n');
        }

        return text.ToString().TrimEnd();
    }

    /// <summary>The number of the notice where the text holds it: 国办发明电〔2025〕7号.</summary>
    public static string Number(string? text) => NumberShape().Match(text ?? "").Value;

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    internal static Fault Wrong(string key, params object[] args) => new("text", new(key, args));

    [GeneratedRegex(@"(?:^|[\s。；])(?:[一二三四五六七八九十]{1,3}、)?(?<name>[\u4e00-\u9fff、·]{2,20}?)[：:]", RegexOptions.CultureInvariant | RegexOptions.Multiline, 200)]
    private static partial Regex Head();

    [GeneratedRegex(@"国办发明电[〔\[（(][0-9]{4}[〕\]）)][0-9]{1,3}号", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NumberShape();
}
