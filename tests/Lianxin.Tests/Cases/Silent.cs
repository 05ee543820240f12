using Lianxin.Platform.Access;
using Lianxin.Platform.Notices;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Cases;

/// <summary>No figure is best at zero: a village nobody reported anything from is asked whether people know where to.</summary>
public sealed class Silent
{
    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_village_without_a_report_for_a_month_is_asked_once(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        site.Time.Stand(new(2026, 4, 10, 2, 0, 0, DateTimeKind.Utc));
        await story.Scan("路灯不亮", "street-lamp");
        await site.Settle();
        site.Time.Stand(new(2026, 5, 1, 0, 21, 0, DateTimeKind.Utc));
        await site.Tick("cases.silent");
        await site.Tick("cases.silent");

        var asked = await site.Look(db => db.Set<Notice>().Where(n => n.Text.StartsWith("{0}月{1}没有收到")).ToListAsync());
        Assert.Contains(asked, n => n.Parts.Contains("\"4\"", StringComparison.Ordinal) && n.Link.Contains("from=2026-04-01&to=2026-04-30", StringComparison.Ordinal));
        Assert.Equal(asked.Count, asked.DistinctBy(n => (n.PersonId, n.Link)).Count());
        var shiqiao = await story.UnitId("石桥村");
        Assert.DoesNotContain(asked, n => n.Link.Contains($"unit={shiqiao}&", StringComparison.Ordinal));
        var liutang = await story.UnitId("柳塘村");
        Assert.Contains(asked, n => n.Link.Contains($"unit={liutang}&", StringComparison.Ordinal));

        var secretary = await site.As(await LoginOf(site, asked.First(n => n.Link.Contains($"unit={liutang}&", StringComparison.Ordinal)).PersonId));
        await secretary.Open(asked.First(n => n.Link.Contains($"unit={liutang}&", StringComparison.Ordinal)).Link);
        Assert.Contains("没有反映不等于没有事", secretary.Text);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_village_that_did_not_stand_the_whole_month_is_not_asked(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var liutang = await new Story(site).UnitId("柳塘村");
        await site.Look(db => db.Set<UnitSpan>().Where(s => s.UnitId == liutang).ExecuteUpdateAsync(set => set.SetProperty(s => s.From, new DateTime(2026, 3, 10, 0, 0, 0, DateTimeKind.Utc))));
        site.Time.Stand(new(2026, 4, 1, 0, 21, 0, DateTimeKind.Utc));
        await site.Tick("cases.silent");
        var asked = await site.Look(db => db.Set<Notice>().Where(n => n.Text.StartsWith("{0}月{1}没有收到")).Select(n => n.Link).ToListAsync());
        Assert.NotEmpty(asked);
        Assert.DoesNotContain(asked, link => link.Contains($"unit={liutang}&", StringComparison.Ordinal));
    }

    private static Task<string> LoginOf(TestSite site, long person) =>
        site.Look(db => db.Set<Account>().Where(a => a.PersonId == person).Select(a => a.Login).FirstAsync());
}
