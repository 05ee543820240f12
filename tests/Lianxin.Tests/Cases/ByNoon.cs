using Lianxin.Cases.Model;
using Lianxin.Platform.Files;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Cases;

/// <summary>“批示 by noon”: a leader's own words become 督办 with a date of their own and come back to the leader.</summary>
public sealed class ByNoon
{
    private const string Leader = "luzhengming";
    private const string Above = "尹立新";
    private const string AboveLogin = "yinlixin";

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task An_instruction_is_supervised_has_its_own_date_and_comes_back_to_the_leader(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await Signed(story);
        var before = await story.File(key.Number);
        await Order(site, key.Number);
        var file = await story.File(key.Number);
        Assert.NotNull(file.SupervisedAt);
        Assert.Equal(Noon, file.NextDue);
        Assert.Equal(before.PromiseDue, file.PromiseDue);
        var line = Assert.Single(await story.Timeline(key.Number), e => e.Kind == EntryKind.Ordered);
        Assert.Equal(("今天中午前办好，报我。", false), (line.Words, line.Public));
        Assert.Equal(1, await site.Look(db => db.Set<StoredFile>().CountAsync(f => f.OwnerKind == "case-entry" && f.OwnerId == line.Id)));
        Assert.DoesNotContain("报我", (await story.Track(key)).Text);
        Assert.Contains("陆正明", line.Parts);
        Assert.Contains("2026-03-02", line.Parts);
        var desk = await site.As(Story.Works);
        await desk.Open("/inbox");
        Assert.Contains("批示", desk.Text);
        await desk.Open("/desk");
        Assert.Contains("批示", desk.Page.QuerySelector("[data-row]")!.TextContent);
        await desk.Open(desk.Page.QuerySelector("[data-row] a[href*=why]")!.GetAttribute("href")!);
        Assert.Contains("陆正明的批示定的时间", desk.Text);
        await story.Do(Story.Works, key.Number, "order-done", new() { ["words"] = "灯已换好，十一点亮的" });
        file = await story.File(key.Number);
        Assert.Equal((before.NextDue, before.NextClock, null), (file.NextDue, file.NextClock, file.OrderId));
        var leader = await site.As(Leader);
        await leader.Open("/inbox");
        Assert.Contains("您的批示已办结", leader.Text);
        await leader.Open($"/desk/{key.Number}");
        Assert.Contains("批示办结，回报陆正明", leader.Text);
        Assert.Contains("十一点亮的", leader.Text);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_date_that_passes_is_told_once_and_a_reply_that_closes_the_case_reports_back(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await Signed(story);
        await Order(site, key.Number);
        site.Time.Stand(Noon.AddMinutes(1));
        await site.Tick("cases.orders");
        await site.Tick("cases.orders");
        Assert.Single(await story.Timeline(key.Number), e => e.Kind == EntryKind.OrderLate);
        var leader = await site.As(Leader);
        await leader.Open("/inbox");
        Assert.Contains("您的批示过了时间", leader.Text);
        await story.Do(Story.Works, key.Number, "finish", new() { ["result"] = "换好了" });
        Assert.Equal(Noon, (await story.File(key.Number)).NextDue);
        await story.Do(Story.Dispatcher, key.Number, "reply", new() { ["words"] = "灯修好了，请看看", ["by"] = "Page" });
        var file = await story.File(key.Number);
        Assert.Equal((CaseStatus.Closed, null, null), (file.Status, file.OrderId, file.NextDue));
        Assert.Single(await story.Timeline(key.Number), e => e is { Kind: EntryKind.OrderDone, Words: "灯修好了，请看看" });
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Two_leaders_each_have_their_own_date_and_each_hears_of_the_end(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await Signed(story);
        var before = await story.File(key.Number);
        await Order(site, key.Number);
        await Order(site, key.Number, signer: Above, words: "十一点前给我回话", due: "2026-03-02T11:00");
        var orders = await site.Look(db => db.Set<Instruction>().OrderBy(o => o.Id).ToListAsync());
        var file = await story.File(key.Number);
        Assert.Equal((2, orders[1].Id, Eleven, Eleven), (file.Orders, file.OrderId, file.OrderDue, file.NextDue));
        var works = await site.As(Story.Works);
        await works.Open($"/desk/{key.Number}");
        foreach (var signer in new[] { "陆正明", Above }) Assert.Contains(signer, works.Page.QuerySelector(".facts")!.TextContent);

        await works.Open($"/desk/{key.Number}/order-done");
        await works.Send($"/desk/{key.Number}/order-done", new() { ["order"] = $"{orders[1].Id}", ["words"] = "灯具在路上" });
        file = await story.File(key.Number);
        Assert.Equal((orders[0].Id, Noon, Noon, orders[0].At), (file.OrderId, file.OrderDue, file.NextDue, file.SupervisedAt));
        Assert.DoesNotContain("您的批示已办结", await Inbox(site, Leader));
        Assert.Contains("您的批示已办结", await Inbox(site, AboveLogin));

        await story.Do(Story.Works, key.Number, "order-done", new() { ["words"] = "灯已换好" });
        file = await story.File(key.Number);
        Assert.Equal((null, before.NextDue, null), (file.OrderId, file.NextDue, file.SupervisedAt));
        Assert.Contains("您的批示已办结", await Inbox(site, Leader));
        Assert.Equal(["灯具在路上", "灯已换好"], (await story.Timeline(key.Number)).Where(e => e.Kind == EntryKind.OrderDone).Select(e => e.Words));
        Assert.All(await site.Look(db => db.Set<Instruction>().ToListAsync()), o => Assert.NotNull(o.ToldAt));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Both_dates_that_pass_are_told_and_the_reply_reports_both_back(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await Signed(story);
        await Order(site, key.Number);
        await Order(site, key.Number, signer: Above, words: "十一点前给我回话", due: "2026-03-02T11:00");
        site.Time.Stand(Noon.AddMinutes(1));
        await site.Tick("cases.orders");
        await site.Tick("cases.orders");
        Assert.Equal(2, (await story.Timeline(key.Number)).Count(e => e.Kind == EntryKind.OrderLate));
        await story.Do(Story.Works, key.Number, "finish", new() { ["result"] = "换好了" });
        await story.Do(Story.Dispatcher, key.Number, "reply", new() { ["words"] = "灯修好了", ["by"] = "Page" });
        Assert.Equal(2, (await story.Timeline(key.Number)).Count(e => e is { Kind: EntryKind.OrderDone, Words: "灯修好了" }));
        foreach (var login in new[] { Leader, AboveLogin }) Assert.Contains("您的批示已办结", await Inbox(site, login));
        Assert.Null((await story.File(key.Number)).OrderId);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_leader_without_account_has_the_report_on_paper_and_it_stands_as_unreported_until_it_was_taken_there(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await Signed(story);
        await story.Do(Story.Dispatcher, key.Number, "order", new() { ["other"] = Outsider, ["words"] = "三日内报来", ["due"] = "2026-03-02T12:00" });
        await story.Do(Story.Works, key.Number, "order-done", new() { ["words"] = "灯已换好，十一点亮的" });
        Assert.Contains($"批示已办结，请打印报告送给{Outsider}", await Inbox(site, Story.Dispatcher));
        var desk = await site.As(Story.Dispatcher);
        await desk.Open($"/desk/{key.Number}");
        Assert.Contains("已办结，还没报给领导", desk.Page.QuerySelector(".facts")!.TextContent);
        Assert.Contains($"批示办结，等着报{Outsider}", desk.Text);

        var order = await site.Look(db => db.Set<Instruction>().SingleAsync());
        var paper = await story.Do(Story.Dispatcher, key.Number, "issue", new() { ["paper"] = $"OrderReport-{order.Id}" });
        foreach (var said in new[] { "批示办结报告", $"{key.Number}-W1", Outsider, "三日内报来", "灯已换好，十一点亮的", "2026-03-02", "（盖章）", "报送人签字", "领导阅示" }) Assert.Contains(said, paper.Text);

        await desk.Open($"/desk/{key.Number}/order-told");
        Assert.Equal(System.Net.HttpStatusCode.UnprocessableEntity, await desk.Send($"/desk/{key.Number}/order-told", new() { ["on"] = "2026-03-03" }));
        Assert.Equal(System.Net.HttpStatusCode.UnprocessableEntity, await desk.Send($"/desk/{key.Number}/order-told", new() { ["on"] = "2026-03-01" }));
        await desk.Send($"/desk/{key.Number}/order-told", new() { ["on"] = "2026-03-02", ["who"] = "方建国" }, files: ("files", "阅示.png", Png));
        Assert.Contains($"已报{Outsider}（2026-03-02，方建国去报的）", desk.Text);
        Assert.DoesNotContain("还没报给领导", desk.Text);
        Assert.NotNull((await site.Look(db => db.Set<Instruction>().SingleAsync())).ToldAt);
        await desk.Open($"/desk/{key.Number}/order-told");
        Assert.Contains("这一步现在不能办", desk.Text);
        Assert.DoesNotContain("方建国", (await story.Track(key)).Text);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_leader_with_an_account_prints_the_report_too_and_no_other_paper(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await Signed(story);
        await Order(site, key.Number);
        var leader = await site.As(Leader);
        await leader.Open($"/desk/{key.Number}/issue");
        Assert.Contains("这一步现在不能办", leader.Text);
        await story.Do(Story.Works, key.Number, "order-done", new() { ["words"] = "灯已换好" });
        await leader.Open($"/desk/{key.Number}/issue");
        Assert.Single(leader.Page.QuerySelectorAll("input[name=paper]"));
        await leader.Send($"/desk/{key.Number}/issue", new() { ["paper"] = leader.Page.QuerySelector("input[name=paper]")!.GetAttribute("value")! });
        foreach (var said in new[] { "批示办结报告", "今天中午前办好，报我。", "灯已换好" }) Assert.Contains(said, leader.Text);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_leader_who_may_not_know_of_what_turned_private_is_reported_to_by_hand(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await Signed(story);
        await Order(site, key.Number);
        await story.Do("tanghui", key.Number, "private", new() { ["reason"] = "说的是孩子" });
        await story.Do("tanghui", key.Number, "order-done", new() { ["words"] = "已转专人" });
        Assert.DoesNotContain("您的批示已办结", await Inbox(site, Leader));
        var officer = await site.As("tanghui");
        await officer.Open($"/desk/{key.Number}");
        Assert.Contains("已办结，还没报给领导", officer.Text);
    }

    private static async Task<string> Inbox(TestSite site, string login)
    {
        var browser = await site.As(login);
        await browser.Open("/inbox");
        return browser.Text;
    }

    private static async Task Order(TestSite site, string number, string signer = "陆正明", string words = "今天中午前办好，报我。", string due = "2026-03-02T12:00")
    {
        var desk = await site.As(Story.Dispatcher);
        var leader = await site.Look(db => db.Set<Lianxin.Platform.Access.Person>().Where(p => p.Name == signer).Select(p => p.Id).SingleAsync());
        await desk.Open($"/desk/{number}/order");
        await desk.Send($"/desk/{number}/order", new()
        {
            ["signer"] = $"{leader}", ["words"] = words, ["due"] = due,
        }, files: ("files", "批示.png", Png));
        Assert.Equal(System.Net.HttpStatusCode.OK, desk.Status);
    }

    private static async Task<(string Number, string Code)> Signed(Story story)
    {
        var key = await story.Scan("路灯不亮", "street-lamp");
        await story.Dispatch(key.Number, "lamp-single");
        await story.Do(Story.Works, key.Number, "sign");
        return key;
    }

    private const string Outsider = "州督查室 高启明";

    private static readonly DateTime Eleven = new(2026, 3, 2, 3, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Noon = new(2026, 3, 2, 4, 0, 0, DateTimeKind.Utc);

    private static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");
}
