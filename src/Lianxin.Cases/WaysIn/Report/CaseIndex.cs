using Lianxin.Cases.Catalog;
using Lianxin.Cases.Model;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Lianxin.Platform.Protection;
using Lianxin.Platform.Search;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Cases.WaysIn.Report;

/// <summary>Full text of cases: number, words, what was added, place and class, masked text only. Tokens carry a prefix, so rooms share one index.</summary>
internal sealed class CaseIndex(AppDb db)
{
    private const char Prefix = 'c';

    /// <summary>With the save in hand: what a case is found by.</summary>
    /// <param name="added">What the reporter said later.</param>
    public void Put(Case file, Chapter? chapter, UnitForest forest, params IEnumerable<string> added)
    {
        var place = string.Join(' ', forest.Upward(file.PlaceUnitId).TakeWhile(u => u.Id != file.AcceptUnitId).Select(u => u.Name));
        var text = $"{file.Number} {file.Title}\n{file.Words}\n{file.PlaceWords} {place}\n{chapter?.Category(file.Category)?.Name}\n{string.Join('\n', added)}";
        db.Also(db.Engine.Index(file.Id, Tokens(text, Bigrams.Index)));
    }

    /// <summary>The same for a case that has been here before, with what was added meanwhile and what is being added now.</summary>
    public async Task PutAgain(CaseSeen seen, string? now = null)
    {
        var added = await db.Set<Entry>().Where(e => e.CaseId == seen.File.Id && e.Kind == EntryKind.Update && e.Parts == "[]").OrderBy(e => e.Id).Select(e => e.Words).ToListAsync();
        Put(seen.File, seen.Chapter, seen.Forest, [.. added, now is null ? "" : TextMask.Apply(now).Text, .. seen.Outers.Select(o => o.Number)]);
    }

    public IQueryable<SearchHit>? Find(string words, int limit)
    {
        var tokens = Tokens(words, Bigrams.Query);
        return tokens.Count == 0 ? null : db.Engine.Find(db, tokens, limit);
    }

    private static List<string> Tokens(string text, Func<string, IReadOnlyList<string>> cut) => [.. cut(text).Select(t => Prefix + t)];
}
