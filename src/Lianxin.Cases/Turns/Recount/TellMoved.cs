using System.Globalization;
using Lianxin.Cases.Model;
using Lianxin.Platform.Access;
using Lianxin.Platform.Calendar.Store;
using Lianxin.Platform.Data;
using Lianxin.Platform.Notices;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Cases.Turns.Recount;

/// <summary>After dates moved: each handler hears once, with how many of theirs; each who owes a reply hears once whom to tell. Never more than those who may know of the case.</summary>
internal sealed class TellMoved(AppDb db, PostBook posts, UnitTree tree, NoticeBoard notices)
{
    private sealed record Moved(long CaseId, DateClock Clock, long UnitId, bool Private, long? AccusedUnitId, long? PersonId, long AskedUnitId, long AcceptUnitId);

    public async Task Tell(CalendarChange change)
    {
        var moved = await (
            from m in db.Set<MovedDate>().AsNoTracking()
            join c in db.Set<Case>() on m.CaseId equals c.Id
            where m.ChangeId == change.Id
            select new Moved(m.CaseId, m.Clock, m.UnitId, c.Private, c.AccusedUnitId, c.DelegatePersonId ?? c.FirstAskedPersonId, c.FirstAskedUnitId, c.AcceptUnitId)).ToListAsync();
        if (moved.Count == 0) return;
        var keptOut = (await db.Set<Recusal>().AsNoTracking().Where(r => db.Set<MovedDate>().Any(m => m.ChangeId == change.Id && m.CaseId == r.CaseId)).Select(r => new { r.CaseId, r.PersonId }).ToListAsync())
            .Select(r => (r.CaseId, r.PersonId)).ToHashSet();
        var what = change.Says().ToString();

        var parts = moved.Where(m => m.Clock is DateClock.Part or DateClock.Arrival).Select(m => (m, m.UnitId)).ToList();
        Say(await Holders(parts, CasesAccess.Handle, keptOut), "日历改了（{1}）：有 {0} 件事项的办理时限变了，请按新的时间办");
        var kinds = moved.Where(m => m.Clock == DateClock.Kind).Select(m => (m, m.AcceptUnitId)).ToList();
        Say(await Holders(kinds, CasesAccess.Dispatch, keptOut), "日历改了（{1}）：有 {0} 件事项的派单、答复时限变了");
        var promises = moved.Where(m => m.Clock == DateClock.Promise).ToList();
        var repliers = await Holders([.. promises.Where(m => m.PersonId is null).Select(m => (m, m.AskedUnitId))], CasesAccess.Reply, keptOut);
        foreach (var m in promises) if (m.PersonId is { } person && !keptOut.Contains((m.CaseId, person))) Add(repliers, person, m.CaseId);
        Say(repliers, "日历改了（{1}）：有 {0} 件事项答复群众的时间变了，请告诉反映人");

        void Say(Dictionary<long, HashSet<long>> told, string text)
        {
            foreach (var (person, cases) in told) notices.Tell([person], text, CalendarChange.Page(change.Id), urgent: false, cases.Count.ToString(CultureInfo.InvariantCulture), what);
        }
    }

    /// <summary>As <see cref="Circle"/> finds them for one case, for many at once: by person the cases they hear of.</summary>
    private async Task<Dictionary<long, HashSet<long>>> Holders(List<(Moved Date, long UnitId)> rows, string permission, HashSet<(long, long)> keptOut)
    {
        var told = new Dictionary<long, HashSet<long>>();
        if (rows.Count == 0) return told;
        var forest = await tree.Read();
        var units = rows.Select(r => r.UnitId).Distinct().ToList();
        var line = units.SelectMany(u => forest.Upward(u)).Select(u => u.Id).Distinct().ToList();
        var able = (await posts.At(line, permission)).ToLookup(h => h.UnitId);
        var cleared = rows.Exists(r => r.Date.Private) ? (await posts.At(line, CasesAccess.Private)).ToLookup(h => h.UnitId) : null;
        var owners = await posts.Owners(units);
        foreach (var (date, unitId) in rows)
        {
            var accused = Accusing.Of(forest, date.AccusedUnitId);
            bool May(Holder h) => !keptOut.Contains((date.CaseId, h.PersonId)) && (accused is null || forest.Find(h.UnitId)?.Path.StartsWith(accused.Path, StringComparison.Ordinal) != true);
            var here = able[unitId].Where(May).ToList();
            if (date.Private) here = [.. forest.Upward(unitId).Select(u => cleared![u.Id].Where(h => May(h) && (u.Id != unitId || able[u.Id].Any(a => a.PersonId == h.PersonId))).ToList()).FirstOrDefault(found => found.Count > 0) ?? []];
            else if (here.Count == 0 && owners[unitId].FirstOrDefault(May) is { } owner) here = [owner];
            foreach (var holder in here) Add(told, holder.PersonId, date.CaseId);
        }

        return told;
    }

    private static void Add(Dictionary<long, HashSet<long>> told, long person, long caseId)
    {
        if (!told.TryGetValue(person, out var cases)) told[person] = cases = [];
        cases.Add(caseId);
    }
}
