using Lianxin.Platform.Data;
using Lianxin.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Platform.Access;

/// <summary>
/// Finds the people and accounts the actor may administer: those all of whose posts lie within the reach of
/// <see cref="PlatformAccess.Accounts"/>, so that nobody takes over an account above his own.
/// </summary>
public sealed class AccountDesk(AppDb db, UnitTree tree, Acting acting, Clock clock)
{
    public Actor By => acting.By;

    public DateTime Now => clock.Now;

    /// <summary>The person, or null where the actor does not reach.</summary>
    public async Task<Person?> Person(long personId)
    {
        if (!await Reaches(personId)) return null;
        return await db.Set<Person>().FirstOrDefaultAsync(p => p.Id == personId && p.MergedInto == null);
    }

    /// <summary>The account, to be changed and saved; null where the actor does not reach.</summary>
    public async Task<Account?> Account(long accountId)
    {
        var account = await db.Set<Account>().FirstOrDefaultAsync(a => a.Id == accountId);
        return account is not null && await Reaches(account.PersonId) ? account : null;
    }

    /// <summary>Ends every session of an account with the save that follows.</summary>
    public async Task SignOut(Account account)
    {
        foreach (var session in await db.Set<Session>().Where(s => s.AccountId == account.Id && s.EndedAt == null).ToListAsync())
            session.EndedAt = Now;
    }

    /// <param name="result">Where the request goes, when nobody has said so yet.</param>
    public Task Save(string useCase, string? result = null) => db.Save(acting.Of(useCase, result: result));

    private async Task<bool> Reaches(long personId)
    {
        if (ReferenceEquals(By, Actor.System)) return true;
        if (!By.Can(PlatformAccess.Accounts)) return false;
        var now = Now;
        var units = await db.Set<Post>().Where(p => p.PersonId == personId && (p.To == null || p.To > now))
            .Select(p => p.UnitId).Distinct().ToListAsync();
        var forest = await tree.Read();
        return units.TrueForAll(id => forest.Find(id) is { } unit && By.Covers(PlatformAccess.Accounts, unit));
    }
}
