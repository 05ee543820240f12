namespace Lianxin.Platform.Protection;

/// <summary>Bank cards: 16 to 19 digits that satisfy Luhn and begin as cards issued here do.</summary>
internal static class CardShape
{
    public static bool Is(Candidate number)
    {
        var digits = number.Digits;
        if (digits.Length is < 16 or > 19 || !Begins(digits) || !Luhn(digits)) return false;
        if (number.Runs == 1) return true;
        // As printed: fours with a rest, or the six of the issuer and then the rest.
        if (number.Runs == 2) return number.Run(0) == 6;
        for (var i = 0; i < number.Runs - 1; i++)
            if (number.Run(i) != 4) return false;
        return number.Run(number.Runs - 1) <= 4;
    }

    // Eighteen digits are also a micro-grid's code, so there only the domestic issuers count.
    private static bool Begins(ReadOnlySpan<char> digits) => digits[0] switch
    {
        '6' => digits[1] is '0' or '2' or '5' or '8' or '9',
        '3' or '4' or '5' or '9' => digits.Length != 18,
        _ => false,
    };

    internal static bool Luhn(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            if (i % 2 == 1 && (digit *= 2) > 9) digit -= 9;
            sum += digit;
        }
        return sum % 10 == 0;
    }
}
