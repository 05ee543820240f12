using System.Globalization;
using Lianxin.Platform;
using Lianxin.Platform.Protection;
using Lianxin.Platform.Settings;
using Lianxin.Platform.Text;

namespace Lianxin.Cases.Turns.Whistle;

/// <summary>The six digits the caller shows on site. They follow from the field key and the whistle, so nothing has to be kept.</summary>
internal sealed class WhistleCode(Protector protector, Limits limits)
{
    private const int Tries = 5;
    private static readonly TimeSpan Window = TimeSpan.FromDays(1);

    public string Show(long whistleId) => Figures(protector.Index(Key(whistleId)));

    /// <summary>Checks what a called unit typed, five times at most.</summary>
    /// <exception cref="Refusal">At <c>code</c>: it is another one, or no try is left.</exception>
    public async Task Check(long whistleId, long callId, string typed)
    {
        if (!await limits.Take($"whistle:{callId}", Tries, Window)) throw new Refusal("现场码试错太多次了，请让吹哨的人确认到场", "code");
        var figures = string.Concat(Digits.Typed(typed, 12).Where(char.IsAsciiDigit));
        if (!protector.Indexes(Key(whistleId)).Any(i => Figures(i) == figures)) throw new Refusal("现场码不对，请看吹哨人手机上的 6 位数", "code");
    }

    private static string Key(long whistleId) => $"whistle {whistleId}";

    private static string Figures(string index) =>
        (uint.Parse(index[..8], NumberStyles.HexNumber, CultureInfo.InvariantCulture) % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
}
