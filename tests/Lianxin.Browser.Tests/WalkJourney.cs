using System.Text.RegularExpressions;

namespace Lianxin.Browser.Tests;

/// <summary>Follows every link a role can click, one page of each kind, on a desk and on a phone; all pages that fail are named together.</summary>
[Collection("demo")]
public sealed partial class WalkJourney(Browsing browsing)
{
    private const int MostPages = 90;

    [Theory]
    [InlineData("xuwenjing", 1440)]
    [InlineData("xuwenjing", 390)]
    [InlineData("fangjianguo", 1440)]
    [InlineData("cuipeng", 1440)]
    [InlineData("shichanggeng", 390)]
    [InlineData("tianxiaoju", 390)]
    [InlineData("qinguoliang", 1440)]
    [InlineData("qinguoliang", 390)]
    [InlineData("muxiaolan", 1440)]
    [InlineData("muxiaolan", 390)]
    [InlineData("baijingwen", 1440)]
    [InlineData("baijingwen", 390)]
    public async Task Every_kind_of_page_that_can_be_reached_stands(string login, int width)
    {
        var me = await browsing.Visit(width);
        await me.SignIn(login);
        var ahead = new Queue<string>(["/"]);
        var seen = new HashSet<string>();
        var failed = new List<string>();
        while (ahead.TryDequeue(out var address) && seen.Count < MostPages)
        {
            if (!seen.Add(Kind(address))) continue;
            try
            {
                var answer = await me.Page.GotoAsync(address);
                if (answer is { Status: >= 400 }) failed.Add($"{address}: {answer.Status}");
                await me.Look($"walk-{login}{Name(address)}");
            }
            catch (Exception e) when (e is Xunit.Sdk.XunitException or Microsoft.Playwright.PlaywrightException)
            {
                failed.Add($"{address}: {e.Message}");
                me.Forget();
            }

            foreach (var link in await me.Links()) if (!seen.Contains(Kind(link))) ahead.Enqueue(link);
        }

        Assert.True(seen.Count > 4, $"{login} reached only {string.Join(' ', seen)}.");
        Assert.True(failed.Count == 0, string.Join('\n', failed));
    }

    /// <summary>Pages that differ only in whose they are: numbers, codes and keys are blanked, of a query only its names count.</summary>
    private static string Kind(string address)
    {
        var parts = address.Split('?', 2);
        var query = parts.Length > 1 ? string.Join('&', parts[1].Split('&').Select(p => p.Split('=')[0]).Distinct().Order()) : "";
        return Numbers().Replace(parts[0], "/*") + "?" + query;
    }

    private static string Name(string address) => Plain().Replace(Kind(address), "-").TrimEnd('-');

    [GeneratedRegex(@"/categories/\d+/(conditions/)?[^/]+|/(roles|packs|schedules|duties)/[^/]+|/[^/]*\d[^/]*", RegexOptions.None, 1000)]
    private static partial Regex Numbers();

    [GeneratedRegex("[^A-Za-z]+", RegexOptions.None, 1000)]
    private static partial Regex Plain();
}
