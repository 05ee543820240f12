using Lianxin.Cases.Desk.Queue;
using Lianxin.Cases.Desk.Show;
using Lianxin.Cases.Model;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Cases.Desk.Work;

/// <summary>What a line of today's list asks of its reader.</summary>
public enum TodayTask
{
    Decide,
    Reply,

    /// <summary>Owed by the centre, where no person was asked.</summary>
    Answer,
    Dispatch,
    Sign,
    Handle,
    Read,
}

/// <summary>One thing to do today.</summary>
/// <param name="Late">What is said once the date has passed.</param>
public sealed record TodayItem(string Number, string Title, TodayTask Task, DateTime? Due, long? Clock, string Place, string Late);

/// <summary>A person's own day: what they may decide, replies they owe, parts of their units or of nobody else, what their centre has to send out; and what they reported.</summary>
internal sealed class TodayQuery(AppDb db, CurrentActor current, UnitTree tree, Deadlines deadlines, Clock clock)
{
    /// <summary>Rows of a page of 我报的事.</summary>
    public const int Size = 30;
    private const int Most = 50;

    public async Task<IReadOnlyList<TodayItem>> Run()
    {
        var me = current.Actor.PersonId ?? 0;
        var forest = await tree.Read();
        var units = current.Actor.Posts.Where(p => p.Can(CasesAccess.Handle)).Select(p => p.UnitId).ToArray();
        var posts = current.Actor.Posts.Select(p => p.Id).ToHashSet();
        var owned = forest.All.Where(u => u.FallbackPostId is { } post && posts.Contains(post)).Select(u => u.Id).ToArray();
        var visible = db.Set<Case>().AsNoTracking().VisibleTo(current.Actor, db);
        var owed = await visible.Where(c => c.Status == CaseStatus.Feedback && (c.FirstAskedPersonId == me || c.DelegatePersonId == me))
            .OrderBy(c => c.NextDue).Take(Most).Select(c => new { c.Number, c.Title, c.NextDue, c.NextClock, c.PlaceUnitId, ByOrder = c.OrderId != null && c.OrderId == c.NextClock }).ToListAsync();
        var parts = await (
            from c in visible
            join d in db.Set<Model.Dispatch>() on c.Id equals d.CaseId
            where (units.Contains(d.UnitId) || (d.Fallback && owned.Contains(d.UnitId)) || db.Set<Member>().Any(m => m.DispatchId == d.Id && m.PersonId == me && m.EndedAt == null))
                && (d.State == DispatchState.Sent || d.State == DispatchState.Signed) && d.HeldUntil == null
            orderby d.Due
            select new { c.Number, c.Title, d.Id, d.Due, c.PlaceUnitId, d.State, c.Unread, Signs = units.Contains(d.UnitId) }).Take(Most).ToListAsync();
        return [.. (await Decisions(visible, forest)).Concat(
        [
            .. owed.Select(c => new TodayItem(c.Number, c.Title, TodayTask.Reply, c.NextDue, c.NextClock, forest.NameOf(c.PlaceUnitId), CaseNames.Late(CaseStatus.Feedback, c.NextClock, c.ByOrder))),
            .. parts.Select(p => new TodayItem(p.Number, p.Title, p.Unread ? TodayTask.Read : p.State == DispatchState.Sent && p.Signs ? TodayTask.Sign : TodayTask.Handle, p.Due, p.Id, forest.NameOf(p.PlaceUnitId), CaseNames.Late(CaseStatus.Handling, p.Id))),
        ]).Concat(await Centre(visible, forest)).DistinctBy(i => i.Number).OrderBy(i => i.Due < clock.Now ? 0 : 1)];
    }

