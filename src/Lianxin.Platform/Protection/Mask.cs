using System.Text.RegularExpressions;
using Lianxin.Platform.Text;

namespace Lianxin.Platform.Protection;

/// <summary>Who looks at a masked value; a public page shows less than a desk.</summary>
public enum Audience { Public, Staff }

/// <summary>
/// Single values as they are shown without the right to see them whole (rules §4.4; 个人信息保护法 51 去标识化).
/// Masking happens on the server; what cannot be recognised is hidden more, never less.
/// </summary>
public static partial class Mask
{
    /// <summary>张*, 张*明, 欧阳*, 阿***·**提, J*** S****.</summary>
    public static string Name(string? name) => NameMask.Apply(name);

    /// <summary>138****5678, 0579-****1234; service and short numbers are public and stay.</summary>
    public static string Phone(string? phone)
    {
        var plain = Digits.Typed(phone, 60);
        var bare = plain.Replace("-", "", StringComparison.Ordinal);
        if (Mobile().IsMatch(bare)) return Middle(bare, bare.Length - 8, 4);
        if (Landline().Match(plain) is { Success: true } line)
            return $"{line.Groups[1].Value}-{Middle(line.Groups[2].Value, 0, 4)}{(line.Groups[3].Success ? "-**" : "")}";
        return Open().IsMatch(bare) ? bare : Middle(plain, 0, 2);
    }

    /// <summary>
    /// Staff: 330000********0014. Public: 3****************4. A number of 15 digits keeps its last three, for the
    /// fourth belongs to the birth date. Passports keep the first and the last two, on public pages the first and last.
    /// </summary>
    public static string IdNumber(string? number, Audience audience)
    {
        var plain = Digits.Typed(number, 60);
        var (first, last) = audience == Audience.Public ? (1, 1) : plain.Length switch { 18 => (6, 4), 15 => (6, 3), _ => (1, 2) };
        return Middle(plain, first, last);
    }

    /// <summary>************1234.</summary>
    public static string BankCard(string? card) =>
        Middle(Digits.Typed(card, 60).Replace("-", "", StringComparison.Ordinal), 0, 4);

    /// <summary>豫H·1***3, whether the dot was typed or not; new-energy plates have one star more.</summary>
    public static string Plate(string? plate) =>
        PlateShape().Match(Digits.Typed(plate, 60)) is { Success: true } found
            ? $"{found.Groups[1].Value}·{Middle(found.Groups[2].Value, 1, 1)}{found.Groups[3].Value}"
            : Middle(Digits.Typed(plate, 60), 1, 1);

    /// <summary>Keeps both ends; where fewer than three characters would be hidden, all are.</summary>
    internal static string Middle(string text, int first, int last) => text.Length < first + last + 3
        ? new string('*', text.Length)
        : string.Concat(text.AsSpan(0, first), new string('*', text.Length - first - last), text.AsSpan(text.Length - last));

    [GeneratedRegex(@"^(?:\+?86|0)?1[3-9][0-9]{9}\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mobile();

    [GeneratedRegex(@"^\(?(010|02[0-9]|0[3-9][0-9]{2})\)?-?([1-9][0-9]{6,7})(-[0-9]{1,6})?\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Landline();

    [GeneratedRegex(@"^(?:[48]00[0-9]{7}|1[0-9]{2}|12[0-9]{3}|9[56][0-9]{3,4})\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Open();

    [GeneratedRegex(@"^(\p{IsCJKUnifiedIdeographs}[A-Z])[·•・.-]?([0-9A-Z]{4,6})([挂学警港澳]?)\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PlateShape();
}
