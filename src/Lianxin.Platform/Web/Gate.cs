using Lianxin.Platform.Access;
using Lianxin.Platform.Audit;
using Lianxin.Platform.Data;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Lianxin.Platform.Web;

/// <summary>
/// Stands before every endpoint: new routes are closed until they say otherwise, posts carry a token (or come from
/// our own origin where no cookie exists), bodies have limits.
/// </summary>
public sealed class Gate(RequestDelegate next)
{
    private const long PlainBody = 256 * 1024;

    public async Task Invoke(HttpContext http, CurrentActor current, IAntiforgery antiforgery)
    {
        var endpoint = http.GetEndpoint();
        if (endpoint is not RouteEndpoint route)
        {
            // Nothing is there, or not for this method: routing has its own answer, which tells a stranger nothing.
            await next(http);
            return;
        }

        var meta = endpoint.Metadata;
        var services = http.RequestServices;
        services.GetRequiredService<AppDb>().Reads = new(meta.GetMetadata<ReadsFor>()?.Longest ?? services.GetRequiredService<ReadLimit>().Usual);
        var actor = await current.Read();
        if (meta.GetMetadata<OpenToPublic>() is null)
        {
            if (!actor.SignedIn)
            {
                SendToSignIn(http);
                return;
            }

            var needs = meta.GetOrderedMetadata<NeedsPermission>();
            if (needs.Count == 0 && meta.GetMetadata<OwnAffairs>() is null || needs.Any(n => !n.Key.Split(' ').Any(actor.Can)))
            {
                await Deny(http, route, actor);
                return;
            }

            if (current.SettleAt is { } first && meta.GetMetadata<EvenUnsettled>() is null)
            {
                http.Response.Redirect(first);
                return;
            }
        }

        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = meta.GetMetadata<BodyLimit>()?.Bytes ?? PlainBody;

        if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method)
            && !await SameOrigin(http, meta.GetMetadata<NoToken>() is not null, antiforgery))
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        await next(http);
    }

    /// <summary>What was wanted without the right to it stands in the trail: the route, never the address, which may name somebody.</summary>
    private static async Task Deny(HttpContext http, RouteEndpoint route, Actor actor)
    {
        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        var db = http.RequestServices.GetRequiredService<AppDb>();
        await db.Save(new Act("Denied", actor) { Why = $"{http.Request.Method} {route.RoutePattern.RawText}" });
    }

    private static void SendToSignIn(HttpContext http)
    {
        if (http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        var back = HttpMethods.IsGet(http.Request.Method) ? $"?back={Uri.EscapeDataString(http.Request.Path + http.Request.QueryString)}" : "";
        http.Response.Redirect("/sign-in" + back);
    }

    private static async Task<bool> SameOrigin(HttpContext http, bool withoutToken, IAntiforgery antiforgery)
    {
        var headers = http.Request.Headers;
        if (headers.TryGetValue("Sec-Fetch-Site", out var site) && site != "same-origin" && site != "none") return false;
        if (headers.TryGetValue("Origin", out var origin) && origin.Count > 0 && origin != "null"
            && (!Uri.TryCreate(origin, UriKind.Absolute, out var from) || !string.Equals(from.Authority, http.Request.Host.Value, StringComparison.OrdinalIgnoreCase)))
            return false;
        return withoutToken || await antiforgery.IsRequestValidAsync(http);
    }
}
