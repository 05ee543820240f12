using System.Text.RegularExpressions;
using Lianxin.Cases.Model;

namespace Lianxin.Cases.WaysIn.Paste;

/// <summary>What a pasted text was understood as; whatever was not found is empty, and a person goes over it.</summary>
internal sealed record Draft
{
    public OuterSource Source { get; init; } = OuterSource.Other;

    public string Number { get; init; } = "";

    public string Name { get; init; } = "";

    public string Phone { get; init; } = "";

    public string Words { get; init; } = "";

    public string Place { get; init; } = "";

    /// <summary>As written; read by <see cref="PastedMoment"/>.</summary>
    public string Sent { get; init; } = "";

    public string Due { get; init; } = "";

    public string ReturnBy { get; init; } = "";
}

/// <summary>Reads a ticket of labelled lines or a message of a chat. Tolerant: what it does not know stays in the words.</summary>
internal static partial class PastedText
{
    public const int Max = 10_000;

    public static Draft Read(string text)
    {
        var labels = PastedLabels.Shape.Matches(text).ToList();
        return labels.Count >= 2 || labels.Any(l => PastedLabels.Of(l.Groups["label"].Value) == Part.Number) ? Ticket(text, labels) : Chat(text);
    }

    private static Draft Ticket(string text, List<Match> labels)
    {
        var parts = new Dictionary<Part, string>();
        for (var i = 0; i < labels.Count; i++)
        {
            var from = labels[i].Index + labels[i].Length;
            var value = text[from..(i + 1 < labels.Count ? labels[i + 1].Index : text.Length)].Trim(' ', '\t', '\n', '　', '|', ',', '，', ';', '；');
            if (value.Length > 0) parts.TryAdd(PastedLabels.Of(labels[i].Groups["label"].Value), value);
        }

        string Line(Part part) => parts.GetValueOrDefault(part, "").Split('\n')[0].Trim();
        return new Draft
        {
            Source = text.Contains("一表通", StringComparison.Ordinal) && !text.Contains("12345", StringComparison.Ordinal) ? OuterSource.OneForm : text.Contains("综治", StringComparison.Ordinal) && !text.Contains("12345", StringComparison.Ordinal) ? OuterSource.Platform : OuterSource.Hotline,
            Number = Cut(OuterNumber.Spell(Line(Part.Number)), OuterNumber.NumberMax), Name = Cut(Line(Part.Name), Reporter.NameMax), Phone = Called(Line(Part.Phone)),
            Words = Cut(parts.GetValueOrDefault(Part.Words) ?? text.Trim(), Case.WordsMax), Place = Cut(Line(Part.Place), Case.PlaceMax),
            Sent = Line(Part.Sent), Due = Line(Part.Due), ReturnBy = Line(Part.ReturnBy),
        };
    }

    private static Draft Chat(string text)
    {
        var (name, sent) = ("", "");
        var words = new List<string>();
        foreach (var line in text.Split('\n').Select(l => l.Trim()))
        {
            if (Header().Match(line) is { Success: true } head)
            {
                if (name.Length == 0) (name, sent) = (head.Groups["name"].Value, head.Groups["time"].Value);
            }
            else if (line.Length > 0 && !Media().IsMatch(line)) words.Add(line);
        }

        return new Draft { Source = OuterSource.Chat, Name = Cut(name, Reporter.NameMax), Sent = sent, Words = Cut(string.Join('\n', words), Case.WordsMax), Phone = Mobile().Match(text).Value };
    }

    /// <summary>The first number one can call; the whole value where it holds none of the usual shape.</summary>
    private static string Called(string text) => Mobile().Match(text) is { Success: true } m ? m.Value : text.Length <= 30 && text.Any(char.IsAsciiDigit) ? text : "";

    private static string Cut(string text, int max) => text.Length <= max ? text : text[..max];

    [GeneratedRegex(@"^(?<name>[^\s:：]{1,20})\s*[:：]?\s+(?<time>(?:(?:20)?[0-9]{2}[-/.年][0-9]{1,2}[-/.月][0-9]{1,2}日?\s+)?(?:星期.\s*)?(?:上午|下午|晚上)?\s*[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)$|^(?<name>[^\s:：]{1,20})[:：]$", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Header();

    [GeneratedRegex(@"^\[(?:图片|视频|语音|动画表情|照片)\](?:[0-9]*)$", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Media();

    [GeneratedRegex(@"(?<![0-9])1[3-9][0-9]{9}(?![0-9])", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Mobile();
}
