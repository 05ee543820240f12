using System.Text.Json;
using Lianxin.Platform.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Lianxin.Platform.Web;

/// <summary>One sentence carried over a redirect to the next page, sealed in a cookie of one minute.</summary>
public sealed class Flash(IHttpContextAccessor accessor, IDataProtectionProvider protection)
{
    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("flash").ToTimeLimitedDataProtector();

    /// <summary>Says it on the next page; a part that is itself a sentence is said in the reader's language too.</summary>
    public void Say(string text, params object[] parts)
    {
        if (accessor.HttpContext is not { } http) return;
        var box = protector.Protect(Sentence.Pack([new Sentence(text, parts)]), TimeSpan.FromMinutes(1));
        http.Response.Cookies.Append(Name(http), box, Options(http));
    }

    /// <summary>What is to be said on this page; gone afterwards. It waits for a page somebody looks at.</summary>
    public Sentence? Take()
    {
        if (accessor.HttpContext is not { } http || AskedByThePage.Is(http) || !http.Request.Cookies.TryGetValue(Name(http), out var box)) return null;
        if (!http.Response.HasStarted) http.Response.Cookies.Delete(Name(http), Options(http));
        try
        {
            return Sentence.Unpack(protector.Unprotect(box)).FirstOrDefault();
        }
        catch (Exception e) when (e is System.Security.Cryptography.CryptographicException or JsonException)
        {
            return null;
        }
    }

    private static string Name(HttpContext http) => http.Request.IsHttps ? "__Host-lianxin-flash" : "lianxin-flash";

    private static CookieOptions Options(HttpContext http) =>
        new() { HttpOnly = true, Secure = http.Request.IsHttps, SameSite = SameSiteMode.Lax, Path = "/" };
}
