using Lianxin.Organization.Levels;
using Lianxin.Organization.People;
using Lianxin.Organization.Units;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Organization.Reorganise;

/// <summary>Posts of a unit that goes: they end, or go on with whoever receives, as was chosen. One person keeps one post of a kind.</summary>
internal sealed class HandPosts(UnitDesk desk, RoleBook roles, PeopleReader people, AppDb db, Ids ids)
{
    /// <summary>Posts that hold now or later, with the names of their holders.</summary>
    public async Task<IReadOnlyList<PostRow>> Of(UnitInfo unit) => [.. (await people.PostsAt(unit.Id)).Where(p => p.To is null || p.To > desk.Now)];

    /// <summary>A post goes only where its role may stand, and by somebody who arranges posts, never their own.</summary>
    public async Task Check(Reorganisation plan, UnitInfo unit, UnitInfo to)
    {
        var going = (await Held(unit.Id, desk.Now)).Where(p => plan.Takes(p.Id)).ToList();
        var forest = await desk.Forest();
        foreach (var post in going)
        {
            var role = await roles.Of(to, post.Role);
            if (role?.Level.Length > 0 && role.Level != LevelBook.KeyAt(forest, to)) throw new Refusal("“{0}”不设在{1}这一层级", "posts", role.Name, to.Name);
        }
    }

    /// <summary>Whoever re-organises a unit with people in it arranges posts as well.</summary>
    public async Task CheckRights(Reorganisation plan, UnitInfo unit, UnitInfo? to)
    {
        if (desk.BySystem || plan.How == How.Move) return;
        var held = (await Held(unit.Id, desk.Now)).Where(p => plan.How != How.Split || plan.Takes(p.Id)).ToList();
        if (held.Count == 0) return;
        if (!desk.By.Covers(PlatformAccess.Posts, unit) || (to is not null && !desk.By.Covers(PlatformAccess.Posts, to)))
            throw new Refusal("{0}还有人在岗，要由能安排岗位的管理员来办", null, unit.Name);
        if (held.Exists(p => p.PersonId == desk.By.PersonId)) throw new Refusal("不能给自己安排岗位，请另一位管理员来办");
    }

    /// <summary>Carries it out; fallback posts that end pass to whoever goes on in them, or to the unit above.</summary>
    /// <param name="targets">What posts look after that was entered anew, by its old id.</param>
    public async Task Go(Reorganisation plan, Unit unit, Unit? to, IReadOnlyDictionary<long, long> targets, DateTime at)
    {
        var gone = new Dictionary<long, long?>();
        var there = to is null ? [] : await Held(to.Id, at);
        foreach (var post in await Held(unit.Id, at))
        {
            var goes = to is not null && plan.Takes(post.Id);
            if (plan.How == How.Split && !goes) continue;
            gone[post.Id] = goes ? (there.Find(p => p.PersonId == post.PersonId && p.Role == post.Role) ?? Appoint(post, to!, targets, at)).Id : null;
            post.End(at);
        }

        var entered = targets.Keys.ToList();
        foreach (var post in await db.Set<Post>().Where(p => p.TargetId != null && entered.Contains(p.TargetId.Value) && (p.To == null || p.To > at)).ToListAsync())
            if (!gone.ContainsKey(post.Id)) post.LookAfter(targets[post.TargetId!.Value]);
        await Fallbacks(unit, to, gone);
    }

    private Post Appoint(Post post, Unit to, IReadOnlyDictionary<long, long> targets, DateTime at)
    {
        var target = post.TargetId is { } old ? targets.TryGetValue(old, out var made) ? made : old : (long?)null;
        var next = Post.Appoint(ids.Next(), post.PersonId, to.Id, post.Role, post.From > at ? post.From : at, post.To, target);
        db.Add(next);
        return next;
    }

    private async Task Fallbacks(Unit unit, Unit? to, Dictionary<long, long?> gone)
    {
        if (gone.Count == 0) return;
        var ended = gone.Keys.ToList();
        foreach (var owned in await db.Set<Unit>().Where(u => u.Id != unit.Id && u.ValidTo == null && u.FallbackPostId != null && ended.Contains(u.FallbackPostId.Value)).ToListAsync())
            owned.FallBackTo(to?.Path.StartsWith(owned.Path, StringComparison.Ordinal) == true ? gone[owned.FallbackPostId!.Value] : null);
        if (unit.FallbackPostId is not { } own || !gone.TryGetValue(own, out var heir)) return;
        if (to is { FallbackPostId: null }) to.FallBackTo(heir);
        if (unit.ValidTo is null) unit.FallBackTo(null);
    }

    private Task<List<Post>> Held(long unitId, DateTime at) =>
        db.Set<Post>().Where(p => p.UnitId == unitId && (p.To == null || p.To > at)).OrderBy(p => p.Id).ToListAsync();
}
