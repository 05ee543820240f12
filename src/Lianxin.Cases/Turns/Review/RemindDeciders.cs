using Lianxin.Cases.Model;
using Lianxin.Cases.Turns.Pleas;
using Lianxin.Platform;
using Lianxin.Platform.Data;
using Lianxin.Platform.Schedules;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Cases.Turns.Review;

/// <summary>An appeal or review nobody has decided by the day that was named to the reporter: whoever decides is reminded every morning.</summary>
internal sealed class RemindDeciders(AppDb db, CaseDesk desk, Deadlines deadlines, Clock clock) : IJob
{
    private const int Most = 200;

    public async Task Run()
    {
        var (now, earliest) = (clock.Now, clock.Now.AddDays(-Plea.Within.Amount));
        var open = await db.Set<Plea>().AsNoTracking().Where(p => p.DecidedAt == null && (p.Kind == PleaKind.Appeal || p.Kind == PleaKind.Review) && p.At <= earliest)
            .OrderBy(p => p.At).Take(Most).ToListAsync();
        await OneByOne.Run(db, open, async plea =>
        {
            if (await deadlines.Decision(plea) > now) return;
            var file = await db.Set<Case>().FirstAsync(c => c.Id == plea.CaseId);
            await desk.TellUnit(file, plea.DecideUnitId, CasesAccess.Decide, "{0} {1}：答应反映人的日子过了，申诉还没有裁定", urgent: true);
            await desk.Save(file, "RemindDeciders");
        });
    }
}
