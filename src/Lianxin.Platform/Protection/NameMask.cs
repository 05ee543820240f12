using System.Text;

namespace Lianxin.Platform.Protection;

/// <summary>Names: the surname stays, of the given name only the last character of two or more.</summary>
internal static class NameMask
{
    private static readonly HashSet<string> Compound =
    [
        "欧阳", "太史", "端木", "上官", "司马", "东方", "独孤", "南宫", "万俟", "闻人", "夏侯", "诸葛", "尉迟", "公羊", "赫连",
        "澹台", "皇甫", "宗政", "濮阳", "公冶", "太叔", "申屠", "公孙", "慕容", "仲孙", "钟离", "长孙", "宇文", "司徒", "鲜于",
        "司空", "闾丘", "子车", "亓官", "司寇", "巫马", "公西", "颛孙", "壤驷", "公良", "漆雕", "乐正", "宰父", "谷梁", "拓跋",
        "夹谷", "轩辕", "令狐", "段干", "百里", "呼延", "东郭", "南门", "羊舌", "微生", "公户", "公玉", "梁丘", "左丘", "东门",
        "西门", "第五", "叱干", "完颜", "纳兰", "爱新觉罗", "叶赫那拉", "歐陽", "司馬", "諸葛", "東方",
    ];

    public static string Apply(string? name)
    {
        var text = (name ?? "").Trim();
        if (text.Length > 100) text = text[..100];
        if (text.AsSpan().IndexOfAny("·•・‧．") >= 0) return Dotted(text);
        var runes = text.EnumerateRunes().ToArray();
        return Array.TrueForAll(runes, rune => rune.Value < 0x2E80) ? Words(text) : Han(Array.FindAll(runes, r => !Rune.IsWhiteSpace(r)));
    }

    private static string Han(Rune[] runes)
    {
        if (runes.Length < 2) return new string('*', runes.Length);
        var surname = SurnameLength(runes);
        var given = runes.Length - surname;
        var stars = new string('*', given > 1 ? given - 1 : 1);
        return string.Concat(Join(runes[..surname]), stars, given > 1 ? runes[^1].ToString() : "");
    }

    private static int SurnameLength(Rune[] runes)
    {
        for (var length = Math.Min(4, runes.Length - 1); length > 1; length--)
            if (Compound.Contains(Join(runes[..length]))) return length;
        return 1;
    }

    // A Uyghur, Tibetan or Kazakh name has no surname to keep: first and last character of the whole, dots in place.
    private static string Dotted(string text)
    {
        var runes = text.EnumerateRunes().ToArray();
        for (var i = 1; i < runes.Length - 1; i++)
            if (!IsDot(runes[i])) runes[i] = new Rune('*');
        if (runes.Length < 5) runes[^1] = new Rune('*');
        return Join(runes);
    }

    private static string Words(string text) => string.Join(' ', text
        .Split([' ', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries)
        .Select(word => word[0] + new string('*', Math.Max(1, word.Length - 1))));

    private static bool IsDot(Rune rune) => rune.Value is '·' or '•' or '・' or '‧' or '．';

    private static string Join(Rune[] runes) => string.Concat(runes.Select(rune => rune.ToString()));
}
