using System.ComponentModel.DataAnnotations;
using Lianxin.Cases.Model;
using Lianxin.Platform;
using Lianxin.Platform.Data;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Protection;
using Lianxin.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Cases.Desk.Shift;

internal sealed record ShiftHandoverInput
{
    [MaxLength(ShiftHandover.NoteMax), Label("特别交代")]
    public string Note { get; init; } = "";
}

/// <summary>A page of hand-overs, the newest first.</summary>
public sealed record ShiftHandoverRows(IReadOnlyList<ShiftHandover> Rows, long? Next);

/// <summary>交接班 of a unit's desk: signed by who leaves, taken over by who comes, kept.</summary>
internal sealed class ShiftDesk(AppDb db, Acting acting, ShiftReader reader, Ids ids, Clock clock)
{
    private const int Size = 30;
    private const int Waiting = 5;

    private IQueryable<ShiftHandover> Here
    {
        get
        {
            var unit = reader.Post.UnitId;
            return db.Set<ShiftHandover>().Where(h => h.UnitId == unit);
        }
    }

    /// <summary>Hand-overs nobody has taken over yet, the newest of each who left.</summary>
    public async Task<IReadOnlyList<ShiftHandover>> Open()
    {
        var since = clock.Now.AddDays(-7);
        var open = await Here.AsNoTracking().Where(h => h.TakenAt == null && h.At > since).OrderByDescending(h => h.Id).Take(Waiting).ToListAsync();
        return [.. open.DistinctBy(h => h.FromPersonId)];
    }

    public async Task<ShiftHandoverRows> History(long? after)
    {
        var rows = await Here.AsNoTracking().Where(h => after == null || h.Id < after).OrderByDescending(h => h.Id).Take(Size + 1).ToListAsync();
        return new([.. rows.Take(Size)], rows.Count > Size ? rows[Size - 1].Id : null);
    }

    public Task<ShiftHandover?> Find(long id) => Here.FirstOrDefaultAsync(h => h.Id == id);

    public async Task<string> Sign(ShiftHandoverInput input)
    {
        var left = (await reader.Open()).ToDictionary(p => p.Key, p => p.Cases.Select(c => c.Id).ToArray());
        var handover = ShiftHandover.Sign(ids.Next(), reader.Post, acting.By, clock.Now, TextMask.Apply(input.Note).Text, left);
        db.Add(handover);
        var to = $"{ShiftEndpoints.Root}/{handover.Id}";
        await db.Save(acting.Of("SignHandover", reader.Post, result: to));
        return to;
    }

    public async Task<string?> Take(long id)
    {
        if (await Find(id) is not { } handover) return null;
        handover.Take(acting.By, clock.Now);
        var to = $"{ShiftEndpoints.Root}/{id}";
        await db.Save(acting.Of("TakeHandover", reader.Post, result: to));
        return to;
    }
}
