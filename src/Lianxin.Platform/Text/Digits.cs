using System.Globalization;

namespace Lianxin.Platform.Text;

/// <summary>How people type numbers: full-width, with spaces, with any of a dozen dashes.</summary>
public static class Digits
{
    /// <summary>One UTF-16 unit to its plain form: full-width letters, digits and signs, other scripts' digits, dashes.</summary>
    public static char Plain(char c)
    {
        if (c < '\u0080') return c;
        if (c is >= '\uFF01' and <= '\uFF5E') return (char)(c - 0xFEE0);
        if (c is (>= '\u2010' and <= '\u2015') or '\u2212' or '\uFE58' or '\uFE63' or '\u30FC') return '-';
        if (c is '\u3000' or '\u00A0' or '\u202F' or (>= '\u2000' and <= '\u200D') or '\u2060' or '\uFEFF') return ' ';
        var digit = CharUnicodeInfo.GetDecimalDigitValue(c);
        return digit >= 0 ? (char)('0' + digit) : c;
    }

    /// <summary>Plain, without spaces, upper case: what a number field compares. At most <paramref name="limit"/> typed characters are read.</summary>
    public static string Typed(string? text, int limit)
    {
        if (text is null || text.Length > limit) return "";
        Span<char> plain = stackalloc char[text.Length];
        var length = 0;
        foreach (var c in text)
            if (Plain(c) is var p and not (' ' or '\t' or '\n' or '\r')) plain[length++] = char.ToUpperInvariant(p);
        return new string(plain[..length]);
    }
}
