using System.Linq.Expressions;
using Lianxin.Cases.Catalog;
using Lianxin.Cases.Model;
using Lianxin.Contracts.Cases;
using Lianxin.Contracts.Organization;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Lianxin.Platform.Schedules;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Cases.Turns.Supervise;

/// <summary>
/// Overdue: supervision rises, responsibility stays (decisions 4). The unit's own superior hears first, the next
/// level after the pack's interval, each once. A stationed body answers to its bureau, then to the county; the township only coordinates it.
/// </summary>
internal sealed class EscalateOverdue(AppDb db, CaseDesk desk, CaseBook book, UnitTree tree, Deadlines deadlines, ILevels levels, Clock clock) : IJob
{
    private const int Round = 200;
    private static readonly Expression<Func<Model.Dispatch, bool>> UnderWay = d => d.State == DispatchState.Sent || d.State == DispatchState.Signed || d.State == DispatchState.Objected;
    private static readonly Expression<Func<Case, bool>> Owed = c => c.Status == CaseStatus.Received || c.Status == CaseStatus.Handling || c.Status == CaseStatus.Feedback;

    public async Task Run()
    {
        var now = clock.Now;
        var late = await db.Set<Model.Dispatch>().AsNoTracking().Where(d => d.RiseAt < now && d.HeldUntil == null).Where(UnderWay).OrderBy(d => d.RiseAt).Take(Round).Select(d => d.Id).ToListAsync();
        var broken = await db.Set<Case>().AsNoTracking().Where(c => c.RiseAt < now && c.HeldUntil == null).Where(Owed).OrderBy(c => c.RiseAt).Take(Round).Select(c => c.Id).ToListAsync();
        var faults = new List<Exception>();
        foreach (var id in late) await Apart(() => RaisePart(id), faults);
        foreach (var id in broken) await Apart(() => RaisePromise(id), faults);
        if (faults.Count > 0) throw new AggregateException(faults);
    }

    /// <summary>One case after the other: what fails does not hold up the rest, and is told at the end.</summary>
    private async Task Apart(Func<Task> raise, List<Exception> faults)
    {
        try
        {
            await raise();
        }
        catch (Overtaken)
        {
            // Somebody acted on the case meanwhile; the next round looks at it as it then stands.
        }
        catch (Exception e)
        {
            faults.Add(e);
        }

        db.ChangeTracker.Clear();
    }

    private async Task RaisePart(long id)
    {
        var now = clock.Now;
        if (await db.Set<Model.Dispatch>().Where(d => d.Id == id && d.RiseAt < now && d.HeldUntil == null).Where(UnderWay).FirstOrDefaultAsync() is not { } part) return;
        var file = await db.Set<Case>().FirstAsync(c => c.Id == part.CaseId);
        part.Rise(await Raise(file, part.Id, part.UnitId, part.RiseAt!.Value, "unit"));
        desk.Touch(file);
        await db.Save(new("EscalateOverdue", Actor.System));
    }

    private async Task RaisePromise(long id)
    {
        var now = clock.Now;
        if (await db.Set<Case>().Where(c => c.Id == id && c.RiseAt < now && c.HeldUntil == null).Where(Owed).FirstOrDefaultAsync() is not { } file) return;
        file.Rise(await Raise(file, 0, file.AcceptUnitId, file.RiseAt!.Value, file.KindDue < file.PromiseDue ? "kind" : "promise"));
        await db.Save(new("EscalateOverdue", Actor.System));
    }

    /// <summary>Tells each level whose time has come, once; returns when the next one hears.</summary>
    private async Task<DateTime?> Raise(Case file, long dispatchId, long unitId, DateTime at, string watch)
    {
        var forest = await tree.Read();
        if (await book.Of(unitId) is not { } chapter || forest.Find(unitId) is not { } unit) return null;
        var done = await db.Set<Escalation>().Where(e => e.CaseId == file.Id && e.DispatchId == dispatchId && e.Round == file.Round).Select(e => e.ToUnitId).ToListAsync();
        var next = (await Chain(chapter, Levels(forest, unit, watch))).Where(l => !done.Contains(l.Unit.Id)).ToList();
        for (var height = 0; height < next.Count; height++)
        {
            if (at > clock.Now) return at;
            await Tell(file, dispatchId, unit, next[height], done.Count + height, watch);
            at = (await deadlines.From(at, unitId, new Term(chapter.Rules.EscalateAfter, chapter.Rules.EscalateUnit))).Due;
        }

        return null;
    }

    /// <summary>Each level with the name it goes by: along the party chain only levels with a paired party body, by that body's name.</summary>
    private async Task<IEnumerable<(UnitInfo Unit, string Name)>> Chain(Chapter chapter, IReadOnlyList<UnitInfo> line)
    {
        if (!chapter.Rules.PartyChain) return line.Select(u => (u, u.Name));
        var named = await levels.At([.. line.Select(u => u.Id)]);
        return line.Where(u => named.GetValueOrDefault(u.Id)?.Body is not null).Select(u => (u, $"{u.Name}（{named[u.Id].Body}）"));
    }

    private async Task Tell(Case file, long dispatchId, UnitInfo unit, (UnitInfo Unit, string Name) level, int height, string watch)
    {
        var to = level.Unit;
        db.Add(Escalation.Raise(desk.NewId(), file, dispatchId, to.Id, height, clock.Now));
        await desk.Widen(file, to.Id);
        desk.Log(file, EntryKind.Escalated, null, unitId: to.Id, parts: [unit.Name, level.Name, watch, watch == "kind" ? (await book.Kind(file.KindId))?.Name ?? "" : ""]);
        await desk.TellUnit(file, to.Id, CasesAccess.Supervise, "超期：{0} {1}，已升到您这一级督办", urgent: true);
        desk.Tell(new CaseEscalated(file.Id, unit.Id, to.Id, watch, file.Private, clock.Now));
    }

    /// <summary>Who hears, in order. For a unit's own clock its superiors; a stationed body skips the township, which only coordinates it.</summary>
    private static List<UnitInfo> Levels(UnitForest forest, UnitInfo unit, string watch)
    {
        var line = forest.Upward(unit.Id).Where(u => u.Kind == UnitKind.Territory).ToList();
        if (watch != "unit") return line;
        if (unit.Relation == Relation.Stationed && line.Count > 1) return forest.Find(unit.BureauId) is { Closed: false } bureau ? [bureau, .. line.Skip(1)] : [.. line.Skip(1)];
        return [.. line.Where(u => u.Id != unit.Id)];
    }
}
