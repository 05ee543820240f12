using Microsoft.AspNetCore.Http;

namespace Lianxin.Platform.Web;

/// <summary>The cookie forms are checked against: <c>__Host-</c> over HTTPS, like every other; over plain HTTP browsers refuse that form.</summary>
public sealed class FormCookie(IHttpContextAccessor accessor) : CookieBuilder
{
    public override string? Name
    {
        get => accessor.HttpContext?.Request.IsHttps == true ? "__Host-lianxin-form" : "lianxin-form";
        set { }
    }
}
