using Microsoft.AspNetCore.Http;

namespace Lianxin.Platform.Language;

/// <summary>The language chosen for this visit: a cookie that ends with the browser, for those signed in or signing in.</summary>
internal static class VisitLanguage
{
    public static string? Read(HttpContext? http) => http is not null && http.Request.Cookies.TryGetValue(Name(http), out var language) ? language : null;

    public static void Choose(HttpContext http, string language) => http.Response.Cookies.Append(Name(http), language, Options(http));

    public static void Forget(HttpContext http) => http.Response.Cookies.Delete(Name(http), Options(http));

    private static string Name(HttpContext http) => http.Request.IsHttps ? "__Host-lianxin-language" : "lianxin-language";

    private static CookieOptions Options(HttpContext http) => new() { HttpOnly = true, Secure = http.Request.IsHttps, SameSite = SameSiteMode.Lax, Path = "/" };
}
