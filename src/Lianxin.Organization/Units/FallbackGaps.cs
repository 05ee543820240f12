using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Organization.Units;

/// <summary>Finds units that accept cases, and the top, without anybody to fall back on: what nobody owns would be lost there.</summary>
internal sealed class FallbackGaps(UnitDesk desk, AppDb db)
{
    /// <summary>Within what the actor may see, by code.</summary>
    public async Task<IReadOnlyList<UnitInfo>> Find()
    {
        var now = desk.Now;
        var wanted = (await desk.Forest()).All
            .Where(u => (u.Accepts || u.ParentId is null) && !u.Closed && desk.By.Covers(OrganizationAccess.View, u)).ToList();
        var posts = wanted.Where(u => u.FallbackPostId is not null).Select(u => u.FallbackPostId!.Value).ToList();
        var living = await db.Set<Post>().Where(p => posts.Contains(p.Id) && p.From <= now && (p.To == null || p.To > now))
            .Select(p => p.Id).ToListAsync();
        return [.. wanted.Where(u => u.FallbackPostId is not { } id || !living.Contains(id))];
    }
}
