using Lianxin.Tests.Packs;
using Lianxin.Web;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Lianxin.Tests.Requirements;

/// <summary>What is deployed is what is documented, address for address.</summary>
public sealed class Documented
{
    [Fact]
    [Trait("Requirement", "35")]
    public async Task Every_route_stands_in_the_list_of_routes_with_who_may_and_nothing_else_does()
    {
        await using var site = await TestSite.Empty("sqlite");
        var mapped = RouteTable.Of(site.Services.GetServices<EndpointDataSource>()).Split('\n');
        var written = await File.ReadAllLinesAsync(Path.Combine(Shipped.Root(), "docs", "routes.md"), TestContext.Current.CancellationToken);
        Assert.True(mapped.Length > 100, $"Only {mapped.Length} lines.");
        var (missing, gone) = (mapped.Where(l => l.Length > 0).Except(written), written.Where(l => l.Length > 0).Except(mapped));
        Assert.True(!missing.Any() && !gone.Any(), "Renew it with ./run routes > docs/routes.md\n" + string.Join('\n', missing.Select(l => "+ " + l).Concat(gone.Select(l => "- " + l))));
    }
}
