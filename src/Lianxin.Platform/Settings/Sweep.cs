using Lianxin.Platform.Access;
using Lianxin.Platform.Audit;
using Lianxin.Platform.Data;
using Lianxin.Platform.Schedules;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Platform.Settings;

/// <summary>Removes machinery rows that have served their time: sessions after 180 days, limits once over, receipts after 30 days.</summary>
internal sealed class Sweep(AppDb db, Clock clock) : IJob
{
    public Task Run()
    {
        var now = clock.Now;
        var sessions = now.AddDays(-180);
        var receipts = now.AddDays(-30);
        return db.Run(async () =>
        {
            await db.Set<LimitRow>().Where(l => l.Until < now).ExecuteDeleteAsync();
            await db.Set<Session>().Where(s => s.SeenAt < sessions).ExecuteDeleteAsync();
            await db.Set<Receipt>().Where(r => r.At < receipts).ExecuteDeleteAsync();
        });
    }
}
