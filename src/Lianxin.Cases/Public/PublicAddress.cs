using Lianxin.Platform.Language;
using Lianxin.Platform.Ui;

namespace Lianxin.Cases.Public;

/// <summary>What a visit without a cookie carries along in its links: language and text size.</summary>
internal static class PublicAddress
{
    public static string Keep(Localizer t, Viewer viewer)
    {
        var parts = new List<string>(2);
        if (t.Asked is { Length: > 0 } asked && asked == t.Language) parts.Add("lang=" + asked);
        if (viewer.Big) parts.Add("big=1");
        return parts.Count == 0 ? "" : "?" + string.Join('&', parts);
    }
}
