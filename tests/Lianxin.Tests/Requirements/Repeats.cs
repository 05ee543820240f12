using System.Net;
using Lianxin.Cases.Model;
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
