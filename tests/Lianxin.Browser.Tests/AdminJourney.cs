namespace Lianxin.Browser.Tests;

/// <summary>Every page of administration, looked at on a desk and on a phone.</summary>
[Collection("demo")]
public sealed class AdminJourney(Browsing browsing)
{
    [Theory]
    [InlineData("qinguoliang", 1440)]
    [InlineData("qinguoliang", 390)]
    [InlineData("muxiaolan", 1440)]
    [InlineData("baijingwen", 1440)]
    public async Task Every_page_of_the_menu_opens(string login, int width)
    {
        var me = await browsing.Visit(width);
        await me.SignIn(login);
        await me.Look($"home-{login}");
        var links = await me.Page.Locator("nav.nav a.nav-link").EvaluateAllAsync<string[]>("all => all.map(a => a.getAttribute('href'))");
        Assert.NotEmpty(links);
        foreach (var link in links) await me.Open(link, "menu" + link.Replace('/', '-'));
        await me.Open("/me", $"me-{login}");
        await me.Open("/ui", "ui-kit");
        await me.Open("/tools/deadline?start=2026-02-14T16:30&amount=4&unit=work-hour", "tool-deadline");
        await me.Open("/no-such-page", "error-404");
    }
}
