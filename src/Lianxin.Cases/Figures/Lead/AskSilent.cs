using Lianxin.Cases.Figures.Rates;
using Lianxin.Cases.Model;
using Lianxin.Contracts.Cases;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Calendar;
using Lianxin.Platform.Data;
using Lianxin.Platform.Notices;
using Lianxin.Platform.Schedules;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Cases.Figures.Lead;

/// <summary>
/// A village nobody reported anything from for a whole month is asked whether people know where to (decisions 23c): no
/// figure here is best at zero. What the village itself may not see does not count: no message must tell it of that. Once for a month; the days after the first are for a first that was missed.
/// </summary>
internal sealed class AskSilent(AppDb db, Clock clock, UnitTree tree, PostBook posts, NoticeBoard notices) : IJob
{
    public async Task Run()
    {
        var to = new DateOnly(clock.Today.Year, clock.Today.Month, 1).AddDays(-1);
        var from = new DateOnly(to.Year, to.Month, 1);
        var forest = await tree.Read();
        var villages = forest.All.Where(u => u.Kind == UnitKind.Territory && !u.Closed && !forest.Children(u.Id).Any(below => below.Kind == UnitKind.Territory && !below.Closed)).ToList();
        var spoke = await db.Set<Mark>().Where(m => m.Fact == CaseFact.New && !m.Apart && m.Day >= from && m.Day <= to).Select(m => m.UnitId).Distinct().ToListAsync();
        var began = Shanghai.Utc(from.ToDateTime(TimeOnly.MinValue));
        var before = await db.Set<UnitSpan>().Where(s => s.From <= began).Select(s => s.UnitId).Distinct().ToListAsync();
        var silent = villages.Where(u => !spoke.Contains(u.Id) && before.Contains(u.Id)).ToDictionary(u => Address(u, from, to));
        var since = Shanghai.Utc(to.AddDays(1).ToDateTime(TimeOnly.MinValue));
        var asked = await db.Set<Notice>().Where(n => n.At >= since && silent.Keys.Contains(n.Link)).Select(n => n.Link).Distinct().ToListAsync();
        var leads = (await posts.At([.. silent.Values.Select(u => u.Id)], CasesAccess.Supervise)).ToLookup(h => h.UnitId);
        foreach (var (address, unit) in silent.Where(one => !asked.Contains(one.Key)))
            notices.Tell(leads[unit.Id].Select(h => h.PersonId), "{0}月{1}没有收到一件反映：是没有事，还是不知道往哪说？", address, false, to.Month.ToString(), unit.Name);
        await db.Save(new("AskSilent", Actor.System));
    }

    private static string Address(UnitInfo unit, DateOnly from, DateOnly to) => $"{LeadEndpoints.Root}?unit={unit.Id}&{new Period(Period.Range, from, to).Query}";
}
