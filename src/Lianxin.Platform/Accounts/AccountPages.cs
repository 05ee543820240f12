using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Platform.Accounts;

/// <summary>The page of one person's account.</summary>
internal sealed class AccountPages(AccountDesk desk, AccountList list, AppDb db)
{
    /// <summary>The account of a person within reach; null where there is none.</summary>
    public async Task<long?> Of(long person)
    {
        var id = await db.Set<Account>().Where(a => a.PersonId == person).Select(a => (long?)a.Id).FirstOrDefaultAsync();
        return id is { } some && await desk.Account(some) is not null ? some : null;
    }

    public async Task<IResult> Show(long personId, FormState form)
    {
        if (await desk.Person(personId) is not { } person) return Results.NotFound();
        var account = await db.Set<Account>().AsNoTracking().FirstOrDefaultAsync(a => a.PersonId == personId);
        var oldest = desk.Now - Session.WorkIdle;
        var sessions = account is null ? [] : await db.Set<Session>().AsNoTracking()
            .Where(s => s.AccountId == account.Id && s.EndedAt == null && s.SeenAt > oldest).OrderByDescending(s => s.SeenAt).Take(50).ToListAsync();
        return Page.Show<AccountPage>(
            ("Form", form), ("Person", person), ("Account", account), ("Sessions", sessions), ("Posts", await list.Posts([personId])), ("Self", desk.By.PersonId == personId), ("Suggestion", Passwords.Suggest()));
    }
}

/// <summary>Ends sessions of somebody else's account.</summary>
internal sealed class EndSessions(AccountDesk desk, AccountPages pages, AppDb db)
{
    /// <returns>Where to go; null where the actor does not reach the account, or it has no such session.</returns>
    public async Task<string?> Do(long person, long? sessionId)
    {
        if (await pages.Of(person) is not { } account) return null;
        var sessions = await db.Set<Session>().Where(s => s.AccountId == account && s.EndedAt == null && (sessionId == null || s.Id == sessionId)).ToListAsync();
        if (sessions.Count == 0 && sessionId is not null) return null;
        foreach (var session in sessions) session.EndedAt = desk.Now;
        await desk.Save("EndSessions", AccountEndpoints.Link(person));
        return AccountEndpoints.Link(person);
    }
}
