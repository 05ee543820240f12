using System.Net;
using Lianxin.Cases.Model;
using Lianxin.Platform.Notices;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Cases;

/// <summary>Several people at one case: no act is lost, none leaves it without somebody, and nobody hears of what they may not see.</summary>
public sealed class Together
{
    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Lead_and_helper_finishing_at_once_leave_it_to_be_answered(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await Helped(story);
        var all = await Task.WhenAll(new[] { Story.Works, "leizhenhai" }.Select(async login =>
        {
            var browser = await site.As(login);
            await browser.Open($"/desk/{key.Number}/finish");
            return browser;
        }));
        await Task.WhenAll(all.Select(b => b.Send($"/desk/{key.Number}/finish", new() { ["result"] = "办好了" })));
        foreach (var late in all.Where(b => b.Status == HttpStatusCode.Conflict)) await late.Send($"/desk/{key.Number}/finish", new() { ["result"] = "办好了" });
        Assert.Equal(CaseStatus.Feedback, (await story.File(key.Number)).Status);
        Assert.Equal(2, (await story.Timeline(key.Number)).Count(e => e.Kind == EntryKind.Done));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_helper_whose_objection_is_upheld_last_does_not_strand_it(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await Helped(story);
        await story.Do("leizhenhai", key.Number, "object", new() { ["reason"] = "不用拉警戒线" });
        await story.Do(Story.Works, key.Number, "finish", new() { ["result"] = "修好了" });
        Assert.Equal(CaseStatus.Handling, (await story.File(key.Number)).Status);
        await story.Do(Story.CentreHead, key.Number, "decide-objection", new() { ["decision"] = "yes", ["reason"] = "确实不用" });
        Assert.Equal(CaseStatus.Feedback, (await story.File(key.Number)).Status);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task What_the_reporter_added_is_read_before_it_is_finished_or_answered(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("路灯不亮", "street-lamp");
        await story.Dispatch(key.Number, "lamp-single");
        await story.Do(Story.Works, key.Number, "sign");
        await (await story.Track(key)).Send("/t/add", new() { ["words"] = "灯杆也歪了，有危险" });
        Assert.Equal((HttpStatusCode)422, (await story.Do(Story.Works, key.Number, "finish", new() { ["result"] = "修好了" })).Status);
        await story.Do(Story.Works, key.Number, "read");
        await story.Do(Story.Works, key.Number, "finish", new() { ["result"] = "修好了，灯杆也扶正了" });
        await (await story.Track(key)).Send("/t/add", new() { ["words"] = "还有一盏" });
        Assert.Equal((HttpStatusCode)422, (await story.Do(Story.PhoneClerk, key.Number, "reply", new() { ["words"] = "修好了", ["by"] = "Page" })).Status);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_case_taken_up_again_is_promised_anew_and_rises_anew(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("路灯不亮", "street-lamp");
        await Through(story, key.Number);
        var first = (await story.File(key.Number)).PromiseDue;
        site.Wait(TimeSpan.FromDays(10));
        await (await story.Track(key)).Send("/t/rate", new() { ["solved"] = "no", ["mark1"] = "2", ["mark2"] = "3", ["mark3"] = "3" });
        var again = await story.File(key.Number);
        Assert.Equal(1, again.Round);
        Assert.True(again.PromiseDue > site.Time.GetUtcNow().UtcDateTime && again.PromiseDue > first);
        await site.Tick("cases.overdue");
        Assert.DoesNotContain(await story.Timeline(key.Number), e => e.Kind == EntryKind.Escalated);
        site.Time.Stand(again.PromiseDue.AddMinutes(1));
        await site.Tick("cases.overdue");
        Assert.Contains(await story.Timeline(key.Number), e => e.Kind == EntryKind.Escalated);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_private_case_is_told_to_the_cleared_alone_and_its_receipt_to_who_filed_it(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var clerk = await site.As(Story.PhoneClerk);
        await clerk.Open("/desk/call");
        await clerk.Send("/desk/call", new()
        {
            ["words"] = "镇上的干部收钱办低保", ["unit"] = (await story.UnitId("石桥村")).ToString(), ["condition"] = "conduct-accusation",
            ["accused"] = (await story.UnitId("青溪镇")).ToString(), ["phone"] = "19900000020",
        });
        Assert.Equal(HttpStatusCode.OK, clerk.Status);
        Assert.Contains("/desk/call/", clerk.Address, StringComparison.Ordinal);
        var number = clerk.Address.Split('/')[^1];
        var file = await story.File(number);
        Assert.Equal(await story.UnitId("云岭县"), file.AcceptUnitId);
        Assert.Equal(HttpStatusCode.NotFound, await clerk.Open($"/desk/{number}"));
        Assert.Equal(HttpStatusCode.OK, await (await site.As("qisuqin")).Open($"/desk/{number}"));
        Assert.Equal(HttpStatusCode.NotFound, await (await site.As("tanghui")).Open($"/desk/{number}"));
        var told = await site.Look(db => db.Set<Notice>().Where(n => n.Link.EndsWith(number))
            .Join(db.Set<Lianxin.Platform.Access.Person>(), n => n.PersonId, p => p.Id, (n, p) => p.Name).Distinct().ToListAsync());
        Assert.Equal(["祁素琴"], told);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task The_village_is_no_delegate_for_what_it_is_not_to_know(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var clerk = await site.As(Story.PhoneClerk);
        await clerk.Open("/desk/call");
        await clerk.Send("/desk/call", new() { ["words"] = "邻居半夜放音响", ["unit"] = (await story.UnitId("石桥村")).ToString(), ["audience"] = "NotVillage", ["condition"] = "noise-night" });
        var number = clerk.Address.Split('/')[^1];
        await clerk.Open($"/desk/{number}/delegate");
        var offered = clerk.Page.QuerySelectorAll("#f-person option").Select(o => o.TextContent).ToList();
        Assert.Contains(offered, o => o.Contains("方建国", StringComparison.Ordinal));
        Assert.DoesNotContain(offered, o => o.Contains("石长庚", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_unit_named_as_complained_about_loses_sight_and_its_part(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("路灯修了三次都是糊弄，村镇建设办公室不作为", "street-lamp");
        await story.Dispatch(key.Number, "lamp-single");
        Assert.Equal(HttpStatusCode.OK, await (await site.As(Story.Works)).Open($"/desk/{key.Number}"));
        await story.Do(Story.Dispatcher, key.Number, "accused", new() { ["unit"] = (await story.UnitId("村镇建设办公室")).ToString(), ["reason"] = "反映他们不作为" });
        Assert.Equal(HttpStatusCode.NotFound, await (await site.As(Story.Works)).Open($"/desk/{key.Number}"));
        Assert.Equal(CaseStatus.Received, (await story.File(key.Number)).Status);
        Assert.Equal((HttpStatusCode)422, (await story.Dispatch(key.Number, "lamp-single", lead: "村镇建设办公室")).Status);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Nothing_is_rated_while_an_appeal_waits(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("想单独装一盏路灯", "street-lamp");
        await story.Do(Story.Dispatcher, key.Number, "explain", new() { ["kind"] = "explain", ["reason"] = "按规划统一装" });
        await story.Do(Story.PhoneClerk, key.Number, "reply", new() { ["words"] = "按规划统一装", ["by"] = "Page" });
        var page = await story.Track(key);
        await page.Send("/t/appeal", new() { ["reason"] = "路口真的很黑" });
        var early = await story.Track(key);
        Assert.Equal((HttpStatusCode)422, await early.Post("/t/rate", new() { ["number"] = key.Number, ["code"] = key.Code, ["solved"] = "no", ["mark1"] = "1", ["mark2"] = "1", ["mark3"] = "1" }));
        Assert.Equal(0, (await story.File(key.Number)).Round);
    }

    private static async Task<(string Number, string Code)> Helped(Story story)
    {
        var key = await story.Scan("路灯杆漏电", "street-lamp");
        await story.Dispatch(key.Number, "lamp-single");
        await story.Do(Story.Works, key.Number, "sign");
        await story.Do(Story.Works, key.Number, "helper", new() { ["unit"] = (await story.UnitId("应急管理办公室")).ToString(), ["signedFor"] = "陆正明", ["reason"] = "请拉警戒线" });
        await story.Do("leizhenhai", key.Number, "sign");
        return key;
    }

    private static async Task Through(Story story, string number)
    {
        await story.Dispatch(number, "lamp-single");
        await story.Do(Story.Works, number, "sign");
        await story.Do(Story.Works, number, "finish", new() { ["result"] = "修好了" });
        await story.Do(Story.PhoneClerk, number, "reply", new() { ["words"] = "修好了", ["by"] = "Page" });
    }
}
