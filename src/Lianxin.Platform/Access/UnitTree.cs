using System.Collections.Frozen;
using Lianxin.Platform.Data;
using Lianxin.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Platform.Access;

/// <summary>A unit as everybody reads it.</summary>
public sealed record UnitInfo(
    long Id, long? ParentId, string Code, string Name, UnitKind Kind, string Level, Relation Relation,
    string Path, IReadOnlyList<string> Functions, string? Phone, long? FallbackPostId, bool Closed, bool Accepts, long? BureauId)
{
    /// <summary>Who took it over when it was closed.</summary>
    public long? SuccessorId { get; init; }

    /// <summary>The unit and every unit above it, from the top down.</summary>
    public long[] Line() => [.. Path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(long.Parse)];
}

/// <summary>The whole tree in memory, read again as soon as any node changed it.</summary>
public sealed class UnitTree(AppDb db, UnitTreeCache cache)
{
    private const string Mark = "units";
    private UnitForest? forest;

    /// <summary>The tree as of this request.</summary>
    public async ValueTask<UnitForest> Read() => forest ?? await db.InTurn(Look);

    private async Task<UnitForest> Look()
    {
        if (forest is not null) return forest;
        var mark = await Marks.Read(db, Mark);
        if (cache.At(mark) is { } kept) return forest = kept;
        var rows = await db.Set<Unit>().AsNoTracking().Select(u => new UnitInfo(
            u.Id, u.ParentId, u.Code, u.Name, u.Kind, u.Level, u.Relation, u.Path, u.Functions, u.Phone, u.FallbackPostId, u.ValidTo != null, u.Accepts, u.BureauId) { SuccessorId = u.SuccessorId }).ToListAsync();
        var past = await db.Set<UnitSpan>().AsNoTracking().Where(s => s.To != null).ToListAsync();
        return forest = cache.Keep(mark, new UnitForest([.. rows.OrderBy(u => u.Code, StringComparer.Ordinal)], past));
    }

    /// <summary>Tells every node, with this save, that the tree has changed.</summary>
    public static void Changed(AppDb db) => Marks.Raise(db, Mark);
}

/// <summary>An immutable picture of the tree.</summary>
public sealed class UnitForest
{
    private readonly FrozenDictionary<long, UnitInfo> byId;
    private readonly FrozenDictionary<string, UnitInfo> byCode;
    private readonly ILookup<long, UnitInfo> children;
    private readonly ILookup<long, UnitSpan> past;

    internal UnitForest(IReadOnlyList<UnitInfo> units, IReadOnlyList<UnitSpan> ended)
    {
        All = units;
        byId = units.ToFrozenDictionary(u => u.Id);
        byCode = units.ToFrozenDictionary(u => u.Code);
        children = units.Where(u => u.ParentId is not null).ToLookup(u => u.ParentId!.Value);
        past = ended.ToLookup(s => s.UnitId);
    }

    public IReadOnlyList<UnitInfo> All { get; }

    public UnitInfo? Find(long? id) => id is { } some ? byId.GetValueOrDefault(some) : null;

    public UnitInfo? Find(string code) => byCode.GetValueOrDefault(code);

    public string NameOf(long? id) => Find(id)?.Name ?? "";

    public UnitInfo? Parent(UnitInfo unit) => Find(unit.ParentId);

    public IEnumerable<UnitInfo> Children(long id) => children[id];

    /// <summary>The unit itself first, then each unit above it.</summary>
    public IEnumerable<UnitInfo> Upward(long? id)
    {
        for (var at = Find(id); at is not null; at = Find(at.ParentId)) yield return at;
    }

    /// <summary>The same as the tree stood at a moment: what happened then counts for those who stood above it then.</summary>
    public IEnumerable<UnitInfo> Upward(long? id, DateTime at)
    {
        for (var here = Find(id); here is not null; here = Find(Then(here.Id, at) is { } then ? then.ParentId : here.ParentId)) yield return here;
    }

    /// <summary>What a unit was called at a moment.</summary>
    public string NameOf(long? id, DateTime at) => id is { } some && Then(some, at) is { } then ? then.Name : NameOf(id);

    /// <summary>The unit itself or, where others took it over, the last of them.</summary>
    public UnitInfo? Heir(long? id)
    {
        var unit = Find(id);
        while (unit is { Closed: true, SuccessorId: { } next } && Find(next) is { } heir) unit = heir;
        return unit;
    }

    /// <summary>The unit while it is open; else who took it over, or the nearest unit above that is open.</summary>
    public UnitInfo? Living(long? id)
    {
        var unit = Heir(id);
        while (unit is { Closed: true }) unit = Heir(unit.ParentId);
        return unit;
    }

    /// <summary>Whose page a printed address shows: the unit's own, or, once it is closed, that of whoever took its people's affairs over. Departments have none.</summary>
    public UnitInfo? Public(UnitInfo asked) => asked.Kind is not (UnitKind.Territory or UnitKind.Grid) ? null
        : Upward(Living(asked.Id)?.Id).FirstOrDefault(u => u.Kind is UnitKind.Territory or UnitKind.Grid);

    /// <summary>Everything below a unit, itself included.</summary>
    public IEnumerable<UnitInfo> Below(UnitInfo top) => All.Where(u => u.Path.StartsWith(top.Path, StringComparison.Ordinal));

    private UnitSpan? Then(long id, DateTime at) => past[id].Where(s => at < s.To).MinBy(s => s.To);
}

/// <summary>Keeps the last picture per process.</summary>
public sealed class UnitTreeCache
{
    private volatile Tuple<long, UnitForest>? kept;

    internal UnitForest? At(long mark) => kept is { } k && k.Item1 == mark ? k.Item2 : null;

    internal UnitForest Keep(long mark, UnitForest forest)
    {
        kept = Tuple.Create(mark, forest);
        return forest;
    }
}
