using Lianxin.Contracts.Organization;
using Lianxin.Organization.Duties;
using Lianxin.Organization.Grids;
using Lianxin.Organization.Levels;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Organization.Reorganise;

/// <summary>By what the work of a unit that is split is told apart: places, functions and duty lists as they will stand after it.</summary>
internal sealed class SplitGround(OrgBook book, AppDb db)
{
    public async Task<SplitTerms> Terms(Reorganisation plan, UnitInfo unit, UnitInfo? to)
    {
        var names = await db.Set<NamedPlace>().Where(p => plan.Places.Contains(p.Id)).OrderBy(p => p.Id).Select(p => p.Name).ToListAsync();
        // Where people live, the ground says it; the lists of two villages are alike.
        if (unit.Kind is UnitKind.Territory or UnitKind.Grid) return new(names, Matters.None, Matters.None, plan.Rest);
        List<string> left = [.. unit.Functions.Except(plan.Functions)];
        List<string> given = [.. plan.Functions.Union(to?.Functions ?? (plan.Functions.Count > 0 ? [] : unit.Functions))];
        var (stays, goes) = (await Own(unit, unit.Id, left), await Own(unit, to?.Id ?? unit.Id, given));
        return new(names, new([.. given.Except(left)], [.. goes.Except(stays)]), new([.. left.Except(given)], [.. stays.Except(goes)]), plan.Rest);
    }

    /// <summary>Categories that are a unit's own by these functions, and by what was set by hand.</summary>
    private async Task<HashSet<string>> Own(UnitInfo like, long unitId, IReadOnlyList<string> functions)
    {
        var bearer = new DutyBearer(unitId, like.Level, functions);
        var own = ((await book.Of(like.Id))?.Rules ?? []).Where(r => r.Concerns(bearer)).GroupBy(r => r.CategoryKey).Where(g => g.Min(r => r.Stance) == DutyStance.Own).Select(g => g.Key).ToHashSet();
        foreach (var line in await db.Set<Duty>().AsNoTracking().Where(d => d.UnitId == unitId && d.Edited).ToListAsync())
        {
            if (line.Stance == DutyStance.Own) own.Add(line.CategoryKey);
            else own.Remove(line.CategoryKey);
        }

        return own;
    }
}
