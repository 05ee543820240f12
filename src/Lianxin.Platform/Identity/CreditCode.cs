using System.Diagnostics.CodeAnalysis;
using Lianxin.Platform.Text;

namespace Lianxin.Platform.Identity;

/// <summary>
/// Unified social credit code, GB 32100-2015: department, type, six digits of area, nine of organization, check.
/// Departments are open: village committees (55), residents' committees (54) and collectives (N1–N3) are as good as firms.
/// </summary>
public sealed record CreditCode
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static ReadOnlySpan<byte> Weights => [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

    private CreditCode(string code) => Code = code;

    /// <summary>Eighteen characters, upper case.</summary>
    public string Code { get; }

    public static bool TryParse(string? text, [NotNullWhen(true)] out CreditCode? code, [NotNullWhen(false)] out Sentence? refusal)
    {
        code = null;
        refusal = null;
        var typed = Digits.Typed(text, 60);
        if (typed.Length == 0) refusal = new("请填写统一社会信用代码");
        else if (typed.Length != 18) refusal = new("统一社会信用代码应为 18 位，现在是 {0} 位", typed.Length);
        else if (typed.AsSpan().IndexOfAnyExcept(Alphabet) is >= 0 and var odd)
            refusal = new("统一社会信用代码里不会有“{0}”", typed[odd]);
        else if (typed.AsSpan(2, 6).IndexOfAnyExceptInRange('0', '9') >= 0) refusal = new("统一社会信用代码的第 3 到 8 位应是数字");
        else if (CheckOf(typed) != typed[17]) refusal = new("统一社会信用代码的最后一位对不上，请核对");
        else code = new CreditCode(typed);
        return refusal is null;
    }

    /// <summary>The eighteenth character for the first seventeen.</summary>
    internal static char CheckOf(ReadOnlySpan<char> code)
    {
        var sum = 0;
        for (var i = 0; i < Weights.Length; i++) sum += Alphabet.IndexOf(code[i]) * Weights[i];
        return Alphabet[(31 - (sum % 31)) % 31];
    }

    public override string ToString() => Code;
}
