using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Lianxin.Platform.Text;

namespace Lianxin.Platform.Identity;

/// <summary>Service is 400 and 800; Short is 110, 119, 120, 122, 12345 and 12348.</summary>
public enum PhoneKind { Mobile, Landline, Service, Short }

/// <summary>
/// A phone number in its one written form: <c>13812345678</c>, <c>0579-88881234</c>, <c>0579-88881234-801</c>,
/// <c>4001234567</c>, <c>12345</c>. Not unique and no proof of identity: a grandmother answers on her son's.
/// </summary>
public sealed partial record PhoneNumber
{
    private PhoneNumber(string number, PhoneKind kind) => (Number, Kind) = (number, kind);

    public string Number { get; }

    public PhoneKind Kind { get; }

    /// <summary>Whether a text message can reach it.</summary>
    public bool CanText => Kind == PhoneKind.Mobile;

    /// <summary>Accepts full-width digits, spaces, dashes, brackets, +86, 0086, and a mobile behind a dialled 0.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out PhoneNumber? phone, [NotNullWhen(false)] out Sentence? refusal)
    {
        var typed = Digits.Typed(text, 60);
        phone = Read(typed);
        refusal = phone is not null ? null
            : typed.Length == 0 ? new("请填写电话号码")
            : Local().IsMatch(typed) ? new("固定电话请带上区号，例如 0579-88881234")
            : new Sentence("电话号码不对，手机是 11 位，固定电话要带区号");
        return phone is not null;
    }

    /// <summary>Masked: a number must not slip into a log by being printed.</summary>
    public override string ToString() => Protection.Mask.Phone(Number);

    private static PhoneNumber? Read(string typed)
    {
        if (Mobile().Match(typed.Replace("-", "", StringComparison.Ordinal)) is { Success: true } mobile)
            return new(mobile.Groups[1].Value, PhoneKind.Mobile);
        if (Landline().Match(typed) is { Success: true } line)
        {
            var area = "0" + line.Groups["area"].Value;
            var extension = line.Groups["ext"] is { Success: true } ext ? "-" + ext.Value : "";
            var number = line.Groups["number"].Value.Replace("-", "", StringComparison.Ordinal);
            return number.Length is 7 or 8 ? new($"{area}-{number}{extension}", PhoneKind.Landline) : null;
        }
        var bare = typed.Replace("-", "", StringComparison.Ordinal);
        if (Service().IsMatch(bare)) return new(bare, PhoneKind.Service);
        return typed is "110" or "119" or "120" or "122" or "12345" or "12348" ? new(typed, PhoneKind.Short) : null;
    }

    [GeneratedRegex(@"^(?:(?:\+|00)?86|0)?(1[3-9][0-9]{9})\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mobile();

    // Area codes are 10, 2x and three digits from 3xx up, so the border between area and number needs no dash.
    // 111 is issued nowhere: invented places have it, so that a demo's numbers ring at nobody's.
    [GeneratedRegex(
        @"^\(?(?:(?:\+|00)86-?\(?0?|0)(?<area>10|111|2[0-9]|[3-9][0-9]{2})\)?-?" +
        @"(?<number>[1-9][0-9]{2,3}-?[0-9]{4})(?:(?:-|转|#)(?<ext>[0-9]{1,6}))?\z",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Landline();

    [GeneratedRegex(@"^[48]00[0-9]{7}\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Service();

    [GeneratedRegex(@"^[2-8][0-9]{6,7}\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Local();
}
