using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Platform.Accounts;

/// <summary>A person with or without account.</summary>
/// <param name="Posts">Role and unit of each living post.</param>
public sealed record AccountRow(long PersonId, string Name, string? Login, bool Disabled, bool SecondFactor, DateTime? SeenAt, IReadOnlyList<string> Posts);

public sealed record AccountRows(IReadOnlyList<AccountRow> Rows, long? Next);

/// <summary>The people one administers: those with a post in reach, and those without any.</summary>
internal sealed class AccountList(AppDb db, CurrentActor current, UnitTree tree, RoleBook roles, Clock clock)
{
    private const int Size = 50;
    private const int SearchDepth = 400;

    /// <param name="words">Two signs or more of a name, or the beginning of a login; empty for all.</param>
    public async Task<AccountRows> Run(string words, long? after)
    {
        var (now, past, login) = (clock.Now, after ?? 0, words.ToLowerInvariant());
        var forest = await tree.Read();
        var units = current.Actor.Reach(PlatformAccess.Accounts).SelectMany(id => forest.Find(id) is { } top ? forest.Below(top) : []).Select(u => u.Id).Distinct().ToList();
        var posts = db.Set<Post>().Where(p => p.To == null || p.To > now);
        var named = words.Length > 0 && PersonIndex.Find(db, words, SearchDepth) is { } hits ? await hits.Select(h => h.Id).ToListAsync() : [];
        var rows = await (
            from person in db.Set<Person>().AsNoTracking()
            join a in db.Set<Account>() on person.Id equals a.PersonId into accounts
            from account in accounts.DefaultIfEmpty()
            where person.MergedInto == null && person.Id > past
                && (words == "" || named.Contains(person.Id) || account.Login.StartsWith(login))
                && (posts.Any(p => p.PersonId == person.Id && units.Contains(p.UnitId)) || !posts.Any(p => p.PersonId == person.Id))
            orderby person.Id
            select new { person.Id, person.Name, Account = account }).Take(Size + 1).ToListAsync();
        var shown = rows.Take(Size).ToList();
        var held = await Posts([.. shown.Select(r => r.Id)]);
        var seen = await Seen([.. shown.Where(r => r.Account is not null).Select(r => r.Account.Id)]);
        return new(
            [.. shown.Select(r => new AccountRow(
                r.Id, r.Name, r.Account?.Login, r.Account?.DisabledAt is not null, r.Account?.TotpSecret is not null,
                r.Account is { } a && seen.TryGetValue(a.Id, out var at) ? at : null, [.. held[r.Id]]))],
            rows.Count > Size ? shown[^1].Id : null);
    }

    /// <summary>Role and unit of the living posts of each person.</summary>
    public async Task<ILookup<long, string>> Posts(IReadOnlyCollection<long> persons)
    {
        var now = clock.Now;
        var posts = await db.Set<Post>().AsNoTracking().Where(p => persons.Contains(p.PersonId) && (p.To == null || p.To > now)).OrderBy(p => p.Id).ToListAsync();
        var forest = await tree.Read();
        var named = new List<(long Person, string Text)>();
        foreach (var post in posts)
        {
            var role = forest.Find(post.UnitId) is { } unit ? await roles.Of(unit, post.Role) : null;
            named.Add((post.PersonId, $"{forest.NameOf(post.UnitId)} {role?.Name ?? post.Role}"));
        }

        return named.ToLookup(p => p.Person, p => p.Text);
    }

    private Task<Dictionary<long, DateTime>> Seen(IReadOnlyCollection<long> accounts) =>
        db.Set<Session>().Where(s => accounts.Contains(s.AccountId)).GroupBy(s => s.AccountId)
            .Select(g => new { g.Key, At = g.Max(s => s.SeenAt) }).ToDictionaryAsync(s => s.Key, s => s.At);
}
