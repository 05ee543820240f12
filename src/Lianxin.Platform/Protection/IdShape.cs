using Lianxin.Platform.Identity;

namespace Lianxin.Platform.Protection;

/// <summary>Citizens' numbers in text. A number mistyped by one digit is still somebody's: the check digit is not asked for.</summary>
internal static class IdShape
{
    public static bool Is18(Candidate number)
    {
        var digits = number.Digits;
        var ends = number.Next is 'X' or 'x';
        if (digits.Length != 18 && !(digits.Length == 17 && ends)) return false;
        if (!IsDate(digits[6..14])) return false;
        // In pieces it could be anything from a case number to a price list, so there the check digit must fit.
        return (number.Runs == 1 && Area(digits)) || IdCheckDigit.Of(digits) == (digits.Length == 18 ? digits[17] : 'X');
    }

    /// <summary>
    /// The old form: 6 area, yymmdd, 3 sequence. A grid code of 15 digits can look the same; a nearby word decides,
    /// then the shape of a grid: township and community below 600, at most 99 grids in a community.
    /// </summary>
    public static bool Is15(Candidate number)
    {
        var digits = number.Digits;
        if (digits.Length != 15 || number.Runs != 1 || !ResidentId.IsProvince(digits[..2])) return false;
        if (Number(digits[8..10]) is < 1 or > 12 || Number(digits[10..12]) is < 1 or > 31) return false;
        if (number.Before.Contains("证", StringComparison.Ordinal)) return true;
        if (number.Before.Contains("网格", StringComparison.Ordinal) || number.Before.Contains("编码", StringComparison.Ordinal)) return false;
        return !(Number(digits[6..9]) is > 0 and < 600 && Number(digits[9..12]) is > 0 and < 600 && Number(digits[12..]) is > 0 and < 100);
    }

    private static bool Area(ReadOnlySpan<char> digits) => digits[0] == '9' || digits[..2] is "81" or "82" or "83" || ResidentId.IsProvince(digits[..2]);

    private static bool IsDate(ReadOnlySpan<char> date) =>
        Number(date[..4]) is >= 1880 and <= 2099 && Number(date[4..6]) is >= 1 and <= 12 && Number(date[6..]) is >= 1 and <= 31;

    private static int Number(ReadOnlySpan<char> digits) => int.Parse(digits);
}
