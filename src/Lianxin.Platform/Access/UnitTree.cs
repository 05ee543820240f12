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
    /// <summary>The unit and every unit above it, from the top down.</summary>
    public long[] Line() => [.. Path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(long.Parse)];
}

/// <summary>The whole tree in memory, read again as soon as any node changed it.</summary>
public sealed class UnitTree(AppDb db, UnitTreeCache cache)
{
    private const string Mark = "units";
    private UnitForest? forest;

    /// <summary>The tree as of this request.</summary>
    public async ValueTask<UnitForest> Read()
    {
        if (forest is not null) return forest;
        var mark = await Marks.Read(db, Mark);
        if (cache.At(mark) is { } kept) return forest = kept;
        var rows = await db.Set<Unit>().AsNoTracking().OrderBy(u => u.Code).Select(u => new UnitInfo(
            u.Id, u.ParentId, u.Code, u.Name, u.Kind, u.Level, u.Relation, u.Path, u.Functions, u.Phone, u.FallbackPostId, u.ValidTo != null, u.Accepts, u.BureauId)).ToListAsync();
        return forest = cache.Keep(mark, new UnitForest(rows));
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

    internal UnitForest(IReadOnlyList<UnitInfo> units)
    {
        All = units;
        byId = units.ToFrozenDictionary(u => u.Id);
        byCode = units.ToFrozenDictionary(u => u.Code);
        children = units.Where(u => u.ParentId is not null).ToLookup(u => u.ParentId!.Value);
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

    /// <summary>Everything below a unit, itself included.</summary>
    public IEnumerable<UnitInfo> Below(UnitInfo top) => All.Where(u => u.Path.StartsWith(top.Path, StringComparison.Ordinal));
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
