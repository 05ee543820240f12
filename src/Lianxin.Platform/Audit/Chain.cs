using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Platform.Audit;

/// <summary>
/// Seals acts into a hash chain in batches, outside the business save, by whoever holds the schedule's lease, and
/// checks it from the first link on.
/// </summary>
public sealed class Chain(AppDb db, Heads heads)
{
    internal const int Batch = 500;
    private const string Root = "lianxin";

    /// <summary>Seals what is not sealed yet; returns how many acts.</summary>
    public async Task<int> Seal()
    {
        var last = await Head();
        var acts = await Waiting(db).Take(Batch).ToListAsync();
        var position = last?.Position ?? 0;
        var hash = last?.Hash ?? Root;
        foreach (var act in acts)
        {
            hash = Hash(hash, act);
            db.Add(new ChainLink { Position = ++position, ActId = act.Id, Hash = hash });
            db.Remove(new UnsealedAct { ActId = act.Id });
        }

        if (acts.Count > 0) await db.Write();
        return acts.Count;
    }

    /// <summary>The last link; null while nothing is sealed.</summary>
    public Task<ChainLink?> Head() => db.Set<ChainLink>().AsNoTracking().OrderByDescending(l => l.Position).FirstOrDefaultAsync();

    /// <summary>Acts to be sealed, in their order.</summary>
    internal static IQueryable<ActRow> Waiting(AppDb db) =>
        from waits in db.Set<UnsealedAct>().AsNoTracking()
        join act in db.Set<ActRow>() on waits.ActId equals act.Id
        orderby waits.ActId
        select act;

    /// <summary>
    /// Walks the whole chain; null when it holds, else the first act whose row does not match its link, the first published
    /// head the chain does not come out at, or an act which is neither linked nor waiting.
    /// </summary>
    public async Task<BrokenLink?> Verify()
    {
        var published = await heads.Known();
        var hash = Root;
        long at = 0;
        while (true)
        {
            var after = at;
            var links = await db.Set<ChainLink>().AsNoTracking().Where(l => l.Position > after)
                .OrderBy(l => l.Position).Take(Batch)
                .Select(l => new { Link = l, Act = db.Set<ActRow>().FirstOrDefault(a => a.Id == l.ActId) }).ToListAsync();
            if (links.Count == 0) break;
            foreach (var pair in links)
            {
                if (pair.Link.Position != ++at) return new BrokenLink(at, pair.Link.ActId, "missing link");
                if (pair.Act is null) return new BrokenLink(at, pair.Link.ActId, "act removed");
                hash = Hash(hash, pair.Act);
                if (hash != pair.Link.Hash) return new BrokenLink(at, pair.Act.Id, "act altered");
                if (published.TryGetValue(at, out var told) && (told.Count > 1 || !told.Contains(hash))) return new BrokenLink(at, pair.Act.Id, "not the head that was published");
            }
        }

        if (published.Count > 0 && published.Keys[^1] > at) return new BrokenLink(at + 1, 0, $"cut off: {published.Keys[^1]} links were published");
        var loose = await db.Set<ActRow>()
            .Where(a => !db.Set<ChainLink>().Any(l => l.ActId == a.Id) && !db.Set<UnsealedAct>().Any(u => u.ActId == a.Id))
            .OrderBy(a => a.Id).Select(a => (long?)a.Id).FirstOrDefaultAsync();
        return loose is { } id ? new BrokenLink(at + 1, id, "act never sealed") : null;
    }

    private static string Hash(string previous, ActRow act)
    {
        var text = string.Join('\u001f', previous, act.Id.ToString(CultureInfo.InvariantCulture),
            act.At.ToString("O", CultureInfo.InvariantCulture), act.UseCase, act.AccountId, act.PersonId, act.PostId,
            act.Why, act.OnBehalf, act.Changes);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}

/// <summary>Where the chain breaks first.</summary>
public sealed record BrokenLink(long Position, long ActId, string Fault);
