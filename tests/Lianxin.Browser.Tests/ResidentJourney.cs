using Microsoft.Playwright;

namespace Lianxin.Browser.Tests;

/// <summary>A resident with a cheap phone and no account: scan, three screens, receipt, follow, add.</summary>
[Collection("demo")]
public sealed class ResidentJourney(Browsing browsing)
{
    /// <summary>One pixel.</summary>
    private const string Png = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    [Theory]
    [InlineData(390, true)]
    [InlineData(390, false)]
    [InlineData(1440, true)]
    public async Task Reports_in_three_screens_and_follows_the_case_with_number_and_code(int width, bool scripts)
    {
        var me = await browsing.Visit(width, scripts);
        await me.Open("/v/990101100200", "public-village");
        await me.Page.ClickAsync("a.big");
        await me.Look("public-what");
        await me.Page.CheckAsync("input[name=category][value=street-lamp]", new() { Force = true });
        await me.Page.FillAsync("textarea[name=words]", "村口路灯不亮，学生放学看不清");
        await me.Page.ClickAsync("button[value=what]");
        await me.Look("public-where");
        await me.Page.FillAsync("input[name=placeWords]", "水塔东边");
        if (scripts)
        {
            await me.Page.ClickAsync("[data-map-open]");
            await me.Page.Locator(".lx-map-field .lx-grid").First.WaitForAsync();
            await me.Page.Locator(".lx-map-field").ClickAsync();
            await me.Look("public-map");
            Assert.NotEqual("", await me.Page.InputValueAsync("input[name=longitude]"));
        }

        await me.Page.ClickAsync("button[value=where]");
        await me.Look("public-contact");
        await me.Page.FillAsync("input[name=phone]", "19900000017");
        await me.Page.ClickAsync("button[value=send]");
        await me.Look("public-receipt");
        Assert.Equal(2, await me.Page.Locator(".receipt .big-num").CountAsync());
        if (scripts)
        {
            var told = await me.Page.InnerTextAsync(".receipt");
            await me.Page.ReloadAsync();
            await Assertions.Expect(me.Page.Locator(".receipt")).ToHaveTextAsync(told, new() { UseInnerText = true });
        }

        await me.Page.ClickAsync("button.go");
        await me.Look("public-story");
        Assert.Contains("已收到", await me.Page.InnerTextAsync("main"));
        await me.Page.ClickAsync("details > summary.btn");
        await me.Page.FillAsync("form[action^='/t/add'] textarea", "昨晚又有孩子摔了");
        await me.Page.ClickAsync("form[action^='/t/add'] button");
        await me.Look("public-added");
        Assert.Empty(await me.Page.Context.CookiesAsync());
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1440)]
    public async Task A_photo_stays_chosen_over_a_refusal_and_back_leads_out_of_what_was_handed_in(int width)
    {
        var me = await browsing.Visit(width);
        await me.Page.GotoAsync("/v/990101100200");
        await me.Page.ClickAsync("a.big");
        await me.Write("或者写几句", "村口路灯不亮");
        await me.Press("下一步");
        await me.Press("下一步");
        await me.Page.GoBackAsync();
        await me.Read("在哪里？");
        await me.Press("下一步");
        await me.Page.SetInputFilesAsync("input[type=file]", new FilePayload { Name = "lamp.png", MimeType = "image/png", Buffer = Convert.FromBase64String(Png) });
        await me.Page.Locator(".preview").WaitForAsync();
        await me.Write("电话", "12");
        await me.Press("提交");
        await me.Read("有一处要改一下");
        Assert.Equal(1, await me.Page.Locator(".preview").CountAsync());
        await me.Look("public-photo-kept");
        await me.Write("电话", "19900000017");
        await me.Press("提交");
        await me.Read("1 个，都收到了");
        await me.Press("现在就看进度");
        await me.Read("经过");
        await me.Page.GoBackAsync();
        await me.Read("我要反映");
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1440)]
    public async Task An_empty_report_is_told_at_the_field_and_elder_mode_and_english_hold(int width)
    {
        var me = await browsing.Visit(width);
        await me.Page.GotoAsync("/v/990101100001/report");
        await me.Page.ClickAsync("button[value=what]");
        await me.Look("public-what-refused");
        Assert.True(await me.Page.Locator("#e-words").IsVisibleAsync());
        await me.Open("/v/990101100001?big=1", "public-village-elder");
        await me.Open("/v/990101100001?lang=en", "public-village-english");
        await me.Open("/v/990101100001/who", "public-who-sees");
        await me.Open("/t", "public-track");
    }
}
