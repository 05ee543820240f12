using System.Net;
using Lianxin.Cases.Model;
using Lianxin.Platform.Access;
using Lianxin.Platform.Notices;
using Lianxin.Tests.Requirements;
using Microsoft.EntityFrameworkCore;
using static Lianxin.Tests.Cases.FromElsewhere;

namespace Lianxin.Tests.Cases;

/// <summary>Two reports of one thing, noticed only when both have been sent out.</summary>
public sealed class MergedUnderWay
{
    private const string Emergency = "leizhenhai";

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task One_goes_on_for_both_the_other_units_are_told_and_the_source_of_each_gets_the_answer(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var clerk = await site.As(Story.PhoneClerk);
        await Paste(clerk, Ticket);
        await clerk.Send("/desk/paste", new() { ["condition"] = "lamp-single" });
        var ticket = (await site.Look(db => db.Set<Case>().SingleAsync())).Number;
        var source = await site.Look(db => db.Set<OuterNumber>().AsNoTracking().SingleAsync());
        await Helped(story, ticket);
        await story.Do(Story.Works, ticket, "extension", new() { ["until"] = "2026-03-20", ["reason"] = "等灯具" });
        await story.Do(Emergency, ticket, "object", new() { ["reason"] = "不用拉警戒线" });
        var follower = (await story.Scan("路灯黑着", "street-lamp")).Number;
        await story.Do(Story.Dispatcher, follower, "merge", new() { ["other"] = ticket });
        var main = (await story.Scan("村口路灯不亮", "street-lamp")).Number;
        await story.Dispatch(main, "lamp-single");
        await story.Do(Story.Works, main, "sign");

        await story.Do(Story.Dispatcher, ticket, "merge", new() { ["other"] = main });
        var (file, into) = (await story.File(ticket), await story.File(main));
        Assert.Equal((true, CaseStatus.Received, null, false, into.Id), (file.Merged, file.Status, file.NextDue, file.Pending, file.MergedIntoId));
        Assert.Equal((CaseStatus.Handling, into.Id), (into.Status, (await story.File(follower)).MergedIntoId));
        Assert.All(await site.Look(db => db.Set<Dispatch>().AsNoTracking().Where(d => d.CaseId == file.Id).ToListAsync()), part => Assert.Equal(DispatchState.Ended, part.State));
        Assert.All(await site.Look(db => db.Set<Plea>().AsNoTracking().Where(p => p.CaseId == file.Id).ToListAsync()), plea => Assert.True(plea is { DecidedAt: not null, Upheld: null }));
        Assert.Equal([EntryKind.TakenBack, EntryKind.TakenBack, EntryKind.Merged], (await story.Timeline(ticket)).Select(e => e.Kind).ToList()[^3..]);
        await clerk.Open($"/desk/{ticket}");
        Assert.Contains("还没裁定的申请不用再裁定", clerk.Text, StringComparison.Ordinal);
        Assert.Equal(["{0} {1}：已并入{2}，您单位不用再办"], await Unread(site, Emergency, ticket));
        Assert.Equal(["{0} {1}：已并入{2}，请在那一件上接着办"], await Unread(site, Story.Works, ticket));
        Assert.Empty(await Unread(site, Story.CentreHead, ticket));
        var kept = await site.Look(db => db.Set<OuterNumber>().AsNoTracking().SingleAsync());
        Assert.Equal((source.Due, source.ReturnBy, null, null), (kept.Due, kept.ReturnBy, kept.AnsweredAt, kept.ReturnedAt));

        await story.Do(Story.Works, main, "finish", new() { ["result"] = "换了灯头" });
        await story.Do(Story.PhoneClerk, main, "reply", new() { ["words"] = "灯亮了", ["by"] = "Page" });
        foreach (var number in new[] { main, ticket, follower }) Assert.Equal(CaseStatus.Closed, (await story.File(number)).Status);
        await clerk.Open($"/desk/{ticket}/answer-text");
        var text = clerk.Page.QuerySelector("textarea")!.TextContent;
        Assert.Contains("灯亮了", text, StringComparison.Ordinal);
        Assert.Contains("承办单位：村镇建设办公室", text, StringComparison.Ordinal);
        await clerk.Open("/desk/paste-back");
        Assert.Contains(ticket, clerk.Text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Taken_apart_it_has_its_words_reporters_and_dates_and_waits_to_be_sent_out_again(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var (main, key) = ((await story.Scan("村口路灯不亮", "street-lamp")).Number, await story.Scan("桥边路灯不亮", "street-lamp", "19900000262"));
        foreach (var number in new[] { main, key.Number }) await story.Dispatch(number, "lamp-single");
        var before = await story.File(key.Number);
        await (await story.Track(key)).Send("/t/add", new() { ["words"] = "电线也垂下来了" });
        await story.Do(Story.Dispatcher, key.Number, "merge", new() { ["other"] = main });
        // What nobody had read goes along to be read.
        Assert.True((await story.File(main)).Unread);
        Assert.Contains(await story.Timeline(main), e => e is { Kind: EntryKind.Update, Public: false, Words: "电线也垂下来了" });
        Assert.Contains("合在一起办", (await story.Track(key)).Text, StringComparison.Ordinal);
        site.Wait(TimeSpan.FromHours(5));
        var desk = await site.As(Story.Dispatcher);
        await desk.Open($"/desk/{key.Number}/unmerge");
        Assert.Contains("回到待派单", desk.Text, StringComparison.Ordinal);
        await desk.Send($"/desk/{key.Number}/unmerge", new() { ["reason"] = "是两盏灯" });
        var apart = await story.File(key.Number);
        Assert.Equal((CaseStatus.Received, false, before.PromiseDue, before.PromiseDue, before.Words), (apart.Status, apart.Merged, apart.PromiseDue, apart.NextDue, apart.Words));
        Assert.Equal(1, await site.Look(db => db.Set<Reporter>().CountAsync(r => r.CaseId == apart.Id)));
        Assert.Equal([Step.Find, Step.Assign, Step.Handle, Step.Assign], (await story.Steps(key.Number)).Select(s => s.Step));
        await story.Dispatch(key.Number, "lamp-single");
        await story.Do(Story.Works, key.Number, "read");
        await story.Finish(key.Number, "接好了");
        Assert.Equal(CaseStatus.Feedback, (await story.File(key.Number)).Status);
        Assert.Equal(CaseStatus.Handling, (await story.File(main)).Status);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task What_cannot_be_merged_says_why_and_stays_as_it_was(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var main = await Sent("村口路灯不亮");
        var called = await Sent("桥边路灯不亮");
        var desk = await site.As(Story.Dispatcher);
        await desk.Open($"/desk/{called}/whistle");
        var emergency = (await story.UnitId("应急管理办公室")).ToString();
        await desk.Send($"/desk/{called}/whistle", new() { ["units"] = emergency, ["urgency"] = "Urgent", ["place"] = "桥边", ["words"] = "电线垂下来了" });
        await Refused(called, main, "应急管理办公室正按吹哨赶去现场");
        var ordered = await Sent("塔边路灯不亮");
        await story.Do(Story.Dispatcher, ordered, "order", new() { ["other"] = "县委王书记", ["words"] = "抓紧", ["due"] = "2026-03-03T12:00" });
        await Refused(ordered, main, "领导批示还没办结");
        var done = await Sent("坝上路灯不亮");
        await story.Finish(done, "换了灯头");
        Assert.Equal(0, await Offered(done));
        await story.Do(Story.PhoneClerk, done, "reply", new() { ["words"] = "亮了", ["by"] = "Page" });
        await Refused(main, done, "请选另一件没办完的");
        var dangerous = await Sent("电杆要倒");
        await site.Look(db => db.Set<Case>().Where(c => c.Number == dangerous).ExecuteUpdateAsync(set => set.SetProperty(c => c.Danger, true)));
        await Refused(dangerous, main, "可能危及生命");
        var hidden = (await story.Scan("村口路灯不亮", "street-lamp", audience: "NotVillage")).Number;
        await Refused(main, hidden, "不能合并");
        var above = await Sent("整条街路灯不亮");
        await story.Do(Story.Dispatcher, above, "hand-up", new() { ["kind"] = "raise", ["reason"] = "要改造", ["materials"] = "线路图" });
        await Refused(main, above, "不归您派单");
        // Whoever dispatches for both still merges only what lies at one centre.
        var township = await story.UnitId("青溪镇");
        await site.Look(db => db.Set<Case>().Where(c => c.Number == above).ExecuteUpdateAsync(set => set.SetProperty(c => c.AcceptUnitId, c => db.Set<Unit>().Where(u => u.ParentId == township && u.Kind == UnitKind.Territory).OrderBy(u => u.Id).Select(u => u.Id).First())));
        await Refused(main, above, "两件不在同一个中心派单");

        async Task<string> Sent(string words)
        {
            var number = (await story.Scan(words, "street-lamp")).Number;
            await story.Dispatch(number, "lamp-single");
            return number;
        }

        async Task<int> Offered(string number)
        {
            await desk.Open($"/desk/{number}/merge");
            return desk.Page.QuerySelectorAll($"form[action='/desk/{number}/merge']").Length;
        }

        async Task Refused(string number, string other, string why)
        {
            var before = await story.File(number);
            var page = await story.Do(Story.Dispatcher, number, "merge", new() { ["other"] = other });
            Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
            Assert.Contains(why, page.Text, StringComparison.Ordinal);
            Assert.Equal((before.Status, before.MergedIntoId, before.Version), ((await story.File(number)).Status, (await story.File(number)).MergedIntoId, (await story.File(number)).Version));
        }
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task The_same_request_twice_is_one_act_and_of_two_at_once_one_sees_the_other(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var numbers = new[] { (await story.Scan("村口路灯不亮", "street-lamp")).Number, (await story.Scan("村口的灯坏了", "street-lamp")).Number };
        foreach (var number in numbers) await story.Dispatch(number, "lamp-single");
        var hands = await Task.WhenAll(new[] { Story.Dispatcher, Story.CentreHead }.Select((login, i) => Hand(login, numbers[i])));
        await Task.WhenAll(hands.Select((h, i) => Task.Run(() => h.Browser.Forge($"/desk/{numbers[i]}/merge", h.Token, [new("cid", $"{i}123456789abcdef"), new("other", numbers[1 - i])]))));
        Assert.Single(hands, h => h.Browser.Status == HttpStatusCode.OK);
        Assert.Single(hands, h => h.Browser.Status is HttpStatusCode.Conflict or HttpStatusCode.UnprocessableEntity);
        var won = Array.FindIndex(hands, h => h.Browser.Status == HttpStatusCode.OK);
        await hands[won].Browser.Forge($"/desk/{numbers[won]}/merge", hands[won].Token, [new("cid", $"{won}123456789abcdef"), new("other", numbers[1 - won])]);
        Assert.Equal(HttpStatusCode.OK, hands[won].Browser.Status);
        Assert.Equal((true, false), ((await story.File(numbers[won])).Merged, (await story.File(numbers[1 - won])).Merged));
        Assert.Single(await story.Timeline(numbers[won]), e => e.Kind == EntryKind.Merged);
        Assert.Single(await story.Timeline(numbers[1 - won]), e => e.Kind == EntryKind.MergedIn);

        async Task<(Browser Browser, string Token)> Hand(string login, string number)
        {
            var browser = await site.As(login);
            await browser.Open($"/desk/{number}/merge");
            return (browser, browser.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!);
        }
    }

    private static async Task Helped(Story story, string number)
    {
        await story.Dispatch(number, "lamp-single");
        await story.Do(Story.Works, number, "sign");
        await story.Do(Story.Works, number, "helper", new() { ["unit"] = (await story.UnitId("应急管理办公室")).ToString(), ["signedFor"] = "陆正明", ["reason"] = "请拉警戒线" });
    }

    /// <summary>Sentences about a case that wait in somebody's inbox.</summary>
    private static Task<List<string>> Unread(TestSite site, string login, string number) => site.Look(db => db.Set<Notice>()
        .Where(n => n.ReadAt == null && n.Link == $"/desk/{number}" && db.Set<Lianxin.Platform.Access.Account>().Any(a => a.Login == login && a.PersonId == n.PersonId)).Select(n => n.Text).ToListAsync());
}
