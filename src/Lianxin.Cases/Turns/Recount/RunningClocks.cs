using Lianxin.Cases.Model;
using Lianxin.Platform.Calendar;
using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Cases.Turns.Recount;

/// <summary>An open case with every date of it that runs.</summary>
/// <param name="Parts">Parts of this round still under way.</param>
/// <param name="Outer">When the source expects an answer, where one waits.</param>
/// <param name="Calls">Units called that have not come yet.</param>
internal sealed record RunningClocks(Case File, IReadOnlyList<Model.Dispatch> Parts, IReadOnlyList<Plea> Holds, IReadOnlyList<Promised> Promises, DateTime? Outer, IReadOnlyList<WhistleCall> Calls)
{
    /// <summary>The unit in whose calendar the promise was counted.</summary>
    public long PromiseUnit => Promises.Count > 0 ? Promises[^1].UnitId : File.AcceptUnitId;

    /// <summary>How the promise came about; counting it again does not change that.</summary>
    public PromiseWhy Made => Promises.LastOrDefault(p => p.Why != PromiseWhy.Calendar)?.Why ?? PromiseWhy.Taken;

    public Model.Dispatch? Lead => Parts.LastOrDefault(p => p.Lead);

    public IReadOnlyList<Pause> Pauses(Model.Dispatch part) => [.. Holds.Where(h => h.DispatchId == part.Id).Select(h => new Pause(h.DecidedAt!.Value, h.EndedAt ?? h.Until!.Value))];
}

/// <summary>Reads the dates that run of many cases at once.</summary>
internal sealed class ClockReader(AppDb db)
{
    /// <summary>Open cases with a date counted in the calendar of one of these units that runs past a moment.</summary>
    public IQueryable<Case> Open(IReadOnlyCollection<long> units, DateTime edge) => db.Set<Case>()
        .Where(c => c.Status == CaseStatus.Received || c.Status == CaseStatus.Handling || c.Status == CaseStatus.Feedback)
        .Where(c => units.Contains(c.AcceptUnitId) || db.Set<Promised>().Any(p => p.CaseId == c.Id && units.Contains(p.UnitId)) || db.Set<Model.Dispatch>().Any(d => d.CaseId == c.Id && units.Contains(d.FromUnitId ?? d.UnitId)))
        .Where(c => c.PromiseDue >= edge || c.KindDue >= edge || db.Set<Model.Dispatch>().Any(d => d.CaseId == c.Id && d.Round == c.Round && d.Due >= edge)
            || db.Set<OuterNumber>().Any(o => o.CaseId == c.Id && o.Due >= edge) || db.Set<WhistleCall>().Any(a => a.CaseId == c.Id && a.Due >= edge));

    /// <param name="kept">True where they will be changed.</param>
    public async Task<IReadOnlyList<RunningClocks>> Read(IReadOnlyCollection<long> ids, bool kept)
    {
        var cases = await Set<Case>(kept).Where(c => ids.Contains(c.Id)).OrderBy(c => c.Id).ToListAsync();
        var parts = (await Set<Model.Dispatch>(kept).Where(d => ids.Contains(d.CaseId) && (d.State == DispatchState.Sent || d.State == DispatchState.Signed || d.State == DispatchState.Objected)).OrderBy(d => d.Id).ToListAsync()).ToLookup(d => d.CaseId);
        var holds = (await Set<Plea>(false).Where(p => ids.Contains(p.CaseId) && p.Kind == PleaKind.Hold && p.Upheld == true).OrderBy(p => p.Id).ToListAsync()).ToLookup(p => p.CaseId);
        var promises = (await Set<Promised>(false).Where(p => ids.Contains(p.CaseId)).OrderBy(p => p.Id).ToListAsync()).ToLookup(p => p.CaseId);
        var outers = (await Set<OuterNumber>(false).Where(o => ids.Contains(o.CaseId) && o.Due != null && o.ReturnedAt == null && o.AnsweredAt == null).ToListAsync()).ToLookup(o => o.CaseId, o => o.Due);
        var calls = (await Set<WhistleCall>(kept).Where(a => ids.Contains(a.CaseId) && a.ArrivedAt == null && a.LateAt == null && a.NextAt != null).OrderBy(a => a.Id).ToListAsync()).ToLookup(a => a.CaseId);
        return [.. cases.Select(c => new RunningClocks(c, [.. parts[c.Id].Where(p => p.Round == c.Round)], [.. holds[c.Id]], [.. promises[c.Id]], outers[c.Id].Min(), [.. calls[c.Id]]))];
    }

    private IQueryable<T> Set<T>(bool kept) where T : class => kept ? db.Set<T>() : db.Set<T>().AsNoTracking();
}
