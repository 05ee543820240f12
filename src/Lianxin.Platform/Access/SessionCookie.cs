using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Lianxin.Platform.Access;

/// <summary>
/// The cookie of a signed-in browser: 256 random bits and nothing else. Over HTTPS it is <c>__Host-</c> and Secure;
/// over plain HTTP, which only a lone PC without certificate uses, browsers refuse that form.
/// </summary>
internal static class SessionCookie
{
    private static string Name(HttpContext http) => http.Request.IsHttps ? "__Host-lianxin" : "lianxin";

    public static string? Read(HttpContext http) =>
        http.Request.Cookies.TryGetValue(Name(http), out var token) && token is { Length: > 20 and < 100 } ? token : null;

    public static string Give(HttpContext http)
    {
        var token = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)).Replace('+', '-').Replace('/', '_').TrimEnd('=');
        http.Response.Cookies.Append(Name(http), token, Options(http));
        return token;
    }

    public static void Take(HttpContext http) => http.Response.Cookies.Delete(Name(http), Options(http));

    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(token)));

    private static CookieOptions Options(HttpContext http) => new()
    {
        HttpOnly = true, Secure = http.Request.IsHttps, SameSite = SameSiteMode.Lax, Path = "/", IsEssential = true,
    };
}
