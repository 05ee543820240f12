using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Organization.Reorganise;

/// <summary>Keeps where units stood and what they were called, with the caller's save.</summary>
internal sealed class UnitHistory(AppDb db, Ids ids)
{
    public void Begin(Unit unit, DateTime at) => db.Add(UnitSpan.Begin(ids.Next(), unit, at));

    /// <summary>Ends how these stood until now and, while they are open, begins how they stand from now on.</summary>
    public async Task Turn(IReadOnlyCollection<Unit> units, DateTime at)
    {
        var known = units.Select(u => u.Id).ToList();
        foreach (var span in await db.Set<UnitSpan>().Where(s => known.Contains(s.UnitId) && s.To == null).ToListAsync()) span.End(at);
        foreach (var unit in units.Where(u => u.ValidTo is null)) Begin(unit, at);
    }
}
