using System.Linq.Expressions;
using Lianxin.Cases.Catalog;
using Lianxin.Cases.Desk.Show;
using Lianxin.Cases.Figures.Rates;
using Lianxin.Cases.Model;
using Lianxin.Cases.WaysIn.Report;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Lianxin.Platform.Identity;
using Lianxin.Platform.Protection;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Cases.Desk.Queue;

/// <summary>The queue by urgency, and search by number, words, place and phone, within what the actor may see.</summary>
internal sealed class DeskQuery(AppDb db, CurrentActor current, CaseIndex index, Protector protector, UnitTree tree, CaseBook book, Clock clock)
{
    public const int PageSize = 40;
    private const int SearchDepth = 5_000;
    private const int PhoneDepth = 200;
    private const int NewsDepth = 100;

    /// <summary>Another case is handled for it: it stands in no stage of its own.</summary>
    private static readonly Expression<Func<Case, bool>> IsMerged = c => c.Status == CaseStatus.Received && c.NextDue == null && c.MergedIntoId != null;

    private IQueryable<Case> Visible => db.Set<Case>().AsNoTracking().VisibleTo(current.Actor, db);

    public async Task<DeskPage> Run(DeskFilter filter)
    {
        var now = clock.Now;
        var mine = current.Actor.Reach(CasesAccess.Handle);
        var back = filter.After.StartsWith('-');
        var cases = Paging.Of(await Narrow(Visible, filter), filter, c => new Dated { File = c, Due = db.Set<OuterNumber>().Where(o => o.CaseId == c.Id && o.AnsweredAt == null && o.ReturnedAt == null && o.ReturnBy >= now).Min(o => o.ReturnBy) });
        var rows = await cases.Take(PageSize + 1).Select(c => new DeskRow(
            c.Id, c.Number, c.Title, c.Status, c.NextDue, c.NextClock, c.At, c.Channel, c.Category, c.PlaceUnitId, c.AcceptUnitId,
            db.Set<Model.Dispatch>().Where(d => d.CaseId == c.Id && d.Lead && d.Round == c.Round && d.State != DispatchState.Ended).OrderByDescending(d => d.Id).Select(d => (long?)d.UnitId).FirstOrDefault(),
            db.Set<Model.Dispatch>().Any(d => d.CaseId == c.Id && d.Lead && d.Round == c.Round && d.State == DispatchState.Signed),
            c.Urges, c.SupervisedAt != null, c.Unread, c.Pending, c.Private, c.Danger, c.OffList, c.Round)
            {
                ReturnBy = c.Status != CaseStatus.Received ? null : db.Set<OuterNumber>().Where(o => o.CaseId == c.Id && o.ReturnedAt == null && o.AnsweredAt == null && o.ReturnBy >= now).Min(o => o.ReturnBy),
                HeldUntil = c.HeldUntil, Ordered = c.OrderId != null, ByOrder = c.OrderId != null && c.OrderId == c.NextClock,
                MergedInto = c.Status != CaseStatus.Received || c.MergedIntoId == null ? null : db.Set<Case>().Where(m => m.Id == c.MergedIntoId).Select(m => m.Number).FirstOrDefault(),
                ArriveBy = c.Whistles == 0 || c.NextDue == null ? null : db.Set<WhistleCall>().Where(k => k.CaseId == c.Id && k.ArrivedAt == null && mine.Contains(k.UnitId)
                    && db.Set<Model.Dispatch>().Any(d => d.Id == k.DispatchId && (d.State == DispatchState.Sent || d.State == DispatchState.Signed || d.State == DispatchState.Objected))).OrderBy(k => k.Due).Select(k => (DateTime?)k.Due).FirstOrDefault(),
                Stands = new Standing(
                    c.Status, c.AcceptUnitId,
                    db.Set<Plea>().Where(p => p.CaseId == c.Id && p.DecidedAt == null).OrderByDescending(p => p.Id).Select(p => (long?)p.DecideUnitId).FirstOrDefault(),
                    db.Set<Plea>().Where(p => p.CaseId == c.Id && p.DecidedAt == null).OrderByDescending(p => p.Id).Select(p => p.NotPersonId).FirstOrDefault(),
                    db.Set<Model.Dispatch>().Where(d => d.CaseId == c.Id && d.Lead && d.Round == c.Round && d.State != DispatchState.Ended).OrderByDescending(d => d.Id).Select(d => (long?)d.UnitId).FirstOrDefault(),
                    db.Set<Model.Dispatch>().Where(d => d.CaseId == c.Id && d.Lead && d.Round == c.Round && d.State != DispatchState.Ended).OrderByDescending(d => d.Id).Select(d => (DispatchState?)d.State).FirstOrDefault(),
                    c.DelegatePersonId ?? c.FirstAskedPersonId,
                    db.Set<Person>().Where(p => p.Id == (c.DelegatePersonId ?? c.FirstAskedPersonId)).Select(p => p.Name).FirstOrDefault(),
                    c.FirstAskedUnitId)
                {
                    Asked = db.Set<Plea>().Where(p => p.CaseId == c.Id && p.DecidedAt == null).OrderByDescending(p => p.Id).Select(p => (PleaKind?)p.Kind).FirstOrDefault(),
                },
            }).ToListAsync();
        var more = rows.Count > PageSize;
        if (more) rows.RemoveAt(PageSize);
        if (back) rows.Reverse();
        if (rows.Count == 0) return new DeskPage(rows, null, filter.After.Length > 0 ? "" : null);
        return new DeskPage(
            rows,
            back || more ? Paging.Cursor(rows[^1].DateIn(filter), rows[^1].Id) : null,
            (back ? more : filter.After.Length > 0) ? "-" + Paging.Cursor(rows[0].DateIn(filter), rows[0].Id) : null);
    }

