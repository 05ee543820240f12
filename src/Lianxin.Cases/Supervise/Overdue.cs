using Lianxin.Cases.Catalog;
using Lianxin.Cases.Model;
using Lianxin.Contracts.Cases;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Lianxin.Platform.Schedules;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Cases.Supervise;

/// <summary>
/// Overdue: supervision rises, responsibility stays (decisions 4). The unit's own superior hears first, the next
/// level after the pack's interval, each once. A stationed body's county bureau is the county above the centre.
/// </summary>
internal sealed class EscalateOverdue(AppDb db, CaseDesk desk, CaseBook book, UnitTree tree, Deadlines deadlines, Clock clock) : IJob
{
    private const int Round = 200;

    public async Task Run()
    {
        var now = clock.Now;
        var late = await db.Set<Model.Dispatch>().AsNoTracking()
            .Where(d => (d.State == DispatchState.Sent || d.State == DispatchState.Signed || d.State == DispatchState.Objected) && d.Due < now)
            .OrderBy(d => d.Due).Take(Round).ToListAsync();
        foreach (var part in late) await Raise(part.CaseId, part.Id, part.UnitId, part.Due, "unit");
        var broken = await db.Set<Case>().AsNoTracking()
            .Where(c => (c.Status == CaseStatus.Received || c.Status == CaseStatus.Feedback) && c.NextDue < now)
            .OrderBy(c => c.NextDue).Take(Round).Select(c => new { c.Id, c.AcceptUnitId, c.PromiseDue }).ToListAsync();
        foreach (var file in broken) await Raise(file.Id, 0, file.AcceptUnitId, file.PromiseDue, "promise");
    }

    /// <summary>Raises as many levels as are due by now, in one save per case.</summary>
    private async Task Raise(long caseId, long dispatchId, long unitId, DateTime due, string watch)
    {
        var forest = await tree.Read();
        if (await book.Of(unitId) is not { } chapter || forest.Find(unitId) is not { } unit) return;
        var done = await db.Set<Escalation>().Where(e => e.CaseId == caseId && e.DispatchId == dispatchId).Select(e => e.ToUnitId).ToListAsync();
        var levels = Levels(forest, unit, watch);
        var at = due;
        Case? file = null;
        for (var height = 0; height < levels.Count && at <= clock.Now; height++)
        {
            if (!done.Contains(levels[height].Id))
            {
                file ??= await db.Set<Case>().FirstAsync(c => c.Id == caseId);
                await Tell(file, dispatchId, unit, levels[height], height, watch);
            }

            at = (await deadlines.From(at, unitId, new Term(chapter.Rules.EscalateAfter, chapter.Rules.EscalateUnit))).Due;
        }

        if (file is null) return;
        await db.Save(new("EscalateOverdue", Actor.System));
        db.ChangeTracker.Clear();
    }

    private async Task Tell(Case file, long dispatchId, UnitInfo unit, UnitInfo to, int height, string watch)
    {
        db.Add(Escalation.Raise(desk.NewId(), file.Id, dispatchId, to.Id, height, clock.Now));
        await desk.Widen(file, to.Id);
        desk.Log(file, EntryKind.Escalated, null, unitId: to.Id, parts: [unit.Name, to.Name, watch]);
        await desk.TellUnit(file, to.Id, CasesAccess.Supervise, "超期：{0} {1}，已升到您这一级督办", urgent: true);
        desk.Tell(new CaseEscalated(file.Id, unit.Id, to.Id, watch, clock.Now));
    }

    /// <summary>Who hears, in order. For a unit's own clock its superiors; a stationed body skips the township, which only coordinates it.</summary>
    private static List<UnitInfo> Levels(UnitForest forest, UnitInfo unit, string watch)
    {
        var line = forest.Upward(unit.Id).Where(u => u.Kind == UnitKind.Territory).ToList();
        if (watch == "promise") return line;
        if (unit.Relation == Relation.Stationed && line.Count > 1) return [.. line.Skip(1)];
        return [.. line.Where(u => u.Id != unit.Id)];
    }
}
