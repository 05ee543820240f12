using Lianxin.Organization.People;
using Lianxin.Organization.Units;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Organization.Reorganise;

/// <summary>Orders a change of the tree: shows first what will happen, then does it at once or keeps it for its day.</summary>
internal sealed class ReorganiseUnit(UnitDesk desk, ReorganiseRules rules, HandPosts posts, CarryOut carryOut, Effects effects, AppDb db, Ids ids)
{
    private const int DaysAhead = 366;

    /// <summary>What will happen; null where the actor does not reach the unit.</summary>
    public async Task<Preview?> Look(long unitId, How how, ReorganiseInput input) =>
        await Draft(unitId, how, input) is var (plan, unit, to) ? await effects.Of(plan, unit, to) : null;

    /// <returns>The unit's id; null where the actor does not reach it.</returns>
    public async Task<long?> Do(long unitId, How how, ReorganiseInput input)
    {
        if (await Draft(unitId, how, input) is not var (plan, unit, to)) return null;
        db.Add(plan);
        if (plan.From <= desk.Now) await carryOut.Do(plan, unit, to);
        // Of two orders at one moment the second sees the first.
        else db.Entry(await desk.Row(unitId)).Property(u => u.Version).IsModified = true;
        await desk.Save(plan.DoneAt is null ? "PlanReorganisation" : UseCase(how), OrganizationAccess.Edit, unit, $"{input.Document} {input.Reason}");
        return unitId;
    }

    public static string UseCase(How how) => how switch
    {
        How.Move => "MoveUnit",
        How.Merge => "MergeUnit",
        How.Split => "SplitUnit",
        _ => "CloseUnit",
    };

    private async Task<(Reorganisation Plan, UnitInfo Unit, UnitInfo? To)?> Draft(long unitId, How how, ReorganiseInput input)
    {
        if (await desk.Open(OrganizationAccess.Edit, unitId) is not { } unit) return null;
        var from = input.Day is { } day ? Days.Start(day) : desk.Now;
        if (input.Day < Platform.Calendar.Shanghai.Date(desk.Now)) throw new Refusal("日期不能早于今天", "day");
        if (from > desk.Now.AddDays(DaysAhead)) throw new Refusal("最多提前一年安排", "day");
        if (await db.Set<Reorganisation>().AnyAsync(r => r.UnitId == unitId && r.DoneAt == null && r.WithdrawnAt == null && r.Fault == null))
            throw new Refusal("{0}已经安排了一次调整，要改先撤下那一次", null, unit.Name);
        var plan = Reorganisation.Order(ids.Next(), how, unitId, input.To, from < desk.Now ? desk.Now : from, input, desk.Now, desk.By.PersonId);
        var to = await rules.Check(unit, plan);
        await posts.CheckRights(plan, unit, to);
        return (plan, unit, to);
    }
}

/// <summary>Takes an order back before its day.</summary>
internal sealed class WithdrawReorganisation(UnitDesk desk, AppDb db)
{
    /// <returns>The unit's id; null where there is none waiting or the actor does not reach it.</returns>
    public async Task<long?> Do(long unitId, long planId)
    {
        if (await desk.Open(OrganizationAccess.Edit, unitId) is not { } unit) return null;
        if (await db.Set<Reorganisation>().FirstOrDefaultAsync(r => r.Id == planId && r.UnitId == unitId) is not { } plan) return null;
        if (!plan.Waits) throw new Refusal("这一次调整已经办了或者撤下了");
        plan.Withdraw(desk.Now);
        await desk.Save("WithdrawReorganisation", OrganizationAccess.Edit, unit, plan.Document);
        return unitId;
    }
}
