using System.Text.Json;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Notices;
using Lianxin.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Platform.Inbox;

internal sealed record ReadAllInput
{
    /// <summary>The newest notice on the page: what came later was not seen.</summary>
    [Label("消息")]
    public long? UpTo { get; init; }
}

/// <summary>A notice as its owner reads it.</summary>
public sealed record InboxRow(long Id, DateTime At, string Text, object?[] Parts, bool Urgent, bool Read);

/// <summary>A page of notices, newest first.</summary>
/// <param name="Next">Where the next page begins; null on the last.</param>
/// <param name="Unread">Whether any notice at all is unread.</param>
public sealed record InboxRows(IReadOnlyList<InboxRow> Rows, long? Next, bool Unread);

/// <summary>The inbox of whoever asks.</summary>
internal sealed class InboxBox(AppDb db, CurrentActor current, IEnumerable<INoticeSight> rooms, Clock clock)
{
    private const int Size = 30;

    private IQueryable<Notice> Mine
    {
        get
        {
            var me = current.Actor.PersonId;
            return db.Set<Notice>().Where(n => n.PersonId == me);
        }
    }

    public async Task<InboxRows> Page(long? after)
    {
        var rows = await Mine.AsNoTracking().Where(n => after == null || n.Id < after).OrderByDescending(n => n.Id).Take(Size + 1).ToListAsync();
        var unread = await Mine.AnyAsync(n => n.ReadAt == null);
        var lost = new HashSet<string>();
        var links = rows.Select(n => n.Link).Distinct().ToList();
        foreach (var room in rooms) lost.UnionWith(await room.Lost(current.Actor, links));
        var shown = rows.Take(Size).Select(n => lost.Contains(n.Link)
            ? new InboxRow(n.Id, n.At, "这条消息说的事，您现在看不到了", [], false, n.ReadAt is not null)
            : new InboxRow(n.Id, n.At, n.Text, [.. JsonSerializer.Deserialize<string[]>(n.Parts)!], n.Urgent, n.ReadAt is not null)).ToList();
        return new(shown, rows.Count > Size ? shown[^1].Id : null, unread);
    }

    /// <summary>How many are unread, at most 100.</summary>
    public Task<int> Unread() => Mine.Where(n => n.ReadAt == null).OrderBy(n => n.Id).Take(100).CountAsync();

    /// <returns>The address the notice leads to; null when it is not one's own.</returns>
    public async Task<string?> Open(long id)
    {
        if (await Mine.FirstOrDefaultAsync(n => n.Id == id) is not { } notice) return null;
        if (notice.ReadAt is null)
        {
            notice.ReadAt = clock.Now;
            await db.Write();
        }

        return Addresses.Local(notice.Link) ? notice.Link : "/inbox";
    }

    public async Task<string?> ReadAll(ReadAllInput input)
    {
        var (now, last) = (clock.Now, input.UpTo ?? 0);
        await db.Run(() => Mine.Where(n => n.ReadAt == null && n.Id <= last).ExecuteUpdateAsync(set => set.SetProperty(n => n.ReadAt, now)));
        return "/inbox";
    }
}
