using System.Text;

namespace Lianxin.Platform.Search;

/// <summary>
/// Words for full text search, the same for every engine: Chinese runs become overlapping pairs, other words stay
/// whole in lower case, and a long number can be found by its end. Tokens are letters and digits only, so they may be
/// joined with spaces for FTS5 (unicode61) and tsvector (simple). Give it masked text: what is indexed can be found.
/// </summary>
public static class Bigrams
{
    /// <summary>What is read of a text to index, in UTF-16 units.</summary>
    public const int LongestText = 100_000;

    /// <summary>What is read of a query, in UTF-16 units.</summary>
    public const int LongestQuery = 100;

    private const int ShortestEnd = 4, LongestNumber = 20;

    /// <summary>Distinct tokens in the order they first occur: pairs, single characters, words, and ends of numbers.</summary>
    public static IReadOnlyList<string> Index(string? text)
    {
        var tokens = new OrderedSet();
        foreach (var run in TextRuns.Of(text, LongestText))
        {
            if (!run.Paired)
            {
                Word(run.Text, tokens);
                continue;
            }
            foreach (var rune in run.Text.EnumerateRunes()) tokens.Add(rune.ToString());
            Pairs(run.Text, tokens);
        }
        return tokens.Items;
    }

    /// <summary>Tokens that must all occur; empty when nothing in the query can be searched for.</summary>
    public static IReadOnlyList<string> Query(string? text)
    {
        var tokens = new OrderedSet();
        foreach (var run in TextRuns.Of(text, LongestQuery))
            if (!run.Paired || !Pairs(run.Text, tokens)) tokens.Add(run.Text);
        return tokens.Items;
    }

    private static bool Pairs(string text, OrderedSet tokens)
    {
        Rune? before = null;
        var any = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (before is { } first)
            {
                tokens.Add($"{first}{rune}");
                any = true;
            }
            before = rune;
        }
        return any;
    }

    private static void Word(string word, OrderedSet tokens)
    {
        tokens.Add(word);
        for (var at = 0; at < word.Length;)
        {
            var start = at;
            while (at < word.Length && char.IsAsciiDigit(word[at])) at++;
            for (var from = Math.Max(start, at - LongestNumber); at - from >= ShortestEnd; from++) tokens.Add(word[from..at]);
            if (at == start) at++;
        }
    }

    private sealed class OrderedSet
    {
        private readonly HashSet<string> seen = [];

        public List<string> Items { get; } = [];

        public void Add(string token)
        {
            if (seen.Add(token)) Items.Add(token);
        }
    }
}
