using System.ComponentModel.DataAnnotations;
using Lianxin.Organization.Units;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Audit;
using Lianxin.Platform.Data;
using Lianxin.Platform.Forms;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Organization.People;

internal sealed record EndPostInput
{
    /// <summary>Last day, included; at once when left out.</summary>
    [Label("最后一天")]
    public DateOnly? Until { get; init; }

    [MaxLength(Act.WhyMax), Label("原因")]
    public string? Reason { get; init; }

    /// <summary>The version the form was made from; another one by now means that somebody was first.</summary>
    [Label("版本")]
    public int? Version { get; init; }
}

/// <summary>Ends a post; its rights are gone with the holder's next request.</summary>
internal sealed class EndPost(UnitDesk desk, AppDb db)
{
    /// <returns>The post's id; null where the actor does not reach its unit.</returns>
    public async Task<long?> Do(long postId, EndPostInput input)
    {
        var post = await db.Set<Post>().FirstOrDefaultAsync(p => p.Id == postId);
        var forest = await desk.Forest();
        if (post is null || forest.Find(post.UnitId) is not { } unit || !desk.By.Covers(PlatformAccess.Posts, unit)) return null;
        if (forest.All.FirstOrDefault(u => !u.Closed && u.FallbackPostId == postId) is { } owned)
            throw new Refusal("这是{0}的兜底责任岗，请先另定一个", null, owned.Name);
        post.Unchanged(input.Version);
        post.End(input.Until is { } last ? Days.End(last) : desk.Now);
        await desk.Save("EndPost", PlatformAccess.Posts, unit, input.Reason);
        return postId;
    }
}
