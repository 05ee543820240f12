using System.Net;
using Lianxin.Platform.Web;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Lianxin.Tests.Requirements;

/// <summary>What every answer carries, whatever it is: headers, cookies, and nothing that stays behind in a cache.</summary>
public sealed class Answers
{
    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Requirement", "30"), Trait("Requirement", "36")]
    public async Task Every_route_in_every_mood_answers_with_strict_headers_and_leaves_no_page_in_a_cache(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var holdings = await Estate.Furnish(site);
        var seen = new HashSet<HttpStatusCode>();
        foreach (var login in new[] { null, "qinguoliang", "fangjianguo", "tianxiaoju" })
        {
            var browser = login is null ? site.Anonymous() : await site.As(login);
            foreach (var route in Routes.All(site))
            {
                if (route.Pattern == "/sign-out") continue;
                var address = route.Fill(holdings[Estate.Shiqiao].For(route));
                await browser.Go(new HttpRequestMessage(new HttpMethod(route.Method), address));
                seen.Add(browser.Status);
                Strict(route.ToString(), browser.Response);
                if (route.Says<OpenToPublic>() is null || route.Pattern.StartsWith("/files", StringComparison.Ordinal)) Assert.True(Header(browser.Response, "Cache-Control").Contains("no-store", StringComparison.Ordinal), $"{route} may be cached");
            }

            foreach (var odd in new[] { new HttpRequestMessage(HttpMethod.Put, "/desk"), new HttpRequestMessage(HttpMethod.Head, "/desk"), new HttpRequestMessage(HttpMethod.Get, "/nothing/here") })
            {
                await browser.Go(odd);
                seen.Add(browser.Status);
                Strict(odd.RequestUri!.ToString(), browser.Response);
            }
        }

        Assert.Superset(new HashSet<HttpStatusCode> { HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.Forbidden, HttpStatusCode.BadRequest, HttpStatusCode.MethodNotAllowed }, seen);
    }

    [Fact]
    [Trait("Requirement", "30")]
    public async Task Assets_fresh_and_unchanged_carry_them_too()
    {
        await using var site = await TestSite.Township("sqlite");
        var browser = site.Anonymous();
        await browser.Open("/sign-in");
        var asset = browser.Page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!;
        Assert.Equal(HttpStatusCode.OK, await browser.Open(asset));
        Strict(asset, browser.Response);
        using var again = new HttpRequestMessage(HttpMethod.Get, asset);
        again.Headers.IfNoneMatch.Add(browser.Response.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, await browser.Go(again));
        Strict(asset, browser.Response);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Requirement", "32")]
    public async Task Over_https_every_cookie_is_bound_to_the_host_and_public_pages_set_none(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var wire = new Wire { InnerHandler = ((TestServer)site.Services.GetRequiredService<IServer>()).CreateHandler() };
        var browser = new Browser(wire);
        foreach (var address in new[] { "/v/990101100200", "/v/990101100200/report", "/v/990101100200/who", "/t", "/tools/deadline", "/health/live", "/nothing/here" })
        {
            await browser.Open(address);
            await browser.Post(address, new() { ["step"] = "what", ["words"] = "路灯不亮" });
        }

        Assert.Empty(wire.Cookies);
        await browser.Open("/sign-in?lang=en");
        await browser.Send("/sign-in", new() { ["login"] = "xuwenjing", ["password"] = Lianxin.Platform.Demo.DemoAccounts.Password });
        Assert.Equal("/desk", browser.Address);
        await browser.Open("/me");
        await browser.Send("/me/language", new() { ["language"] = "en" });
        await browser.Open("/me");
        await browser.Send("/sign-out", []);
        var names = wire.Cookies.Select(c => c.Split('=')[0]).Distinct(StringComparer.Ordinal).ToList();
        Assert.Superset(new HashSet<string>(StringComparer.Ordinal) { "__Host-lianxin", "__Host-lianxin-form", "__Host-lianxin-device" }, names.ToHashSet(StringComparer.Ordinal));
        foreach (var cookie in wire.Cookies)
        {
            Assert.StartsWith("__Host-", cookie, StringComparison.Ordinal);
            foreach (var part in new[] { "; path=/", "; secure", "; httponly", "; samesite=" }) Assert.Contains(part, cookie, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("; domain=", cookie, StringComparison.OrdinalIgnoreCase);
        }
    }

    private static void Strict(string what, HttpResponseMessage answer)
    {
        var policy = Header(answer, "Content-Security-Policy");
        Assert.True(policy.Contains("default-src 'none'", StringComparison.Ordinal) && !policy.Contains("unsafe", StringComparison.Ordinal), $"{what}: {policy}");
        foreach (var (name, value) in new[] { ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "same-origin"), ("Cross-Origin-Opener-Policy", "same-origin"), ("Cross-Origin-Resource-Policy", "same-origin") })
            Assert.True(Header(answer, name) == value, $"{what}: {name} is {Header(answer, name)}");
        foreach (var name in new[] { "Server", "X-Powered-By", "X-AspNet-Version", "Access-Control-Allow-Origin" }) Assert.False(answer.Headers.Contains(name), $"{what} sends {name}");
    }

    private static string Header(HttpResponseMessage answer, string name) => answer.Headers.TryGetValues(name, out var values) ? string.Join(' ', values) : "";

    /// <summary>Sends everything over HTTPS and notes what cookies come back.</summary>
    private sealed class Wire : DelegatingHandler
    {
        public List<string> Cookies { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri = new UriBuilder(new Uri(new Uri("http://localhost"), request.RequestUri!)) { Scheme = "https", Port = 443 }.Uri;
            var answer = await base.SendAsync(request, cancellationToken);
            if (!answer.Headers.TryGetValues("Set-Cookie", out var set)) return answer;
            Cookies.AddRange(set);
            // The browser of the tests believes it is on plain HTTP and would keep a Secure cookie to itself.
            answer.Headers.Remove("Set-Cookie");
            answer.Headers.Add("Set-Cookie", Cookies[^set.Count()..].Select(c => c.Replace("; secure", "", StringComparison.OrdinalIgnoreCase)));
            return answer;
        }
    }
}
