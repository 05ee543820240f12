using System.Net;
using Lianxin.Cases.Model;
using Lianxin.Platform.Counters;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Cases;

/// <summary>撤回 by the reporter, 作废 with approval: both end a case without a verdict, and neither is the last word.</summary>
public sealed class GivenUp
{
    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_reporter_withdraws_and_may_have_it_taken_up_again_once(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("路灯不亮", "street-lamp");
        await story.Dispatch(key.Number, "lamp-single");
        var page = await story.Track(key);
        await page.Send("/t/withdraw", new() { ["reason"] = "自己换好了" });
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("您已经撤回", page.Text);
        Assert.Empty(page.Page.QuerySelectorAll("form[action^='/t/rate']"));
        var file = await story.File(key.Number);
        Assert.Equal((CaseStatus.Withdrawn, null), (file.Status, file.NextDue));
        Assert.All(await story.Steps(key.Number), s => Assert.NotNull(s.EndedAt));
        var works = await site.As(Story.Works);
        await works.Open($"/desk/{key.Number}");
        Assert.Contains("自己换好了", works.Text);
        Assert.DoesNotContain("签收 S", works.Text);
        await works.Open("/inbox");
        Assert.Contains("反映人撤回了", works.Text);
        await site.Settle();
        Assert.Equal(1, await Counted(site, story, "cases.withdrawn"));
        Assert.Equal(0, await Counted(site, story, "cases.closed"));
        await page.Send("/t/resume", []);
        file = await story.File(key.Number);
        Assert.Equal((CaseStatus.Received, true), (file.Status, file.Resumed));
        await story.Dispatch(key.Number, "lamp-single");
        await page.Send("/t/withdraw", []);
        Assert.Equal(CaseStatus.Withdrawn, (await story.File(key.Number)).Status);
        Assert.Empty(page.Page.QuerySelectorAll("form[action^='/t/resume']"));
        await page.Post("/t/resume", new() { ["number"] = key.Number, ["code"] = key.Code });
        Assert.Equal((HttpStatusCode)422, page.Status);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Who_calls_to_withdraw_has_it_withdrawn_by_the_phone_desk_and_may_take_it_up_again(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("村口路灯不亮", "street-lamp");
        await story.Dispatch(key.Number, "lamp-single");
        var handler = await site.As(Story.Works);
        await handler.Open($"/desk/{key.Number}/withdraw");
        Assert.Null(handler.Page.QuerySelector($"form[action^='/desk/{key.Number}/withdraw']"));
        await story.Do(Story.PhoneClerk, key.Number, "withdraw", new() { ["reason"] = "来电说灯自己亮了" });
        Assert.Equal(CaseStatus.Withdrawn, (await story.File(key.Number)).Status);
        var line = (await story.Timeline(key.Number)).Single(e => e.Kind == EntryKind.Withdrawn);
        Assert.Equal(("宋美玲", "来电说灯自己亮了"), (line.By, line.Words));
        await (await story.Track(key)).Send("/t/resume", new() { ["number"] = key.Number, ["code"] = key.Code });
        Assert.Equal(CaseStatus.Received, (await story.File(key.Number)).Status);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task What_endangers_life_is_not_withdrawn_by_a_click(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("灯杆漏电，要电死人", "street-lamp");
        await story.Dispatch(key.Number, "lamp-pole", "at-once");
        var page = await story.Track(key);
        Assert.Empty(page.Page.QuerySelectorAll("form[action^='/t/withdraw']"));
        await page.Post("/t/withdraw", new() { ["number"] = key.Number, ["code"] = key.Code });
        Assert.Equal((HttpStatusCode)422, page.Status);
        Assert.Equal(CaseStatus.Handling, (await story.File(key.Number)).Status);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Voiding_needs_another_post_and_the_reporter_may_appeal(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("测试一下能不能报", "street-lamp");
        await story.Do(Story.Dispatcher, key.Number, "void", new() { ["reason"] = "试着报的" });
        Assert.Equal(CaseStatus.Received, (await story.File(key.Number)).Status);
        var asker = await site.As(Story.Dispatcher);
        await asker.Open($"/desk/{key.Number}/decide-void");
        Assert.Empty(asker.Page.QuerySelectorAll($"form[action='/desk/{key.Number}/decide-void']"));
        await story.Do(Story.CentreHead, key.Number, "decide-void", new() { ["decision"] = "yes", ["reason"] = "核实是试报，没有这盏灯" });
        Assert.Equal(CaseStatus.Voided, (await story.File(key.Number)).Status);
        var page = await story.Track(key);
        Assert.Contains("没有这盏灯", page.Text);
        Assert.DoesNotContain("试着报的", page.Text);
        await page.Send("/t/appeal", new() { ["reason"] = "真有一盏，在桥头" });
        Assert.Equal(HttpStatusCode.OK, page.Status);
        await story.Do("luzhengming", key.Number, "decide-appeal", new() { ["decision"] = "yes", ["reason"] = "桥头确有一盏" });
        var file = await story.File(key.Number);
        Assert.Equal((CaseStatus.Received, true), (file.Status, file.Appealed));
        await story.Dispatch(key.Number, "lamp-single");
        Assert.Equal(CaseStatus.Handling, (await story.File(key.Number)).Status);
    }

    private static async Task<long> Counted(TestSite site, Story story, string key)
    {
        var county = await story.UnitId("云岭县");
        return await site.Look(async db => (long)await Tally.Sum(db, key, county, new(2026, 3, 2), new(2026, 3, 2)));
    }
}
