using System.ComponentModel.DataAnnotations;
using Lianxin.Organization.Units;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Audit;
using Lianxin.Platform.Data;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Text;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Organization.People;

internal sealed record EndPostInput
{
    /// <summary>Last day, included; at once when left out.</summary>
    [Label("最后一天")]
    public DateOnly? Until { get; init; }

    [MaxLength(Act.WhyMax), Label("原因")]
    public string? Reason { get; init; }

    /// <summary>Ticked by whoever ends the last post of their own.</summary>
    [Label("结束自己的岗位")]
    public bool Sure { get; init; }

    /// <summary>The version the form was made from; another one by now means that somebody was first.</summary>
    [Label("版本")]
    public int? Version { get; init; }
}

/// <summary>Ends a post; its rights are gone with the holder's next request.</summary>
internal sealed class EndPost(UnitDesk desk, PostBook posts, AppDb db)
{
    /// <summary>Without somebody who arranges posts and somebody who opens accounts nobody could ever be let in again.</summary>
    private static readonly (string Permission, string Name)[] kept = [(PlatformAccess.Posts, "安排岗位"), (PlatformAccess.Accounts, "管理账号")];

    /// <returns>The post's id; null where the actor does not reach its unit.</returns>
    public async Task<long?> Do(long postId, EndPostInput input)
    {
        var post = await db.Set<Post>().FirstOrDefaultAsync(p => p.Id == postId);
        var forest = await desk.Forest();
        if (post is null || forest.Find(post.UnitId) is not { } unit || !desk.By.Covers(PlatformAccess.Posts, unit)) return null;
        if (forest.All.FirstOrDefault(u => !u.Closed && u.FallbackPostId == postId) is { } owned)
            throw new Refusal("这是{0}的兜底责任岗，请先另定一个", null, owned.Name);
        foreach (var (permission, name) in desk.BySystem ? [] : kept)
            if (await Last(post, unit, permission, forest)) throw new Refusal("这个岗位结束以后，{0}就没有人能{1}了；请先给别人安排这样的岗位", null, unit.Name, new Sentence(name));
        if (!input.Sure && await OwnLast(post)) throw new Refusal("这是您自己最后一个岗位，看清楚了再勾选", "sure");
        post.Unchanged(input.Version);
        post.End(input.Until is { } last ? Days.End(last) : desk.Now);
        await desk.Save("EndPost", PlatformAccess.Posts, unit, input.Reason);
        return postId;
    }

    /// <summary>Whether it is the actor's own and no other post remains to them.</summary>
    public async Task<bool> OwnLast(Post post)
    {
        var now = desk.Now;
        return post.PersonId == desk.By.PersonId
            && !await db.Set<Post>().AnyAsync(p => p.PersonId == post.PersonId && p.Id != post.Id && (p.To == null || p.To > now));
    }

    /// <summary>Whether nobody else who can sign in may do this at the unit, from there or from above.</summary>
    private async Task<bool> Last(Post post, UnitInfo unit, string permission, UnitForest forest)
    {
        var held = await posts.At([.. forest.Upward(unit.Id).Select(u => u.Id)], permission);
        if (held.All(h => h.PostId != post.Id)) return false;
        var others = held.Where(h => h.PostId != post.Id).Select(h => h.PersonId).ToList();
        return !await db.Set<Account>().AnyAsync(a => others.Contains(a.PersonId) && a.DisabledAt == null);
    }
}
