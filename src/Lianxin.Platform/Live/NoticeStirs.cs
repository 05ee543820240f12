using System.Collections.Immutable;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Lianxin.Platform.Notices;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Platform.Live;

/// <summary>New lines in inboxes: the badge counts anew.</summary>
internal sealed class NoticeStirs(AppDb db) : ILiveSource
{
    private const int Most = 500;

    public string Topic => "inbox";

    public async Task<IReadOnlyList<Stir>> Since(DateTime since, IReadOnlySet<long> known)
    {
        var rows = await db.Set<Notice>().AsNoTracking().Where(n => n.At >= since).OrderByDescending(n => n.At).Take(Most).Select(n => new { n.Id, n.At, n.PersonId }).ToListAsync();
        return [.. rows.Where(r => !known.Contains(r.Id)).Select(r => new Stir(r.Id, r.At, r.PersonId, ImmutableHashSet<long>.Empty, ImmutableHashSet.Create(r.PersonId)))];
    }

    public Task<IReadOnlyList<string>> Tell(Actor actor, IReadOnlyCollection<long> keys) =>
        Task.FromResult<IReadOnlyList<string>>(actor.PersonId is { } me && keys.Contains(me) ? ["new"] : []);
}
