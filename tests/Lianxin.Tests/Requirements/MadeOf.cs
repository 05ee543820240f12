using System.Text.Json;
using System.Text.RegularExpressions;
using Lianxin.Tests.Packs;

namespace Lianxin.Tests.Requirements;

/// <summary>The list of packages is what a build resolved.</summary>
public sealed partial class MadeOf
{
    private static readonly IReadOnlyList<(string Part, string Name, string Version)> Listed = [.. Read()];

    [Fact]
    [Trait("Requirement", "40")]
    public void Every_package_of_the_program_is_listed_with_its_version()
    {
        using var resolved = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "lianxin.deps.json")));
        var packages = resolved.RootElement.GetProperty("libraries").EnumerateObject()
            .Where(l => l.Value.GetProperty("type").GetString() == "package").Select(l => l.Name).Order(StringComparer.Ordinal);
        Assert.Equal(packages, Listed.Where(l => l.Part == "In the program").Select(l => $"{l.Name}/{l.Version}").Order(StringComparer.Ordinal));
    }

    [Fact]
    [Trait("Requirement", "40")]
    public void Every_package_of_the_browsers_files_is_listed_with_its_version()
    {
        var assets = Path.Combine(Shipped.Root(), "src", "Lianxin.Web");
        using var locked = JsonDocument.Parse(File.ReadAllText(Path.Combine(assets, "Assets", "package-lock.json")));
        var versions = locked.RootElement.GetProperty("packages");
        var browser = Listed.Where(l => l.Part != "In the program").ToList();
        foreach (var (_, name, version) in browser) Assert.Equal(version, versions.GetProperty($"node_modules/{name}").GetProperty("version").GetString());
        // The bundler writes down whose code it took in.
        var shipped = Bundled().Matches(File.ReadAllText(Path.Combine(assets, "wwwroot", "assets", "licences.txt"))).Select(m => m.Groups[1].Value);
        Assert.Equal(shipped.Order(StringComparer.Ordinal), browser.Select(l => l.Name).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<(string Part, string Name, string Version)> Read()
    {
        var part = "";
        foreach (var line in File.ReadLines(Path.Combine(Shipped.Root(), "docs", "packages.md")))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal)) part = line[3..];
            if (Row().Match(line) is { Success: true } row) yield return (part, row.Groups[1].Value, row.Groups[2].Value);
        }
    }

    [GeneratedRegex(@"^\| (\S+) \| ([0-9][0-9.]*) \|", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Row();

    [GeneratedRegex(@"^== (\S+)$", RegexOptions.Multiline, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Bundled();
}
