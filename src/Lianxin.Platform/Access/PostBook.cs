using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Platform.Access;

/// <summary>Who holds a post now: for notices, fallback owners, and deciding by another post.</summary>
public sealed record Holder(long PostId, long PersonId, long UnitId, string Name, string? WorkPhone, string Role, string RoleName);

/// <summary>Looks up posts by unit and permission.</summary>
public sealed class PostBook(AppDb db, UnitTree tree, RoleBook roles, Clock clock)
{
    /// <summary>Everyone holding a post at exactly these units now; with a permission, only posts whose role has it.</summary>
    public async Task<IReadOnlyList<Holder>> At(IReadOnlyCollection<long> units, string? permission = null)
    {
        var now = clock.Now;
        var rows = await (
            from post in db.Set<Post>().AsNoTracking()
            join person in db.Set<Person>() on post.PersonId equals person.Id
            where units.Contains(post.UnitId) && post.From <= now && (post.To == null || post.To > now)
            orderby post.Id
            select new { post.Id, post.PersonId, post.UnitId, post.Role, person.Name, person.WorkPhone }).ToListAsync();
        var forest = await tree.Read();
        var held = new List<Holder>();
        foreach (var row in rows)
        {
            if (forest.Find(row.UnitId) is not { } unit || await roles.Of(unit, row.Role) is not { } role) continue;
            if (permission is null || role.Rights.Contains(permission))
                held.Add(new Holder(row.Id, row.PersonId, row.UnitId, row.Name, row.WorkPhone, role.Key, role.Name));
        }

        return held;
    }

    /// <summary>Who owns what nobody at a unit can take: the fallback post of the unit or of the nearest one above it, while somebody holds it.</summary>
    /// <param name="without">Persons who must keep out of it.</param>
    public async Task<Holder?> Owner(long unitId, IReadOnlySet<long> without)
    {
        var forest = await tree.Read();
        var now = clock.Now;
        var upward = forest.Upward(unitId).Select(u => u.FallbackPostId).OfType<long>().ToList();
        var held = (await Read(db.Set<Post>().Where(p => upward.Contains(p.Id) && p.From <= now && (p.To == null || p.To > now)))).ToDictionary(h => h.PostId);
        return upward.Select(held.GetValueOrDefault).FirstOrDefault(h => h is not null && !without.Contains(h.PersonId));
    }

    /// <summary>For each unit the holders of the fallback posts of it and of those above, the nearest first.</summary>
    public async Task<ILookup<long, Holder>> Owners(IReadOnlyCollection<long> units)
    {
        var forest = await tree.Read();
        var now = clock.Now;
        var lines = units.Distinct().Select(unit => (Unit: unit, Posts: forest.Upward(unit).Select(u => u.FallbackPostId).OfType<long>().ToList())).ToList();
        var all = lines.SelectMany(l => l.Posts).Distinct().ToList();
        var held = (await Read(db.Set<Post>().Where(p => all.Contains(p.Id) && p.From <= now && (p.To == null || p.To > now)))).ToDictionary(h => h.PostId);
        return lines.SelectMany(l => l.Posts.Select(held.GetValueOrDefault).OfType<Holder>().Select(h => (l.Unit, Holder: h))).ToLookup(o => o.Unit, o => o.Holder);
    }

    /// <summary>Unit and role of each post, also after it ended.</summary>
    public async Task<IReadOnlyDictionary<long, string>> Named(IReadOnlyCollection<long> ids)
    {
        var rows = await db.Set<Post>().AsNoTracking().Where(p => ids.Contains(p.Id)).ToListAsync();
        var forest = await tree.Read();
        var named = new Dictionary<long, string>();
        foreach (var row in rows)
        {
            var role = forest.Find(row.UnitId) is { } unit ? await roles.Of(unit, row.Role) : null;
            named[row.Id] = $"{forest.NameOf(row.UnitId)} {role?.Name ?? row.Role}";
        }

        return named;
    }

    /// <summary>The holder of one post, also after it ended (history names them).</summary>
    public async Task<Holder?> Of(long postId) => (await Read(db.Set<Post>().Where(p => p.Id == postId))).FirstOrDefault();

    private async Task<IReadOnlyList<Holder>> Read(IQueryable<Post> posts)
    {
        var rows = await (
            from post in posts.AsNoTracking()
            join person in db.Set<Person>() on post.PersonId equals person.Id
            select new { post.Id, post.PersonId, post.UnitId, post.Role, person.Name, person.WorkPhone }).ToListAsync();
        var forest = await tree.Read();
        var held = new List<Holder>();
        foreach (var row in rows)
        {
            if (forest.Find(row.UnitId) is not { } unit) continue;
            held.Add(new Holder(row.Id, row.PersonId, row.UnitId, row.Name, row.WorkPhone, row.Role, (await roles.Of(unit, row.Role))?.Name ?? row.Role));
        }

        return held;
    }
}
