using System.Net;
using Lianxin.Platform.Access;
using Lianxin.Platform.Demo;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Platform;

[Trait("Profile", "village")]
public sealed class SignInTests
{
    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task An_address_to_go_back_to_may_hold_any_letters(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var browser = site.Anonymous();
        await browser.Open("/sign-in?back=" + Uri.EscapeDataString("/desk?q=井盖"));
        await browser.Send("/sign-in", new() { ["login"] = Worker, ["password"] = DemoAccounts.Password });
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.StartsWith("/desk", browser.Address);
    }

    private const string Dispatcher = "xuwenjing";
    private const string Worker = "tianxiaoju";

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Requirement", "9")]
    public async Task An_unknown_login_a_wrong_password_and_a_closed_door_get_the_same_answer(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var unknown = await Try(site, "nobody-here", "not the password");
        var wrong = await Try(site, Dispatcher, "not the password");
        for (var i = 0; i < 5; i++) await Try(site, Worker, "not the password");
        var closed = await Try(site, Worker, DemoAccounts.Password);
        Assert.All([unknown, wrong, closed], b => Assert.Equal(HttpStatusCode.UnprocessableEntity, b.Status));
        Assert.Equal(unknown.Text, wrong.Text);
        Assert.Equal(unknown.Text, closed.Text);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Requirement", "8")]
    public async Task Five_failures_close_the_door_for_half_an_hour_and_a_known_device_still_gets_in(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var known = await site.As(Dispatcher);
        await known.Send("/sign-out", []);
        for (var i = 0; i < 5; i++) await Try(site, Dispatcher, "guess " + i);
        Assert.Equal("/sign-in", (await Try(site, Dispatcher, DemoAccounts.Password)).Address);
        Assert.Equal("/desk", (await Try(site, Dispatcher, DemoAccounts.Password, from: "203.0.113.9")).Address);
        await Try(site, Dispatcher, DemoAccounts.Password, known);
        Assert.Equal("/desk", known.Address);
        site.Wait(TimeSpan.FromMinutes(31));
        Assert.Equal("/desk", (await Try(site, Dispatcher, DemoAccounts.Password)).Address);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Requirement", "10")]
    public async Task A_session_ended_elsewhere_is_over_at_the_next_request(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var here = await site.As(Dispatcher);
        var there = await site.As(Dispatcher);
        await here.Open("/me");
        Assert.Equal(2, here.Page.QuerySelectorAll("#sessions li").Length);
        await here.Send("/me/sessions/end-others", []);
        await there.Open("/me");
        Assert.StartsWith("/sign-in", there.Address, StringComparison.Ordinal);
        await here.Open("/me");
        Assert.Equal("/me", here.Address);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Requirement", "10")]
    public async Task Leaving_and_coming_again_leave_no_session_behind(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var browser = await site.As(Dispatcher);
        await browser.Send("/sign-out", []);
        Assert.Equal("/sign-in", browser.Address);
        Assert.Equal(0, await site.Look(db => db.Set<Session>().CountAsync(s => s.EndedAt == null)));
        await browser.Open("/desk");
        Assert.Equal("/sign-in?back=%2Fdesk", browser.Address);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Requirement", "11")]
    public async Task A_desk_is_left_after_an_idle_hour_and_a_phone_after_seven_days(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var desk = await site.As(Dispatcher);
        var phone = await site.As(Worker);
        site.Wait(TimeSpan.FromMinutes(61));
        Assert.Equal("/sign-in", await After(desk));
        Assert.Equal("/work", await After(phone));
        site.Wait(TimeSpan.FromDays(6));
        Assert.Equal("/work", await After(phone));
        site.Wait(TimeSpan.FromDays(8));
        Assert.Equal("/sign-in", await After(phone));
    }

    [Theory]
    [InlineData("/inbox", "/inbox")]
    [InlineData("//evil.example/", "/desk")]
    [InlineData("/\t/evil.example/", "/desk")]
    [InlineData("https://evil.example/", "/desk")]
    public async Task One_goes_back_only_to_an_address_of_this_site(string back, string lands)
    {
        await using var site = await TestSite.Township("sqlite");
        var browser = site.Anonymous();
        await browser.Open("/sign-in?back=" + Uri.EscapeDataString(back));
        await browser.Send("/sign-in", new() { ["login"] = Dispatcher, ["password"] = DemoAccounts.Password });
        Assert.Equal(lands, browser.Address);
    }

    [Fact]
    public async Task A_demo_lists_its_accounts_with_role_and_unit()
    {
        await using var site = await TestSite.Township("sqlite");
        var browser = site.Anonymous();
        await browser.Open("/sign-in");
        Assert.Contains("派单员许文静　青溪镇", browser.Page.QuerySelectorAll(".pick").Select(p => p.TextContent.Trim()));
        await site.InEarnest();
        await browser.Open("/sign-in");
        Assert.DoesNotContain(DemoAccounts.Password, browser.Page.Source.Text, StringComparison.Ordinal);
    }

    private static async Task<Browser> Try(TestSite site, string login, string password, Browser? with = null, string? from = null)
    {
        var browser = with ?? site.Anonymous();
        if (from is not null) browser.From = from;
        await browser.Open("/sign-in");
        await browser.Send("/sign-in", new() { ["login"] = login, ["password"] = password });
        return browser;
    }

    private static async Task<string> After(Browser browser)
    {
        await browser.Open("/");
        return browser.Address;
    }
}
