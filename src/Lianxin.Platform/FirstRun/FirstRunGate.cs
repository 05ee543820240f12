using Microsoft.AspNetCore.Http;

namespace Lianxin.Platform.FirstRun;

/// <summary>While there is no account, every address leads to the first-run page.</summary>
public sealed class FirstRunGate(RequestDelegate next, FirstRunDoor door)
{
    public async Task Invoke(HttpContext http)
    {
        var path = http.Request.Path;
        if (path != FirstRunEndpoints.Address && !path.StartsWithSegments("/health", StringComparison.Ordinal) && await door.Needed())
            http.Response.Redirect(FirstRunEndpoints.Address);
        else await next(http);
    }
}
