using Lianxin.Cases.Model;
using Lianxin.Platform.Calendar;
using Lianxin.Platform.Counters;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Cases;

/// <summary>What is not ours is not dispatched: the reporter is told why and where to go.</summary>
public sealed class Redirected
{
    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task The_reporter_reads_the_reason_and_the_right_place_and_is_not_asked_whether_it_was_solved(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("拖欠工资，想仲裁");
        await story.Do(Story.Dispatcher, key.Number, "redirect", new() { ["kind"] = "Statutory", ["to"] = "Arbitration", ["phone"] = "0379-6666 0000", ["reason"] = "劳动争议先仲裁，带身份证和合同" });
        var file = await story.File(key.Number);
        Assert.Equal((CaseStatus.Closed, Ending.Redirected), (file.Status, file.Ending));
        var paper = await story.Do(Story.Dispatcher, key.Number, "issue", new() { ["paper"] = "Declined-" });
        foreach (var said in new[] { "不予受理告知书", "劳动争议先仲裁" }) Assert.Contains(said, paper.Text);
        var page = await story.Track(key);
        Assert.Contains("请找：仲裁机构", page.Page.QuerySelector("section.card h2")!.TextContent);
        Assert.Contains("劳动争议先仲裁", page.Text);
        await site.Settle();
        var today = Shanghai.Date(TestSite.Morning);
        Assert.Equal(1, await site.Look(db => Tally.Sum(db, "cases.closed:redirected", file.PlaceUnitId, today, today)));
        Assert.NotNull(page.Page.QuerySelector("section.card a[href='tel:037966660000']"));
        Assert.Contains("已告诉您该找谁", page.Page.QuerySelector(".receipt .tag")!.TextContent);
        Assert.Equal(["已收到", "已答复"], page.Page.QuerySelectorAll("ol.steps li").Select(li => li.TextContent));
        Assert.Empty(page.Page.QuerySelectorAll("form[action^='/t/rate']"));
        await page.Post("/t/rate", new() { ["number"] = key.Number, ["code"] = key.Code, ["solved"] = "no", ["mark1"] = "1", ["mark2"] = "1", ["mark3"] = "1" });
        Assert.Equal(System.Net.HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(CaseStatus.Closed, (await story.File(key.Number)).Status);
        page = await story.Track(key);
        await page.Send("/t/appeal", new() { ["reason"] = "工钱是镇里的工程欠的" });
        await story.Do(Story.CentreHead, key.Number, "decide-appeal", new() { ["decision"] = "yes", ["reason"] = "镇里的工程，该我们管" });
        Assert.Equal((CaseStatus.Received, Ending.Usual), ((await story.File(key.Number)).Status, (await story.File(key.Number)).Ending));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Not_accepted_says_so_on_button_form_and_page_and_is_appealed_once(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("隔壁家的狗叫得烦", "other");
        var desk = await site.As(Story.Dispatcher);
        await desk.Open($"/desk/{key.Number}/decline");
        Assert.Equal("不予受理", desk.Page.QuerySelector("form.ask button.go")!.TextContent);
        await desk.Send($"/desk/{key.Number}/decline", new() { ["kind"] = "Emergency", ["reason"] = "不归这里管" });
        Assert.Equal(System.Net.HttpStatusCode.UnprocessableEntity, desk.Status);
        await desk.Send($"/desk/{key.Number}/decline", new() { ["kind"] = "Outside", ["reason"] = "邻里之间的小事，先自己商量" });
        Assert.Contains($"{key.Number}：已不予受理", desk.Page.QuerySelector(".flash")!.TextContent);
        var page = await story.Track(key);
        Assert.Contains("没有受理", page.Page.QuerySelector(".receipt .tag")!.TextContent);
        Assert.Contains("邻里之间的小事", page.Page.QuerySelector("h1 + section.card")!.TextContent);
        Assert.Null(page.Page.QuerySelector("section.card a[href^='tel:']"));
        await page.Send("/t/appeal", new() { ["reason"] = "叫了一个月" });
        Assert.Contains("正在看您的申诉", page.Page.QuerySelector(".receipt .tag")!.TextContent);
        await story.Do(Story.CentreHead, key.Number, "decide-appeal", new() { ["decision"] = "no", ["reason"] = "先请村里调解" });
        page = await story.Track(key);
        Assert.Contains("先请村里调解", page.Text);
        Assert.Empty(page.Page.QuerySelectorAll("form[action^='/t/appeal']"));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Where_the_whole_country_has_one_number_the_reporter_taps_it(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("法院的判决不服", "other");
        var named = await story.Do(Story.Dispatcher, key.Number, "redirect", new() { ["kind"] = "Statutory", ["to"] = "Court", ["phone"] = "问村里", ["reason"] = "请向上一级法院上诉" });
        Assert.Contains("电话只能填数字", named.Text);
        var nowhere = await story.Do(Story.Dispatcher, key.Number, "redirect", new() { ["kind"] = "Statutory", ["to"] = "Nowhere", ["reason"] = "请向上一级法院上诉" });
        Assert.Equal(System.Net.HttpStatusCode.UnprocessableEntity, nowhere.Status);
        await story.Do(Story.Dispatcher, key.Number, "redirect", new() { ["kind"] = "Statutory", ["to"] = "Court", ["reason"] = "请向上一级法院上诉" });
        Assert.NotNull((await story.Track(key)).Page.QuerySelector("section.card a[href='tel:12368']"));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task At_the_phone_desk_it_is_told_at_once_and_nobody_is_asked_to_dispatch_it(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var clerk = await site.As(Story.PhoneClerk);
        await clerk.Open("/desk/call");
        var unit = (await story.UnitId("石桥村")).ToString();
        await clerk.Send("/desk/call", new() { ["words"] = "法院判决不服", ["unit"] = unit, ["redirect"] = "Statutory", ["told"] = "请向上一级法院上诉" });
        Assert.Equal((System.Net.HttpStatusCode)422, clerk.Status);
        await clerk.Send("/desk/call", new() { ["words"] = "法院判决不服", ["unit"] = unit, ["redirect"] = "Statutory", ["place"] = "Court", ["told"] = "请向上一级法院上诉" });
        var file = await site.Look(db => db.Set<Case>().SingleAsync());
        Assert.Equal((CaseStatus.Closed, Ending.Redirected), (file.Status, file.Ending));
        Assert.Contains("请找：人民法院", clerk.Text);
        Assert.DoesNotContain("什么时候答复", clerk.Text);
        Assert.Empty(await site.Look(db => db.Set<Lianxin.Platform.Notices.Notice>().Where(n => n.Text.Contains("请派单")).ToListAsync()));
        var steps = await story.Steps(file.Number);
        Assert.Equal([Step.Find, Step.Assign, Step.Handle, Step.Feedback, Step.Rate], steps.Select(s => s.Step));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task What_was_dispatched_is_not_redirected_any_more(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("路灯不亮", "street-lamp");
        await story.Dispatch(key.Number, "lamp-single");
        var desk = await site.As(Story.Dispatcher);
        await desk.Open($"/desk/{key.Number}");
        Assert.Null(desk.Page.QuerySelector($"a[href='/desk/{key.Number}/redirect']"));
    }
}
