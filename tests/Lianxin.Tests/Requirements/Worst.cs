using System.Diagnostics;
using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using Lianxin.Tests.Cases;
using Lianxin.Web;

namespace Lianxin.Tests.Requirements;

/// <summary>Text made to keep a pattern busy, lists asked for without end, cursors somebody made up.</summary>
public sealed class Worst
{
    private const int Long = 64 * 1024;

    [Fact]
    [Trait("Requirement", "24")]
    public void Every_pattern_gives_up_in_time_on_64_kilobytes()
    {
        var patterns = Site.Modules.Select(m => m.Assembly).Append(typeof(Site).Assembly).SelectMany(a => a.GetTypes())
            .SelectMany(t => t.GetMethods(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly))
            .Where(m => m.ReturnType == typeof(Regex) && m.GetParameters().Length == 0 && m.GetCustomAttribute<GeneratedRegexAttribute>() is not null)
            .Select(m => (Name: $"{m.DeclaringType!.Name}.{m.Name}", Regex: (Regex)m.Invoke(null, null)!)).ToList();
        Assert.True(patterns.Count >= 10, $"Only {patterns.Count} patterns were found.");
        foreach (var (name, regex) in patterns)
        {
            Assert.True(regex.MatchTimeout > TimeSpan.Zero && regex.MatchTimeout <= TimeSpan.FromSeconds(1), $"{name} waits {regex.MatchTimeout}");
            foreach (var text in Texts64())
            {
                var began = Stopwatch.GetTimestamp();
                try
                {
                    regex.IsMatch(text);
                }
                catch (RegexMatchTimeoutException)
                {
                    // Given up in time, which is what the limit is for.
                }

                Assert.True(Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(5), $"{name} took {Stopwatch.GetElapsedTime(began)}");
            }
        }
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Requirement", "24")]
    public async Task A_field_filled_with_64_kilobytes_is_refused_and_never_a_fault(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var admin = await site.As("qinguoliang");
        var token = await admin.Token();
        var unit = await new Story(site).UnitId("石桥村");
        foreach (var text in Texts64())
        {
            foreach (var (address, field) in new[]
            {
                ("/admin/calendar/hours", "periods"), ("/admin/calendar/hours", "seasonFrom"), ("/admin/calendar/year", "text"), ("/admin/settings", "noticeUrl"), ("/admin/units/990101100200/boundary", "boundary"),
                ("/admin/units/990101100200/add", "code"), ("/sign-in", "login"), ("/t", "number"), ("/v/990101100200/report", "phone"), ("/v/990101100200/report", "words"),
            })
            {
                var fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["unit"] = $"{unit}", ["year"] = "2027", ["reason"] = "理由写在这里", ["from"] = "2026-05-01", ["step"] = "send", ["code"] = "123456", ["password"] = "x" };
                fields[field] = text;
                await admin.Forge(address, token, fields);
                Assert.True(admin.Status is (HttpStatusCode)422 or HttpStatusCode.NotFound or HttpStatusCode.Conflict or HttpStatusCode.OK, $"{address} {field}: {admin.Status}");
                Assert.NotEqual(HttpStatusCode.InternalServerError, admin.Status);
            }
        }
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Requirement", "25")]
    public async Task A_list_stays_a_page_whatever_size_or_cursor_is_asked_for(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        for (var i = 0; i < 3; i++) await story.Scan("路灯不亮", "street-lamp");
        var admin = await site.As("qinguoliang");
        var desk = await site.As(Story.Dispatcher);
        foreach (var browser in new[] { admin, desk })
        {
            foreach (var list in new[] { "/desk", "/work/cases", "/inbox", "/admin/people", "/admin/accounts", "/admin/units", "/admin/audit", "/admin/deliveries", "/admin/categories" })
            {
                foreach (var query in new[] { "size=1000000000", "pageSize=1000000000&limit=1000000000&take=1000000000", "after=-1", $"before={long.MinValue}", "after=9223372036854775808", "after=x.y", "after=%00", "before=1e9", "after=3155378975999999999.9223372036854775807", "after=-5.1", "unit=-1", "tab=999" })
                {
                    await browser.Open($"{list}?{query}");
                    Assert.True((int)browser.Status < 500, $"{list}?{query} is {browser.Status}");
                    Assert.True(browser.Page.QuerySelectorAll("tbody tr, .queue li").Length <= 60, $"{list}?{query}");
                }
            }
        }
    }

    private static IEnumerable<string> Texts64()
    {
        foreach (var part in new[] { "a", "1", "1月1日至", "08:30-12:00,", " ", "，、", "一、元旦：1月1日", "(", "a@a.", "-", "((((", "9:", "国办发明电〔2025〕" })
            yield return string.Concat(Enumerable.Repeat(part, Long / part.Length + 1))[..Long] + "!";
    }
}
