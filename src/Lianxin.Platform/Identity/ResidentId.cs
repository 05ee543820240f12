using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Lianxin.Platform.Text;

namespace Lianxin.Platform.Identity;

public enum Sex { Female, Male }

/// <summary>Which document an 18-character number belongs to.</summary>
public enum IdDocument { Resident, HongKongMacaoTaiwanPermit, ForeignPermanentResident }

/// <summary>
/// A citizen's number by GB 11643-1999 and its relatives: residence permits for Hong Kong, Macao and Taiwan
/// (81, 82, 83) and the foreign permanent resident card (first digit 9). Only the province is checked: abolished
/// counties live on in numbers for life. Age is always computed, never stored.
/// </summary>
public sealed partial record ResidentId
{
    private const string Provinces = "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71";
    private const int LongestLife = 130;

    private ResidentId(string number, IdDocument document, DateOnly birthDate) =>
        (Number, Document, BirthDate) = (number, document, birthDate);

    /// <summary>Eighteen characters, the check character upper case.</summary>
    public string Number { get; }

    public IdDocument Document { get; }

    public DateOnly BirthDate { get; }

    /// <summary>From the seventeenth digit: odd is male.</summary>
    public Sex Sex => (Number[16] - '0') % 2 == 1 ? Sex.Male : Sex.Female;

    /// <summary>Full years on a day; one born on 29 February turns on 1 March in a common year. Negative before birth.</summary>
    public int AgeOn(DateOnly day) => Age.On(BirthDate, day);

    /// <summary>
    /// Reads what a person typed: full-width digits, spaces and a lower-case x are accepted.
    /// </summary>
    /// <param name="today">The day a birth date may not lie beyond, in the unit's time zone.</param>
    public static bool TryParse(string? text, DateOnly today, [NotNullWhen(true)] out ResidentId? id, [NotNullWhen(false)] out Sentence? refusal)
    {
        id = null;
        var number = Digits.Typed(text, 60);
        if (number.Length == 0) refusal = new("请填写身份证号");
        else if (OldShape().IsMatch(number)) refusal = new("这是 15 位的旧号码，请填 18 位的新号码");
        else if (!Shape().IsMatch(number)) refusal = new("身份证号应为 18 位数字，最后一位可以是 X");
        else if (DocumentOf(number) is not { } document) refusal = new("身份证号的前两位不是省份代码");
        else if (!DateOnly.TryParseExact(number.AsSpan(6, 8), "yyyyMMdd", out var born)) refusal = new("身份证号里的出生日期不存在");
        else if (born > today) refusal = new("身份证号里的出生日期在今天之后");
        else if (Age.On(born, today) > LongestLife) refusal = new("身份证号里的出生日期太早");
        else if (IdCheckDigit.Of(number) != number[17]) refusal = new("身份证号的最后一位对不上，请核对");
        else
        {
            refusal = null;
            id = new ResidentId(number, document, born);
            return true;
        }
        return false;
    }

    /// <summary>Masked for staff: a number must not slip into a log by being printed.</summary>
    public override string ToString() => Protection.Mask.IdNumber(Number, Protection.Audience.Staff);

    private static IdDocument? DocumentOf(string number) => number[..2] switch
    {
        "81" or "82" or "83" => IdDocument.HongKongMacaoTaiwanPermit,
        ['9', _] => IdDocument.ForeignPermanentResident,
        var province => IsProvince(province) ? IdDocument.Resident : null,
    };

    internal static bool IsProvince(ReadOnlySpan<char> two) => Provinces.AsSpan().IndexOf(two) is >= 0 and var at && at % 3 == 0;

    [GeneratedRegex(@"^[0-9]{17}[0-9X]\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Shape();

    [GeneratedRegex(@"^[0-9]{15}\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OldShape();
}
