using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Lianxin.Tests.Cases;

/// <summary>A day in the township from which the figures are worked out by hand, and the look behind every figure of a page.</summary>
internal sealed partial class Counted(TestSite site)
{
    private readonly Story story = new(site);
    private int reporters;

    public Story Story => story;

    public async Task<(string Number, string Code)> Reported(string? phone = null) => await story.Scan("村口路灯不亮", "street-lamp", phone ?? $"199000001{++reporters:00}");

    public async Task<(string Number, string Code)> Sent(string? phone = null)
    {
        var key = await Reported(phone);
        await story.Dispatch(key.Number, "lamp-single");
        return key;
    }

    public Task Sign((string Number, string Code) key) => story.Do(Story.Works, key.Number, "sign");

    public async Task Close((string Number, string Code) key)
    {
        await story.Do(Story.Works, key.Number, "finish", new() { ["result"] = "换了灯泡" });
        await story.Do(Story.PhoneClerk, key.Number, "reply", new() { ["words"] = "灯修好了", ["by"] = "Page" });
        Assert.Equal(Lianxin.Cases.Model.CaseStatus.Closed, (await story.File(key.Number)).Status);
    }

    /// <summary>Sent, confirmed at once, done and answered.</summary>
    public async Task<(string Number, string Code)> Done(string? phone = null)
    {
        var key = await Sent(phone);
        await Sign(key);
        await Close(key);
        return key;
    }

    public async Task Rate((string Number, string Code) key, string solved, int mark) =>
        await (await story.Track(key)).Send("/t/rate", new() { ["solved"] = solved, ["mark1"] = $"{mark}", ["mark2"] = $"{mark}", ["mark3"] = $"{mark}" });

    /// <summary>The line of a list of facts: its words and how many.</summary>
    public static string Line(Browser page, string rate, string fact) => Rate(page, rate).QuerySelectorAll(".fact-list li").Single(l => l.Children[0].TextContent == fact).Children[1].TextContent;

    public static string Percent(Browser page, string rate) => Rate(page, rate).QuerySelector(".big-num")!.TextContent;

    /// <summary>Opens what stands behind each figure of a page: exactly so many cases, no more and no fewer.</summary>
    /// <returns>How many links there were.</returns>
    public static async Task<int> Holds(Browser browser, string address)
    {
        Assert.Equal(HttpStatusCode.OK, await browser.Open(address));
        var links = browser.Page.QuerySelectorAll("main a[href*='figure=']").Select(a => (Href: a.GetAttribute("href")!, Count: Said(a), a.TextContent)).ToList();
        foreach (var (href, count, text) in links)
        {
            Assert.Equal(HttpStatusCode.OK, await browser.Open(href));
            Assert.True(browser.Page.QuerySelectorAll("[data-row]").Length == count, $"{address}: “{text}” has {browser.Page.QuerySelectorAll("[data-row]").Length} behind it ({href})");
            Assert.NotNull(browser.Page.QuerySelector(".figure-note"));
        }

        return links.Count;
    }

    private static IElement Rate(Browser page, string rate) => page.Page.QuerySelectorAll(".rate-story").Single(s => s.QuerySelector("h3")!.TextContent.Contains(rate, StringComparison.Ordinal));

    private static int Said(IElement link)
    {
        var text = link.TextContent;
        if (text.Contains('%') || text.Contains('—')) text = Below().Match(link.Closest(".rate, li")!.TextContent).Groups[1].Value;
        return int.Parse(Figures().Match(text).Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"/ ([0-9]+)", RegexOptions.None, 5_000)]
    private static partial Regex Below();

    [GeneratedRegex("[0-9]+", RegexOptions.None, 5_000)]
    private static partial Regex Figures();
}
