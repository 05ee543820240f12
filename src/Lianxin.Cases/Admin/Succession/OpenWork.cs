using Lianxin.Cases.Model;
using Lianxin.Contracts.Cases;
using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Cases.Admin.Succession;

/// <summary>Open cases a unit has to do with.</summary>
internal sealed class OpenWork(AppDb db) : IOpenWork
{
    public Task<int> Of(long? unitId, IReadOnlyCollection<long> ground) => Concerned(db, unitId, ground).CountAsync();

    /// <summary>Those it takes in, handles, decides on or answers, and those that lie on the ground.</summary>
    public static IQueryable<Case> Concerned(AppDb db, long? unitId, IReadOnlyCollection<long> ground)
    {
        var open = db.Set<Case>().Where(c => c.Status == CaseStatus.Received || c.Status == CaseStatus.Handling || c.Status == CaseStatus.Feedback);
        if (unitId is not { } unit) return open.Where(c => ground.Contains(c.PlaceUnitId));
        return open.Where(c => ground.Contains(c.PlaceUnitId) || c.AcceptUnitId == unit || c.FirstAskedUnitId == unit
            || db.Set<Model.Dispatch>().Any(d => d.CaseId == c.Id && d.UnitId == unit && d.Round == c.Round && d.State != DispatchState.Ended)
            || db.Set<Plea>().Any(p => p.CaseId == c.Id && p.DecideUnitId == unit && p.DecidedAt == null));
    }
}
