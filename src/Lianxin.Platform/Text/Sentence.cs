using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Lianxin.Platform.Text;

/// <summary>
/// What a person is told, before translation: the localizer's key (the Chinese text itself) and what fills its gaps.
/// Units without a database return it so the face that asked decides the language. An argument that is itself a
/// sentence is translated before it is put in; any other is shown as it is.
/// </summary>
public sealed record Sentence(string Key, params object[] Args)
{
    public bool Equals(Sentence? other) => other is not null && Key == other.Key && Args.AsSpan().SequenceEqual(other.Args);

    public override int GetHashCode() => HashCode.Combine(Key.GetHashCode(StringComparison.Ordinal), Args.Length);

    /// <summary>The Chinese sentence, for logs and tests; pages go through the localizer.</summary>
    public override string ToString() => In(key => key);

    /// <summary>The sentence in another language: <paramref name="translate"/> gives the text for a key.</summary>
    public string In(Func<string, string> translate) => Args.Length == 0
        ? translate(Key)
        : string.Format(CultureInfo.InvariantCulture, translate(Key), [.. Args.Select(a => a is Sentence inner ? inner.In(translate) : a)]);

    /// <summary>Sentences as one stored text, to be said later in whatever language the reader uses.</summary>
    public static string Pack(IEnumerable<Sentence> sentences) => JsonSerializer.Serialize(sentences.Select(Plain), Json);

    public static IReadOnlyList<Sentence> Unpack(string stored) =>
        stored.Length == 0 ? [] : [.. JsonSerializer.Deserialize<JsonElement[]>(stored)!.Select(Read)];

    private static object[] Plain(Sentence sentence) =>
        [sentence.Key, .. sentence.Args.Select(a => a is Sentence inner ? (object)Plain(inner) : Convert.ToString(a, CultureInfo.InvariantCulture) ?? "")];

    private static Sentence Read(JsonElement stored) => new(
        stored[0].GetString()!,
        [.. stored.EnumerateArray().Skip(1).Select(a => a.ValueKind == JsonValueKind.Array ? (object)Read(a) : a.GetString()!)]);

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
