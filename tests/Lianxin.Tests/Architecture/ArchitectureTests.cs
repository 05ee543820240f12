using System.Text.RegularExpressions;
using Lianxin.Contracts;
using Lianxin.Platform;
using Lianxin.Platform.Data;
using Lianxin.Platform.Events;
using Lianxin.Platform.Web;
using Lianxin.Tests.Packs;
using Lianxin.Web;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lianxin.Tests.Architecture;

/// <summary>Rules of STYLE.md that the compiler cannot hold. A fault names file and line.</summary>
public sealed partial class ArchitectureTests
{
    private const int LongestFile = 250;

    /// <summary>What the tables of each module begin with, by the module's name; a new module adds its own here and in <see cref="NamedTable"/>.</summary>
    private static readonly Dictionary<string, string> Prefixes = new(StringComparer.Ordinal)
    {
        ["platform"] = "platform_", ["organization"] = "org_", ["cases"] = "cases_",
    };

    private static readonly string[] Endings = [".cs", ".razor", ".css", ".ts"];
    private static readonly string[] Made = ["bin", "obj", "node_modules", "wwwroot"];
    private static readonly string[] LocalNames = ["siban", "youshui", "qingxi", "青溪"];

    [Fact]
    public void A_module_sees_only_platform_and_contracts()
    {
        foreach (var module in Site.Modules)
        {
            string[] may = module is PlatformModule ? ["Lianxin.Contracts"] : ["Lianxin.Contracts", "Lianxin.Platform"];
            var sees = module.Assembly.GetReferencedAssemblies().Select(a => a.Name ?? "").Where(n => n.StartsWith("Lianxin", StringComparison.OrdinalIgnoreCase));
            Assert.Equal("", string.Join(", ", sees.Except(may, StringComparer.Ordinal).Select(n => $"{module.Name} sees {n}")));
        }

        Assert.DoesNotContain(typeof(Event).Assembly.GetReferencedAssemblies(), a => a.Name?.StartsWith("Lianxin", StringComparison.OrdinalIgnoreCase) == true);
    }

    [Fact]
    public async Task A_table_carries_the_prefix_of_its_module()
    {
        await using var site = await TestSite.Empty("sqlite");
        var strangers = await site.Look(db => Task.FromResult(Site.Modules
            .SelectMany(m => db.Model.GetEntityTypes().Where(e => e.ClrType.Assembly == m.Assembly), (m, e) => (m.Name, Table: e.GetTableName()))
            .Where(t => t.Table is not null && !t.Table.StartsWith(Prefixes[t.Name], StringComparison.Ordinal))
            .Select(t => $"{t.Name} has {t.Table}").ToList()));
        Assert.Equal("", string.Join(", ", strangers));
    }

    [Fact]
    public void A_migration_makes_tables_of_its_own_module_only() => Foreign(MadeTable());

    [Fact]
    public void Raw_sql_names_no_table_of_another_module() => Foreign(NamedTable(), Handovers);

    [Fact]
    public void Only_the_database_itself_saves_changes() => None(Lines("src").Where(l =>
        l.Text.Contains("SaveChanges", StringComparison.Ordinal) && !l.Path.EndsWith("Data/AppDb.cs", StringComparison.Ordinal)));

    [Fact]
    public void No_cancellation_token_reaches_a_save()
    {
        var takers = new[] { typeof(AppDb), typeof(IEngine) }
            .SelectMany(type => type.GetMethods().Where(m => m.DeclaringType == type && m.GetParameters().Any(p => p.ParameterType == typeof(CancellationToken))))
            .Select(m => $"{m.DeclaringType!.Name}.{m.Name}");
        Assert.Equal("", string.Join(", ", takers));
        None(Lines("src").Where(l => SaveWithToken().IsMatch(l.Text)));
    }

    [Fact]
    public void Time_comes_from_the_clock() => None(Lines("src").Where(l => WallClock().IsMatch(l.Text)));

    [Fact]
    public async Task Every_event_and_its_consumers_stand_in_the_list_of_events()
    {
        await using var site = await TestSite.Empty("sqlite");
        var rows = File.ReadLines(Path.Combine(Shipped.Root(), "docs", "events.md")).Select(l => (Event: EventRow().Match(l).Groups[1].Value, Line: l))
            .Where(r => r.Event.Length > 0).ToDictionary(r => r.Event, r => r.Line, StringComparer.Ordinal);
        var events = Site.Modules.Select(m => m.Assembly).Append(typeof(Event).Assembly).SelectMany(a => a.GetTypes())
            .Where(t => t.IsSubclassOf(typeof(Event)) && !t.IsAbstract).Select(t => t.Name).ToList();
        Assert.Equal(events.Order(StringComparer.Ordinal), rows.Keys.Order(StringComparer.Ordinal));
        foreach (var consumer in site.Services.GetServices<ConsumerEntry>())
            Assert.Contains($"`{consumer.Name.Split('/')[0]}`", rows[consumer.Event.Name], StringComparison.Ordinal);
    }

    [Fact]
    public void No_source_file_is_longer_than_250_lines()
    {
        var tooLong = Sources("src").Concat(Sources("tests")).Select(f => (Path: f, Count: File.ReadLines(f).Count())).Where(f => f.Count > LongestFile);
        Assert.Equal("", string.Join('\n', tooLong.Select(f => $"{Relative(f.Path)} has {f.Count} lines")));
    }

