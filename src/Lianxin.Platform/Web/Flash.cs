using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Lianxin.Platform.Web;

/// <summary>One sentence carried over a redirect to the next page, sealed in a cookie of one minute.</summary>
public sealed class Flash(IHttpContextAccessor accessor, IDataProtectionProvider protection)
{
    private const string Cookie = "lianxin-flash";
    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("flash").ToTimeLimitedDataProtector();

    /// <summary>Says it on the next page.</summary>
    public void Say(string text, params string[] parts)
    {
        if (accessor.HttpContext is not { } http) return;
        var box = protector.Protect(JsonSerializer.Serialize((string[])[text, .. parts]), TimeSpan.FromMinutes(1));
        http.Response.Cookies.Append(Cookie, box, Options(http));
    }

    /// <summary>What is to be said on this page, as localizer key and parts; gone afterwards.</summary>
    public string[]? Take()
    {
        if (accessor.HttpContext is not { } http || !http.Request.Cookies.TryGetValue(Cookie, out var box)) return null;
        if (!http.Response.HasStarted) http.Response.Cookies.Delete(Cookie, Options(http));
        try
        {
            return JsonSerializer.Deserialize<string[]>(protector.Unprotect(box));
        }
        catch (Exception e) when (e is System.Security.Cryptography.CryptographicException or JsonException)
        {
            return null;
        }
    }

    private static CookieOptions Options(HttpContext http) =>
        new() { HttpOnly = true, Secure = http.Request.IsHttps, SameSite = SameSiteMode.Lax, Path = "/" };
}
