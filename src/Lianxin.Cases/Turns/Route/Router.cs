using Lianxin.Cases.Catalog;
using Lianxin.Cases.Model;
using Lianxin.Cases.WaysIn.Report;
using Lianxin.Contracts.Organization;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Counters;
using Lianxin.Platform.Data;
using Lianxin.Platform.Text;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Cases.Turns.Route;

/// <summary>Where it happened, and why we think so.</summary>
internal sealed record PlaceProposal(UnitInfo Unit, Sentence Reason);

/// <summary>Who might handle it, and why; a person confirms.</summary>
internal sealed record UnitProposal(UnitInfo Unit, params IReadOnlyList<Sentence> Reasons)
{
    /// <summary>Nobody fitted: the fallback post of the unit that took it in has it for now.</summary>
    public bool Fallback { get; init; }
}

/// <summary>Proposes grid and unit with the reason. Never decides.</summary>
internal sealed class Router(AppDb db, UnitTree tree, IPlaces places, IDuties duties, Clock clock)
{
    /// <summary>Point on the map, else words of the place, else the unit it was given with: of the code, the post, the choice on a form.</summary>
    public async Task<PlaceProposal> Place(Found found, UnitInfo origin)
    {
        var forest = await tree.Read();
        if (found.Longitude is { } x && found.Latitude is { } y && await places.At(x, y) is { } at && forest.Find(at.UnitId) is { } grid)
            return new(grid, new("地图上的点在{0}范围内", grid.Name));
        var top = forest.Upward(origin.Id).FirstOrDefault(u => u.Kind != UnitKind.Grid) ?? origin;
        if (origin.Kind != UnitKind.Grid)
        {
            foreach (var named in await places.Named($"{found.PlaceWords}\n{found.Words}", top.Id))
            {
                if (forest.Find(named.UnitId) is { } unit) return new(unit, new("说的地点“{0}”在{1}", named.Words, unit.Name));
            }
        }

        return new(origin, new(Ground(found), Full(forest, origin)));
    }

    private static string Ground(Found found) => (found.SplitFrom, found.Channel) switch
    {
        (not null, _) => "原来那件在{0}",
        (_, Channel.Code) => "扫的是{0}的码",
        (_, Channel.Worker) => "上报人的岗位在{0}",
        (_, Channel.Ticket or Channel.Chat) => "录入时定在{0}",
        _ => "登记时选的是{0}",
    };

    /// <summary>A grid with its village, unless its name says it already.</summary>
    private static string Full(UnitForest forest, UnitInfo unit)
    {
        var village = unit.Kind == UnitKind.Grid ? forest.NameOf(unit.ParentId) : "";
        return unit.Name.StartsWith(village, StringComparison.Ordinal) ? unit.Name : village + unit.Name;
    }

    /// <summary>Units that could handle it, best first: the condition's rule, the duty lists, how such cases went before, else the fallback owner.</summary>
    public async Task<IReadOnlyList<UnitProposal>> Units(CaseSeen seen, Condition? condition)
    {
        var forest = seen.Forest;
        var accept = forest.Find(seen.File.AcceptUnitId)!;
        var near = forest.Below(accept).Where(u => !u.Closed && u.Kind is UnitKind.Department or UnitKind.Territory && u.Id != accept.Id).ToList();
        var found = new List<UnitProposal>();
        if (condition?.Function is { } function)
            found.AddRange(near.Where(u => u.Functions.Contains(function)).Take(2).Select(u => new UnitProposal(u, new Sentence("“{0}”按规定由{1}办理", condition.Name, u.Name))));
        var category = condition?.CategoryKey ?? seen.File.Category;
        if (category.Length > 0)
        {
            var stances = await duties.Of(category, [.. near.Select(u => u.Id), accept.Id]);
            var here = forest.Upward(seen.File.PlaceUnitId).Select(u => u.Id).ToHashSet();
            found.AddRange(near.Where(u => stances.TryGetValue(u.Id, out var s) && s == DutyStance.Own && (u.Relation != Relation.Village || here.Contains(u.Id)))
                .Select(Listed));
            // A village that takes cases in itself does what its own list names.
            if (found.Count == 0 && accept.Relation == Relation.Village && stances.TryGetValue(accept.Id, out var own) && own == DutyStance.Own) found.Add(Listed(accept));
        }

        if (condition is not null) found.AddRange(await Before(condition.Key, near));
        return found.Count > 0
            ? [.. found.GroupBy(p => p.Unit.Id).Select(g => new UnitProposal(g.First().Unit, [.. g.SelectMany(p => p.Reasons)])).Take(4)]
            : [new UnitProposal(accept, new Sentence("没有找到合适的单位，由兜底责任岗先接下")) { Fallback = true }];
    }

    private static UnitProposal Listed(UnitInfo unit) => new(unit, new Sentence("这类事在{0}的履职清单里", unit.Name));

    /// <summary>Whether nobody fits, as the form said before it was filed or as it is filed now.</summary>
    public async Task<bool> Unknown(CaseSeen seen, Condition condition) =>
        (await Units(seen, seen.Condition))[0].Fallback || (await Units(seen, condition))[0].Fallback;

    private async Task<IEnumerable<UnitProposal>> Before(string condition, List<UnitInfo> near)
    {
        var key = $"cases.handled:{condition}";
        var since = clock.Today.AddYears(-1);
        var ids = near.Select(u => u.Id).ToList();
        var rows = await db.Set<Counter>().Where(c => c.Key == key && c.Day >= since && ids.Contains(c.UnitId))
            .GroupBy(c => c.UnitId).Select(g => new { g.Key, Sum = g.Sum(c => c.Value) }).OrderByDescending(g => g.Sum).Take(2).ToListAsync();
        return rows.Select(r => (Unit: near.Find(u => u.Id == r.Key)!, r.Sum)).Select(r => new UnitProposal(r.Unit, new Sentence("近一年同类 {0} 件由{1}办理", r.Sum, r.Unit.Name)));
    }
}
