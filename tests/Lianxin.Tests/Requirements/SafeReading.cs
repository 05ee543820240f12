using System.Net;
using Lianxin.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Requirements;

/// <summary>Reading changes nothing, and what changes something is asked for from our own page.</summary>
public sealed class SafeReading
{
    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Requirement", "15")]
    public async Task No_get_changes_a_row(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var holdings = await Estate.Furnish(site);
        var readers = new List<Browser> { site.Anonymous() };
        foreach (var login in new[] { "qinguoliang", "muxiaolan", "baijingwen", "fangjianguo", "songmeiling", "shichanggeng", "tianxiaoju" }) readers.Add(await site.As(login));
        var before = await Rows.Read(site);
        site.Wait(TimeSpan.FromMinutes(2));
        var pages = 0;
        foreach (var reader in readers)
        {
            foreach (var route in Routes.All(site).Where(r => r.Method == "GET"))
            {
                await reader.Open(route.Fill(holdings[Estate.Shiqiao].For(route)));
                Assert.True((int)reader.Status < 500, $"{route} is {reader.Status}");
                pages++;
            }
        }

        Assert.True(pages > 300, $"Only {pages} pages.");
        Assert.Equal("", string.Join(' ', Rows.Changed(before, await Rows.Read(site))));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Requirement", "15")]
    public async Task No_post_is_taken_without_its_token_or_from_another_site(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var holdings = await Estate.Furnish(site);
        foreach (var role in new[] { "centre-head", "township-leader" }) await Estate.AllowEverything(site, role);
        var browser = await site.As("fangjianguo");
        var token = await browser.Token();
        var others = await (await site.As("tianxiaoju")).Token();
        var before = await Rows.Read(site);
        foreach (var route in Routes.All(site).Where(r => r.Method == "POST" && r.Pattern != "/first-run"))
        {
            var address = route.Fill(holdings[Estate.Shiqiao].For(route));
            foreach (var site1 in new[] { "cross-site", "same-site" }) await Refused(browser, route, Hand.Request("POST", address, token, ("Sec-Fetch-Site", site1)));
            await Refused(browser, route, Hand.Request("POST", address, token, ("Origin", "https://elsewhere.example")));
            if (route.Says<NoToken>() is not null) continue;
            await Refused(browser, route, Hand.Request("POST", address, ""));
            await Refused(browser, route, Hand.Request("POST", address, others));
        }

        Assert.Equal("", string.Join(' ', Rows.Changed(before, await Rows.Read(site))));
        await browser.Forge("/me/language", token, [new("language", "en")]);
        Assert.Equal(HttpStatusCode.OK, browser.Status);
    }

    private static async Task Refused(Browser browser, Route route, HttpRequestMessage request)
    {
        await browser.Go(request);
        Assert.True(browser.Status == HttpStatusCode.BadRequest, $"{route} is {browser.Status}");
    }
}
