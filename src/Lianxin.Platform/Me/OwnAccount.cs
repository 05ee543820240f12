using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Lianxin.Platform.Settings;
using Lianxin.Platform.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Platform.Me;

/// <summary>The account of whoever asks, and its sessions: what a person changes about it goes through here.</summary>
internal sealed class OwnAccount(
    AppDb db, IHttpContextAccessor accessor, CurrentActor current, Acting acting, Passwords passwords, Limits limits, SettingsBook settings, Clock clock)
{
    private const int Tries = 5;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(30);

    public DateTime Now => clock.Now;

    public ValueTask<SecurityProfile> Profile() => SecurityProfile.Of(settings);

    public long? SessionId => current.SessionId;

    public async Task<Account> Read()
    {
        var id = current.Actor.AccountId;
        return await db.Set<Account>().FirstAsync(a => a.Id == id);
    }

    public Task<List<Session>> Sessions()
    {
        var id = current.Actor.AccountId;
        var oldest = clock.Now - Session.WorkIdle;
        return db.Set<Session>().AsNoTracking().Where(s => s.AccountId == id && s.EndedAt == null && s.SeenAt > oldest)
            .OrderByDescending(s => s.SeenAt).Take(50).ToListAsync();
    }

    /// <summary>What everybody may try must stay as it is published.</summary>
    public async Task RefuseInDemo(Account account)
    {
        if ((await settings.Read(SettingsBook.DemoLogins)).Split(' ').Contains(account.Login)) throw new Refusal("演示账号大家共用，不能改密码和动态码");
    }

    /// <exception cref="Refusal">At the field: it is not the password, or there were too many tries.</exception>
    public async Task Prove(Account account, string password, string field)
    {
        var key = $"prove:{account.Id}";
        if (!await limits.Take(key, Tries, Window)) throw new Refusal("错得太多，请过半小时再试", field);
        if (!passwords.Verify(account, password)) throw new Refusal("现在的密码不对", field);
        await limits.Clear(key);
    }

    /// <summary>With the save that follows: every other session ends, and this one gets a new token.</summary>
    public async Task StartAfresh(Account account)
    {
        foreach (var session in await db.Set<Session>().Where(s => s.AccountId == account.Id && s.EndedAt == null).ToListAsync())
        {
            if (session.Id != current.SessionId)
            {
                session.EndedAt = Now;
                continue;
            }

            session.TokenHash = SessionCookie.Hash(SessionCookie.Give(accessor.HttpContext!));
        }
    }

    /// <summary>With the save that follows: one other session ends, or with null all others.</summary>
    public async Task<bool> End(long? id)
    {
        var (account, mine) = (current.Actor.AccountId, current.SessionId);
        var found = await db.Set<Session>()
            .Where(s => s.AccountId == account && s.Id != mine && s.EndedAt == null && (id == null || s.Id == id)).ToListAsync();
        foreach (var session in found) session.EndedAt = Now;
        return found.Count > 0 || id is null;
    }

    public Task Save(string useCase) => db.Save(acting.Of(useCase));
}
