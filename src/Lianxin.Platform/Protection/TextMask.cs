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
    /// <summary>The text with the same length in characters, and whether anything was hidden.</summary>
    public static (string Text, bool Masked) Apply(string? text, Audience audience = Audience.Public)
    {
        if (string.IsNullOrEmpty(text)) return ("", false);
        var plain = string.Create(text.Length, text, static (to, from) =>
        {
            for (var i = 0; i < to.Length; i++) to[i] = Digits.Plain(from[i]);
        });
        var hidden = new bool[text.Length];
        var any = PlateShapes.Hide(plain, hidden);
        var runs = DigitRun.Find(plain);
        for (var i = 0; i < runs.Count;)
        {
            var taken = NumberShapes.Hide(plain, runs, i, audience, hidden);
            any |= taken > 0;
            i += Math.Max(1, taken);
        }
        return any ? (Stars(text, hidden), true) : (text, false);
    }

    private static string Stars(string text, bool[] hidden)
    {
        var stars = new StringBuilder(text);
        for (var i = 0; i < hidden.Length; i++)
            if (hidden[i]) stars[i] = '*';
        return stars.ToString();
    }
}
