namespace Lianxin.Platform.Identity;

/// <summary>ISO 7064 MOD 11-2 as GB 11643-1999 uses it.</summary>
internal static class IdCheckDigit
{
    private static ReadOnlySpan<byte> Weights => [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>The eighteenth character for the first seventeen digits.</summary>
    public static char Of(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < Weights.Length; i++) sum += (digits[i] - '0') * Weights[i];
        return "10X98765432"[sum % 11];
    }
}
