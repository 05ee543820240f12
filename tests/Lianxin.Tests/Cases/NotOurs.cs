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
    public async Task What_went_off_the_list_stands_in_a_part_of_the_countys_queue_of_its_own_open_and_closed(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var listed = await story.Scan("北街路灯不亮", "street-lamp");
        await story.Dispatch(listed.Number, "lamp-single");
        var key = await story.Scan("南街路灯不亮", "street-lamp");
        await story.Dispatch(key.Number, "lamp-single", lead: "农业农村办公室", more: new() { ["signedFor"] = "陆正明" });
        var county = await site.As("guchanghe");
        await county.Open("/desk");
        await county.Open(county.Page.QuerySelectorAll(".tabs a").Single(a => a.TextContent.Contains("清单外")).GetAttribute("href")!);
        Assert.Equal([key.Number], county.Page.QuerySelectorAll("[data-row] .meta span:first-child").Select(s => s.TextContent));
        var clerk = await site.As(Story.PhoneClerk);
        await clerk.Open("/desk");
        Assert.DoesNotContain("清单外", clerk.Page.QuerySelector(".tabs")!.TextContent);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_stationed_body_that_is_overdue_is_told_of_to_its_bureau_first_and_not_to_the_township(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var clerk = await site.As(Story.PhoneClerk);
        await clerk.Open("/desk/call");
        await clerk.Send("/desk/call", new() { ["words"] = "店里的秤不准", ["unit"] = (await story.UnitId("石桥村")).ToString(), ["condition"] = "consumer-quarrel" });
        var number = clerk.Address.Split('/')[^1];
        await story.Dispatch(number, "consumer-quarrel", lead: "青溪市场监管所");
        site.Time.Stand((await story.File(number)).NextDue!.Value.AddMinutes(1));
        await site.Tick("cases.overdue");
        var first = Assert.Single(await story.Timeline(number), e => e.Kind == EntryKind.Escalated);
        Assert.Equal(await story.UnitId("云岭县市场监督管理局"), first.UnitId);
        var bureau = await site.As("liansuhua");
        await bureau.Open("/inbox");
        Assert.Contains(number, bureau.Text);
        await bureau.Open($"/desk/{number}");
        Assert.Equal(HttpStatusCode.OK, bureau.Status);
        site.Wait(TimeSpan.FromDays(3));
        await site.Tick("cases.overdue");
        var risen = (await story.Timeline(number)).Where(e => e.Kind == EntryKind.Escalated && e.Parts.Contains("unit")).ToList();
        Assert.Equal(await story.UnitId("云岭县"), risen[1].UnitId);
        Assert.DoesNotContain(await story.UnitId("青溪镇"), risen.Select(e => e.UnitId!.Value));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Who_helps_and_keeps_the_part_of_a_body_without_account_as_well_finishes_their_own_first(string engine)
    {
        const string officer = "tanghui";
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("电压低，灯泡发红", "power-supply");
        await story.Dispatch(key.Number, "power-low", lead: "青溪供电所");
        await story.Do(Story.Dispatcher, key.Number, "helper", new() { ["unit"] = (await story.UnitId("平安法治办公室")).ToString(), ["reason"] = "劝住邻居", ["signedFor"] = "陆正明" });
        await story.Do(officer, key.Number, "sign");
        await story.Do(officer, key.Number, "finish", new() { ["result"] = "邻居答应等两天" });
        var done = (await story.Timeline(key.Number)).Where(e => e.Kind == EntryKind.Done).Select(e => e.UnitId!.Value).ToList();
        Assert.Equal([await story.UnitId("平安法治办公室")], done);
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
