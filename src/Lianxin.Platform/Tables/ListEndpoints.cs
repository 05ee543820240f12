using Lianxin.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Lianxin.Platform.Tables;

/// <summary>Said of a list's page: where all of it can be taken away as a file.</summary>
public sealed record Exported(string Address);

/// <summary>A list and its file by one line.</summary>
public static class ListEndpoints
{
    /// <summary>
    /// Maps a page that shows a <c>DataTable</c> and, at <c>…/export</c>, the same list as .xlsx: the same handler reads
    /// both, so filter, sort, reach and masking cannot differ. What is said of the result (permission) holds for both.
    /// </summary>
    public static IEndpointConventionBuilder MapList(this IEndpointRouteBuilder routes, string pattern, Delegate show) =>
        new Both(routes.MapGet(pattern, show).WithMetadata(new Exported(pattern + "/export")), routes.MapExport(pattern, show));

    /// <summary>Only the file, where the page itself shows the rows in another form than a table.</summary>
    public static IEndpointConventionBuilder MapExport(this IEndpointRouteBuilder routes, string pattern, Delegate table)
    {
        var read = Reader(routes, pattern, table);
        return routes.MapPost(pattern + "/export", (HttpContext http, ExportList export) => export.Do(http, pattern, read));
    }

    /// <summary>The handler as ever, its parameters bound anew for each page; what it answers is caught instead of sent.</summary>
    private static Func<HttpContext, Task<RazorComponentResult?>> Reader(IEndpointRouteBuilder routes, string pattern, Delegate show)
    {
        var at = RoutePatternFactory.Parse(pattern);
        var built = RequestDelegateFactory.Create(show, new RequestDelegateFactoryOptions
        {
            ServiceProvider = routes.ServiceProvider, DisableInferBodyFromParameters = true, RouteParameterNames = at.Parameters.Select(p => p.Name),
            EndpointBuilder = new RouteEndpointBuilder(null, at, 0)
            {
                ApplicationServices = routes.ServiceProvider,
                FilterFactories = { (_, next) => async invoked => { invoked.HttpContext.Items[typeof(Exported)] = await next(invoked); return Results.Empty; } },
            },
        });
        return async http =>
        {
            await built.RequestDelegate(http);
            return Page.Of(http.Items[typeof(Exported)]);
        };
    }

    private sealed class Both(params IEndpointConventionBuilder[] endpoints) : IEndpointConventionBuilder
    {
        public void Add(Action<EndpointBuilder> convention)
        {
            foreach (var one in endpoints) one.Add(convention);
        }

        public void Finally(Action<EndpointBuilder> finallyConvention)
        {
            foreach (var one in endpoints) one.Finally(finallyConvention);
        }
    }
}
