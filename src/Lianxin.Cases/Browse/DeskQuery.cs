using Lianxin.Cases.Model;
using Lianxin.Cases.Report;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Lianxin.Platform.Identity;
using Lianxin.Platform.Protection;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Cases.Browse;

/// <summary>Which part of the queue is shown.</summary>
public enum DeskTab
{
    All,
    ToDispatch,
    Handling,
    ToReply,
    Late,
    Closed,

    /// <summary>清单外, open and closed: sent by signature alone.</summary>
    OffList,
}

/// <summary>What the desk was asked for; every part stands in the address.</summary>
public sealed record DeskFilter
{
    public DeskTab Tab { get; init; }

    public string Words { get; init; } = "";

    public long? Unit { get; init; }

    public string Category { get; init; } = "";

    /// <summary>Keyset position: due date in ticks and id of the last row of the page before.</summary>
    public string After { get; init; } = "";
}

/// <summary>A row of the queue.</summary>
public sealed record DeskRow(
    long Id, string Number, string Title, CaseStatus Status, DateTime? NextDue, long? NextClock, DateTime At, Channel Channel, string Category,
    long PlaceUnitId, long AcceptUnitId, long? LeadUnitId, bool LeadSigned, int Urges, bool Supervised, bool Unread, bool Pending, bool Private, bool Danger, bool OffList, int Round)
{
    /// <summary>Until when a ticket that is not ours may still be given back to its source.</summary>
    public DateTime? ReturnBy { get; init; }
}

/// <summary>A page of the queue.</summary>
/// <param name="Next">Cursor of the next page; null on the last.</param>
public sealed record DeskPage(IReadOnlyList<DeskRow> Rows, string? Next);

/// <summary>The queue by urgency, and search by number, words, place and phone, within what the actor may see.</summary>
internal sealed class DeskQuery(AppDb db, CurrentActor current, CaseIndex index, Protector protector, Clock clock)
{
    public const int PageSize = 40;
    private const int SearchDepth = 5_000;
    private const int PhoneDepth = 200;

    public async Task<DeskPage> Run(DeskFilter filter)
    {
        var now = clock.Now;
        var cases = db.Set<Case>().AsNoTracking().VisibleTo(current.Actor, db);
        cases = await Narrow(cases, filter);
        var closed = filter.Tab is DeskTab.Closed or DeskTab.OffList || filter.Words.Length > 0;
        cases = closed ? PageClosed(cases, filter.After) : PageOpen(cases, filter.After);
        var rows = await cases.Take(PageSize + 1).Select(c => new DeskRow(
            c.Id, c.Number, c.Title, c.Status, c.NextDue, c.NextClock, c.At, c.Channel, c.Category, c.PlaceUnitId, c.AcceptUnitId,
            db.Set<Model.Dispatch>().Where(d => d.CaseId == c.Id && d.Lead && d.Round == c.Round && d.State != DispatchState.Ended).OrderByDescending(d => d.Id).Select(d => (long?)d.UnitId).FirstOrDefault(),
            db.Set<Model.Dispatch>().Any(d => d.CaseId == c.Id && d.Lead && d.Round == c.Round && d.State == DispatchState.Signed),
            c.Urges, c.SupervisedAt != null, c.Unread, c.Pending, c.Private, c.Danger, c.OffList, c.Round)
        {
            ReturnBy = c.Status != CaseStatus.Received ? null : db.Set<OuterNumber>().Where(o => o.CaseId == c.Id && o.ReturnedAt == null && o.AnsweredAt == null && o.ReturnBy >= now).Select(o => o.ReturnBy).FirstOrDefault(),
        }).ToListAsync();
        var more = rows.Count > PageSize;
        if (more) rows.RemoveAt(PageSize);
        return new DeskPage(rows, more ? Cursor(rows[^1], closed) : null);
    }

