using System.Globalization;
using Lianxin.Platform.Calendar;
using Lianxin.Platform.Language;

namespace Lianxin.Organization.People;

/// <summary>From when to when, last day included, as people say it.</summary>
internal static class PostDays
{
    public static string Say(Localizer t, DateTime from, DateTime? to) => to is { } end
        ? t["{0} 到 {1}", Day(from), Day(end > from ? end.AddMilliseconds(-1) : end)]
        : t["{0} 起", Day(from)];

    private static string Day(DateTime at) => Shanghai.Date(at).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
