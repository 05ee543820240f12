namespace Lianxin.Contracts.Organization;

/// <summary>A unit was moved, merged, split or closed; whoever keeps something by unit hands it over.</summary>
/// <param name="How"><c>moved</c>, <c>merged</c>, <c>split</c> or <c>closed</c>.</param>
/// <param name="UnitId">The unit it was done to; gone when merged or closed.</param>
/// <param name="ToUnitId">Who receives: the new unit above when moved; null when closed with nothing open.</param>
/// <param name="FromParentId">The unit above until then.</param>
/// <param name="Ground">The units whose ground, with all below them, went along.</param>
/// <param name="At">From when it holds.</param>
/// <param name="Terms">When split: by what else its work is told apart.</param>
public sealed record UnitReorganised(string How, long UnitId, long? ToUnitId, long? FromParentId, IReadOnlyList<long> Ground, DateTime At, SplitTerms? Terms = null) : Event
{
    public const string Moved = "moved";
    public const string Merged = "merged";
    public const string Split = "split";
    public const string Closed = "closed";
}

/// <summary>By what the work of a unit that was split is told apart, where no ground says it.</summary>
/// <param name="Names">Names of places that went along.</param>
/// <param name="Goes">What only whoever receives has from then on.</param>
/// <param name="Stays">What only the unit that was split has.</param>
/// <param name="Rest">Whether what nothing tells apart goes as well.</param>
public sealed record SplitTerms(IReadOnlyList<string> Names, Matters Goes, Matters Stays, bool Rest)
{
    public static SplitTerms None { get; } = new([], Matters.None, Matters.None, false);
}

/// <summary>Functions, and categories that stand on a duty list as the unit's own.</summary>
public sealed record Matters(IReadOnlyList<string> Functions, IReadOnlyList<string> Categories)
{
    public static Matters None { get; } = new([], []);
}
