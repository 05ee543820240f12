using System.Globalization;
using Lianxin.Platform.Access;
using Microsoft.AspNetCore.Http;

namespace Lianxin.Platform.Language;

/// <summary>
/// Says everything a person reads. The key is the Chinese text itself; another language is a file of translations.
/// The language is the <c>lang</c> of the address, or the one chosen for this visit, or the account's.
/// </summary>
public sealed class Localizer(Translations translations, IHttpContextAccessor accessor, CurrentActor current) : ISentences
{
    private IReadOnlyDictionary<string, string>? words;

    /// <summary>The language of this page, as in the html tag: <c>zh-CN</c>, <c>en</c> …</summary>
    public string Language => new[] { Asked, VisitLanguage.Read(accessor.HttpContext), current.Actor.Language }
        .FirstOrDefault(l => l is { Length: > 0 } && translations.Has(l)) ?? Translations.Chinese;

    /// <summary>The language asked for by the address of this visit; kept in links of pages without an account.</summary>
    public string? Asked => accessor.HttpContext?.Request.Query["lang"].ToString();

    public IReadOnlyList<(string Code, string Name)> Languages => translations.Languages;

    public string this[string key] => Find(key);

    public string this[string key, params object?[] parts] => string.Format(CultureInfo.InvariantCulture, Find(key), Say(parts));

    public string Say(string key, params object?[] parts) => parts.Length == 0 ? Find(key) : this[key, parts];

    /// <summary>Says a sentence, those that stand inside it included.</summary>
    public string Say(Text.Sentence sentence) => sentence.In(Find);

    private string Find(string key) => (words ??= translations.Of(Language)).GetValueOrDefault(key, key);

    /// <summary>Parts that are sentences themselves are said first.</summary>
    private object?[] Say(object?[] parts) => [.. parts.Select(p => p is Text.Sentence sentence ? Say(sentence) : p)];
}