    [Fact]
    public void No_code_knows_a_pack_or_a_place_by_name() => None(Lines("src").Where(l =>
        !Demo(l) && LocalNames.Any(n => l.Text.Contains(n, StringComparison.Ordinal))));

    [Fact]
    [Trait("Requirement", "1")]
    public async Task Every_endpoint_names_its_permission_or_says_why_it_is_open()
    {
        await using var site = await TestSite.Empty("sqlite");
        var endpoints = Endpoints(site);
        Assert.True(endpoints.Count > 50, $"Only {endpoints.Count} endpoints were found.");
        Assert.Equal("", Said(endpoints.Where(e =>
            e.Metadata.GetMetadata<NeedsPermission>() is null && e.Metadata.GetMetadata<OwnAffairs>() is null && e.Metadata.GetMetadata<OpenToPublic>() is null)));
        Assert.Equal("", Said(endpoints.Where(e => e.Metadata.GetMetadata<OpenToPublic>() is { } open && open.Reason.Trim().Length == 0)));
    }

    [Fact]
    public async Task Every_permission_an_endpoint_names_can_be_given_to_a_role()
    {
        await using var site = await TestSite.Empty("sqlite");
        var known = Site.Modules.SelectMany(m => m.Permissions).Select(p => p.Key).ToHashSet(StringComparer.Ordinal);
        Assert.Equal("", Said(Endpoints(site).Where(e => e.Metadata.GetOrderedMetadata<NeedsPermission>().Any(n => !n.Key.Split(' ').All(known.Contains)))));
    }

    /// <summary>Decisions 9: pages behind a code set no cookie, so they alone have no token to send.</summary>
    [Fact]
    public async Task Only_the_pages_behind_a_code_take_forms_without_a_token()
    {
        await using var site = await TestSite.Empty("sqlite");
        var without = Endpoints(site).Where(e => e.Metadata.GetMetadata<NoToken>() is not null).ToList();
        Assert.NotEmpty(without);
        Assert.Equal("", Said(without.Where(e => e.Metadata.GetMetadata<OpenToPublic>() is null || !PublicForm().IsMatch(e.RoutePattern.RawText ?? ""))));
    }

    /// <summary>The step in which rows move from one module's table to another's has to name both.</summary>
    private static readonly Dictionary<string, string> Handovers = new() { ["202611271100_Places.cs"] = "platform_targets" };

    private static List<RouteEndpoint> Endpoints(TestSite site) =>
        [.. site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()];

    private static string Said(IEnumerable<RouteEndpoint> endpoints) => string.Join('\n', endpoints.Select(e => e.DisplayName));

    /// <summary>Refuses lines of a module that name, where the pattern looks, a table with another module's prefix.</summary>
    /// <param name="except">Files that may name one table of another module, and which.</param>
    private static void Foreign(Regex pattern, IReadOnlyDictionary<string, string>? except = null) => None(Site.Modules.SelectMany(m => Lines($"src/{m.Assembly.GetName().Name}")
        .Where(l => pattern.Matches(l.Text).Select(found => found.Groups[1].Value).Any(table =>
            !table.StartsWith(Prefixes[m.Name], StringComparison.Ordinal) && except?.GetValueOrDefault(Path.GetFileName(l.Path)) != table))));

    private static void None(IEnumerable<SourceLine> faults) => Assert.Equal("", string.Join('\n', faults));

    private static bool Demo(SourceLine line) => line.Path.Contains("/Demo/", StringComparison.Ordinal);

    private static IEnumerable<SourceLine> Lines(string folder) =>
        Sources(folder).SelectMany(f => File.ReadLines(f).Select((text, at) => new SourceLine(Relative(f), at + 1, text)));

    /// <summary>What people write: no build output, nothing fetched.</summary>
    private static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Shipped.Root(), folder), "*", SearchOption.AllDirectories)
            .Where(f => Endings.Contains(Path.GetExtension(f), StringComparer.Ordinal) && !Relative(f).Split('/').Intersect(Made, StringComparer.Ordinal).Any())
            .Order(StringComparer.Ordinal);

    private static string Relative(string file) => Path.GetRelativePath(Shipped.Root(), file).Replace('\\', '/');

    [GeneratedRegex(@"CreateTable\(.([a-z_]+)", RegexOptions.None, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex MadeTable();

    [GeneratedRegex(@"\b(?:FROM|JOIN|INTO|UPDATE|TABLE|ON)\s+((?:platform|org|cases)_\w+)", RegexOptions.None, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex NamedTable();

    [GeneratedRegex(
        @"\b(?:Save|Write|Run|Commit|CommitAsync|SaveChangesAsync|Execute(?:Sql|Update|Delete|NonQuery)Async)\(.*\b(?:\w*[cC]ancellation\w*|stopping\w*|RequestAborted)\b",
        RegexOptions.None, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex SaveWithToken();

    [GeneratedRegex(@"\bDateTime(?:Offset)?\.(?:Utc)?Now\b", RegexOptions.None, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex WallClock();

    [GeneratedRegex(@"^\| `(\w+)` \|", RegexOptions.None, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex EventRow();

    [GeneratedRegex("^/?(?:v/|t(?:/|$))", RegexOptions.None, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex PublicForm();

    private sealed record SourceLine(string Path, int Number, string Text)
    {
        public override string ToString() => $"{Path}:{Number}: {Text.Trim()}";
    }
}
