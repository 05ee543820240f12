using Lianxin.Organization.Levels;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Lianxin.Platform.Text;
using Lianxin.Platform.Ui.Kit;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Organization.Units;

/// <summary>One line of the tree.</summary>
/// <param name="Level">Name of its level; of a department or team, what it is to the unit above.</param>
/// <param name="People">Who holds a post exactly here now.</param>
/// <param name="More">Units below that are not shown on this page.</param>
public sealed record UnitRow(UnitInfo Unit, int Depth, string Level, int People, int More);

/// <summary>A part of the list.</summary>
/// <param name="Next">The last unit shown where more follow.</param>
public sealed record UnitPart(IReadOnlyList<UnitRow> Rows, long? Next);

/// <summary>What the list was asked for; stands in the address.</summary>
/// <param name="After">The last unit of the page before.</param>
public sealed record UnitFilter(string Words, bool Closed, Sorting Sort, long? After)
{
    public static readonly Sorting AsTree = new("tree");

    /// <summary>True where units stand one under the other, each with its path, instead of as a tree.</summary>
    public bool Flat => Words.Length > 0 || Sort.Key != AsTree.Key;
}

/// <summary>The units the actor may see, as a tree or as found.</summary>
internal sealed class UnitList(AppDb db, UnitTree tree, LevelBook levels, CurrentActor current, Clock clock)
{
    /// <summary>Rows a page shows; a larger tree is cut at the depth that fits, and goes on on the units' own pages.</summary>
    public const int Most = 300;

    private const int PageSize = 50;

    public async Task<UnitPart> Read(UnitFilter filter)
    {
        var forest = await tree.Read();
        var seen = forest.All.Where(u => (filter.Closed || !u.Closed) && current.Actor.Covers(OrganizationAccess.View, u)).ToList();
        return filter.Flat ? await Flat(seen, filter, forest) : new(await Tree(seen, forest), null);
    }

    public async Task<IReadOnlyList<UnitRow>> Below(UnitInfo unit)
    {
        var forest = await tree.Read();
        var children = forest.Children(unit.Id).Where(u => !u.Closed).ToList();
        return await Rows([.. children.Select(u => (u, 0))], forest, children.SelectMany(c => forest.Children(c.Id)).Where(u => !u.Closed).ToLookup(u => u.ParentId!.Value).ToDictionary(g => g.Key, g => g.Count()));
    }

    /// <summary>One page of what was found, sorted; the tree is in memory, so the whole list is too.</summary>
    private async Task<UnitPart> Flat(IReadOnlyList<UnitInfo> seen, UnitFilter filter, UnitForest forest)
    {
        var found = filter.Words.Length > 0 ? seen.Where(u => Matches(u, filter.Words)).ToList() : seen;
        var people = filter.Sort.Key == "people" ? await People(null) : [];
        var sorted = (filter.Sort.Key switch
        {
            "name" => found.OrderBy(u => u.Name, ChineseOrder.Names).ThenBy(u => u.Code, StringComparer.Ordinal),
            "people" => found.OrderBy(u => people.GetValueOrDefault(u.Id)).ThenBy(u => u.Code, StringComparer.Ordinal),
            _ => found.OrderBy(u => u.Code, StringComparer.Ordinal),
        }).ToList();
        if (filter.Sort.Down) sorted.Reverse();
        var from = filter.After is { } last ? sorted.FindIndex(u => u.Id == last) + 1 : 0;
        var shown = sorted.Skip(from).Take(PageSize).ToList();
        return new(await Rows([.. shown.Select(u => (u, 0))], forest, new Dictionary<long, int>()), sorted.Count > from + PageSize ? shown[^1].Id : null);
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
        var people = await People(ids);
        var named = await levels.At(ids);
        return [.. lines.Select(l => new UnitRow(
            l.Unit, l.Depth, l.Unit.Kind is UnitKind.Territory or UnitKind.Grid ? named.GetValueOrDefault(l.Unit.Id)?.Name ?? UnitNames.Of(l.Unit.Kind) : Relations.Name(l.Unit.Relation),
            people.GetValueOrDefault(l.Unit.Id), more.GetValueOrDefault(l.Unit.Id)))];
    }

    /// <summary>Who holds a post now, counted per unit; everywhere when no units are named.</summary>
    private Task<Dictionary<long, int>> People(IReadOnlyCollection<long>? units)
    {
        var now = clock.Now;
        var posts = db.Set<Post>().Where(p => p.From <= now && (p.To == null || p.To > now));
        return (units is null ? posts : posts.Where(p => units.Contains(p.UnitId)))
            .GroupBy(p => p.UnitId).Select(g => new { g.Key, People = g.Select(p => p.PersonId).Distinct().Count() }).ToDictionaryAsync(g => g.Key, g => g.People);
    }
}
