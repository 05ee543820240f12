using System.ComponentModel.DataAnnotations;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Lianxin.Platform.Forms;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Organization.Units;

internal sealed record SetFallbackInput
{
    [Required, Label("兜底责任岗")]
    public long? PostId { get; init; }

    /// <summary>The version the form was made from; another one by now means that somebody was first.</summary>
    [Label("版本")]
    public int? Version { get; init; }
}

/// <summary>Says which post owns whatever nobody owns (兜底责任岗) at a unit; where none is named, the nearest one above holds.</summary>
internal sealed class SetFallback(UnitDesk desk, AppDb db)
{
    /// <returns>The unit's id; null where the actor does not reach it.</returns>
    public async Task<long?> Do(long unitId, SetFallbackInput input)
    {
        if (await desk.Open(OrganizationAccess.Edit, unitId) is not { } unit) return null;
        var post = await db.Set<Post>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == input.PostId);
        var at = (await desk.Forest()).Find(post?.UnitId);
        if (post is null || at is null || !post.HoldsAt(desk.Now) || !at.Line().Contains(unitId))
            throw new Refusal("兜底责任岗要是{0}现在有人在任的岗位", "postId", unit.Name);
        var row = await desk.Row(unitId);
        row.Unchanged(input.Version);
        row.FallBackTo(post.Id);
        UnitTree.Changed(db);
        await desk.Save("SetFallback", OrganizationAccess.Edit, unit);
        return unitId;
    }
}
