using Lianxin.Cases.Model;
using Lianxin.Cases.Turns.Pleas;
using Lianxin.Platform;
using Lianxin.Platform.Calendar;
using Lianxin.Platform.Data;
using Lianxin.Platform.Schedules;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Cases.Turns.Order;

/// <summary>A 批示 whose date has passed: the leader who signed and the centre hear of it, once.</summary>
internal sealed class NoteOrderLate(AppDb db, CaseDesk desk, Clock clock) : IJob
{
    private const int Round = 200;

    public async Task Run()
    {
        var now = clock.Now;
        var due = await db.Set<Instruction>().AsNoTracking().Where(i => i.DoneAt == null && i.LateAt == null && i.Due < now).OrderBy(i => i.Due).Take(Round).Select(i => i.CaseId).ToListAsync();
        await OneByOne.Run(db, [.. due.Distinct()], async caseId =>
        {
            var seen = await desk.See(await db.Set<Case>().FirstAsync(c => c.Id == caseId));
            var late = seen.OpenOrders.Where(o => o.LateAt is null && o.Due < clock.Now).ToList();
            if (late.Count == 0) return;
            foreach (var order in late)
            {
                order.Miss(clock.Now);
                desk.Log(seen.File, EntryKind.OrderLate, null, open: false, parts: [order.Signer, Shanghai.Deadline(order.Due)]);
                await desk.TellStill(seen.File, order.SignerPersonId, "{0} {1}：您的批示过了时间还没办结", urgent: true);
            }

            await desk.TellUnit(seen.File, seen.File.AcceptUnitId, CasesAccess.Dispatch, "{0} {1}：批示过了时间还没办结", urgent: true);
            foreach (var part in seen.Active) await desk.TellUnit(seen.File, part.UnitId, CasesAccess.Handle, "{0} {1}：批示过了时间还没办结", urgent: true);
            await desk.Save(seen.File, "NoteOrderLate");
        });
    }
}
