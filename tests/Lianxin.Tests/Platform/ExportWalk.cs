using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Lianxin.Platform.Tables;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Lianxin.Tests.Platform;

/// <summary>Goes to every list there is a file of, as somebody who may, and holds the file to the page: same columns, same rows, no number the page hides.</summary>
internal sealed partial class ExportWalk(TestSite site)
{
    /// <summary>A list whose page is not one table: what a row of it looks like, and how many rows the file has besides.</summary>
    private sealed record Shown(string Row, int Besides = 0);

    private const string Tables = "main .table tbody tr";

    private static readonly Dictionary<string, Shown> Otherwise = new()
    {
        ["/desk"] = new("[data-row]"), ["/desk/shift"] = new("main [data-row]"), ["/inbox"] = new("ul.notices li"), ["/work"] = new(".job"), ["/work/cases"] = new(".job"),
        ["/lead"] = new(".lead-units > li", 1), ["/figures/months"] = new(Tables, 1), ["/admin/categories"] = new(".cats tbody tr"), ["/admin/units/{code}/places"] = new("[aria-labelledby=places] tbody tr"),
    };

    /// <summary>Those who may look at one list or another, the busiest first.</summary>
    private static readonly string[] Logins = ["xuwenjing", "songmeiling", "qinguoliang", "muxiaolan", "luzhengming", "fangjianguo", "tianxiaoju", "guchanghe"];

    private readonly Dictionary<string, Browser> browsers = [];

    public IEnumerable<string> Lists => site.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
        .Select(e => "/" + e.RoutePattern.RawText!.Trim('/')).Where(p => p.EndsWith("/export", StringComparison.Ordinal)).Select(p => p[..^"/export".Length]).Distinct().Order(StringComparer.Ordinal);

    /// <returns>How many rows the list had; null where nobody of those who may sees any.</returns>
    public async Task<int?> Hold(string list)
    {
        foreach (var login in Logins)
        {
            var browser = await As(login);
            if (await Address(browser, list) is not { } address || await browser.Open(Page(address)) != HttpStatusCode.OK) continue;
            var action = browser.Page.QuerySelectorAll("form.export").Select(f => f.GetAttribute("action")!.Split('?')[0]).FirstOrDefault(a => a == address + "/export");
            if (action is null) continue;
            return await Held(browser, list, address);
        }

        return null;
    }

    private static async Task<int> Held(Browser browser, string list, string address)
    {
        var (shown, text) = (0, "");
        for (var next = Page(address); next is not null; next = Next(browser.Page))
        {
            await browser.Open(next);
            shown += Rows(browser.Page, list).Count;
            text += browser.Page.QuerySelector("main")!.TextContent;
        }

        await browser.Open(Page(address));
        var titles = Otherwise.ContainsKey(list) ? null : browser.Page.QuerySelector("main .table table")?.QuerySelectorAll("th").Select(th => th.TextContent.Trim()).Where(t => t.Length > 0).ToList();
        var rows = await ExportTests.Export(browser, address + "/export");
        var head = rows[1].TakeWhile(t => t.Length > 0).ToList();
        Assert.True(head.Count > 1 && head.Distinct().Count() == head.Count, list);
        if (!Otherwise.ContainsKey(list)) Assert.Equal(titles, head);
        Assert.True(shown + (Otherwise.TryGetValue(list, out var other) ? other.Besides : 0) == rows.Count - 2, $"{list}: {shown} shown, {rows.Count - 2} in the file");
        // A number is in the file only where the page shows it: what is masked stays masked.
        var hidden = rows.Skip(2).SelectMany(r => r).SelectMany(cell => Phones().Matches(cell).Select(m => m.Value)).Where(number => !text.Contains(number, StringComparison.Ordinal)).ToList();
        Assert.True(hidden.Count == 0, $"{list}: {string.Join(' ', hidden)}");
        return shown;
    }

    private async Task<Browser> As(string login) => browsers.TryGetValue(login, out var known) ? known : browsers[login] = await site.As(login);

    /// <summary>The list of one thing: that of a village, of the newest change of the calendar.</summary>
    private static async Task<string?> Address(Browser browser, string list)
    {
        if (list.Contains("{code}", StringComparison.Ordinal)) return list.Replace("{code}", "990101100200", StringComparison.Ordinal);
        if (!list.Contains('{', StringComparison.Ordinal)) return list;
        var parent = list[..list.IndexOf("/changes", StringComparison.Ordinal)];
        return await browser.Open(parent) == HttpStatusCode.OK ? browser.Page.QuerySelector($"a[href^='{parent}/changes/']")?.GetAttribute("href")?.Split('?')[0] : null;
    }

    /// <summary>Where the list stands: places on the page of their unit.</summary>
    private static string Page(string address) => address.EndsWith("/places", StringComparison.Ordinal) ? address[..^"/places".Length] : address;

    private static List<IElement> Rows(IParentNode page, string list) => [.. page.QuerySelectorAll(Otherwise.TryGetValue(list, out var other) ? other.Row : Tables)];

    private static string? Next(IParentNode page) =>
        page.QuerySelectorAll(".pager a").FirstOrDefault(a => a.TextContent.Contains("下一页", StringComparison.Ordinal) || a.TextContent.Contains("更早", StringComparison.Ordinal))?.GetAttribute("href");

    [GeneratedRegex("1[3-9][0-9]{9}", RegexOptions.None, 5_000)]
    private static partial Regex Phones();
}
