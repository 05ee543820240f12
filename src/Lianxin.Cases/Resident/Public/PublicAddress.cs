using Lianxin.Platform.Language;
using Lianxin.Platform.Ui;

namespace Lianxin.Cases.Resident.Public;

/// <summary>What a visit without a cookie carries along in its links: language, text size, and the village it came from.</summary>
internal static class PublicAddress
{
    /// <param name="village">Public code of the unit whose page it started from.</param>
    public static string Keep(Localizer t, Viewer viewer, string? village = null)
    {
        var parts = new List<string>(3);
        if (t.Asked is { Length: > 0 } asked && asked == t.Language) parts.Add("lang=" + asked);
        if (viewer.Big) parts.Add("big=1");
        if (village is not null) parts.Add("v=" + village);
        return parts.Count == 0 ? "" : "?" + string.Join('&', parts);
    }
}