    /// <summary>The case behind one that has left its place; from the top again when there is none behind.</summary>
    /// <param name="place">Where it stood.</param>
    public async Task<(DeskFilter Filter, string Number)?> Next(DeskFilter filter, string place, long id)
    {
        if (Paging.Behind((await Run(filter)).Rows, filter, place).FirstOrDefault(r => r.Id != id) is { } here) return (filter, here.Number);
        var behind = filter with { After = place };
        if ((await Run(behind)).Rows.FirstOrDefault(r => r.Id != id) is { } later) return (behind, later.Number);
        var top = filter with { After = "" };
        return (await Run(top)).Rows.FirstOrDefault(r => r.Id != id) is { } first ? (top, first.Number) : null;
    }

    /// <summary>Whether the actor may see it.</summary>
    public Task<bool> Sees(long id) => Visible.AnyAsync(c => c.Id == id);

    /// <summary>Whether a case stands in this view, on whichever page.</summary>
    public async Task<bool> Holds(DeskFilter filter, long id) => await (await Narrow(Visible, filter)).AnyAsync(c => c.Id == id);

    /// <summary>How many stand in each part of the queue, over open rows only; none while words are looked for, whose hits may be many.</summary>
    public async Task<IReadOnlyDictionary<DeskTab, int>> Counts(DeskFilter filter)
    {
        if (filter.Words.Length > 0) return new Dictionary<DeskTab, int>();
        var now = clock.Now;
        var above = await Above();
        var open = Inside(Visible.Where(c => c.NextDue != null), filter);
        var rows = await open.GroupBy(c => new { c.Status, Late = c.NextDue < now, Up = above.Contains(c.AcceptUnitId), Held = c.HeldUntil != null })
            .Select(g => new { g.Key.Status, g.Key.Late, g.Key.Up, g.Key.Held, Count = g.Count() }).ToListAsync();
        int Of(Func<CaseStatus, bool> status, bool late = false, bool here = false) => rows.Where(r => status(r.Status) && (!late || r.Late) && (!here || !r.Up)).Sum(r => r.Count);
        return new Dictionary<DeskTab, int>
        {
            // All is the sum of the stages: to dispatch here, to dispatch above, in hand, to reply.
            [DeskTab.All] = Of(_ => true), [DeskTab.ToDispatch] = Of(s => s == CaseStatus.Received, here: true),
            [DeskTab.ToReturn] = await Returnable(open, above).CountAsync(),
            [DeskTab.HandedUp] = rows.Where(r => r.Status == CaseStatus.Received && r.Up).Sum(r => r.Count), [DeskTab.Handling] = Of(s => s == CaseStatus.Handling),
            [DeskTab.ToReply] = Of(s => s == CaseStatus.Feedback), [DeskTab.Late] = Of(_ => true, late: true),
            [DeskTab.ToSign] = current.Actor.Can(CasesAccess.Handle) ? await ToSign(open).CountAsync() : 0,
            [DeskTab.Held] = rows.Where(r => r.Held).Sum(r => r.Count), [DeskTab.Merged] = await Inside(Visible.Where(IsMerged), filter).CountAsync(),
        };
    }

