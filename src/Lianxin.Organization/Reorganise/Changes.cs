using Lianxin.Organization.Units;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Lianxin.Platform.Text;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Organization.Reorganise;

/// <summary>How an order stands.</summary>
public enum PlanState
{
    Waits,
    Done,
    Withdrawn,
    Failed,
}

/// <summary>A change of the tree as the pages of the units concerned list it.</summary>
/// <param name="Why">Why it was not carried out.</param>
/// <param name="MayWithdraw">It waits, and it is this very unit's.</param>
public sealed record ChangeRow(long Id, Sentence Head, DateTime From, string Document, PlanState State, IReadOnlyList<Sentence> Why, bool MayWithdraw);

/// <summary>Reads what was ordered about a unit and what came to it, the latest first.</summary>
internal sealed class Changes(UnitDesk desk, AppDb db)
{
    private const int Most = 50;

    public async Task<IReadOnlyList<ChangeRow>> Of(UnitInfo unit)
    {
        var forest = await desk.Forest();
        var rows = await db.Set<Reorganisation>().AsNoTracking().Where(r => r.UnitId == unit.Id || r.ToUnitId == unit.Id).OrderByDescending(r => r.From).ThenByDescending(r => r.Id).Take(Most).ToListAsync();
        // One who receives sees what is to come and what came, not what was dropped.
        return [.. rows.Where(r => r.UnitId == unit.Id || r.DoneAt is not null || r.Waits).Select(r => Row(r, unit, forest))];
    }

    private static ChangeRow Row(Reorganisation plan, UnitInfo unit, UnitForest forest)
    {
        var before = plan.From.AddMilliseconds(-1);
        var to = plan.ToUnitId is { } id ? forest.NameOf(id, plan.From) : plan.NewName;
        return new(
            plan.Id, PlanText.Head(plan.How, plan.From, forest.NameOf(plan.UnitId, before), to), plan.From, plan.Document,
            plan.DoneAt is not null ? PlanState.Done : plan.WithdrawnAt is not null ? PlanState.Withdrawn : plan.Fault is not null ? PlanState.Failed : PlanState.Waits,
            plan.Fault is { } fault ? Sentence.Unpack(fault) : [], plan.Waits && plan.UnitId == unit.Id);
    }
}
