using System.Security.Cryptography;
using Lianxin.Cases.Catalog;
using Lianxin.Cases.Model;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Calendar;
using Lianxin.Platform.Data;
using Lianxin.Platform.Notices;
using Lianxin.Platform.Schedules;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Cases.Turns.Revisits;

/// <summary>
/// Draws whom to call about what was closed last month, for each centre once: a unique index holds that, whichever node
/// runs and however often. It looks every day, so a month whose first day was missed is drawn on the next.
/// </summary>
internal sealed class DrawRevisits(AppDb db, Ids ids, Clock clock, UnitTree tree, CaseBook book, PostBook posts, NoticeBoard notices) : IJob
{
    public async Task Run()
    {
        var month = new DateOnly(clock.Today.Year, clock.Today.Month, 1).AddMonths(-1);
        var done = await db.Set<RevisitDraw>().Where(d => d.Month == month).Select(d => d.UnitId).ToListAsync();
        var forest = await tree.Read();
        foreach (var centre in forest.All.Where(u => u.Accepts && !u.Closed && !done.Contains(u.Id)))
        {
            // What a centre closed whose affairs this one took over is called about here, unless it was drawn there.
            await Draw(centre, [.. forest.All.Where(u => u.Id == centre.Id || (u.Accepts && u.Closed && forest.Living(u.Id)?.Id == centre.Id && !done.Contains(u.Id))).Select(u => u.Id)], month);
            db.ChangeTracker.Clear();
        }
    }

    private async Task Draw(UnitInfo centre, long[] centres, DateOnly month)
    {
        if (await book.Of(centre.Id) is not { } chapter) return;
        var closed = await Closed(centres, month, [.. chapter.Conditions.Values.Where(c => c.Protect).Select(c => c.CategoryKey).Distinct()]);
        if (closed.Count == 0) return;
        var plan = chapter.Rules.Revisit;
        var draw = RevisitDraw.Of(ids.Next(), centre.Id, month, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), plan, closed.Values, clock.Now);
        var (unrated, rated) = RevisitSample.Draw(draw.Seed, RevisitDraw.Read(draw.Unrated), RevisitDraw.Read(draw.Rated), plan.UnratedMost, plan.RatedPercent);
        db.Add(draw);
        var turn = 0;
        foreach (var id in unrated.Concat(rated)) db.Add(Revisit.Put(ids.Next(), draw, closed[id], closed[id].Status == CaseStatus.Rated, ++turn));
        var callers = await posts.At([.. (await tree.Read()).Upward(centre.Id).Select(u => u.Id)], CasesAccess.Revisit);
        var nearest = callers.Where(h => h.UnitId == centre.Id).ToList();
        if (turn > 0) notices.Tell((nearest.Count > 0 ? nearest : callers).Select(h => h.PersonId).Distinct(), "{0}月的回访抽好了，请打电话", $"{RevisitEndpoints.Root}?unit={centre.Id}", false, month.Month.ToString());
        try
        {
            await db.Save(new("DrawRevisits", Actor.System));
        }
        catch (DbUpdateException e) when (Repeated.Unique(e, "cases_revisit_draws"))
        {
            // Another node drew this month a moment ago.
        }
    }

    /// <summary>
    /// Closed in the month, answered by us, with a number to call. Whoever must be protected is not called at random:
    /// a call at the wrong moment may be overheard.
    /// </summary>
    private async Task<Dictionary<long, Case>> Closed(long[] centres, DateOnly month, string[] guarded)
    {
        var (from, to) = (Start(month), Start(month.AddMonths(1)));
        return await db.Set<Case>().AsNoTracking()
            .Where(c => centres.Contains(c.AcceptUnitId) && c.ClosedAt >= from && c.ClosedAt < to && (c.Status == CaseStatus.Closed || c.Status == CaseStatus.Rated) && c.Ending == Ending.Usual && !c.Pending
                && !guarded.Contains(c.Category) && db.Set<Reporter>().Any(r => r.CaseId == c.Id && r.Phone.Cipher != ""))
            .ToDictionaryAsync(c => c.Id);
    }

    private static DateTime Start(DateOnly day) => Shanghai.Utc(day.ToDateTime(TimeOnly.MinValue));
}
