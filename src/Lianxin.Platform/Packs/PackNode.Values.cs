using System.Globalization;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Lianxin.Platform.Packs;

public sealed partial class PackNode
{
    /// <summary>Longest text taken unless the caller says otherwise, in characters.</summary>
    public const int MaxText = 200;

    /// <summary>Longest identifier taken, in characters.</summary>
    public const int MaxKey = 40;

    /// <summary>The text under a key; "" with a fault when it is missing, not a text, or too long.</summary>
    public string Text(string key, int max = MaxText) => At(Need(key)).AsText(max);

    /// <summary>The text under a key, or null when the key is not there.</summary>
    public string? OptionalText(string key, int max = MaxText) => Find(key) is { } found ? At(found).AsText(max) : null;

    /// <summary>An identifier: lower-case ASCII words joined by hyphens, at most <see cref="MaxKey"/> characters.</summary>
    public string Key(string key = "key")
    {
        var value = At(Need(key));
        var text = value.AsText();
        if (text.Length > 0 && (text.Length > MaxKey || !Identifier().IsMatch(text)))
            value.Refuse("“{0}”应该是小写字母、数字和连字符", text);
        return text;
    }

    /// <summary>A whole number within the bounds, both included; 0 with a fault otherwise.</summary>
    public int Int(string key, int min = 0, int max = int.MaxValue)
    {
        var value = At(Need(key));
        if (value.Absent) return 0;
        if (value.Plain() is { } text && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= min && number <= max) return number;
        value.Refuse("应该是 {0} 到 {1} 之间的整数", min, max);
        return 0;
    }

    /// <summary>A whole number, or null when the key is not there.</summary>
    public int? OptionalInt(string key, int min = 0, int max = int.MaxValue) => Has(key) ? Int(key, min, max) : null;

    /// <summary>The words true or false; <paramref name="otherwise"/> when the key is not there.</summary>
    public bool Bool(string key, bool otherwise = false)
    {
        if (Find(key) is not { } found) return otherwise;
        var value = At(found);
        switch (value.Plain())
        {
            case "true": return true;
            case "false": return false;
            default:
                value.Refuse("应该写 true 或 false");
                return otherwise;
        }
    }

    /// <summary>One word out of an enum, written in lower case with hyphens: WorkDay is work-day.</summary>
    public TEnum Keyword<TEnum>(string key)
        where TEnum : struct, Enum => At(Need(key)).AsKeyword<TEnum>();

    /// <summary>A term such as <c>{amount: 2, unit: work-day}</c>.</summary>
    public PackTerm Term(string key)
    {
        var child = Child(key);
        if (child.Absent) return default;
        child.RefuseUnknown("amount", "unit");
        return new PackTerm(child.Int("amount", 1, 999), child.Keyword<PackUnit>("unit"));
    }

    /// <summary>The text of this node itself, for the entries of a list.</summary>
    public string AsText(int max = MaxText)
    {
        if (Absent) return "";
        if (node is not YamlScalarNode { Value: { } text })
        {
            Refuse("这里应该是一段文字");
            return "";
        }

        if (text.Length > max) Refuse("文字太长，最多 {0} 个字", max);
        else if (text.Any(Hidden)) Refuse("文字里有看不见的字符");
        else return text;
        return "";
    }

    /// <summary>The number of this node itself, for coordinates.</summary>
    public double AsNumber()
    {
        if (Absent) return 0;
        if (Plain() is { } text && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number)) return number;
        Refuse("应该是一个数");
        return 0;
    }

    /// <summary>The word of this node itself out of an enum; its first member with a fault otherwise.</summary>
    public TEnum AsKeyword<TEnum>()
        where TEnum : struct, Enum
    {
        var text = AsText();
        if (text.Length == 0) return default;
        if (PackWords.Find<TEnum>(text) is { } word) return word;
        Refuse("不认识“{0}”，可以写：{1}", text, string.Join("、", PackWords.All<TEnum>()));
        return default;
    }

    private static bool Hidden(char c) =>
        (char.IsControl(c) && c != '\n') || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Format;

    private string? Plain() => node is YamlScalarNode { Style: ScalarStyle.Plain, Value: { } text } ? text : null;

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Identifier();
}
