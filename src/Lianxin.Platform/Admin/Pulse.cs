using Lianxin.Platform.Access;
using Lianxin.Platform.Audit;
using Lianxin.Platform.Data;
using Lianxin.Platform.Events;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Platform.Admin;

/// <summary>How the installation is doing, in a few figures that cost little to read.</summary>
/// <param name="Oldest">When the oldest undelivered event happened; null when everything is delivered.</param>
/// <param name="Memory">Working memory of this process in megabytes.</param>
public sealed record PulseFacts(string Version, bool Embedded, int Sessions, int Waiting, DateTime? Oldest, long Sealed, long Memory, DateTime StartedAt);

internal sealed class Pulse(AppDb db, Clock clock)
{
    private const int CountMax = 1_000;

    public async Task<PulseFacts> Take()
    {
        var since = clock.Now - Session.Idle;
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        return new(
            typeof(Pulse).Assembly.GetName().Version?.ToString(3) ?? "",
            db.Engine.Embedded,
            await db.Set<Session>().Where(s => s.EndedAt == null && s.SeenAt > since).Take(CountMax).CountAsync(),
            await db.Set<Delivery>().Where(d => d.GivenUpAt == null).Take(CountMax).CountAsync(),
            await db.Set<Delivery>().Where(d => d.GivenUpAt == null).OrderBy(d => d.DueAt).Select(d => (DateTime?)d.At).FirstOrDefaultAsync(),
            await db.Set<ChainLink>().OrderByDescending(l => l.Position).Select(l => l.Position).FirstOrDefaultAsync(),
            process.WorkingSet64 / 1024 / 1024,
            process.StartTime.ToUniversalTime());
    }
}
