using Lianxin.Platform.Data;
using Lianxin.Platform.Settings;
using Lianxin.Platform.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Platform.Access;

/// <summary>The actor of this request, read once from the session cookie: removed posts and disabled accounts act on the very next request.</summary>
public sealed class CurrentActor(IHttpContextAccessor accessor, AppDb db, UnitTree tree, RoleBook roles, SettingsBook settings, Clock clock)
{
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(1);
    private Actor? actor;

    /// <summary>The session's row id, to mark it in the list of own sessions.</summary>
    public long? SessionId { get; private set; }

    /// <summary>Where the person must first choose a password or set up the second factor; null once both are settled.</summary>
    public string? SettleAt { get; private set; }

    /// <summary>The actor as already read; before <see cref="Read"/> the public.</summary>
    public Actor Actor => actor ?? Actor.Public;

    /// <summary>Stands in for the cookie where there is no request: the demo, imports, tests of handlers.</summary>
    public void Be(Actor someone) => actor = someone;

    public async ValueTask<Actor> Read()
    {
        if (actor is not null) return actor;
        actor = Actor.Public;
        var token = accessor.HttpContext is { } http ? SessionCookie.Read(http) : null;
        if (token is null) return actor;
        var hash = SessionCookie.Hash(token);
        var found = await (
            from s in db.Set<Session>().AsNoTracking()
            join a in db.Set<Account>() on s.AccountId equals a.Id
            join p in db.Set<Person>() on a.PersonId equals p.Id
            where s.TokenHash == hash && s.EndedAt == null && a.DisabledAt == null
            select new { Session = s, Account = a, p.Name }).FirstOrDefaultAsync();
        if (found is null) return actor;
        var someone = await Build(found.Account, found.Name, found.Session.PostId);
        if (!found.Session.Lives(someone, clock.Now)) return actor;
        if (clock.Now - found.Session.SeenAt > SeenEvery && !AskedByThePage.Is(accessor.HttpContext))
        {
            var now = clock.Now;
            await db.Run(() => db.Set<Session>().Where(s => s.Id == found.Session.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.SeenAt, now)));
        }

        SessionId = found.Session.Id;
        SettleAt = await Unsettled(found.Account, someone);
        return actor = someone;
    }

    /// <summary>The actor an account would be, acting from the given post or the first it holds.</summary>
    public async Task<Actor> Build(Account account, string name, long? postId)
    {
        var now = clock.Now;
        var posts = await db.Set<Post>().AsNoTracking()
            .Where(p => p.PersonId == account.PersonId && p.From <= now && (p.To == null || p.To > now))
            .OrderBy(p => p.Id).ToListAsync();
        var forest = await tree.Read();
        var held = new List<ActorPost>();
        foreach (var post in posts)
        {
            if (forest.Find(post.UnitId) is not { Closed: false } unit || await roles.Of(unit, post.Role) is not { } role) continue;
            held.Add(new ActorPost(post.Id, unit.Id, unit.Name, unit.Path, role.Key, role.Name, role.Face, role.Rights));
        }

        return new Actor
        {
            AccountId = account.Id, PersonId = account.PersonId, Name = name, Language = account.Language,
            Posts = held, Current = held.FirstOrDefault(p => p.Id == postId) ?? held.FirstOrDefault(),
        };
    }

    /// <summary>A demo is there to be looked at: its published passwords are guarded by nothing a second factor could add to.</summary>
    private async ValueTask<string?> Unsettled(Account account, Actor someone)
    {
        if (account.MustChange) return "/me/password";
        var profile = await SecurityProfile.Of(settings);
        var old = profile.PasswordLasts is { } lasts && clock.Now - account.PasswordAt > lasts;
        var bare = account.TotpSecret is null && (someone.Administers || profile.SecondFactorForAll);
        if ((!old && !bare) || await settings.Demo()) return null;
        return old ? "/me/password" : "/me/second-factor";
    }
}
