using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Lianxin.Platform.Text;

/// <summary>
/// What may enter at the edge. One store keeps U+0000 and the other fails on it, half a surrogate pair breaks
/// JSON: all of it is settled here, once, before any check.
/// </summary>
public static class CleanText
{
    /// <summary>
    /// Line ends become \n, the ends are trimmed; null, and what nobody can see, reads as empty.
    /// Refused: U+0000, other control characters except \n and \t, half a surrogate pair.
    /// </summary>
    public static bool TryTake(string? text, out string clean, [NotNullWhen(false)] out Sentence? refusal)
    {
        clean = "";
        refusal = Check(text ??= "");
        if (refusal is not null) return false;
        clean = Lines(text).TrimStart('\uFEFF').Trim();
        if (clean.All(c => char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.Format)) clean = "";
        return true;
    }

    /// <summary>As <see cref="TryTake"/>, for a field of one line: line ends and tabs become one space.</summary>
    public static bool TryTakeLine(string? text, out string clean, [NotNullWhen(false)] out Sentence? refusal)
    {
        if (!TryTake(text, out clean, out refusal)) return false;
        clean = clean.Replace('\n', ' ').Replace('\t', ' ');
        return true;
    }

    private static Sentence? Check(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsControl(c) && c is not ('\n' or '\r' or '\t' or '\u0085'))
                return new("文字里有看不见的控制字符，请删去后再提交");
            if (!char.IsSurrogate(c)) continue;
            if (!char.IsHighSurrogate(c) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1]))
                return new("文字里有不完整的字符，请删去后再提交");
            i++;
        }
        return null;
    }

    private static string Lines(string text) => text.AsSpan().IndexOfAny("\r\u0085\u2028\u2029") < 0
        ? text
        : new StringBuilder(text).Replace("\r\n", "\n").Replace('\r', '\n').Replace('\u0085', '\n')
            .Replace('\u2028', '\n').Replace('\u2029', '\n').ToString();
}
