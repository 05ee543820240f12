using System.Net;
using Lianxin.Platform.Protection;
using Lianxin.Platform.Settings;
using Lianxin.Tests.Cases;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Requirements;

/// <summary>Many guesses at once are no more than the same guesses one after another.</summary>
[Trait("Profile", "village")]
public sealed class Rush
{
    private const string Security = "muxiaolan";

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Requirement", "8")]
    public async Task Of_thirty_codes_tried_at_once_on_a_case_five_are_looked_at(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("路灯不亮", "street-lamp");
        var wrong = Enumerable.Range(0, 999_999).Select(i => i.ToString("000000")).Where(c => c != key.Code).Take(30);
        var answers = await Task.WhenAll(wrong.Select(code => Task.Run(() => story.Track((key.Number, code)))));
        Assert.Equal(5, answers.Count(a => a.Text.Contains("编号或查询码不对", StringComparison.Ordinal)));
        Assert.Equal(25, answers.Count(a => a.Text.Contains("试错太多次了", StringComparison.Ordinal)));
        Assert.Equal((HttpStatusCode)422, (await story.Track(key)).Status);
        site.Wait(TimeSpan.FromMinutes(31));
        for (var i = 0; i < 8; i++) Assert.Equal(HttpStatusCode.OK, (await story.Track(key)).Status);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Requirement", "8"), Trait("Requirement", "12")]
    public async Task Of_twenty_second_factors_tried_at_once_five_are_looked_at(string engine)
    {
        await using var site = await TestSite.Township(engine);
        await site.InEarnest();
        var admin = await site.As(Security);
        var secret = Base32.Decode(admin.Page.QuerySelector(".key")!.TextContent)!;
        await admin.Send("/me/second-factor", new() { ["code"] = Totp.Code(secret, Totp.StepAt(site.Time.GetUtcNow().UtcDateTime)) });
        // The right password opens nothing yet, and however often it is given it uses no try up.
        Browser thief = null!;
        for (var i = 0; i < 8; i++) thief = await site.As(Security);
        var ticket = thief.Page.QuerySelector("input[name=ticket]")!.GetAttribute("value")!;
        var hands = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Fresh(site)));
        await Task.WhenAll(hands.Select(h => Task.Run(() => h.Browser.Forge("/sign-in", h.Token, [new("ticket", ticket), new("code", "12")]))));
        Assert.Equal(5, hands.Count(h => h.Browser.Text.Contains("动态码不对", StringComparison.Ordinal)));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Requirement", "8")]
    public async Task Of_fifteen_guesses_at_ones_own_password_at_once_five_are_looked_at(string engine)
    {
        await using var site = await TestSite.Township(engine);
        await site.InEarnest();
        var browsers = new List<(Browser Browser, string Token)>();
        for (var i = 0; i < 15; i++)
        {
            var browser = await site.As(Story.Dispatcher);
            browsers.Add((browser, await browser.Token()));
        }

        await Task.WhenAll(browsers.Select((b, i) => Task.Run(() => b.Browser.Forge("/me/password", b.Token, [new("old", "guess " + i), new("password", "kite-moon-rice"), new("again", "kite-moon-rice")]))));
        Assert.Equal(5, browsers.Count(b => b.Browser.Text.Contains("现在的密码不对", StringComparison.Ordinal)));
        Assert.Equal(10, browsers.Count(b => b.Browser.Text.Contains("错得太多", StringComparison.Ordinal)));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_closed_door_counts_no_further_and_a_right_password_leaves_nothing_counted(string engine)
    {
        await using var site = await TestSite.Township(engine);
        Assert.Equal("/desk", (await site.As(Story.Dispatcher)).Address);
        Assert.Equal(0, await Counted(site));
        for (var i = 0; i < 9; i++)
        {
            var stranger = site.Anonymous();
            await stranger.Open("/sign-in");
            await stranger.Send("/sign-in", new() { ["login"] = Story.Dispatcher, ["password"] = "guess " + i });
        }

        // Five from this network, and the same five of all networks together.
        Assert.Equal(10, await Counted(site));
    }

    private static Task<int> Counted(TestSite site) => site.Look(db => db.Set<LimitRow>().Where(l => l.Key.StartsWith("sign-in:")).SumAsync(l => l.Count));

    private static async Task<(Browser Browser, string Token)> Fresh(TestSite site)
    {
        var browser = site.Anonymous();
        await browser.Open("/sign-in");
        return (browser, browser.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!);
    }
}
