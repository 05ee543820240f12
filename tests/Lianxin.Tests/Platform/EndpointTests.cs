using System.Net;
using Lianxin.Platform.Web;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Lianxin.Tests.Platform;

public sealed class EndpointTests
{
    [Fact]
    [Trait("Requirement", "1")]
    public async Task A_stranger_is_sent_to_sign_in_by_every_endpoint_that_is_not_open()
    {
        await using var site = await TestSite.Township("sqlite");
        foreach (var endpoint in Endpoints(site).Where(e => e.Metadata.GetMetadata<OpenToPublic>() is null))
        {
            var browser = site.Anonymous();
            var method = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0];
            var path = System.Text.RegularExpressions.Regex.Replace(endpoint.RoutePattern.RawText!, @"\{[^}]+\}", "1", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));
            var status = await browser.Go(new HttpRequestMessage(new HttpMethod(method), path));
            if (path.StartsWith("/api/", StringComparison.Ordinal)) Assert.Equal(HttpStatusCode.Unauthorized, status);
            else Assert.True(browser.Address.StartsWith("/sign-in", StringComparison.Ordinal), $"{method} {path} went to {browser.Address}");
        }
    }

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/me")]
    [InlineData("/no/such/page")]
    [InlineData("/admin/accounts")]
    [InlineData("/v/990101100200")]
    [InlineData("/api/nothing")]
    [InlineData("/health/live")]
    [InlineData("/files/1")]
    [Trait("Requirement", "30")]
    public async Task The_same_strict_headers_stand_on_every_kind_of_answer(string address)
    {
        await using var site = await TestSite.Township("sqlite");
        var worker = await site.As("tianxiaoju");
        await worker.Open(address);
        Strict(worker.Response);
        await worker.Post(address, []);
        Strict(worker.Response);
    }

    private static void Strict(HttpResponseMessage answer)
    {
        string Header(string name) => answer.Headers.TryGetValues(name, out var values) ? string.Join(' ', values) : "";
        Assert.Contains("default-src 'none'", Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-inline", Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal("nosniff", Header("X-Content-Type-Options"));
        Assert.Equal("same-origin", Header("Referrer-Policy"));
        Assert.Equal("same-origin", Header("Cross-Origin-Opener-Policy"));
        Assert.Contains("no-store", Header("Cache-Control"), StringComparison.Ordinal);
        foreach (var name in new[] { "Server", "X-Powered-By", "blazor-enhanced-nav" }) Assert.False(answer.Headers.Contains(name), name);
    }

    private static IEnumerable<RouteEndpoint> Endpoints(TestSite site) =>
        site.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>();
}
