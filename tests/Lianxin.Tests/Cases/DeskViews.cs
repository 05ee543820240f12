using System.Net;
using AngleSharp.Dom;

namespace Lianxin.Tests.Cases;

/// <summary>The queue keeps its view through cases and acts, and says whom each case waits for.</summary>
public sealed class DeskViews
{
    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task After_a_dispatch_the_next_case_of_the_same_view_is_open(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var first = await story.Scan("村口路灯不亮", "street-lamp");
        var second = await story.Scan("村尾路灯不亮", "street-lamp");
        var village = await story.UnitId("石桥村");
        var desk = await site.As(Story.Dispatcher);
        await desk.Open($"/desk?tab=ToDispatch&unit={village}");
        var link = desk.Page.QuerySelector("[data-row] h3 a")!.GetAttribute("href")!;
        Assert.Equal($"/desk/{first.Number}?tab=ToDispatch&unit={village}", link);
        await desk.Open(link);
        Assert.Equal("村口路灯不亮", desk.Page.QuerySelector("h2[autofocus]")!.TextContent);
        var act = desk.Page.QuerySelector(".case [data-shortcut=D]")!.GetAttribute("href")!;
        await desk.Open(act);
        await desk.Send($"/desk/{first.Number}/dispatch", new() { ["condition"] = "lamp-single", ["kind"] = "listed" });
        Assert.Equal($"/desk/{second.Number}?tab=ToDispatch&unit={village}", desk.Address);
        Assert.Contains($"{first.Number}：已派单", desk.Text);
        Assert.Equal("村尾路灯不亮", desk.Page.QuerySelector("[data-row][aria-current] h3")!.TextContent);
        await desk.Open($"/desk/{second.Number}/dispatch?tab=ToDispatch&unit={village}");
        await desk.Send($"/desk/{second.Number}/dispatch", new() { ["condition"] = "lamp-single", ["kind"] = "listed" });
        Assert.Equal($"/desk?tab=ToDispatch&unit={village}", desk.Address);
        Assert.Contains("新的事项会自动出现在这里", desk.Text);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task An_act_from_elsewhere_and_one_that_leaves_the_case_where_it_is_stay_with_it(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("路灯不亮", "street-lamp");
        await story.Scan("另一盏路灯不亮", "street-lamp");
        var desk = await site.As(Story.Dispatcher);
        await desk.Open($"/desk/{key.Number}/note?tab=ToDispatch");
        await desk.Send($"/desk/{key.Number}/note", new() { ["words"] = "已经打电话问过" });
        Assert.Equal($"/desk/{key.Number}?tab=ToDispatch", desk.Address);
        Assert.Equal($"/desk/{key.Number}", (await story.Dispatch(key.Number, "lamp-single")).Address);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Counts_are_of_what_the_filter_shows_and_none_while_words_are_looked_for(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        await story.Scan("路灯不亮", "street-lamp");
        await story.Scan("路灯不亮", "street-lamp", unit: "990101100201");
        var desk = await site.As(Story.Dispatcher);
        Assert.Equal(["2", "2", "0", "0", "0"], await Counts(desk, "/desk"));
        Assert.Equal(["1", "1", "0", "0", "0"], await Counts(desk, $"/desk?unit={await story.UnitId("石桥村")}"));
        Assert.Equal(["0", "0", "0", "0", "0"], await Counts(desk, "/desk?category=no-such"));
        Assert.Empty(await Counts(desk, "/desk?q=路灯"));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Row_and_case_say_whom_it_waits_for(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("路灯不亮", "street-lamp");
        Assert.Equal("等青溪镇派单", await Waits(site, Story.Secretary, key.Number));
        Assert.Equal("等您派单", await Row(site, Story.Dispatcher, key.Number));
        await story.Dispatch(key.Number, "lamp-single");
        Assert.Equal("等村镇建设办公室签收", await Waits(site, Story.Dispatcher, key.Number));
        Assert.Equal("等您签收", await Row(site, Story.Works, key.Number));
        await story.Do(Story.Works, key.Number, "sign");
        Assert.Equal("等村镇建设办公室办完", await Waits(site, Story.Dispatcher, key.Number));
        await story.Do(Story.Works, key.Number, "object", new() { ["reason"] = "不归我们管" });
        Assert.Equal("由青溪镇另一岗位裁定", await Waits(site, Story.Dispatcher, key.Number));
        Assert.Equal("等您裁定", await Row(site, Story.CentreHead, key.Number));
        var head = await site.As(Story.CentreHead);
        await head.Open($"/desk/{key.Number}/decide-objection");
        Assert.Contains("村镇建设办公室提出异议", head.Text);
        Assert.Contains("不归我们管", head.Page.QuerySelector(".plea")!.TextContent);
        Assert.Contains("履职", head.Page.QuerySelector(".plea")!.TextContent);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task What_was_handed_up_is_no_longer_in_the_dispatchers_part(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("路灯不亮", "street-lamp");
        var desk = await site.As(Story.Dispatcher);
        await desk.Open($"/desk/{key.Number}/hand-up?tab=ToDispatch");
        Assert.Empty(desk.Page.QuerySelectorAll("form.ask input[type=radio]"));
        await desk.Send($"/desk/{key.Number}/hand-up", new() { ["reason"] = "镇里办不了", ["materials"] = "已经看过现场" });
        Assert.Equal("/desk?tab=ToDispatch", desk.Address);
        Assert.DoesNotContain(key.Number, desk.Page.QuerySelector("#queue-rows")!.TextContent);
        Assert.Equal("已提级，等云岭县派单", await Waits(site, Story.Dispatcher, key.Number));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_page_back_shows_what_the_page_before_showed(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        for (var i = 0; i < 43; i++)
        {
            // One network may report so much an hour and no more.
            if (i % 10 == 9) site.Wait(TimeSpan.FromMinutes(61));
            await story.Scan($"第{i}盏路灯不亮", "street-lamp");
        }

        var desk = await site.As(Story.Dispatcher);
        var first = await Numbers(desk, "/desk?tab=ToDispatch");
        Assert.Equal(40, first.Count);
        var second = await Numbers(desk, desk.Page.QuerySelector("[data-shortcut=']']")!.GetAttribute("href")!);
        Assert.Equal(3, second.Count);
        Assert.Empty(first.Intersect(second));
        var opened = desk.Page.QuerySelector("[data-row] h3 a")!.GetAttribute("href")!;
        Assert.Equal(second, await Numbers(desk, opened));
        Assert.Equal(first, await Numbers(desk, desk.Page.QuerySelector("[data-shortcut='[']")!.GetAttribute("href")!));
        Assert.Null(desk.Page.QuerySelector("[data-shortcut='[']"));
    }

    private static async Task<List<string>> Numbers(Browser desk, string address)
    {
        Assert.Equal(HttpStatusCode.OK, await desk.Open(address));
        return [.. desk.Page.QuerySelectorAll("[data-row] .meta span:first-child").Select(s => s.TextContent)];
    }

    private static async Task<string[]> Counts(Browser desk, string address)
    {
        await desk.Open(address);
        return [.. desk.Page.QuerySelectorAll("#queue-tabs a span").Select(s => s.TextContent)];
    }

    private static async Task<string> Row(TestSite site, string login, string number)
    {
        var who = await site.As(login);
        await who.Open($"/desk?tab=All&q={number}");
        return who.Page.QuerySelector("[data-row] .meta span:nth-child(3)")!.TextContent;
    }

    /// <summary>What the row says; the case says the same where the buttons stand.</summary>
    private static async Task<string> Waits(TestSite site, string login, string number)
    {
        var said = await Row(site, login, number);
        var who = await site.As(login);
        await who.Open($"/desk/{number}");
        Assert.Equal(said, who.Page.QuerySelector(".case-bar .waits")?.TextContent);
        return said;
    }
}
