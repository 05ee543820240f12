using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Playwright;

namespace Lianxin.Browser.Tests;

/// <summary>
/// Somebody at a browser. Every page looked at is checked for accessibility (no serious violation), for scripts or
/// styles the content policy refused, for sideways scrolling, words cut off and a second main button, and leaves a
/// picture in artifacts/screens.
/// </summary>
public sealed class Visitor
{
    private static readonly string Axe = File.ReadAllText(Path.Combine(Browsing.Root(), "src", "Lianxin.Web", "Assets", "node_modules", "axe-core", "axe.min.js"));

    /// <summary>More than one main button to press, and words a box cuts off without saying so.</summary>
    private const string Drawn = """
        () => {
          const seen = e => e.checkVisibility() && e.clientWidth > 1;
          const go = [...document.querySelectorAll('main .go')].filter(seen);
          const cut = [...document.querySelectorAll('main *, nav *')].filter(e => !e.matches('input, textarea, select, option') && e.textContent.trim() && ![...e.children].some(seen) && seen(e)
            && getComputedStyle(e).overflowX !== 'visible' && getComputedStyle(e).textOverflow !== 'ellipsis' && e.scrollWidth > e.clientWidth + 1);
          return [...(go.length > 1 ? go.map(e => 'a second main button: ' + e.textContent.trim()) : []), ...cut.map(e => 'cut off: ' + e.textContent.trim())];
        }
        """;

    private readonly List<string> faults = [];
    private readonly int width;
    private readonly bool scripts;
    private readonly ConcurrentDictionary<IRequest, byte> open = [];
    private volatile string ahead = "";

    public Visitor(IPage page, int width, bool scripts)
    {
        (Page, this.width, this.scripts) = (page, width, scripts);
        page.Console += (_, message) => { if (message.Type == "error" && !message.Text.Contains("status of 4", StringComparison.Ordinal)) faults.Add(message.Text); };
        page.PageError += (_, error) => faults.Add(error);
        page.Request += (_, request) => Asked(request);
        page.FrameNavigated += (_, frame) => Came(frame);
        page.RequestFinished += (_, request) => open.TryRemove(request, out var _);
        page.RequestFailed += (_, request) => open.TryRemove(request, out var _);
    }

    public IPage Page { get; }

    /// <summary>True for a phone, used with a finger.</summary>
    public bool Phone => width < 600;

    public async Task SignIn(string login)
    {
        await Page.GotoAsync("/sign-in");
        await Page.FillAsync("input[name=login]", login);
        await Page.FillAsync("input[name=password]", "Lianxin-2026");
        await Page.ClickAsync("form[action='/sign-in'] button.go");
        await Page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
    }

    public async Task Open(string address, string name)
    {
        await Page.GotoAsync(address);
        await Look(name);
    }

    /// <summary>Addresses of this site that can be clicked here, downloads left out.</summary>
    public Task<string[]> Links() => Page.Locator("a[href]:not([download])").EvaluateAllAsync<string[]>(
        "all => [...new Set(all.filter(a => a.origin === location.origin && !a.pathname.startsWith('/files/') && !a.pathname.startsWith('/sign-')).map(a => a.pathname + a.search))]");

    /// <summary>Leaves behind what a page already complained of, before the next one.</summary>
    public void Forget() => faults.Clear();

    /// <summary>Looks at the page as it stands: picture, accessibility, policy, width.</summary>
    public async Task Look(string name)
    {
        await Still();
        var screens = Path.Combine(Browsing.Root(), "artifacts", "screens");
        Directory.CreateDirectory(screens);
        await Page.ScreenshotAsync(new() { Path = Path.Combine(screens, $"{name}-{width}{(scripts ? "" : "-noscript")}.png"), FullPage = width < 600 });
        Assert.True(faults.Count == 0, $"{name}: {string.Join('\n', faults)}");
        if (!scripts) return;
        var over = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(over <= 0, $"{name} scrolls sideways by {over} px at {width}.");
        if (!Page.Url.Contains("/ui", StringComparison.Ordinal)) Assert.Empty(await Page.EvaluateAsync<string[]>(Drawn));
        await Page.EvaluateAsync(Axe);
        var found = await Page.EvaluateAsync<JsonElement>(
            "axe.run(document, { resultTypes: ['violations'] }).then(r => r.violations.filter(v => v.impact === 'serious' || v.impact === 'critical').map(v => v.id + ': ' + v.nodes.map(n => n.html).join(' | ')))");
        Assert.True(found.GetArrayLength() == 0, $"{name}: {found}");
    }

    /// <summary>A fifth of a second without a request, the connection aside that a page keeps open to hear of changes, and what it asks by the clock.</summary>
    private async Task Still()
    {
        await Page.WaitForLoadStateAsync();
        for (int still = 0, tries = 0; still < 4; tries++)
        {
            Assert.True(tries < 600, $"Half a minute later still asked for: {string.Join(' ', open.Keys.Select(r => r.Url))}");
            await Task.Delay(50);
            still = open.IsEmpty ? still + 1 : 0;
        }
    }

    private void Asked(IRequest request)
    {
        if (request.IsNavigationRequest && request.Frame == Page.MainFrame) ahead = Bare(request.Url);
        if (!request.Url.Contains("/live?", StringComparison.Ordinal) && !request.Url.EndsWith("/inbox/count", StringComparison.Ordinal)) open[request] = 0;
    }

    /// <summary>With the next page goes what the last one still asked for, and of that no end is told; a page that only changes its address stays.</summary>
    private void Came(IFrame frame)
    {
        if (frame != Page.MainFrame || Bare(frame.Url) != ahead) return;
        ahead = "";
        foreach (var request in open.Keys.Where(r => !r.IsNavigationRequest)) open.TryRemove(request, out _);
    }

    private static string Bare(string address) => address.Split('#')[0];
}
