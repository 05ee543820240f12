using Lianxin.Platform.Data;
using Lianxin.Platform.Search;

namespace Lianxin.Platform.Access;

/// <summary>Finds people by name; two characters are enough. Tokens carry a prefix, so rooms share one index.</summary>
public static class PersonIndex
{
    private const char Prefix = 'p';

    /// <summary>Enters a name with the next save.</summary>
    public static void Put(AppDb db, Person person) => db.Also(db.Engine.Index(person.Id, Tokens(person.Name, Bigrams.Index)));

    /// <summary>Ids of people so named; null when there is nothing to search for.</summary>
    public static IQueryable<SearchHit>? Find(AppDb db, string words, int limit)
    {
        var tokens = Tokens(words, Bigrams.Query);
        return tokens.Count == 0 ? null : db.Engine.Find(db, tokens, limit);
    }

    private static List<string> Tokens(string text, Func<string, IReadOnlyList<string>> cut) => [.. cut(text).Select(t => Prefix + t)];
}
