using Lianxin.Contracts.Organization;
using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Organization.Duties;

/// <summary>A line of a unit's list as shown to whoever edits it.</summary>
internal sealed record DutySeen(string CategoryKey, DutyStance? Stance, bool Edited);

/// <summary>Answers what is on whose list.</summary>
internal sealed class DutyBook(AppDb db) : IDuties
{
    public async Task<IReadOnlyDictionary<long, DutyStance>> Of(string category, IReadOnlyCollection<long> units) =>
        await db.Set<Duty>().AsNoTracking().Where(d => d.CategoryKey == category && units.Contains(d.UnitId) && d.Stance != null)
            .Select(d => new { d.UnitId, d.Stance }).ToDictionaryAsync(d => d.UnitId, d => d.Stance!.Value);

    /// <summary>One unit's list, what was taken off it by hand included.</summary>
    public async Task<IReadOnlyList<DutySeen>> List(long unitId) =>
        await db.Set<Duty>().AsNoTracking().Where(d => d.UnitId == unitId).OrderBy(d => d.CategoryKey)
            .Select(d => new DutySeen(d.CategoryKey, d.Stance, d.Edited)).ToListAsync();
}
