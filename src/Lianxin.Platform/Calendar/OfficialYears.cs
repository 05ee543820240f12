using System.Text.Json;

namespace Lianxin.Platform.Calendar;

/// <summary>The notices and the law's own days, read from the data files beside this one.</summary>
public static class OfficialYears
{
    private const string Folder = "Calendar/";

    internal static StatutoryRule Statutory { get; } = Read<StatutoryRule>(Folder + "statutory.json");

    /// <summary>Official notices, oldest first. A new one is a new file named after its year.</summary>
    public static IReadOnlyList<YearNotice> All { get; } =
    [
        .. typeof(OfficialYears).Assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(Folder, StringComparison.Ordinal) && char.IsAsciiDigit(n[Folder.Length]))
            .Order(StringComparer.Ordinal)
            .Select(Read<YearNotice>),
    ];

    internal static IEnumerable<string> Names =>
        All.SelectMany(y => y.Off).Select(o => o.Name).Concat(Statutory.Days.Select(d => d.Name)).Distinct(StringComparer.Ordinal);

    private static T Read<T>(string name)
    {
        using var stream = typeof(OfficialYears).Assembly.GetManifestResourceStream(name)!;
        return JsonSerializer.Deserialize<T>(stream, JsonSerializerOptions.Web)!;
    }
}
