using System.Text.Encodings.Web;
using System.Text.Json;

namespace Lianxin.Platform.Text;

/// <summary>
/// What a person is told, before translation: the localizer's key (the Chinese text itself) and what fills its gaps.
/// Units without a database return it so the face that asked decides the language.
/// </summary>
public sealed record Sentence(string Key, params object[] Args)
{
    /// <summary>The Chinese sentence, for logs and tests; pages go through the localizer.</summary>
    public override string ToString() => Args.Length == 0 ? Key : string.Format(null, Key, Args);

    /// <summary>Sentences as one stored text, to be said later in whatever language the reader uses.</summary>
    public static string Pack(IEnumerable<Sentence> sentences) =>
        JsonSerializer.Serialize(sentences.Select(s => new[] { s.Key }.Concat(s.Args.Select(a => a.ToString() ?? "")).ToArray()), Json);

    public static IReadOnlyList<Sentence> Unpack(string stored) =>
        stored.Length == 0 ? [] : [.. JsonSerializer.Deserialize<string[][]>(stored)!.Select(s => new Sentence(s[0], [.. s.Skip(1)]))];

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
