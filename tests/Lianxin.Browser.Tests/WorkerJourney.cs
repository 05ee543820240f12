namespace Lianxin.Browser.Tests;

/// <summary>A grid worker with one thumb: today, report, settled on the spot, my cases.</summary>
[Collection("demo")]
public sealed class WorkerJourney(Browsing browsing)
{
    [Theory]
    [InlineData(390)]
    [InlineData(1440)]
    public async Task Settles_a_thing_on_the_spot_with_two_fields(int width)
    {
        var me = await browsing.Visit(width);
        await me.SignIn("tianxiaoju");
        await me.Look("work-today");
        await me.Page.ClickAsync("a.fab");
        await me.Page.WaitForURLAsync("**/work/report");
        await me.Look("work-report");
        await me.Page.Locator(".pics input[name=category]").First.CheckAsync(new() { Force = true });
        await me.Page.FillAsync("textarea[name=words]", "井盖松动，当场扶正垫牢");
        await me.Page.ClickAsync("button[name=settled][value=yes]");
        await me.Page.WaitForURLAsync("**/work/cases/*");
        await me.Look("work-case");
        Assert.Contains("已办结", await me.Page.InnerTextAsync("main"));
        await me.Open("/work/cases", "work-cases");
        await me.Open("/inbox", "work-inbox");
        await me.Open("/me", "work-me");
    }
}
