using System.Net;
using Lianxin.Cases.Model;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Cases;

/// <summary>A case turns private in mid-life: what was asked for, called and signed before goes on among those who may know of it.</summary>
public sealed class TurnedPrivate
{
    private const string Petitions = "qisuqin";

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Requests_whistles_and_instructions_keep_to_those_who_may_know(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("儿媳妇说婆婆打她", "neighbour-dispute");
        foreach (var unit in new[] { "应急管理办公室", "青溪派出所" })
            await story.Do(Story.Dispatcher, key.Number, "whistle", new() { ["units"] = $"{await story.UnitId(unit)}", ["urgency"] = "Urgent", ["place"] = "三组", ["words"] = "劝开两家" });
        var leader = await site.Look(db => db.Set<Lianxin.Platform.Access.Person>().Where(p => p.Name == "陆正明").Select(p => p.Id).SingleAsync());
        await story.Do(Story.Dispatcher, key.Number, "order", new() { ["signer"] = $"{leader}", ["words"] = "马上去人", ["due"] = "2026-03-02T09:30" });
        await story.Do(Story.Dispatcher, key.Number, "void", new() { ["reason"] = "像是重复报的" });
        await story.Dispatch(key.Number, "family-quarrel", "listed", "青溪司法所");
        Assert.True((await story.File(key.Number)).Private);
        var plea = await site.Look(db => db.Set<Plea>().SingleAsync());
        Assert.Equal(await story.UnitId("云岭县"), plea.DecideUnitId);
        foreach (var login in new[] { Story.CentreHead, "leizhenhai", "luzhengming" })
            Assert.Equal(HttpStatusCode.NotFound, await (await site.As(login)).Open($"/desk/{key.Number}"));
        site.Wait(TimeSpan.FromHours(2.5));
        await site.Tick("cases.calls");
        await site.Tick("cases.orders");
        var late = Assert.Single(await story.Timeline(key.Number), e => e.Kind == EntryKind.CallLate);
        Assert.Equal(await story.UnitId("青溪派出所"), late.UnitId);
        Assert.Single(await story.Timeline(key.Number), e => e.Kind == EntryKind.OrderLate);
        var inbox = await site.As("luzhengming");
        await inbox.Open("/inbox");
        Assert.DoesNotContain("您的批示过了时间", inbox.Text);
        var petitions = await story.Do(Petitions, key.Number, "decide-void", new() { ["decision"] = "no", ["reason"] = "不是重复" });
        Assert.Equal(HttpStatusCode.OK, petitions.Status);
        Assert.False((await story.File(key.Number)).Pending);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task What_turns_out_to_be_about_a_child_goes_on_among_the_cleared_from_the_call_to_the_verdict(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var clerk = await site.As(Story.PhoneClerk);
        await clerk.Open("/desk/call");
        await clerk.Send("/desk/call", new() { ["words"] = Words, ["unit"] = $"{await story.UnitId("石桥村")}", ["condition"] = "lamp-single" });
        var key = Story.Told(clerk);
        await story.Dispatch(key.Number, "lamp-single");
        await story.Do(Story.Works, key.Number, "sign");
        await story.Do(Story.Dispatcher, key.Number, "helper", new() { ["unit"] = $"{await story.UnitId("青溪派出所")}", ["reason"] = "一起去看看", ["signedFor"] = "陆正明" });
        await story.Do(Story.Dispatcher, key.Number, "hint", new() { ["words"] = "水塔那一带已经报修" });
        await site.Settle();
        var before = await story.File(key.Number);
        Assert.NotEmpty(await site.Look(db => db.Set<Mark>().Where(m => m.CaseId == before.Id && !m.Apart).ToListAsync()));
        Assert.Contains("水塔那一带", await Reads(site.Anonymous(), $"{Village}/report?category=street-lamp"));
        Assert.Contains("水塔", await Reads(await site.As(Story.Works), "/inbox"));
        Assert.Contains(key.Number, await Reads(await site.As(Story.Dispatcher), "/desk?tab=All&q=水塔"));

        var officer = await site.As(Officer);
        await officer.Open($"/desk/{key.Number}/private");
        foreach (var said in new[] { "唐慧（青溪镇 信访专员）", "石卫东", "马上收回重新派：村镇建设办公室", "改由青溪镇的专岗答复反映人" }) Assert.Contains(said, officer.Text);
        Assert.DoesNotContain("崔鹏（", officer.Text);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await officer.Send($"/desk/{key.Number}/private", new() { ["reason"] = "" }));
        var second = await site.As(Officer);
        await second.Open($"/desk/{key.Number}/private");
        await officer.Send($"/desk/{key.Number}/private", new() { ["reason"] = "到场听见孩子挨打", ["condition"] = "violence-past" });
        Assert.True(officer.Status == HttpStatusCode.OK, officer.Text);
        Assert.Contains("这件事不公开，只有专岗能看到", officer.Text);
        Assert.Equal(HttpStatusCode.Conflict, await second.Send($"/desk/{key.Number}/private", new() { ["reason"] = "到场听见孩子挨打" }));
        Assert.Single(await story.Timeline(key.Number), e => e.Kind == EntryKind.TurnedPrivate);

        var file = await story.File(key.Number);
        Assert.Equal((true, CaseStatus.Received, null, null), (file.Private, file.Status, file.FirstAskedPersonId, file.ContactPersonId));
        Assert.Equal((before.PromiseStart, before.PromiseDue), (file.PromiseStart, file.PromiseDue));
        var parts = await site.Look(db => db.Set<Dispatch>().Where(d => d.CaseId == file.Id).OrderBy(d => d.Id).ToListAsync());
        Assert.Equal([DispatchState.Ended, DispatchState.Sent], parts.Select(p => p.State));
        Assert.Equal("村镇建设办公室", Assert.Single(await story.Timeline(key.Number), e => e.Kind == EntryKind.TakenBack).Parts.Trim('[', ']', '"'));

        // Who had it, owed the reply or stood above it finds nothing of it, nor in messages of before; that somebody else is at it, they are told.
        await site.Settle();
        foreach (var login in new[] { Story.Works, Story.PhoneClerk, Story.Dispatcher, Story.CentreHead })
        {
            var other = await site.As(login);
            Assert.Equal(HttpStatusCode.NotFound, await other.Open($"/desk/{key.Number}"));
            Assert.DoesNotContain(key.Number, await Reads(other, "/desk?tab=All&q=水塔"));
            Assert.DoesNotContain("水塔", await Reads(other, "/inbox"));
            Assert.Equal(login is Story.Works or Story.PhoneClerk, other.Text.Contains($"{key.Number}：已转给专门的人办", StringComparison.Ordinal));
        }

        Assert.Contains(key.Number, await Reads(officer, "/desk?tab=All&q=水塔"));
        Assert.Empty(await site.Look(db => db.Set<Mark>().Where(m => m.CaseId == file.Id && !m.Apart).ToListAsync()));
        Assert.DoesNotContain("水塔那一带", await Reads(site.Anonymous(), $"{Village}/report?category=street-lamp"));
        var reporter = await story.Track(key);
        foreach (var said in new[] { "这件事改为不公开，以后只有专门的人能看到、能办", "不再由村镇建设办公室办" }) Assert.Contains(said, reporter.Text);
        Assert.DoesNotContain("挨打", reporter.Text);
        Assert.DoesNotContain("暴力", reporter.Text);

        await story.Dispatch(key.Number, "violence-past", lead: "青溪派出所", login: Officer);
        await story.Do(Police, key.Number, "sign");
        await story.Do(Police, key.Number, "finish", new() { ["result"] = "出具告诫书" });
        Assert.Equal(CaseStatus.Feedback, (await story.File(key.Number)).Status);
        Assert.Equal(HttpStatusCode.NotFound, await clerk.Open($"/desk/{key.Number}/reply"));
        await story.Do(Officer, key.Number, "mandatory-report", new() { ["duty"] = "Made", ["to"] = "青溪派出所", ["words"] = "派出所已到场" });
        await story.Do(Officer, key.Number, "reply", new() { ["words"] = "孩子已经安置好", ["by"] = "Page" });
        Assert.Equal(CaseStatus.Closed, (await story.File(key.Number)).Status);
        reporter = await story.Track(key);
        Assert.Contains("孩子已经安置好", reporter.Text);
        Assert.DoesNotContain("暴力", reporter.Text);
        await reporter.Send("/t/rate", new() { ["number"] = key.Number, ["code"] = key.Code, ["solved"] = "yes", ["mark1"] = "5", ["mark2"] = "5", ["mark3"] = "5", ["mark4"] = "5", ["mark5"] = "5" });
        Assert.Equal(CaseStatus.Rated, (await story.File(key.Number)).Status);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Only_the_centres_cleared_post_may_and_a_reply_that_is_owed_passes_to_it(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("路灯不亮", "street-lamp");
        await story.Dispatch(key.Number, "lamp-single");
        await story.Finish(key.Number, "换好了");
        foreach (var login in new[] { Story.Dispatcher, Story.CentreHead })
        {
            var other = await site.As(login);
            await other.Open($"/desk/{key.Number}");
            Assert.Null(other.Page.QuerySelector("a[href*='/private']"));
            await other.Open($"/desk/{key.Number}/private");
            Assert.Contains("这一步现在不能办", other.Text);
        }

        Assert.False((await story.File(key.Number)).Private);
        await story.Do(Petitions, key.Number, "private", new() { ["reason"] = "反映人说家里不能让人知道" });
        var file = await story.File(key.Number);
        Assert.Equal((true, CaseStatus.Feedback), (file.Private, file.Status));
        var officer = await site.As(Officer);
        Assert.Contains("请负责答复反映人", await Reads(officer, "/inbox"));
        Assert.Equal(HttpStatusCode.NotFound, await (await site.As(Story.Dispatcher)).Open($"/desk/{key.Number}/reply"));

        // What has to be done again goes to somebody who may know of it, not back to where nobody does.
        await story.Do(Officer, key.Number, "send-back", new() { ["reason"] = "还要上门说说" });
        Assert.Equal(CaseStatus.Received, (await story.File(key.Number)).Status);
        await story.Dispatch(key.Number, "family-quarrel", lead: "青溪司法所", login: Officer);
        await story.Do("xiamingli", key.Number, "sign");
        await story.Do("xiamingli", key.Number, "finish", new() { ["result"] = "上门说过了" });
        await story.Do(Officer, key.Number, "reply", new() { ["words"] = "修好了", ["by"] = "Page" });
        Assert.Equal(CaseStatus.Closed, (await story.File(key.Number)).Status);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task What_was_merged_stands_alone_again_and_its_words_are_read_nowhere_else(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var main = await story.Scan("水塔边路灯不亮", "street-lamp");
        var other = await story.Scan("井台旁边的灯不亮，怕孩子", "street-lamp");
        await story.Do(Story.Dispatcher, other.Number, "merge", new() { ["main"] = "", ["other"] = main.Number });
        Assert.Contains("井台旁边", await Reads(await site.As(Story.Dispatcher), $"/desk/{main.Number}"));
        await story.Do(Story.Dispatcher, other.Number, "unmerge", new() { ["reason"] = "是另一盏" });
        await story.Do(Officer, other.Number, "private", new() { ["reason"] = "说的是孩子" });
        Assert.DoesNotContain("井台旁边", await Reads(await site.As(Story.Dispatcher), $"/desk/{main.Number}"));
        Assert.Contains("井台旁边", await Reads(await site.As(Officer), $"/desk/{main.Number}"));

        var third = await story.Scan("塔边的灯坏了", "street-lamp");
        await story.Do(Story.Dispatcher, third.Number, "merge", new() { ["main"] = "", ["other"] = main.Number });
        var officer = await story.Do(Officer, main.Number, "private");
        Assert.Contains("并进来的 1 件拆开", officer.Text);
        await officer.Send($"/desk/{main.Number}/private", new() { ["reason"] = "说的是孩子" });
        Assert.False((await story.File(third.Number)).Merged);
        Assert.Equal(HttpStatusCode.OK, await (await site.As(Story.Dispatcher)).Open($"/desk/{third.Number}"));
    }

    private const string Words = "水塔边路灯不亮，灯下常有孩子哭";
    private const string Village = "/v/990101100200";
    private const string Officer = "tanghui";
    private const string Police = "shiweidong";

    private static async Task<string> Reads(Browser browser, string address)
    {
        Assert.Equal(HttpStatusCode.OK, await browser.Open(address));
        return browser.Text;
    }
}
