using Lianxin.Cases.Model;
using Lianxin.Platform.Data;
using Lianxin.Platform.Search;

namespace Lianxin.Cases.Report;

/// <summary>Full text of cases: number, words, place and class, masked text only. Tokens carry a prefix, so rooms share one index.</summary>
internal sealed class CaseIndex(AppDb db)
{
    private const char Prefix = 'c';

    /// <param name="place">Names of the units it lies in, up to the one that takes it in.</param>
    public void Put(Case file, string? category, string place) =>
        db.Also(db.Engine.Index(file.Id, Tokens($"{file.Number} {file.Title}\n{file.Words}\n{file.PlaceWords} {place}\n{category}", Bigrams.Index)));

    public IQueryable<SearchHit>? Find(string words, int limit)
    {
        var tokens = Tokens(words, Bigrams.Query);
        return tokens.Count == 0 ? null : db.Engine.Find(db, tokens, limit);
    }

    private static List<string> Tokens(string text, Func<string, IReadOnlyList<string>> cut) => [.. cut(text).Select(t => Prefix + t)];
}
