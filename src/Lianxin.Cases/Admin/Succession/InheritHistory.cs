using Lianxin.Cases.Catalog;
using Lianxin.Cases.Model;
using Lianxin.Contracts.Organization;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Lianxin.Platform.Events;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Cases.Admin.Succession;

/// <summary>Whoever receives a unit, and all above them, see what that unit could see, closed cases too; never what complains about themselves.</summary>
internal sealed class InheritHistory(UnitTree tree, Outbox outbox) : IConsume<UnitReorganised>, IConsume<Inheriting>
{
    private const int Batch = 500;

    public Task Consume(UnitReorganised happened, AppDb db) => Go(happened, 0, db);

    public Task Consume(Inheriting happened, AppDb db) => Go(happened.Told, happened.After, db);

    private async Task Go(UnitReorganised told, long after, AppDb db)
    {
        var forest = await tree.Read();
        var heir = told.How == UnitReorganised.Moved ? told.UnitId : told.ToUnitId;
        var line = forest.Upward(forest.Living(heir)?.Id).ToList();
        if (heir is null || line.Count == 0) return;
        var from = told.How == UnitReorganised.Split ? told.Ground : [told.UnitId];
        // Of an office that was split: what was of the kind that went.
        var goes = told.Terms?.Goes ?? Matters.None;
        var theirs = db.Set<Case>().Where(c => goes.Categories.Contains(c.Category) || db.Set<Condition>().Any(k => k.Id == c.ConditionId && k.Function != null && goes.Functions.Contains(k.Function)));
        var ids = await db.Set<Scope>().Where(s => s.CaseId > after && (from.Contains(s.UnitId) || (s.UnitId == told.UnitId && theirs.Any(c => c.Id == s.CaseId)))).Select(s => s.CaseId).Distinct().OrderBy(id => id).Take(Batch).ToListAsync();
        if (ids.Count == Batch) outbox.Tell(new Inheriting(told, ids[^1]));
        var above = line.ConvertAll(u => u.Id);
        var known = (await db.Set<Scope>().AsNoTracking().Where(s => ids.Contains(s.CaseId) && above.Contains(s.UnitId)).Select(s => new { s.CaseId, s.UnitId }).ToListAsync())
            .Select(s => (s.CaseId, s.UnitId)).ToHashSet();
        var accused = await db.Set<Case>().Where(c => ids.Contains(c.Id) && c.AccusedUnitId != null).ToDictionaryAsync(c => c.Id, c => c.AccusedUnitId);
        foreach (var id in ids)
        {
            var kept = Accusing.Of(forest, accused.GetValueOrDefault(id));
            foreach (var unit in line.Where(u => !known.Contains((id, u.Id)) && (kept is null || !u.Path.StartsWith(kept.Path, StringComparison.Ordinal))))
                db.Add(new Scope { CaseId = id, UnitId = unit.Id });
        }
    }
}
