using Lianxin.Contracts.Organization;
using Lianxin.Organization.Packs;
using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Organization.Duties;

/// <summary>Keeps a pack's lists and writes them onto units; what was changed by hand stays. The caller saves.</summary>
internal sealed class DutyLists(AppDb db, Ids ids)
{
    /// <summary>Takes the lists of a pack in; returns them as kept.</summary>
    public async Task<IReadOnlyList<DutyRule>> Keep(IReadOnlyList<DutyListPlan> plans, long at)
    {
        var known = await db.Set<DutyRule>().Where(r => r.InstallUnitId == at)
            .ToDictionaryAsync(r => (r.Level, r.Function, r.CategoryKey));
        var kept = new List<DutyRule>();
        foreach (var line in plans.SelectMany(Lines))
        {
            if (known.Remove((line.Level, line.Function, line.CategoryKey), out var rule)) rule.Say(line.Stance);
            else db.Add(rule = DutyRule.Of(ids.Next(), at, line));
            kept.Add(rule);
        }

        db.RemoveRange(known.Values);
        return kept;
    }

    /// <summary>Makes the lists of these units what the rules say.</summary>
    public async Task Apply(IReadOnlyList<DutyBearer> units, IReadOnlyList<DutyRule> rules)
    {
        var unitIds = units.Select(u => u.UnitId).ToList();
        var known = (await db.Set<Duty>().Where(d => unitIds.Contains(d.UnitId)).ToListAsync()).ToLookup(d => d.UnitId);
        foreach (var unit in units) Apply(unit, rules, known[unit.UnitId].ToDictionary(d => d.CategoryKey));
    }

    /// <summary>A unit with several functions handles what one of them handles, though another only assists.</summary>
    private void Apply(DutyBearer unit, IReadOnlyList<DutyRule> rules, Dictionary<string, Duty> known)
    {
        foreach (var category in rules.Where(r => r.Concerns(unit)).GroupBy(r => r.CategoryKey))
        {
            var stance = category.Min(r => r.Stance);
            if (known.Remove(category.Key, out var duty)) duty.Follow(stance);
            else db.Add(Duty.List(ids.Next(), unit.UnitId, category.Key, stance));
        }

        db.RemoveRange(known.Values.Where(d => !d.Edited));
    }

    private static IEnumerable<DutyLine> Lines(DutyListPlan plan) =>
        from part in new[] { (plan.Own, DutyStance.Own), (plan.Assist, DutyStance.Assist), (plan.Upper, DutyStance.Upper) }
        from category in part.Item1
        select new DutyLine(plan.Level ?? "", plan.Function ?? "", category, part.Item2);
}
