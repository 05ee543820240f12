using System.Globalization;
using System.Text;

namespace Lianxin.Platform.Search;

/// <summary>A run of one kind of writing; paired for scripts that set no spaces between words.</summary>
internal readonly record struct TextRun(string Text, bool Paired)
{
    public const int LongestWord = 32;
}

/// <summary>Cuts a text into runs: full width to half, lower case, marks dropped, everything else a border.</summary>
internal static class TextRuns
{
    public static IEnumerable<TextRun> Of(string? text, int limit)
    {
        var word = new StringBuilder();
        var paired = false;
        foreach (var typed in Cut(text ?? "", limit).EnumerateRunes())
        {
            var rune = Plain(typed);
            if (IsMark(rune)) continue;
            var (letter, han) = (IsWord(rune), IsPaired(rune));
            if (word.Length > 0 && (!letter || han != paired))
            {
                yield return new(word.ToString(), paired);
                word.Clear();
            }
            paired = han;
            if (letter && (han || word.Length < TextRun.LongestWord)) word.Append(rune.ToString());
        }
        if (word.Length > 0) yield return new(word.ToString(), paired);
    }

    private static string Cut(string text, int limit) =>
        text.Length <= limit ? text : text[..(char.IsHighSurrogate(text[limit - 1]) ? limit - 1 : limit)];

    private static Rune Plain(Rune rune)
    {
        if (rune.Value is >= 0xFF01 and <= 0xFF5E) rune = new Rune(rune.Value - 0xFEE0);
        if (!rune.IsAscii && Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber)
            rune = new Rune('0' + (int)Rune.GetNumericValue(rune));
        return Rune.ToLowerInvariant(rune);
    }

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark
        or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format;

    // 〇 is a number to Unicode and a character of house numbers and years to us.
    private static bool IsWord(Rune rune) => rune.Value == 0x3007 || (rune.Value != 0xFFFD && Rune.IsLetterOrDigit(rune));

    private static bool IsPaired(Rune rune) => rune.Value is 0x3005 or 0x3007 or (>= 0x3041 and <= 0x30FF)
        or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xA000 and <= 0xA48C)
        or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);
}
