using Lianxin.Cases.Model;
using Lianxin.Platform.Files;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Cases;

/// <summary>“批示 by noon”: a leader's own words become 督办 with a date of their own and come back to the leader.</summary>
public sealed class ByNoon
{
    private const string Leader = "luzhengming";

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

    private static async Task Order(TestSite site, string number)
    {
        var desk = await site.As(Story.Dispatcher);
        var leader = await site.Look(db => db.Set<Lianxin.Platform.Access.Person>().Where(p => p.Name == "陆正明").Select(p => p.Id).SingleAsync());
        await desk.Open($"/desk/{number}/order");
        await desk.Send($"/desk/{number}/order", new()
        {
            ["signer"] = $"{leader}", ["words"] = "今天中午前办好，报我。", ["due"] = "2026-03-02T12:00",
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

    private static readonly DateTime Noon = new(2026, 3, 2, 4, 0, 0, DateTimeKind.Utc);

    private static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");
}
