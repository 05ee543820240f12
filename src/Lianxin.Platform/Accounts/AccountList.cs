using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Lianxin.Platform.Ui.Kit;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Platform.Accounts;

/// <summary>A person with or without account.</summary>
/// <param name="Posts">Role and unit of each living post.</param>
public sealed record AccountRow(long PersonId, string Name, string? Login, bool Disabled, bool SecondFactor, DateTime? SeenAt, IReadOnlyList<string> Posts);

public sealed record AccountRows(IReadOnlyList<AccountRow> Rows, long? Next);

/// <summary>What the list of accounts was asked for; stands in the address.</summary>
/// <param name="Words">The beginning of a name or a login; empty for all.</param>
/// <param name="State">One of <see cref="States"/>; empty for all.</param>
/// <param name="Sort">By name or login, else in the order of entry.</param>
/// <param name="After">The last person of the page before.</param>
public sealed record AccountFilter(string Words, string State, Sorting Sort, long? After)
{
    public const string None = "none";
    public const string Open = "open";
    public const string Stopped = "stopped";

    public static readonly string[] States = [None, Open, Stopped];
}

/// <summary>The people one administers: those with a post in reach, and those without any.</summary>
internal sealed class AccountList(AppDb db, CurrentActor current, UnitTree tree, RoleBook roles, Clock clock)
{
    private const int Size = 50;
    private const int SearchDepth = 400;

    public async Task<AccountRows> Run(AccountFilter filter)
    {
        var (now, words, login, state) = (clock.Now, filter.Words, filter.Words.ToLowerInvariant(), filter.State);
        var forest = await tree.Read();
        var units = current.Actor.Reach(PlatformAccess.Accounts).SelectMany(id => forest.Find(id) is { } top ? forest.Below(top) : []).Select(u => u.Id).Distinct().ToList();
        var posts = db.Set<Post>().Where(p => p.To == null || p.To > now);
        var named = words.Length > 0 && PersonIndex.Find(db, words, SearchDepth) is { } hits ? await hits.Select(h => h.Id).ToListAsync() : [];
        var people =
            from person in db.Set<Person>().AsNoTracking()
            join a in db.Set<Account>() on person.Id equals a.PersonId into accounts
            from account in accounts.DefaultIfEmpty()
            where person.MergedInto == null
                && (words == "" || named.Contains(person.Id) || account.Login.StartsWith(login))
                && (state == "" || (state == AccountFilter.None ? account == null : account != null && (account.DisabledAt != null) == (state == AccountFilter.Stopped)))
                && (posts.Any(p => p.PersonId == person.Id && units.Contains(p.UnitId)) || !posts.Any(p => p.PersonId == person.Id))
            select new Found { Id = person.Id, Name = person.Name, Login = account == null ? "" : account.Login, Account = account };
        var rows = await (await Page(people, filter)).Take(Size + 1).ToListAsync();
        var shown = rows.Take(Size).ToList();
        var held = await Posts([.. shown.Select(r => r.Id)]);
        var seen = await Seen([.. shown.Where(r => r.Account is not null).Select(r => r.Account!.Id)]);
        return new(
            [.. shown.Select(r => new AccountRow(
                r.Id, r.Name, r.Account?.Login, r.Account?.DisabledAt is not null, r.Account?.TotpSecret is not null,
                r.Account is { } a && seen.TryGetValue(a.Id, out var at) ? at : null, [.. held[r.Id]]))],
            rows.Count > Size ? shown[^1].Id : null);
    }

    /// <summary>Goes on behind the last person of the page before, whose own name or login says where that is: neither stands in an address.</summary>
    private async Task<IQueryable<Found>> Page(IQueryable<Found> people, AccountFilter filter)
    {
        var (past, down) = (filter.After ?? 0, filter.Sort.Down);
        if (filter.Sort.Key == "login")
        {
            var last = await db.Set<Account>().Where(a => a.PersonId == past).Select(a => a.Login).FirstOrDefaultAsync() ?? "";
            if (filter.After is not null) people = people.Where(p => (down ? p.Login.CompareTo(last) < 0 : p.Login.CompareTo(last) > 0) || (p.Login == last && p.Id > past));
            return (down ? people.OrderByDescending(p => p.Login) : people.OrderBy(p => p.Login)).ThenBy(p => p.Id);
        }

        if (filter.Sort.Key == "name")
        {
            var last = await db.Set<Person>().Where(p => p.Id == past).Select(p => p.Name).FirstOrDefaultAsync() ?? "";
            if (filter.After is not null)
                people = people.Where(p => (down ? EF.Functions.Collate(p.Name, NameOrder.Pinyin).CompareTo(last) < 0 : EF.Functions.Collate(p.Name, NameOrder.Pinyin).CompareTo(last) > 0) || (p.Name == last && p.Id > past));
            return (down ? people.OrderByDescending(p => EF.Functions.Collate(p.Name, NameOrder.Pinyin)) : people.OrderBy(p => EF.Functions.Collate(p.Name, NameOrder.Pinyin))).ThenBy(p => p.Id);
        }

        return people.Where(p => p.Id > past).OrderBy(p => p.Id);
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

    private sealed class Found
    {
        public long Id { get; init; }

        public required string Name { get; init; }

        /// <summary>Empty without an account: the engines do not agree on where null stands.</summary>
        public required string Login { get; init; }

        public Account? Account { get; init; }
    }
}
