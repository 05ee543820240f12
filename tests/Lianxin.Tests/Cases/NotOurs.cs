using System.Net;
using Lianxin.Cases.Model;

namespace Lianxin.Tests.Cases;

/// <summary>不归我们管: an objection with a reason, decided by another post; off-list dispatch is refused with the rule named.</summary>
public sealed class NotOurs
{
    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task An_objection_is_decided_by_another_post_and_upheld_goes_back_to_dispatch(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("路灯不亮", "street-lamp");
        await story.Dispatch(key.Number, "lamp-single");
        await story.Do(Story.Works, key.Number, "object", new() { ["reason"] = "这盏灯是小区物业装的" });
        var dispatcher = await site.As(Story.Dispatcher);
        await dispatcher.Open($"/desk/{key.Number}/decide-objection");
        Assert.Empty(dispatcher.Page.QuerySelectorAll($"form[action='/desk/{key.Number}/decide-objection']"));
        await story.Do(Story.CentreHead, key.Number, "decide-objection", new() { ["decision"] = "yes", ["reason"] = "确属物业" });
        var file = await story.File(key.Number);
        Assert.Equal(CaseStatus.Received, file.Status);
        Assert.Contains(await story.Timeline(key.Number), e => e.Kind == EntryKind.Objected && e.Words.Contains("物业"));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_refused_objection_goes_on_with_the_clock_that_kept_running(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("路灯不亮", "street-lamp");
        await story.Dispatch(key.Number, "lamp-single");
        var due = (await story.File(key.Number)).NextDue;
        await story.Do(Story.Works, key.Number, "object", new() { ["reason"] = "不是我们的" });
        site.Wait(TimeSpan.FromHours(3));
        await story.Do(Story.CentreHead, key.Number, "decide-objection", new() { ["decision"] = "no", ["reason"] = "清单写明由你单位办" });
        var file = await story.File(key.Number);
        Assert.Equal((CaseStatus.Handling, due), (file.Status, file.NextDue));
        var again = await site.As(Story.Works);
        await again.Open($"/desk/{key.Number}/object");
        Assert.Empty(again.Page.QuerySelectorAll($"form[action='/desk/{key.Number}/object']"));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Row", "S4.70")]
    public async Task What_is_not_on_a_villages_list_is_refused_with_the_rule_named_even_with_a_signature(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("路灯不亮", "street-lamp");
        var desk = await story.Dispatch(key.Number, "lamp-single", lead: "石桥村", more: new() { ["signedFor"] = "陆正明" });
        Assert.Equal((HttpStatusCode)422, desk.Status);
        Assert.Contains("不能派给村（社区）", desk.Text);
        Assert.Contains("陆正明", desk.Page.DocumentElement.OuterHtml);
        Assert.Equal(CaseStatus.Received, (await story.File(key.Number)).Status);
        var grid = await story.Dispatch(key.Number, "lamp-single", lead: "石桥村一网格", more: new() { ["signedFor"] = "陆正明" });
        Assert.Equal((HttpStatusCode)422, grid.Status);
        Assert.Contains("履职事项清单", grid.Text);
        var danger = await story.Scan("灯杆漏电，要电死人", "street-lamp");
        Assert.Equal(HttpStatusCode.OK, (await story.Dispatch(danger.Number, "lamp-pole", "at-once", "石桥村")).Status);
        Assert.Equal(CaseStatus.Handling, (await story.File(danger.Number)).Status);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Inside_the_township_off_list_goes_with_a_named_signer_and_is_counted(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("路灯不亮", "street-lamp");
        var refused = await story.Dispatch(key.Number, "lamp-single", lead: "农业农村办公室");
        Assert.Equal((HttpStatusCode)422, refused.Status);
        Assert.Contains("履职事项清单", refused.Text);
        await story.Dispatch(key.Number, "lamp-single", lead: "农业农村办公室", more: new() { ["signedFor"] = "陆正明" });
        Assert.Equal(CaseStatus.Handling, (await story.File(key.Number)).Status);
        await site.Settle();
        Assert.Equal(1, await site.Look(async db => (await Lianxin.Platform.Counters.Tally.Sum(db, "cases.off-list", await story.UnitId("云岭县"), new(2026, 3, 2), new(2026, 3, 2)))));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_body_without_an_account_gets_a_numbered_letter_to_print(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("电压低，灯泡发红", "power-supply");
        var desk = await story.Dispatch(key.Number, "power-low", lead: "青溪供电所");
        Assert.Equal(HttpStatusCode.OK, desk.Status);
        var letter = desk.Page.QuerySelectorAll("a").First(a => a.TextContent.Contains("打印协调函")).GetAttribute("href")!;
        await desk.Open(letter);
        Assert.Contains("协调函", desk.Text);
        Assert.Contains(key.Number, desk.Text);
    }
}
