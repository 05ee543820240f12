using Lianxin.Cases.Desk.Queue;
using Lianxin.Cases.Model;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Lianxin.Platform.Live;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Cases.Desk.Show;

/// <summary>Every line on a timeline is a change somebody may have open before them.</summary>
internal sealed class CaseStirs(AppDb db) : ILiveSource
{
    private const int Most = 500;

    public string Topic => "cases";

    public async Task<IReadOnlyList<Stir>> Since(DateTime since, IReadOnlySet<long> known)
    {
        var lines = (await db.Set<Entry>().AsNoTracking().Where(e => e.At >= since).OrderByDescending(e => e.At).Take(Most).Select(e => new { e.Id, e.CaseId, e.At }).ToListAsync())
            .Where(e => !known.Contains(e.Id)).ToList();
        if (lines.Count == 0) return [];
        var ids = lines.Select(e => e.CaseId).Distinct().ToList();
        var units = (await db.Set<Scope>().AsNoTracking().Where(s => ids.Contains(s.CaseId)).Select(s => new { s.CaseId, s.UnitId }).ToListAsync()).ToLookup(s => s.CaseId, s => s.UnitId);
        var asked = (await db.Set<Case>().AsNoTracking().Where(c => ids.Contains(c.Id)).Select(c => new { c.Id, c.FirstAskedPersonId, c.DelegatePersonId }).ToListAsync()).ToDictionary(c => c.Id);
        var members = (await db.Set<Member>().AsNoTracking().Where(m => ids.Contains(m.CaseId) && m.EndedAt == null).Select(m => new { m.CaseId, m.PersonId }).ToListAsync()).ToLookup(m => m.CaseId, m => m.PersonId);
        return [.. lines.Select(e => new Stir(e.Id, e.At, e.CaseId, units[e.CaseId].ToHashSet(), Persons(e.CaseId)))];

        IReadOnlySet<long> Persons(long id) =>
            members[id].Concat(asked.TryGetValue(id, out var file) ? new[] { file.FirstAskedPersonId, file.DelegatePersonId }.OfType<long>() : []).ToHashSet();
    }

    /// <summary>The numbers of those the actor may see: a private case is not told to whoever is not cleared, not even that it moved.</summary>
    public async Task<IReadOnlyList<string>> Tell(Actor actor, IReadOnlyCollection<long> keys) =>
        await db.Set<Case>().AsNoTracking().VisibleTo(actor, db).Where(c => keys.Contains(c.Id)).Select(c => c.Number).ToListAsync();
}
