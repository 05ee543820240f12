using System.Net;
using Lianxin.Cases.Model;
using Lianxin.Platform.Access;
using Lianxin.Platform.Audit;
using Lianxin.Tests.Cases;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Requirements;

/// <summary>The same request again, another under the same key, the same key in another's hand.</summary>
public sealed class Repeats
{
    private const string Key = "0123456789abcdef";

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Requirement", "29")]
    public async Task A_key_used_again_gives_the_first_result_refuses_another_body_and_is_each_persons_own(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var report = await story.Scan("路灯不亮", "street-lamp");
        var (first, second) = (await site.As(Story.Dispatcher), await site.As(Story.CentreHead));
        var (mine, theirs) = (await first.Token(), await second.Token());
        var address = $"/desk/{report.Number}/urge";
        await story.Dispatch(report.Number, "lamp-single");
        await Urge(first, address, mine, "快一点");
        Assert.Equal($"/desk/{report.Number}", first.Address);
        await Urge(first, address, mine, "快一点");
        Assert.Equal((HttpStatusCode.OK, $"/desk/{report.Number}"), (first.Status, first.Address));
        await Urge(first, address, mine, "另一个理由");
        Assert.Equal(HttpStatusCode.Conflict, first.Status);
        Assert.Equal(1, (await story.File(report.Number)).Urges);
        await Urge(second, address, theirs, "快一点");
        Assert.Equal(2, (await story.File(report.Number)).Urges);
        site.Wait(TimeSpan.FromDays(7));
        await site.Tick("platform.sweep");
        first = await site.As(Story.Dispatcher);
        await Urge(first, address, await first.Token(), "快一点");
        Assert.Equal((HttpStatusCode.OK, 2), (first.Status, (await story.File(report.Number)).Urges));
        site.Wait(TimeSpan.FromDays(24));
        await site.Tick("platform.sweep");
        Assert.Equal(0, await site.Look(db => db.Set<Receipt>().CountAsync(r => r.UseCase == "UrgeCase" && r.At < TestSite.Morning.AddDays(1))));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Requirement", "29")]
    public async Task A_repeat_goes_where_the_first_request_went(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var village = (await story.UnitId("石桥村")).ToString();
        var person = await site.Look(db => db.Set<Account>().Where(a => a.Login == Story.Works).Select(a => a.PersonId).SingleAsync());
        (string Login, string Address, string Goes, KeyValuePair<string, string>[] Fields)[] forms =
        [
            (Story.Worker, "/work/report", "/work/cases/", [new("category", "street-lamp"), new("words", "灯泡换好了"), new("settled", "yes")]),
            (Story.PhoneClerk, "/desk/call", "/desk/call/", [new("words", "屋顶漏雨"), new("unit", village), new("condition", "house-leak")]),
            ("muxiaolan", $"/admin/accounts/{person}/disable", $"/admin/accounts/{person}", []),
            ("qinguoliang", "/admin/units/990101100200/add", "/admin/units/", [new("name", "第九网格"), new("kind", "Grid"), new("code", "990101100200099")]),
            ("qinguoliang", "/admin/units/990101100200/appoint", "/admin/units/990101100200", [new("name", "新来的"), new("role", "village-cadre")]),
            ("qinguoliang", "/admin/people/add", "/admin/people?q=", [new("name", "另一个新来的")]),
        ];
        foreach (var (login, address, goes, fields) in forms)
        {
            var browser = await site.As(login);
            var token = await browser.Token();
            await browser.Forge(address, token, [new("cid", Key), .. fields]);
            var first = browser.Address;
            Assert.True(browser.Status == HttpStatusCode.OK && first.StartsWith(goes, StringComparison.Ordinal) && first != address, $"{address} is {browser.Status} at {first}: {browser.Text}");
            await browser.Forge(address, token, [new("cid", Key), .. fields]);
            Assert.Equal((HttpStatusCode.OK, first), (browser.Status, browser.Address));
        }
    }

    /// <summary>Whoever keeps out sees the case no more: both clicks go home.</summary>
    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Requirement", "29")]
    public async Task Keeping_out_of_a_case_twice_goes_to_the_same_place(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("路灯不亮", "street-lamp");
        await story.Dispatch(key.Number, "lamp-single");
        var me = await site.Look(db => db.Set<Account>().Where(a => a.Login == Story.Works).Select(a => a.PersonId).SingleAsync());
        var works = await site.As(Story.Works);
        var token = await works.Token();
        KeyValuePair<string, string>[] fields = [new("cid", Key), new("person", $"{me}"), new("tie", "Kin")];
        await works.Forge($"/desk/{key.Number}/recuse", token, fields);
        Assert.Equal((HttpStatusCode.OK, "/desk"), (works.Status, works.Address));
        await works.Forge($"/desk/{key.Number}/recuse", token, fields);
        Assert.Equal((HttpStatusCode.OK, "/desk"), (works.Status, works.Address));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Requirement", "29")]
    public async Task Of_bodies_sent_at_once_under_one_key_one_is_taken_and_the_others_are_refused(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Task.Run(async () =>
        {
            var resident = site.Anonymous();
            return await resident.Post("/v/990101100200/report", new() { ["cid"] = Key, ["step"] = "send", ["words"] = $"第 {i} 盏路灯不亮", ["category"] = "street-lamp" });
        })));
        Assert.Equal((1, 11), (answers.Count(s => s == HttpStatusCode.OK), answers.Count(s => s == HttpStatusCode.Conflict)));
        Assert.Equal(1, await site.Look(db => db.Set<Case>().CountAsync()));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Requirement", "29")]
    public async Task A_refused_form_uses_up_no_key(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var resident = site.Anonymous();
        var fields = new Dictionary<string, string> { ["cid"] = Key, ["step"] = "send", ["words"] = "路灯不亮", ["category"] = "street-lamp" };
        await resident.Post("/v/990101100200/report", new(fields) { ["phone"] = "12345678" });
        Assert.Equal((HttpStatusCode)422, resident.Status);
        await resident.Post("/v/990101100200/report", fields);
        Story.Receipt(resident);
        Assert.Equal(1, await site.Look(db => db.Set<Case>().CountAsync()));
    }

    private static Task Urge(Browser browser, string address, string token, string reason) => browser.Forge(address, token, [new("cid", Key), new("reason", reason)]);
}
