using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Lianxin.Platform.Ui.Kit;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Organization.People;

/// <summary>A post as a unit's page and the list of people show it.</summary>
public sealed record PostRow(long Id, long PersonId, string Name, string? WorkPhone, UnitInfo Unit, string Role, DateTime From, DateTime? To);

/// <summary>Somebody with the posts they hold now or from a later day.</summary>
/// <param name="Login">Null without an account.</param>
public sealed record PersonRow(long Id, string Name, string? WorkPhone, string? Login, IReadOnlyList<PostRow> Posts);

/// <summary>What the list of people was asked for; stands in the address.</summary>
public sealed record PeopleFilter(string Words)
{
    public static readonly Sorting Entered = new("entered");

    /// <summary>Only who holds a post in this unit or below it.</summary>
    public long? Unit { get; init; }

    /// <summary>Only who holds no post.</summary>
    public bool Free { get; init; }

    public Sorting Sort { get; init; } = Entered;

    /// <summary>The last person of the page before.</summary>
    public long? After { get; init; }
}

/// <summary>A page of people.</summary>
public sealed record PeoplePart(IReadOnlyList<PersonRow> Rows, long? Next);

/// <summary>People within the actor's reach: those with a post there, now or once, and those entered who have none yet.</summary>
internal sealed class PeopleReader(AppDb db, UnitTree tree, RoleBook roles, CurrentActor current, Clock clock)
{
    public const int PageSize = 50;
    private const int PostsMost = 200;
    private const int SearchDepth = 400;

    /// <summary>Posts of a unit, those that hold first, the ended ones after them.</summary>
    public async Task<IReadOnlyList<PostRow>> PostsAt(long unitId)
    {
        var now = clock.Now;
        var rows = Rows(db.Set<Post>().Where(p => p.UnitId == unitId).OrderBy(p => p.To != null && p.To <= now).ThenBy(p => p.Id).Take(PostsMost));
        return await Named(await rows.ToListAsync());
    }

    /// <summary>A post where the actor arranges posts; null elsewhere.</summary>
    public async Task<PostRow?> Post(long id) =>
        (await Named(await Rows(db.Set<Post>().Where(p => p.Id == id)).ToListAsync())) is [var post] && current.Actor.Covers(PlatformAccess.Posts, post.Unit) ? post : null;

    public async Task<PeoplePart> Page(PeopleFilter filter)
    {
        var people = await Narrow(await Seen(), filter);
        if (filter.Words.Length > 0) people = await Found(people, filter.Words);
        var part = await (await From(people, filter)).Take(PageSize + 1).ToListAsync();
        var shown = part.Take(PageSize).ToList();
        return new(await WithPosts(shown), part.Count > PageSize ? shown[^1].Id : null);
    }

    private async Task<IQueryable<Person>> Narrow(IQueryable<Person> people, PeopleFilter filter)
    {
        var now = clock.Now;
        if (filter.Free) people = people.Where(p => !db.Set<Post>().Any(o => o.PersonId == p.Id && (o.To == null || o.To > now)));
        if (filter.Unit is not { } unit) return people;
        var forest = await tree.Read();
        var units = forest.Find(unit) is { } top ? forest.Below(top).Where(u => current.Actor.Covers(OrganizationAccess.View, u)).Select(u => u.Id).ToList() : [];
        return people.Where(p => db.Set<Post>().Any(o => o.PersonId == p.Id && units.Contains(o.UnitId) && (o.To == null || o.To > now)));
    }

    /// <summary>Goes on behind the last person of the page before; the name that says where that is does not stand in an address.</summary>
    private async Task<IOrderedQueryable<Person>> From(IQueryable<Person> people, PeopleFilter filter)
    {
        var (past, down) = (filter.After ?? 0, filter.Sort.Down);
        if (filter.Sort.Key != "name") return people.Where(p => p.Id > past).OrderBy(p => p.Id);
        var last = await db.Set<Person>().Where(p => p.Id == past).Select(p => p.Name).FirstOrDefaultAsync() ?? "";
        if (filter.After is not null)
            people = people.Where(p => (down ? EF.Functions.Collate(p.Name, NameOrder.Pinyin).CompareTo(last) < 0 : EF.Functions.Collate(p.Name, NameOrder.Pinyin).CompareTo(last) > 0) || (p.Name == last && p.Id > past));
        return (down ? people.OrderByDescending(p => EF.Functions.Collate(p.Name, NameOrder.Pinyin)) : people.OrderBy(p => EF.Functions.Collate(p.Name, NameOrder.Pinyin))).ThenBy(p => p.Id);
    }

    public async Task<PersonRow?> One(long id) => (await WithPosts(await (await Seen()).Where(p => p.Id == id).ToListAsync())) is [var one] ? one : null;

    private async Task<IReadOnlyList<PersonRow>> WithPosts(List<Person> shown)
    {
        var ids = shown.ConvertAll(p => p.Id);
        var now = clock.Now;
        var posts = (await Named(await Rows(db.Set<Post>().Where(p => ids.Contains(p.PersonId) && (p.To == null || p.To > now)).OrderBy(p => p.Id)).ToListAsync())).ToLookup(p => p.PersonId);
        var logins = await db.Set<Account>().Where(a => ids.Contains(a.PersonId) && a.DisabledAt == null).Select(a => new { a.PersonId, a.Login }).ToListAsync();
        return [.. shown.Select(p => new PersonRow(p.Id, p.Name, p.WorkPhone, logins.Find(l => l.PersonId == p.Id)?.Login, [.. posts[p.Id]]))];
    }

    public async Task<bool> Sees(long personId) =>
        ReferenceEquals(current.Actor, Actor.System) || await (await Seen()).AnyAsync(p => p.Id == personId);

    private async Task<IQueryable<Person>> Seen()
    {
        var units = (await tree.Read()).All.Where(u => current.Actor.Covers(OrganizationAccess.View, u)).Select(u => u.Id).ToList();
        var arranges = current.Actor.Can(PlatformAccess.Posts);
        return db.Set<Person>().AsNoTracking().Where(p => p.MergedInto == null
            && (db.Set<Post>().Any(o => o.PersonId == p.Id && units.Contains(o.UnitId)) || (arranges && !db.Set<Post>().Any(o => o.PersonId == p.Id))));
    }

    private async Task<IQueryable<Person>> Found(IQueryable<Person> people, string words)
    {
        if (PersonIndex.Find(db, words, SearchDepth) is not { } hits) return people.Where(p => false);
        var found = await hits.Select(h => h.Id).ToListAsync();
        return people.Where(p => found.Contains(p.Id));
    }

    private IQueryable<PostPart> Rows(IQueryable<Post> posts) =>
        from post in posts.AsNoTracking()
        join person in db.Set<Person>() on post.PersonId equals person.Id
        select new PostPart(post.Id, post.PersonId, person.Name, person.WorkPhone, post.UnitId, post.Role, post.From, post.To);

    private async Task<IReadOnlyList<PostRow>> Named(IReadOnlyList<PostPart> parts)
    {
        var forest = await tree.Read();
        var named = new List<PostRow>();
        foreach (var part in parts)
        {
            if (forest.Find(part.UnitId) is not { } unit) continue;
            named.Add(new(part.Id, part.PersonId, part.Name, part.WorkPhone, unit, (await roles.Of(unit, part.Role))?.Name ?? part.Role, part.From, part.To));
        }

        return named;
    }

    private sealed record PostPart(long Id, long PersonId, string Name, string? WorkPhone, long UnitId, string Role, DateTime From, DateTime? To);
}
