using System.Text;
using Lianxin.Platform.Text;

namespace Lianxin.Platform.Protection;

/// <summary>
/// Numbers inside free text, masked on render; the original is stored encrypted and only the masked text is
/// indexed and logged. One pass over the digits without regular expressions, so a hostile text costs no more
/// than a long one. Case numbers, dates, amounts, and unit and grid codes of 12 and 15 digits stay readable.
/// </summary>
public static class TextMask
{
    private const string Words = "〇零一二三四五六七八九幺妖";
    private static readonly System.Buffers.SearchValues<char> InWords = System.Buffers.SearchValues.Create(Words);

    /// <summary>The text with the same length in characters, and whether anything was hidden.</summary>
    public static (string Text, bool Masked) Apply(string? text, Audience audience = Audience.Public)
    {
        if (string.IsNullOrEmpty(text)) return ("", false);
        var plain = string.Create(text.Length, text, static (to, from) =>
        {
            for (var i = 0; i < to.Length; i++) to[i] = Digits.Plain(from[i]);
        });
        var hidden = new bool[text.Length];
        var any = PlateShapes.Hide(plain, hidden) | Numbers(plain, audience, hidden);
        if (text.AsSpan().IndexOfAny(InWords) >= 0) any |= Numbers(Spoken(plain), audience, hidden);
        return any ? (Stars(text, hidden), true) : (text, false);
    }

    private static bool Numbers(string plain, Audience audience, bool[] hidden)
    {
        var (any, runs) = (false, DigitRun.Find(plain));
        for (var i = 0; i < runs.Count;)
        {
            var taken = NumberShapes.Hide(plain, runs, i, audience, hidden);
            any |= taken > 0;
            i += Math.Max(1, taken);
        }

        return any;
    }

    /// <summary>Digits written as words, 幺三八…; figures beside them are another number.</summary>
    private static string Spoken(string plain) => string.Create(plain.Length, plain, static (to, from) =>
    {
        for (var i = 0; i < to.Length; i++)
            to[i] = Words.IndexOf(from[i], StringComparison.Ordinal) is >= 0 and var at ? "0012345678911"[at] : char.IsAsciiDigit(from[i]) ? '#' : from[i];
    });

    private static string Stars(string text, bool[] hidden)
    {
        var stars = new StringBuilder(text);
        for (var i = 0; i < hidden.Length; i++)
            if (hidden[i]) stars[i] = '*';
        return stars.ToString();
    }
}
