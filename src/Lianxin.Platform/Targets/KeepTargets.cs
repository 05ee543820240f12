using Lianxin.Contracts.Platform;
using Lianxin.Platform.Data;
using Lianxin.Platform.Events;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Platform.Targets;

/// <summary>Fills the target registry with what owners tell of their things (decisions 20).</summary>
internal sealed class KeepTargets : IConsume<TargetChanged>
{
    public async Task Consume(TargetChanged happened, AppDb db)
    {
        if (await db.Set<Target>().FirstOrDefaultAsync(t => t.Id == happened.TargetId) is { } target) target.Take(happened);
        else db.Add(Target.Told(happened));
    }
}
