using Lianxin.Platform.Web;

namespace Lianxin.Web;

/// <summary>Every address of the product as a table: <c>docs/routes.md</c> holds it, and a test holds that file to the code.</summary>
public static class RouteTable
{
    private const string Head =
        """
        # Routes

        Every address there is and who may use it; whatever is not here answers 404. Written by `./run routes > docs/routes.md`, held to the endpoint table by a test. What a permission reaches (one's unit and what is below it, one case) is decided by the query behind it.

        | Method | Address | Who may |
        |---|---|---|
        """;

    public static string Of(IEnumerable<EndpointDataSource> sources) =>
        Head + "\n" + string.Concat(sources.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .SelectMany(e => e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [], (e, method) => (Path: "/" + e.RoutePattern.RawText?.TrimStart('/'), Method: method, e.Metadata))
            .OrderBy(r => r.Path, StringComparer.Ordinal).ThenBy(r => r.Method, StringComparer.Ordinal)
            .Select(r => $"| {r.Method} | `{r.Path}` | {Who(r.Metadata)} |\n"));

    private static string Who(EndpointMetadataCollection says)
    {
        if (says.GetMetadata<OpenToPublic>() is { } open) return "everybody: " + open.Reason;
        var needs = says.GetOrderedMetadata<NeedsPermission>().Select(n => string.Join(" or ", n.Key.Split(' ').Select(k => $"`{k}`"))).ToList();
        if (needs.Count > 0) return string.Join(" and ", needs);
        return says.GetMetadata<EvenUnsettled>() is not null ? "whoever is signed in, first password and second factor still to come" : "whoever is signed in";
    }
}
