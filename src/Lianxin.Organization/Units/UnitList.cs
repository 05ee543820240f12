using Lianxin.Organization.Levels;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Organization.Units;

/// <summary>One line of the tree.</summary>
/// <param name="Level">Name of its level; of a department or team, what it is to the unit above.</param>
/// <param name="People">Who holds a post exactly here now.</param>
/// <param name="More">Units below that are not shown on this page.</param>
public sealed record UnitRow(UnitInfo Unit, int Depth, string Level, int People, int More);

/// <summary>What the list was asked for; stands in the address.</summary>
public sealed record UnitFilter(string Words = "", bool Closed = false);

/// <summary>The units the actor may see, as a tree or as found.</summary>
internal sealed class UnitList(AppDb db, UnitTree tree, LevelBook levels, CurrentActor current, Clock clock)
{
    /// <summary>Rows a page shows; a larger tree is cut at the depth that fits, and goes on on the units' own pages.</summary>
    public const int Most = 300;

    public async Task<IReadOnlyList<UnitRow>> Read(UnitFilter filter)
    {
        var forest = await tree.Read();
        var seen = forest.All.Where(u => (filter.Closed || !u.Closed) && current.Actor.Covers(OrganizationAccess.View, u)).ToList();
        return filter.Words.Length > 0
            ? await Rows([.. seen.Where(u => Matches(u, filter.Words)).Take(Most).Select(u => (u, 0))], forest, new Dictionary<long, int>())
            : await Tree(seen, forest);
    }

    public async Task<IReadOnlyList<UnitRow>> Below(UnitInfo unit)
    {
        var forest = await tree.Read();
        var children = forest.Children(unit.Id).Where(u => !u.Closed).ToList();
        return await Rows([.. children.Select(u => (u, 0))], forest, children.SelectMany(c => forest.Children(c.Id)).Where(u => !u.Closed).ToLookup(u => u.ParentId!.Value).ToDictionary(g => g.Key, g => g.Count()));
    }

    private static bool Matches(UnitInfo unit, string words) =>
        unit.Code.StartsWith(words, StringComparison.OrdinalIgnoreCase) || unit.Name.Contains(words, StringComparison.Ordinal);

    private async Task<IReadOnlyList<UnitRow>> Tree(IReadOnlyList<UnitInfo> seen, UnitForest forest)
    {
        var known = seen.Select(u => u.Id).ToHashSet();
        var below = seen.Where(u => u.ParentId is { } p && known.Contains(p)).ToLookup(u => u.ParentId!.Value);
        var lines = new List<(UnitInfo Unit, int Depth)>();
        foreach (var top in seen.Where(u => u.ParentId is not { } p || !known.Contains(p))) Descend(top, 0);
        var depth = lines.Count <= Most ? int.MaxValue : Enumerable.Range(0, 20).TakeWhile(d => lines.Count(l => l.Depth <= d) <= Most).LastOrDefault();
        var shown = lines.Where(l => l.Depth <= depth).Take(Most).ToList();
        var more = shown.Where(l => l.Depth == depth).ToDictionary(l => l.Unit.Id, l => below[l.Unit.Id].Count());
        return await Rows(shown, forest, more);

        void Descend(UnitInfo unit, int at)
        {
            lines.Add((unit, at));
            foreach (var child in below[unit.Id].OrderBy(c => c.Kind == UnitKind.Territory).ThenBy(c => c.Code, StringComparer.Ordinal)) Descend(child, at + 1);
        }
    }

    private async Task<IReadOnlyList<UnitRow>> Rows(IReadOnlyList<(UnitInfo Unit, int Depth)> lines, UnitForest forest, IReadOnlyDictionary<long, int> more)
    {
        var ids = lines.Select(l => l.Unit.Id).ToList();
        var now = clock.Now;
        var people = await db.Set<Post>().Where(p => ids.Contains(p.UnitId) && p.From <= now && (p.To == null || p.To > now))
            .GroupBy(p => p.UnitId).Select(g => new { g.Key, People = g.Select(p => p.PersonId).Distinct().Count() }).ToDictionaryAsync(g => g.Key, g => g.People);
        var named = await levels.At(ids);
        return [.. lines.Select(l => new UnitRow(
            l.Unit, l.Depth, l.Unit.Kind is UnitKind.Territory or UnitKind.Grid ? named.GetValueOrDefault(l.Unit.Id)?.Name ?? UnitNames.Of(l.Unit.Kind) : Relations.Name(l.Unit.Relation),
            people.GetValueOrDefault(l.Unit.Id), more.GetValueOrDefault(l.Unit.Id)))];
    }
}
