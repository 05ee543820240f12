using System.Net;
using Lianxin.Cases.Model;
using Lianxin.Tests.Files;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Cases;

/// <summary>What the public page takes and refuses, and whom it names.</summary>
public sealed class PublicDoor
{
    private const string Report = "/v/990101100200/report";

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_report_that_says_nothing_is_refused_at_its_field_on_either_screen(string engine)
    {
        await using var site = await TestSite.Township(engine);
        foreach (var step in new[] { "what", "send" })
        {
            var resident = site.Anonymous();
            await resident.Open(Report);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, await resident.Send(Report, new() { ["words"] = "", ["category"] = "" }, step));
            Assert.NotNull(resident.Page.QuerySelector("#f-words"));
            Assert.Contains("请选一类，或者写几个字、说一段话", resident.Text, StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Every_way_in_warns_of_secrets_and_the_public_one_loads_nothing_of_the_desks(string engine)
    {
        await using var site = await TestSite.Township(engine);
        const string warning = "请不要写国家秘密和单位内部的秘密";
        var resident = site.Anonymous();
        await resident.Open(Report);
        await resident.Send(Report, new() { ["words"] = "路灯不亮", ["category"] = "street-lamp" }, "what");
        await resident.Send(Report, new() { ["placeWords"] = "" }, "where");
        Assert.Contains(warning, resident.Text, StringComparison.Ordinal);
        var clerk = await site.As(Story.PhoneClerk);
        foreach (var way in new[] { "/desk/call", "/desk/backfill" })
        {
            await clerk.Open(way);
            Assert.Contains(warning, clerk.Text, StringComparison.Ordinal);
        }

        var worker = await site.As(Story.Worker);
        await worker.Open("/work/report");
        Assert.Contains(warning, worker.Text, StringComparison.Ordinal);
        string[] Loaded(Browser page) => [.. page.Page.QuerySelectorAll("script[src]").Select(s => s.GetAttribute("src")!)];
        Assert.Contains(Loaded(clerk), src => src.Contains("app", StringComparison.Ordinal));
        foreach (var address in new[] { "/v/990101100200", Report, "/t" })
        {
            await resident.Open(address);
            Assert.DoesNotContain(Loaded(resident), src => src.Contains("app", StringComparison.Ordinal));
        }
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_recording_alone_is_a_report(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var resident = site.Anonymous();
        await resident.Open(Report);
        var sound = ("files", "a.ogg", Films.Ogg("OpusHead"));
        Assert.Equal(HttpStatusCode.OK, await resident.Send(Report, new(), "what", sound));
        Assert.Equal(HttpStatusCode.OK, await resident.Send(Report, new(), "where", sound));
        Assert.Equal(HttpStatusCode.OK, await resident.Send(Report, new(), "send", sound));
        var (number, _) = Story.Receipt(resident);
        Assert.Equal("见照片或录音", (await new Story(site).File(number)).Title);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Nobody_floods_a_case_with_additions(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("路灯坏了");
        var resident = await story.Track(key);
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 8; i++) answers.Add(await resident.Send("/t/add", new() { ["number"] = key.Number, ["code"] = key.Code, ["words"] = $"还没来人，第{i}次" }));
        Assert.Equal(6, answers.Count(a => a == HttpStatusCode.OK));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answers[^1]);
        Assert.Contains("请过一会儿再补充", resident.Text, StringComparison.Ordinal);
        Assert.Equal(6, (await story.Timeline(key.Number)).Count(e => e.Kind == EntryKind.Update));
        site.Wait(TimeSpan.FromMinutes(61));
        Assert.Equal(HttpStatusCode.OK, await resident.Send("/t/add", new() { ["number"] = key.Number, ["code"] = key.Code, ["words"] = "还是没来人" }));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Everybody_who_can_open_a_report_is_on_the_page_that_says_who_can(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var (number, _) = await story.Scan("水塔漏水", place: "村西水塔");
        var page = site.Anonymous();
        await page.Open("/v/990101100200/who");
        foreach (var login in new[] { "tianxiaoju", "qiaoshuzhen", Story.Secretary, Story.Dispatcher, "guchanghe" })
        {
            var staff = await site.As(login);
            if (await staff.Open($"/desk/{number}") != HttpStatusCode.OK && await staff.Open($"/work/cases/{number}") != HttpStatusCode.OK) continue;
            Assert.Contains(await site.Look(db => (from a in db.Set<Lianxin.Platform.Access.Account>() join p in db.Set<Lianxin.Platform.Access.Person>() on a.PersonId equals p.Id where a.Login == login select p.Name).SingleAsync()), page.Text, StringComparison.Ordinal);
        }

        Assert.Contains("田小菊", page.Text, StringComparison.Ordinal);
        Assert.Contains("事情发生在哪里，只有那里的看得到", page.Text, StringComparison.Ordinal);
    }
}