    /// <summary>How many of a view have come to where they stand since a moment, at most 100.</summary>
    public async Task<int> Since(DeskFilter filter, DateTime since) =>
        await (await Narrow(Visible, filter)).Where(c => db.Set<StepTime>().Any(s => s.CaseId == c.Id && s.EndedAt == null && s.StartedAt > since))
            .OrderBy(c => c.Id).Take(NewsDepth).CountAsync();

    /// <summary>Where a case stands in a view.</summary>
    public static string Place(DeskFilter filter, CaseSeen seen) =>
        Paging.Cursor(filter.ByReturn ? seen.Outers.Where(o => o.ReturnableAt(seen.Now)).Min(o => o.ReturnBy) : seen.File.NextDue, seen.File.Id);

    private async Task<IQueryable<Case>> Narrow(IQueryable<Case> cases, DeskFilter filter)
    {
        if (Figure.Read(filter.Figure) is { } figure)
            return (await tree.Read()).Find(filter.Unit) is { } counted ? cases.Behind(figure, counted, current.Actor, db, await book.Rates()) : cases.Where(c => false);
        var now = clock.Now;
        var above = await Above();
        var words = filter.Words.Trim();
        if (words.Length > 0) cases = await Search(cases, words);
        cases = filter.Tab switch
        {
            DeskTab.ToDispatch => cases.Where(c => c.Status == CaseStatus.Received && c.MergedIntoId == null && !above.Contains(c.AcceptUnitId)),
            DeskTab.ToReturn => Returnable(cases.Where(c => c.NextDue != null), above),
            DeskTab.HandedUp => cases.Where(c => c.Status == CaseStatus.Received && c.MergedIntoId == null && above.Contains(c.AcceptUnitId)),
            DeskTab.ToSign => ToSign(cases.Where(c => c.NextDue != null)),
            DeskTab.Handling => cases.Where(c => c.Status == CaseStatus.Handling),
            DeskTab.ToReply => cases.Where(c => c.Status == CaseStatus.Feedback),
            DeskTab.Late => cases.Where(c => c.NextDue < now),
            DeskTab.Closed => cases.Where(c => c.NextDue == null && c.Status != CaseStatus.Received),
            DeskTab.Merged => cases.Where(IsMerged),
            DeskTab.OffList => cases.Where(c => c.OffList),
            DeskTab.Held => cases.Where(c => c.HeldUntil != null),
            _ => words.Length > 0 ? cases : cases.Where(c => c.NextDue != null),
        };
        return Inside(cases, filter);
    }

    private IQueryable<Case> Inside(IQueryable<Case> cases, DeskFilter filter)
    {
        if (filter.Unit is { } unit) cases = cases.Where(c => db.Set<Scope>().Any(s => s.CaseId == c.Id && s.UnitId == unit));
        return filter.Category.Length > 0 ? cases.Where(c => c.Category == filter.Category) : cases;
    }

    private IQueryable<Case> ToSign(IQueryable<Case> cases)
    {
        var mine = current.Actor.Reach(CasesAccess.Handle);
        return cases.Where(c => db.Set<Model.Dispatch>().Any(d => d.CaseId == c.Id && d.State == DispatchState.Sent && mine.Contains(d.UnitId)));
    }

    /// <summary>One's own to dispatch or to give back to the source.</summary>
    private IQueryable<Case> Returnable(IQueryable<Case> open, long[] above)
    {
        var now = clock.Now;
        return open.Where(c => c.Status == CaseStatus.Received && c.MergedIntoId == null && !above.Contains(c.AcceptUnitId)
            && db.Set<OuterNumber>().Any(o => o.CaseId == c.Id && o.AnsweredAt == null && o.ReturnedAt == null && o.ReturnBy >= now));
    }

    /// <summary>Units above those one dispatches for: what was handed up to them is no longer one's own to dispatch.</summary>
    private async Task<long[]> Above()
    {
        var forest = await tree.Read();
        var here = current.Actor.Reach(CasesAccess.Dispatch);
        return [.. here.SelectMany(id => forest.Upward(id)).Select(u => u.Id).Distinct().Except(here)];
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
}
