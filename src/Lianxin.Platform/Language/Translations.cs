using System.Collections.Frozen;
using System.Text.Json;

namespace Lianxin.Platform.Language;

/// <summary>The translation files: <c>translations/LANGUAGE.json</c>, and parts of it as <c>LANGUAGE.PART.json</c>. A minority language is a file, not a release.</summary>
public sealed class Translations
{
    public const string Chinese = "zh-CN";
    private const string NameKey = "语言名称";

    private readonly FrozenDictionary<string, FrozenDictionary<string, string>> languages;

    public Translations(Place place)
    {
        var found = new Dictionary<string, Dictionary<string, string>>(StringComparer.Ordinal);
        string[] files = Directory.Exists(place.Translations) ? Directory.GetFiles(place.Translations, "*.json") : [];
        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            var language = Path.GetFileName(file).Split('.')[0];
            if (!found.TryGetValue(language, out var words)) found[language] = words = new(StringComparer.Ordinal);
            foreach (var (key, value) in JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(file))!) words[key] = value;
        }

        languages = found.ToFrozenDictionary(l => l.Key, l => l.Value.ToFrozenDictionary());
        Languages = [(Chinese, "中文"), .. languages.Select(l => (l.Key, l.Value.GetValueOrDefault(NameKey, l.Key))).OrderBy(l => l.Key, StringComparer.Ordinal)];
    }

    public IReadOnlyList<(string Code, string Name)> Languages { get; }

    public bool Has(string language) => language == Chinese || languages.ContainsKey(language);

    public IReadOnlyDictionary<string, string> Of(string language) =>
        languages.TryGetValue(language, out var words) ? words : FrozenDictionary<string, string>.Empty;
}
