using Microsoft.Net.Http.Headers;

namespace Lianxin.Platform.Files;

/// <summary>
/// The response headers every stored file is sent with: one type by kind, no guessing, nothing in it may run or load,
/// documents are saved and never opened in our origin (ASVS 3.2.1). Cache rules are the caller's.
/// </summary>
public static class FileHeaders
{
    /// <summary>Sound and film opened in a tab of their own still load themselves; nothing else does.</summary>
    public const string ContentPolicy = "default-src 'none'; img-src 'self'; media-src 'self'; sandbox";

    public static IReadOnlyList<KeyValuePair<string, string>> For(FileKind kind, string? name) =>
    [
        new(HeaderNames.ContentType, kind.ContentType()),
        new(HeaderNames.ContentDisposition, Disposition(kind, name)),
        new(HeaderNames.XContentTypeOptions, "nosniff"),
        new(HeaderNames.ContentSecurityPolicy, ContentPolicy),
        new("Cross-Origin-Resource-Policy", "same-origin"),
        new("Referrer-Policy", "no-referrer"),
    ];

    /// <summary>attachment for documents, inline for the rest; the name in ASCII and in UTF-8 (RFC 6266).</summary>
    public static string Disposition(FileKind kind, string? name)
    {
        var value = new ContentDispositionHeaderValue(kind.Group() == FileGroup.Document ? "attachment" : "inline");
        value.SetHttpFileName(FileNames.Safe(name, kind));
        return value.ToString();
    }
}
