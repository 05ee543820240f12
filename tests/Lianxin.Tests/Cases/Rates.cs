using System.Net;
using Lianxin.Cases.Catalog;
using Lianxin.Cases.Model;
using Lianxin.Contracts.Cases;
using Lianxin.Platform.Access;
using Lianxin.Platform.Counters;
using Lianxin.Platform.Data;
using Lianxin.Platform.Events;
using Lianxin.Platform.Packs;
using Lianxin.Tests.Packs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lianxin.Tests.Cases;

/// <summary>响应率、解决率、满意率: worked out by hand, and each figure held to the cases behind it.</summary>
public sealed class Rates
{
    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Where_nothing_happened_there_is_no_rate(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var desk = await site.As(Story.Dispatcher);
        await desk.Open("/figures");
        Assert.Equal(["—", "—", "—"], new[] { "响应率", "解决率", "满意率" }.Select(r => Counted.Percent(desk, r)));
        Assert.DoesNotContain("100", desk.Page.QuerySelector(".rates")!.TextContent);
    }

    /// <summary>
    /// Of ten: one in time and satisfied, one confirmed late and content enough, one not solved, one not rated, one nobody
    /// confirmed, one withdrawn, one explained and returned, one that was not theirs, one that complains about the village
    /// and one that is private.
    /// </summary>
    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task They_are_counted_as_the_formulas_say_and_every_figure_leads_to_its_cases(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var day = new Counted(site);
        var story = day.Story;
        var satisfied = await day.Done();
        await day.Rate(satisfied, "yes", 5);
        var late = await day.Sent();
        var unsolved = await day.Done();
        await day.Rate(unsolved, "no", 4);
        await day.Done();
        await day.Sent();
        var dropped = await day.Sent();
        await (await story.Track(dropped)).Send("/t/withdraw", new() { ["reason"] = "自己换好了" });
        var explained = await day.Reported();
        await story.Do(Story.Dispatcher, explained.Number, "explain", new() { ["kind"] = "explain", ["reason"] = "按规划统一装" });
        await story.Do(Story.PhoneClerk, explained.Number, "reply", new() { ["words"] = "按规划统一装", ["by"] = "Page" });
        await day.Rate(explained, "yes", 1);
        var wrong = await day.Sent();
        await story.Do(Story.Works, wrong.Number, "object", new() { ["reason"] = "这盏灯是小区物业装的" });
        await story.Do(Story.CentreHead, wrong.Number, "decide-objection", new() { ["decision"] = "yes", ["reason"] = "确实不是" });
        var accusing = await day.Reported();
        await story.Do(Story.Dispatcher, accusing.Number, "accused", new() { ["unit"] = $"{await story.UnitId("石桥村")}", ["reason"] = "反映村干部" });
        await story.Scan("家里有人动手打人", "family-violence", "19900000044");
        // The centre's head keeps out of the one that was not solved.
        var head = await site.Look(db => db.Set<Person>().Where(p => p.Name == "方建国").Select(p => p.Id).SingleAsync());
        await story.Do(Story.Dispatcher, unsolved.Number, "recuse", new() { ["person"] = $"{head}", ["tie"] = "Kin" });
        site.Wait(TimeSpan.FromHours(25));
        await day.Sign(late);
        await day.Close(late);
        await day.Rate(late, "yes", 3);
        await site.Settle();

        var desk = await site.As(Story.Dispatcher);
        await desk.Open("/figures");
        Assert.Equal("新收 9办结 5重新办理 1回访说没解决 0", string.Join(' ', desk.Page.QuerySelector(".counted")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        // In time: satisfied, unsolved, unrated. Late: confirmed after 25 hours, and one nobody confirmed.
        Assert.Equal(("60.0%", "3 件", "2 件", "1 件"), (Counted.Percent(desk, "响应率"), Counted.Line(desk, "响应率", "按时签收"), Counted.Line(desk, "响应率", "没有按时签收"), Counted.Line(desk, "响应率", "派出后撤回、作废")));
        // Solved: satisfied, basic; not: one. The explained one and the one not rated are left out and seen.
        Assert.Equal(("66.7%", "1 件", "1 件"), (Counted.Percent(desk, "解决率"), Counted.Line(desk, "解决率", "解释退回，不满意"), Counted.Line(desk, "解决率", "还没评价")));
        // (1 + 0.8) ÷ 4.
        Assert.Equal("45.0%", Counted.Percent(desk, "满意率"));
        Assert.Contains("1.8 / 4", desk.Page.QuerySelector(".rates")!.TextContent);
        Assert.Contains("怎么算的（第 1 版）", desk.Text);
        Assert.Contains("基本满意、解释退回，基本满意，按 80% 算", desk.Text);

        // Who is cleared has one more, the village one fewer: it never hears of a complaint about itself.
        Assert.Equal(("10", "8", "9"), (await New(site, "tanghui"), await New(site, Story.Secretary), await New(site, "yinlixin")));
        Assert.Equal("8", await New(site, Story.CentreHead));
        var works = await site.As("hedayong");
        await works.Open("/figures");
        Assert.Equal("1 件", Counted.Line(works, "响应率", "派错了，异议成立"));
        Assert.Equal(HttpStatusCode.Forbidden, await (await site.As(Story.Works)).Open("/figures"));
        Assert.Equal(HttpStatusCode.NotFound, await works.Open($"/figures?unit={await story.UnitId("青溪镇")}"));
        foreach (var login in new[] { Story.Dispatcher, "tanghui", Story.Secretary, "yinlixin", Story.CentreHead, "hedayong" })
            Assert.True(await Counted.Holds(await site.As(login), "/figures") > 8, login);
        Assert.True(await Counted.Holds(desk, $"/figures?unit={await story.UnitId("石桥村")}&period=year&sort=-Satisfied") > 6);
        Assert.Equal(0, await Counted.Holds(desk, "/figures?period=last-month"));
        Assert.True(await Counted.Holds(desk, "/figures?period=range&from=2026-03-02&to=2026-03-02") > 6);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task What_turns_private_leaves_the_figures_of_those_who_may_not_know(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var day = new Counted(site);
        var key = await day.Reported();
        await site.Settle();
        Assert.Equal("1", await New(site, Story.Dispatcher));
        await day.Story.Dispatch(key.Number, "theft-clue", "at-once", lead: "青溪派出所");
        Assert.True((await day.Story.File(key.Number)).Private);
        await site.Settle();
        Assert.Equal(("0", "1"), (await New(site, Story.Dispatcher), await New(site, "tanghui")));
        Assert.True(await Counted.Holds(await site.As("tanghui"), "/figures") > 0);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_changed_formula_is_a_new_version_and_days_before_it_keep_theirs(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var day = new Counted(site);
        await day.Rate(await day.Done(), "yes", 3);
        await site.Settle();
        site.Wait(TimeSpan.FromDays(1));
        var county = await day.Story.UnitId("云岭县");
        await Install(site, county, "part-percent: 50");
        // The same pack again is no new version.
        await Install(site, county, "part-percent: 50");
        await day.Rate(await day.Done(), "yes", 3);
        await site.Settle();
        Assert.Equal([1, 2], await site.Look(db => db.Set<RateRules>().OrderBy(r => r.Number).Select(r => r.Number).ToListAsync()));

        var desk = await site.As(Story.Dispatcher);
        await desk.Open("/figures?period=range&from=2026-03-02&to=2026-03-02");
        Assert.Equal("80.0%", Counted.Percent(desk, "满意率"));
        Assert.Contains("怎么算的（第 1 版）", desk.Text);
        await desk.Open("/figures?period=range&from=2026-03-03&to=2026-03-03");
        Assert.Equal("50.0%", Counted.Percent(desk, "满意率"));
        Assert.Contains("怎么算的（第 2 版）", desk.Text);
        await desk.Open("/figures");
        Assert.Equal("65.0%", Counted.Percent(desk, "满意率"));
        Assert.Contains("怎么算的（第 1、2 版）", desk.Text);
        Assert.True(await Counted.Holds(desk, "/figures") > 4);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Where_two_formulas_meet_the_list_behind_a_rate_holds_what_each_day_counted(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var day = new Counted(site);
        await day.Rate(await day.Done(), "no", 1);
        await day.Rate(await day.Done(), "yes", 5);
        await day.Done();
        await site.Settle();
        site.Wait(TimeSpan.FromDays(1));
        // From the second day on who says “not solved” is left out, and who says nothing stands below the line.
        await Install(site, await day.Story.UnitId("云岭县"), "none: [dissatisfied, unrated, explained-dissatisfied, explained-unsolved]\n  left-out: [unsolved, unreached,", "none: [dissatisfied, unsolved, explained-dissatisfied, explained-unsolved]\n  left-out: [unrated, unreached,");
        await day.Rate(await day.Done(), "no", 1);
        await day.Rate(await day.Done(), "yes", 5);
        await day.Done();
        await site.Settle();
        // Of six four: the first day's unsolved and satisfied, the second day's satisfied and silent.
        var leader = await site.As("luzhengming");
        await leader.Open("/lead");
        var rate = leader.Page.QuerySelectorAll(".tells a").Single(a => a.TextContent.Contains("满意率", StringComparison.Ordinal));
        Assert.Contains("2 / 4", rate.TextContent, StringComparison.Ordinal);
        await leader.Open(rate.GetAttribute("href")!);
        Assert.Equal(4, leader.Page.QuerySelectorAll("[data-row]").Length);
        Assert.Contains("满意率", leader.Page.QuerySelector(".figure-note")!.TextContent, StringComparison.Ordinal);
        Assert.True(await Counted.Holds(leader, "/lead") > 5);
        Assert.True(await Counted.Holds(await site.As(Story.Dispatcher), "/figures") > 4);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_list_behind_a_figure_names_it_also_where_it_is_empty(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var leader = await site.As("luzhengming");
        await leader.Open("/lead");
        var links = leader.Page.QuerySelectorAll(".tells a").Select(a => (Href: a.GetAttribute("href")!, Name: a.QuerySelector("span")!.TextContent.Split(' ')[0])).ToList();
        Assert.Equal(6, links.Count);
        foreach (var (href, name) in links)
        {
            await leader.Open(href);
            Assert.Empty(leader.Page.QuerySelectorAll("[data-row]"));
            Assert.Contains(name, leader.Page.QuerySelector(".figure-note")!.TextContent, StringComparison.Ordinal);
            Assert.Contains($"{name}：一件也没有", leader.Page.QuerySelector("#queue-rows")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Events_that_come_twice_or_late_count_nothing_twice(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var day = new Counted(site);
        var key = await day.Done();
        await day.Rate(key, "yes", 5);
        await site.Settle();
        var before = await Moved(site);
        Assert.NotEmpty(before);
        var id = (await day.Story.File(key.Number)).Id;
        await site.With<IServiceProvider, bool>(async scope =>
        {
            for (var again = 0; again < 3; again++) scope.GetRequiredService<Outbox>().Tell(new CaseSigned(id, 1, site.Time.GetUtcNow().UtcDateTime));
            await scope.GetRequiredService<AppDb>().Write();
            return true;
        });
        await site.Settle();
        Assert.Equal(before, await Moved(site));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Cases_older_than_the_figures_are_counted_by_night(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var day = new Counted(site);
        await day.Rate(await day.Done(), "yes", 5);
        await site.Settle();
        var before = await Moved(site);
        await site.Look(db => db.Set<Mark>().ExecuteDeleteAsync());
        await site.Look(db => db.Set<Counter>().Where(c => c.Key.StartsWith("cases.fact:")).ExecuteDeleteAsync());
        site.Wait(TimeSpan.FromHours(2));
        await site.Tick("cases.figures");
        Assert.Equal(before, await Moved(site));
        Assert.True(await Counted.Holds(await site.As(Story.Dispatcher), "/figures") > 4);
    }

    private static Task<List<string>> Moved(TestSite site) => site.Look(db => db.Set<Counter>().Where(c => c.Key.StartsWith("cases.fact:")).OrderBy(c => c.Key).ThenBy(c => c.UnitId).Select(c => c.Key + c.UnitId + c.Value).ToListAsync());

    private static async Task<string> New(TestSite site, string login)
    {
        var browser = await site.As(login);
        Assert.Equal(HttpStatusCode.OK, await browser.Open("/figures"));
        return browser.Page.QuerySelector(".counted b")!.TextContent.Trim();
    }

    /// <summary>The shipped pack with one line changed.</summary>
    private static async Task Install(TestSite site, long unit, string line, string instead = "part-percent: 80")
    {
        var folder = Directory.CreateTempSubdirectory("lianxin-pack-");
        var pack = folder.CreateSubdirectory("siban").FullName;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Shipped.Root(), "packs", "siban")))
        {
            var text = await File.ReadAllTextAsync(file);
            await File.WriteAllTextAsync(Path.Combine(pack, Path.GetFileName(file)), text.Replace(instead, line, StringComparison.Ordinal));
        }

        await site.With<PackInstaller, bool>(async installer => { await installer.Install(pack, unit); return true; });
        folder.Delete(recursive: true);
    }
}
