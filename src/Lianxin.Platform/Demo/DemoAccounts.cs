using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Lianxin.Platform.Settings;
using Lianxin.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Platform.Demo;

/// <summary>An account to try the product with.</summary>
public sealed record DemoAccount(string Login, string Name, string RoleName, string UnitName);

/// <summary>The accounts of a demo, for the sign-in page and the console; none in an installation that is no demo.</summary>
public sealed class DemoAccounts(AppDb db, SettingsBook settings, UnitTree tree, RoleBook roles, Acting acting, Clock clock)
{
    /// <summary>The password of every demo account; no real account can have it.</summary>
    public const string Password = "Lianxin-2026";

    /// <summary>In the order they were listed, each with the first of its living posts.</summary>
    public async Task<IReadOnlyList<DemoAccount>> List()
    {
        var logins = (await settings.Read(SettingsBook.DemoLogins)).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (logins.Length == 0) return [];
        var now = clock.Now;
        var rows = await (
            from account in db.Set<Account>().AsNoTracking()
            join person in db.Set<Person>() on account.PersonId equals person.Id
            join post in db.Set<Post>() on person.Id equals post.PersonId
            where logins.Contains(account.Login) && account.DisabledAt == null && post.From <= now && (post.To == null || post.To > now)
            orderby post.Id
            select new { account.Login, person.Name, post.Role, post.UnitId }).ToListAsync();
        var forest = await tree.Read();
        var listed = new List<DemoAccount>();
        foreach (var row in rows.DistinctBy(r => r.Login).OrderBy(r => Array.IndexOf(logins, r.Login)))
        {
            if (forest.Find(row.UnitId) is not { } unit || await roles.Of(unit, row.Role) is not { } role) continue;
            listed.Add(new DemoAccount(row.Login, row.Name, role.Name, unit.Name));
        }

        return listed;
    }

    /// <summary>Notes which accounts are there to be tried.</summary>
    public async Task Note(IEnumerable<string> logins)
    {
        await settings.Set(SettingsBook.DemoLogins, string.Join(' ', logins));
        await db.Save(acting.Of("NoteDemoAccounts"));
    }
}