    /// <summary>What others asked for and this person may decide.</summary>
    private async Task<IEnumerable<TodayItem>> Decisions(IQueryable<Case> visible, UnitForest forest)
    {
        var me = current.Actor.PersonId;
        var units = Covered(CasesAccess.Decide, forest);
        if (units.Length == 0) return [];
        var rows = await (
            from c in visible
            join p in db.Set<Plea>() on c.Id equals p.CaseId
            where p.DecidedAt == null && units.Contains(p.DecideUnitId) && (p.NotPersonId == null || p.NotPersonId != me)
            orderby p.Id
            select new { c.Number, c.Title, c.PlaceUnitId, Plea = p }).Take(Most).ToListAsync();
        var items = new List<TodayItem>();
        foreach (var row in rows)
        {
            // Only to reporters a day was named; among units it is the case's own clock that runs.
            DateTime? due = row.Plea.Kind is PleaKind.Appeal or PleaKind.Review ? await deadlines.Decision(row.Plea) : null;
            items.Add(new(row.Number, row.Title, TodayTask.Decide, due, null, forest.NameOf(row.PlaceUnitId), "裁定超期 {0}"));
        }

        return items;
    }

    /// <summary>What waits for the centre of this person: to be sent out, or to be answered where no person was asked.</summary>
    private async Task<IEnumerable<TodayItem>> Centre(IQueryable<Case> visible, UnitForest forest)
    {
        var (sends, replies) = (Covered(CasesAccess.Dispatch, forest), current.Actor.Reach(CasesAccess.Reply));
        if (sends.Length + replies.Length == 0) return [];
        var rows = await visible.Where(c => c.NextDue != null && ((c.Status == CaseStatus.Received && sends.Contains(c.AcceptUnitId))
                || (c.Status == CaseStatus.Feedback && c.FirstAskedPersonId == null && c.DelegatePersonId == null && replies.Contains(c.FirstAskedUnitId))))
            .OrderBy(c => c.NextDue).Take(Most).Select(c => new { c.Number, c.Title, c.NextDue, c.NextClock, c.PlaceUnitId, c.Status, ByOrder = c.OrderId != null && c.OrderId == c.NextClock }).ToListAsync();
        return rows.Select(c => new TodayItem(
            c.Number, c.Title, c.Status == CaseStatus.Received ? TodayTask.Dispatch : TodayTask.Answer, c.NextDue, c.NextClock, forest.NameOf(c.PlaceUnitId), CaseNames.Late(c.Status, c.NextClock, c.ByOrder)));
    }

    /// <summary>Units on which a post of this person, there or above, may do this.</summary>
    private long[] Covered(string permission, UnitForest forest) =>
        [.. current.Actor.Reach(permission).Select(id => forest.Find(id)).OfType<UnitInfo>().SelectMany(forest.Below).Where(u => !u.Closed).Select(u => u.Id).Distinct()];

    /// <summary>What this person reported or was first asked about, newest first.</summary>
    public async Task<IReadOnlyList<DeskRow>> Mine(long? after)
    {
        var me = current.Actor.PersonId ?? 0;
        var upTo = after ?? long.MaxValue;
        return await db.Set<Case>().AsNoTracking().VisibleTo(current.Actor, db).Where(c => c.FirstAskedPersonId == me && c.Id < upTo)
            .OrderByDescending(c => c.Id).Take(Size).Select(c => new DeskRow(
                c.Id, c.Number, c.Title, c.Status, c.NextDue, c.NextClock, c.At, c.Channel, c.Category, c.PlaceUnitId, c.AcceptUnitId, null, false,
                c.Urges, c.SupervisedAt != null, c.Unread, c.Pending, c.Private, c.Danger, c.OffList, c.Round)
            {
                ByOrder = c.OrderId != null && c.OrderId == c.NextClock,
                MergedInto = c.Status != CaseStatus.Received || c.MergedIntoId == null ? null : db.Set<Case>().Where(m => m.Id == c.MergedIntoId).Select(m => m.Number).FirstOrDefault(),
            }).ToListAsync();
    }

    /// <summary>How many the person closed today.</summary>
    public Task<int> DoneToday()
    {
        var me = current.Actor.PersonId ?? 0;
        var from = clock.Today.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc).AddHours(-8);
        return db.Set<Entry>().Where(e => e.ByPersonId == me && e.At >= from && (e.Kind == EntryKind.Done || e.Kind == EntryKind.Replied || e.Kind == EntryKind.Settled))
            .Select(e => e.CaseId).Distinct().CountAsync();
    }
}
