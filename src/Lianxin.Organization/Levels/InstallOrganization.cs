using Lianxin.Organization.Duties;
using Lianxin.Organization.Packs;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Lianxin.Platform.Packs;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Organization.Levels;

/// <summary>Takes levels, functions and duty lists of a pack in, and applies them to the units it governs that are there already.</summary>
internal sealed class InstallOrganization(AppDb db, Ids ids, UnitTree tree, OrgBook book, DutyLists duties) : IPackInstall
{
    public async Task Apply(PackDraft draft, UnitInfo at, DateTime now)
    {
        var plans = draft.All<PackHeader>()[0].Levels;
        if (plans.All(p => p.Key != at.Level))
            throw new Refusal("{0}的层级是“{1}”，治理包里没有这一层级，装不到这里", null, at.Name, at.Level);
        await Levels(plans, at.Id);
        await Functions(draft.All<FunctionPlan>(), at.Id);
        var rules = await duties.Keep(draft.All<DutyListPlan>(), at.Id);
        var governed = await Governed(at);
        await TakeIn(governed, plans);
        await duties.Apply([.. governed.Select(u => new DutyBearer(u.Id, u.Level, u.Functions))], rules);
        OrgBook.Changed(db);
    }

    private async Task Levels(IReadOnlyList<PackLevel> plans, long at)
    {
        var known = await db.Set<Level>().Where(l => l.InstallUnitId == at).ToDictionaryAsync(l => l.Key);
        for (var order = 0; order < plans.Count; order++)
        {
            if (!known.Remove(plans[order].Key, out var level)) db.Add(level = Level.Define(ids.Next(), at, plans[order].Key));
            level.Revise(order, plans[order]);
        }

        db.RemoveRange(known.Values);
    }

    private async Task Functions(IReadOnlyList<FunctionPlan> plans, long at)
    {
        var known = await db.Set<Function>().Where(f => f.InstallUnitId == at).ToDictionaryAsync(f => f.Key);
        foreach (var plan in plans)
        {
            if (!known.Remove(plan.Key, out var function)) db.Add(function = Function.Define(ids.Next(), at, plan.Key));
            function.Revise(plan);
        }

        db.RemoveRange(known.Values);
    }

    /// <summary>Open units of the subtree that no nearer pack governs.</summary>
    private async Task<IReadOnlyList<UnitInfo>> Governed(UnitInfo at)
    {
        var forest = await tree.Read();
        var others = await book.Read();
        return [.. forest.Below(at).Where(u => !u.Closed && forest.Upward(u.Id).First(a => a.Id == at.Id || others.ContainsKey(a.Id)).Id == at.Id)];
    }

    private async Task TakeIn(IReadOnlyList<UnitInfo> governed, IReadOnlyList<PackLevel> plans)
    {
        var accepting = plans.Where(p => p.Accepts).Select(p => p.Key).ToHashSet();
        var changed = governed.Where(u => u.Accepts != accepting.Contains(u.Level)).Select(u => u.Id).ToList();
        if (changed.Count == 0) return;
        foreach (var unit in await db.Set<Unit>().Where(u => changed.Contains(u.Id)).ToListAsync()) unit.TakeIn(!unit.Accepts);
        UnitTree.Changed(db);
    }
}
