namespace Lianxin.Contracts.Organization;

/// <summary>A unit was moved, merged, split or closed; whoever keeps something by unit hands it over.</summary>
/// <param name="How"><c>moved</c>, <c>merged</c>, <c>split</c> or <c>closed</c>.</param>
/// <param name="UnitId">The unit it was done to; gone when merged or closed.</param>
/// <param name="ToUnitId">Who receives: the new unit above when moved; null when closed with nothing open.</param>
/// <param name="FromParentId">The unit above until then.</param>
/// <param name="Ground">The units whose ground, with all below them, went along.</param>
/// <param name="At">From when it holds.</param>
public sealed record UnitReorganised(string How, long UnitId, long? ToUnitId, long? FromParentId, IReadOnlyList<long> Ground, DateTime At) : Event
{
    public const string Moved = "moved";
    public const string Merged = "merged";
    public const string Split = "split";
    public const string Closed = "closed";
}
