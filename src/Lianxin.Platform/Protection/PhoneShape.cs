namespace Lianxin.Platform.Protection;

/// <summary>Mobiles and landlines in text, whole or in the pieces people say them in.</summary>
internal static class PhoneShape
{
    /// <summary>Where in the digits the eleven of a mobile begin, or null.</summary>
    public static int? MobileAt(Candidate number)
    {
        var digits = number.Digits;
        var start = digits.Length - 11;
        if (start < 0 || digits[start] != '1' || digits[start + 1] < '3') return null;
        if (number.Runs == 1) return digits[..start] is "" or "0" or "86" or "086" or "0086" ? start : null;
        return start == 0 && Pieces(number) ? 0 : null;
    }

    /// <summary>Where the subscriber's number begins behind the area code, or null.</summary>
    public static int? LandlineAt(Candidate number)
    {
        var digits = number.Digits;
        if (digits.Length is < 10 or > 12 || digits[0] != '0') return null;
        var area = AreaLength(digits);
        if (area == 0 || digits.Length - area is not (7 or 8) || digits[area] == '0') return null;
        if (number.Runs == 1) return area;
        // 2026-0318-1042 2026 is a case number and a year, not Hengshui.
        if (number.Run(0) != area || number.DashedBefore == 4) return null;
        return number.Runs == 2 || (number.Runs == 3 && number.Run(2) == 4) ? area : null;
    }

    private static bool Pieces(Candidate number) => (number.Run(0), number.Run(1), number.Runs) switch
    {
        (3, 4, 3) or (3, 3, 3) or (4, 3, 3) or (4, 4, 3) or (3, 8, 2) or (4, 7, 2) or (5, 6, 2) or (7, 4, 2) => true,
        (1, 1, 11) => true,
        _ => false,
    };

    private static int AreaLength(ReadOnlySpan<char> digits) => (digits[1], digits[2]) switch
    {
        ('1', '0') or ('2', _) => 3,
        ( >= '3', _) => 4,
        _ => 0,
    };
}
