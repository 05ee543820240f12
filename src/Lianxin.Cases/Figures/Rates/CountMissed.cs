using Lianxin.Cases.Model;
using Lianxin.Platform;
using Lianxin.Platform.Data;
using Lianxin.Platform.Schedules;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Cases.Figures.Rates;

/// <summary>Counts cases that no event has counted: those older than the figures, the open ones first, then the newest, some of them every night.</summary>
internal sealed class CountMissed(AppDb db, CaseMarks marks, Clock clock) : IJob
{
    private const int Night = 5_000;

    public async Task Run()
    {
        // What came in just now is still on its way.
        var settled = clock.Now.AddHours(-1);
        var missed = await db.Set<Case>().Where(c => c.At < settled && (!db.Set<Mark>().Any(m => m.CaseId == c.Id) || !db.Set<Stay>().Any(s => s.CaseId == c.Id))).OrderByDescending(c => c.NextDue != null).ThenByDescending(c => c.Id).Take(Night).Select(c => c.Id).ToListAsync();
        foreach (var id in missed)
        {
            await marks.Renew(id);
            await db.Write();
            db.ChangeTracker.Clear();
        }
    }
}
