using Lianxin.Cases.Model;
using Lianxin.Contracts.Cases;
using Lianxin.Contracts.Organization;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Cases.Admin.Succession;

/// <summary>Open cases a unit has to do with.</summary>
internal sealed class OpenWork(AppDb db, UnitTree tree, DivideWork divide) : IOpenWork
{
    public Task<int> Of(long? unitId, IReadOnlyCollection<long> ground) => Concerned(db, unitId, ground).CountAsync();

    public async Task<DividedWork> Divide(UnitReorganised planned)
    {
        var ground = Ground(planned, await tree.Read());
        var divided = (await divide.Of(planned, Concerned(db, planned.UnitId, ground))).Values.ToLookup(g => g?.By);
        return new(divided[GoesBy.Place].Count(), divided[GoesBy.Duty].Count(), divided[GoesBy.Order].Count(), divided[null].Count());
    }

    /// <summary>The ground that went, and of a unit that was split its own as well.</summary>
    public static IReadOnlyCollection<long> Ground(UnitReorganised told, UnitForest forest) =>
        [.. (told.How == UnitReorganised.Split ? told.Ground.Append(told.UnitId) : told.Ground).Select(id => forest.Find(id)).OfType<UnitInfo>().SelectMany(forest.Below).Select(u => u.Id).Distinct()];

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
