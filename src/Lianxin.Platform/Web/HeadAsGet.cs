using Microsoft.AspNetCore.Http;

namespace Lianxin.Platform.Web;

/// <summary>HEAD is answered like GET, without the body: what watches links and caches asks that way (RFC 9110, 9.3.2).</summary>
public sealed class HeadAsGet(RequestDelegate next)
{
    public async Task Invoke(HttpContext http)
    {
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await next(http);
            return;
        }

        var body = http.Response.Body;
        http.Request.Method = HttpMethods.Get;
        http.Response.Body = Stream.Null;
        try
        {
            await next(http);
        }
        finally
        {
            http.Request.Method = HttpMethods.Head;
            http.Response.Body = body;
        }
    }
}
