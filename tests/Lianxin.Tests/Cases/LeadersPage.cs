using System.Net;
using Lianxin.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Cases;

/// <summary>概况: what a leader sees on the phone first thing.</summary>
public sealed class LeadersPage
{
    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task It_is_where_a_leaders_day_begins_and_holds_six_figures_each_with_its_cases(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var day = new Counted(site);
        await day.Rate(await day.Done(), "yes", 5);
        await day.Done();
        await day.Sent();
        site.Wait(TimeSpan.FromHours(2));
        await day.Sent();
        await day.Story.Scan("家里有人动手打人", "family-violence", "19900000044");
        await site.Settle();
        // Two workdays later at half past nine: the first is late, the second is due at eleven.
        site.Time.Stand(new(2026, 3, 4, 1, 30, 0, DateTimeKind.Utc));

        foreach (var (login, units) in new[] { ("luzhengming", 3), ("yinlixin", 1) })
        {
            var leader = await site.As(login);
            Assert.Equal("/lead", leader.Address);
            var tells = leader.Page.QuerySelectorAll(".tells li").Select(li => (li.QuerySelector("b")!.TextContent, li.QuerySelector("span")!.TextContent.Split(' ')[0])).ToList();
            Assert.Equal([("2", "正在办"), ("1", "超期"), ("1", "今日到期"), ("4", "新收"), ("2", "办结"), ("100.0%", "满意率")], tells);
            Assert.Contains("1 / 1", leader.Text);
            Assert.True(await Counted.Holds(leader, "/lead") >= 7 + units, login);
            Assert.True(await Counted.Holds(leader, "/lead?period=year") >= 7 + units, login);
        }

        Assert.Equal(HttpStatusCode.Forbidden, await (await site.As(Story.Dispatcher)).Open("/lead"));
        Assert.Equal(HttpStatusCode.NotFound, await (await site.As("luzhengming")).Open($"/lead?unit={await day.Story.UnitId("云岭县")}"));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task It_names_nobody_and_keeps_units_in_their_order(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var day = new Counted(site);
        for (var i = 0; i < 3; i++) await day.Story.Scan("路灯不亮", "street-lamp", unit: "990101100201");
        await day.Rate(await day.Done(), "no", 1);
        await site.Settle();
        var leader = await site.As("luzhengming");
        var said = leader.Page.QuerySelector("main")!.TextContent;
        var names = await site.Look(db => db.Set<Person>().Select(p => p.Name).ToListAsync());
        Assert.True(names.Count > 20);
        Assert.DoesNotContain(names, name => said.Contains(name, StringComparison.Ordinal));
        var units = leader.Page.QuerySelectorAll(".lead-units li > a").Select(a => a.TextContent).ToList();
        var tree = await site.Look(async db =>
        {
            var township = await db.Set<Unit>().SingleAsync(u => u.Name == "青溪镇");
            return await db.Set<Unit>().Where(u => u.ParentId == township.Id && u.Kind == UnitKind.Territory).OrderBy(u => u.Code).Select(u => u.Name).ToListAsync();
        });
        Assert.True(tree.Count > 2);
        Assert.Equal(tree, units);
    }
}
