namespace Lianxin.Browser.Tests;

/// <summary>概况、三率、回访 over the demo's year: a leader on the phone, the centre at the desk and on the phone.</summary>
[Collection("town")]
public sealed class LeaderJourney(Browsing browsing, Town town)
{
    [Theory]
    [InlineData(390)]
    [InlineData(1440)]
    public async Task A_leader_reads_a_few_figures_and_opens_the_cases_behind_one(int width)
    {
        var leader = await browsing.Visit(width);
        await leader.SignIn("luzhengming");
        Assert.EndsWith("/lead", leader.Page.Url, StringComparison.Ordinal);
        await leader.Read("正在办");
        await leader.Look("lead");
        // All of it in one look: no figure below the first screen.
        Assert.True(await leader.Page.EvaluateAsync<bool>("scrollY === 0 && [...document.querySelectorAll('.tells li')].length === 6 && [...document.querySelectorAll('.tells li')].every(li => li.getBoundingClientRect().bottom <= innerHeight && parseFloat(getComputedStyle(li.querySelector('b')).fontSize) >= 20)"));
        await leader.Open("/lead?period=year", "lead-year");
        await leader.Page.Locator(".tells a").Filter(new() { HasText = "办结" }).ClickAsync();
        await leader.Page.WaitForURLAsync(url => url.Contains("figure=", StringComparison.Ordinal));
        await leader.Read("办结");
        await leader.Look("lead-cases");
        await leader.Open("/figures?period=year", "figures");
        await leader.Page.Locator(".rate-story summary").Last.ClickAsync();
        await leader.Read("按 80% 算");
        await leader.Look("figures-formula");
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1440)]
    public async Task The_centre_calls_back_whom_the_month_has_drawn(int width)
    {
        var resident = await browsing.Visit(town, 390);
        await browsing.Settle(town, width, (await resident.Report("路灯不亮", "碾坊门口灯不亮", phone: "19900000412")).Number);
        await town.NextMonth();
        var clerk = await browsing.Visit(town, width, Office.PhoneClerk);
        await clerk.Open("/revisits", "revisits");
        await clerk.Follow("开始打电话");
        await clerk.Read("怎么答复的");
        await clerk.Look("revisit");
        await clerk.Press("看号码，打电话");
        await Microsoft.Playwright.Assertions.Expect(clerk.Page.Locator("a.dial").First).ToBeVisibleAsync();
        await clerk.Look("revisit-number");
        await clerk.Choose("结果", "基本满意");
        await clerk.Look("revisit-chosen");
        await clerk.Press("先跳过");
        await clerk.Read("放到最后再打");
        await clerk.Look("revisit-next");
    }
}
