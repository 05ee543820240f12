using Lianxin.Platform.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Lianxin.Platform.Web;

/// <summary>The permission an endpoint needs (of several, separated by spaces, one). Without it the answer is 403; what the permission reaches is for the query to say.</summary>
public sealed record NeedsPermission(string Key);

/// <summary>Why an endpoint is open to everybody.</summary>
public sealed record OpenToPublic(string Reason);

/// <summary>Any signed-in person may use it (their own inbox, sessions, password).</summary>
public sealed record OwnAffairs;

/// <summary>Open also to somebody who must first choose a password or set up the second factor: what it takes to do so.</summary>
public sealed record EvenUnsettled;

/// <summary>A public form without a cookie, and so without a token (decisions 9): origin is checked instead.</summary>
public sealed record NoToken;

/// <summary>Largest body in bytes an endpoint takes; forms without files take 256 KB.</summary>
public sealed record BodyLimit(long Bytes);

/// <summary>Asked by an open page of itself, not by a person: it keeps no idle session alive.</summary>
public sealed record AskedByThePage
{
    /// <summary>Said of a page that an open page reads anew by itself.</summary>
    public const string Header = "X-Asked-By";

    public static bool Is(HttpContext? http) => http is not null && (http.GetEndpoint()?.Metadata.GetMetadata<AskedByThePage>() is not null || http.Request.Headers[Header] == "page");
}

/// <summary>How long reading may take for one request, all its queries together; without it <see cref="ReadLimit.Usual"/>.</summary>
public sealed record ReadsFor(TimeSpan Longest);

public static class EndpointRules
{
    public static TBuilder Needs<TBuilder>(this TBuilder builder, string permission) where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new NeedsPermission(permission));

    public static TBuilder Public<TBuilder>(this TBuilder builder, string reason) where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new OpenToPublic(reason));

    public static TBuilder Own<TBuilder>(this TBuilder builder) where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new OwnAffairs());

    public static TBuilder Unsettled<TBuilder>(this TBuilder builder) where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new OwnAffairs(), new EvenUnsettled());

    public static TBuilder WithoutToken<TBuilder>(this TBuilder builder) where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new NoToken());

    /// <summary>An open page asks this again and again, whether or not anybody sits before it.</summary>
    public static TBuilder AskedByThePage<TBuilder>(this TBuilder builder) where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new AskedByThePage());

    /// <summary>Reads as much as there is: may take ten minutes.</summary>
    public static TBuilder TakesLong<TBuilder>(this TBuilder builder) where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new ReadsFor(TimeSpan.FromMinutes(10)));

    public static TBuilder TakesFiles<TBuilder>(this TBuilder builder) where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new BodyLimit(100L * 1024 * 1024));
}
