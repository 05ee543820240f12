using System.Globalization;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Lianxin.Platform.Notices;
using Lianxin.Platform.Schedules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Lianxin.Platform.Audit;

/// <summary>Tells the head of the chain once a day to everybody who may read the trail, and so to the message gateway, to the log, and to a file beside the database.</summary>
internal sealed class PublishHead(AppDb db, Heads heads, PostBook posts, NoticeBoard notices, Clock clock, ILogger<PublishHead> log) : IJob
{
    public async Task Run()
    {
        var last = await db.Set<ChainLink>().AsNoTracking().OrderByDescending(l => l.Position).FirstOrDefaultAsync();
        if (last is null || await db.Set<PublishedHead>().AnyAsync(h => h.Position == last.Position)) return;
        var head = new PublishedHead { Position = last.Position, Hash = last.Hash, At = clock.Now };
        db.Add(head);
        notices.Tell(await Readers(), "操作记录封到第 {0} 条，校验码 {1}。请在系统以外留一份", "/admin/audit", urgent: false,
            head.Position.ToString(CultureInfo.InvariantCulture), head.Hash);
        await db.Write();
        log.LogInformation("The head of the audit chain is {Position} {Hash}.", head.Position, head.Hash);
        await heads.Append(head);
    }

    private async Task<IEnumerable<long>> Readers()
    {
        var roles = (await db.Set<Role>().AsNoTracking().ToListAsync()).Where(r => r.RightSet().Contains(PlatformAccess.Audit)).Select(r => r.Key).Distinct().ToList();
        var units = await db.Set<Post>().Where(p => roles.Contains(p.Role)).Select(p => p.UnitId).Distinct().ToListAsync();
        return (await posts.At(units, PlatformAccess.Audit)).Select(h => h.PersonId);
    }
}