    /// <summary>How many stand in each part of the queue, over open rows only.</summary>
    public async Task<IReadOnlyDictionary<DeskTab, int>> Counts()
    {
        var now = clock.Now;
        var open = db.Set<Case>().AsNoTracking().VisibleTo(current.Actor, db).Where(c => c.NextDue != null);
        var rows = await open.GroupBy(c => new { c.Status, Late = c.NextDue < now }).Select(g => new { g.Key.Status, g.Key.Late, Count = g.Count() }).ToListAsync();
        int Of(Func<CaseStatus, bool> status, bool late = false) => rows.Where(r => status(r.Status) && (!late || r.Late)).Sum(r => r.Count);
        return new Dictionary<DeskTab, int>
        {
            [DeskTab.All] = Of(_ => true), [DeskTab.ToDispatch] = Of(s => s == CaseStatus.Received), [DeskTab.Handling] = Of(s => s == CaseStatus.Handling),
            [DeskTab.ToReply] = Of(s => s == CaseStatus.Feedback), [DeskTab.Late] = Of(_ => true, late: true),
        };
    }

    private async Task<IQueryable<Case>> Narrow(IQueryable<Case> cases, DeskFilter filter)
    {
        var now = clock.Now;
        var words = filter.Words.Trim();
        if (words.Length > 0) cases = await Search(cases, words);
        cases = filter.Tab switch
        {
            DeskTab.ToDispatch => cases.Where(c => c.Status == CaseStatus.Received && c.MergedIntoId == null),
            DeskTab.Handling => cases.Where(c => c.Status == CaseStatus.Handling),
            DeskTab.ToReply => cases.Where(c => c.Status == CaseStatus.Feedback),
            DeskTab.Late => cases.Where(c => c.NextDue < now),
            DeskTab.Closed => cases.Where(c => c.NextDue == null),
            DeskTab.OffList => cases.Where(c => c.OffList),
            _ => words.Length > 0 ? cases : cases.Where(c => c.NextDue != null),
        };
        if (filter.Unit is { } unit)
            cases = cases.Where(c => db.Set<Scope>().Any(s => s.CaseId == c.Id && s.UnitId == unit));
        if (filter.Category.Length > 0) cases = cases.Where(c => c.Category == filter.Category);
        return cases;
    }

    private async Task<IQueryable<Case>> Search(IQueryable<Case> cases, string words)
    {
        if (PhoneNumber.TryParse(words, out var phone, out _) && words.Count(char.IsAsciiDigit) >= 7)
        {
            var keys = protector.Indexes(phone.Number);
            var byPhone = await db.Set<Reporter>().Where(r => keys.Contains(r.Phone.Index)).OrderByDescending(r => r.Id).Take(PhoneDepth).Select(r => r.CaseId).ToListAsync();
            if (byPhone.Count > 0) return cases.Where(c => byPhone.Contains(c.Id));
        }

        return index.Find(words, SearchDepth) is { } hits ? cases.Where(c => hits.Select(h => h.Id).Contains(c.Id)) : cases.Where(c => false);
    }

    private static IQueryable<Case> PageOpen(IQueryable<Case> cases, string after)
    {
        if (Parse(after) is var (due, id)) cases = cases.Where(c => c.NextDue > due || (c.NextDue == due && c.Id > id));
        return cases.OrderBy(c => c.NextDue).ThenBy(c => c.Id);
    }

    private static IQueryable<Case> PageClosed(IQueryable<Case> cases, string after)
    {
        if (Parse(after) is var (_, id)) cases = cases.Where(c => c.Id < id);
        return cases.OrderByDescending(c => c.Id);
    }

    private static string Cursor(DeskRow last, bool closed) => $"{(closed ? 0 : last.NextDue!.Value.Ticks)}.{last.Id}";

    private static (DateTime Due, long Id)? Parse(string cursor)
    {
        var parts = cursor.Split('.');
        return parts.Length == 2 && long.TryParse(parts[0], out var ticks) && long.TryParse(parts[1], out var id)
            && ticks >= 0 && ticks <= DateTime.MaxValue.Ticks
            ? (new DateTime(ticks, DateTimeKind.Utc), id)
            : null;
    }
}
