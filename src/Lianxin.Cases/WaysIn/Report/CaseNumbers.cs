using System.Globalization;
using System.Security.Cryptography;
using Lianxin.Platform;
using Lianxin.Platform.Data;

namespace Lianxin.Cases.WaysIn.Report;

/// <summary>Numbers people can read out, day and sequence (<c>2026-1118-0042</c>; gaps are normal, never a secret), and the six-digit look-up code beside them.</summary>
internal sealed class CaseNumbers(Ids ids, Clock clock)
{
    private const int Block = 8;

    public (string Number, string Code) Next()
    {
        var day = clock.Today;
        var sequence = ids.Next("case-" + day.ToString("yyyyMMdd", CultureInfo.InvariantCulture), Block);
        var number = string.Create(CultureInfo.InvariantCulture, $"{day:yyyy}-{day:MMdd}-{sequence:0000}");
        return (number, RandomNumberGenerator.GetInt32(1_000_000).ToString("000000", CultureInfo.InvariantCulture));
    }
}
