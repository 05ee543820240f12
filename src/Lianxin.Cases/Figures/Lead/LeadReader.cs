using Lianxin.Cases.Figures.Rates;
using Lianxin.Cases.Model;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Cases.Figures.Lead;

/// <summary>How the open cases of a unit stand at this moment.</summary>
public sealed record Stand(long Open, long Overdue, long DueToday);

/// <summary>One unit on a leader's page.</summary>
public sealed record LeadUnit(UnitFigures Figures, Stand Stand);

/// <summary>Reads a leader's page: what moved from the counters, what stands from the open rows in one look.</summary>
internal sealed class LeadReader(AppDb db, CurrentActor current, FigureBook book, UnitTree tree)
{
    /// <summary>The unit first, then those directly below it in the order of the tree.</summary>
    public async Task<IReadOnlyList<LeadUnit>> Read(UnitInfo unit, Period period, DateTime at)
    {
        var below = (await tree.Read()).Children(unit.Id).Where(u => !u.Closed && u.Kind == UnitKind.Territory);
        var figures = await book.Read([unit, .. below], period);
        var stands = await Stands([.. figures.Select(f => f.Unit)], at);
        return [.. figures.Select(f => new LeadUnit(f, stands.GetValueOrDefault(f.Unit.Id, new(0, 0, 0))))];
    }

    private async Task<Dictionary<long, Stand>> Stands(List<UnitInfo> units, DateTime at)
    {
        var tomorrow = FigureList.Tomorrow(at);
        var ids = units.Select(u => u.Id).ToList();
        var cleared = units.Where(u => FigureList.Cleared(current.Actor, u)).Select(u => u.Id).ToList();
        var open = FigureList.Stand(db.Set<Case>().VisibleTo(current.Actor, db), OpenFigure.Open, at);
        var rows = await (
            from file in open
            join scope in db.Set<Scope>() on file.Id equals scope.CaseId
            where ids.Contains(scope.UnitId) && (!file.Private || cleared.Contains(scope.UnitId))
            group file by new { scope.UnitId, Late = file.NextDue < at, Today = file.NextDue >= at && file.NextDue <= tomorrow } into same
            select new { same.Key.UnitId, same.Key.Late, same.Key.Today, Count = same.LongCount() }).ToListAsync();
        return rows.GroupBy(r => r.UnitId).ToDictionary(g => g.Key, g => new Stand(g.Sum(r => r.Count), g.Where(r => r.Late).Sum(r => r.Count), g.Where(r => r.Today).Sum(r => r.Count)));
    }
}
