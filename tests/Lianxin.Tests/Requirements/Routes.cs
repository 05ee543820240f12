using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Lianxin.Tests.Requirements;

/// <summary>A route of the product as it stands; a new one is tested as soon as it is mapped.</summary>
internal sealed record Route(string Method, string Pattern, RouteEndpoint Endpoint)
{
    public IReadOnlyList<string> Names => [.. Endpoint.RoutePattern.Parameters.Select(p => p.Name)];

    public T? Says<T>() where T : class => Endpoint.Metadata.GetMetadata<T>();

    public override string ToString() => $"{Method} {Pattern}";
}

internal static partial class Routes
{
    public static IReadOnlyList<Route> All(TestSite site) =>
        [.. site.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .SelectMany(e => e.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(m => new Route(m, e.RoutePattern.RawText!, e)))];

    /// <summary>The address with these values in its gaps; a gap without a value takes one that fits its type and means nothing.</summary>
    public static string Fill(this Route route, IReadOnlyDictionary<string, string> values) =>
        Gap().Replace(route.Pattern, m => Uri.EscapeDataString(values.GetValueOrDefault(m.Groups[1].Value, m.Value.Contains(":long", StringComparison.Ordinal) ? "4711" : "nothing")));

    /// <summary>The page without what differs between two requests for the same thing: the address asked for, tokens, references.</summary>
    public static string Plain(this Browser browser, params string[] asked)
    {
        var text = Once().Replace(browser.Page.Source.Text, "#");
        return asked.Aggregate(text, (left, part) => left.Replace(part, "?", StringComparison.Ordinal).Replace(Uri.EscapeDataString(part), "?", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"\{([A-Za-z]+)[^}]*\}", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Gap();

    [GeneratedRegex("[0-9a-f]{32}|CfDJ8[A-Za-z0-9_-]+", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Once();
}
