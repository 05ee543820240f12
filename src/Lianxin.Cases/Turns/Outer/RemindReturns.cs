using System.Globalization;
using Lianxin.Cases.Desk.Queue;
using Lianxin.Cases.Model;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Audit;
using Lianxin.Platform.Calendar;
using Lianxin.Platform.Data;
using Lianxin.Platform.Notices;
using Lianxin.Platform.Schedules;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Cases.Turns.Outer;

/// <summary>
/// Tickets nobody has sent out yet and whose window to give them back closes (<see cref="OuterClock.RemindAt"/>): whoever
/// dispatches hears of each once, of all that close at the time in one line, for a morning's tickets close together.
/// </summary>
internal sealed class RemindReturns(AppDb db, CaseDesk desk, Circle circle, NoticeBoard notices, Clock clock) : IJob
{
    private const int Round = 200;

    public async Task Run()
    {
        var now = clock.Now;
        var closing = await db.Set<OuterNumber>().Where(o => o.AnsweredAt == null && o.ReturnedAt == null && o.ReturnBy >= now && o.RemindAt <= now)
            .Join(db.Set<Case>().Where(c => c.Status == CaseStatus.Received && c.MergedIntoId == null), o => o.CaseId, c => c.Id, (o, c) => new { Outer = o, File = c })
            .OrderBy(p => p.Outer.ReturnBy).Take(Round).ToListAsync();
        if (closing.Count == 0) return;
        var told = new Dictionary<long, (int Count, DateTime Earliest)>();
        foreach (var pair in closing)
        {
            pair.Outer.Reminded();
            foreach (var person in (await circle.Of(pair.File, pair.File.AcceptUnitId, CasesAccess.Dispatch, await desk.Recused(pair.File))).Select(h => h.PersonId).Distinct())
                told[person] = told.TryGetValue(person, out var had) ? had with { Count = had.Count + 1 } : (1, pair.Outer.ReturnBy!.Value);
        }

        foreach (var (person, (count, earliest)) in told)
            notices.Tell([person], "{0} 件转来的工单还没派，最早 {1} 过退回时限，不归我们办的请先退回", new DeskFilter { Tab = DeskTab.ToReturn }.In("/desk"), true, count.ToString(CultureInfo.InvariantCulture), Shanghai.Deadline(earliest));
        await db.Save(new("RemindReturns", Actor.System));
    }
}
