using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Lianxin.Cases.Model;
using Lianxin.Platform.Demo;
using Lianxin.Platform.Web;
using Lianxin.Tests.Cases;
using Lianxin.Tests.Packs;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Requirements;

/// <summary>When what we stand on is gone nobody is let in, nothing is half written, and the page says so.</summary>
public sealed class Away
{
    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Requirement", "40"), Trait("Requirement", "33")]
    public async Task Without_its_sessions_nobody_is_let_in(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var holdings = await Estate.Furnish(site);
        var desk = await site.As(Story.CentreHead);
        var door = site.Anonymous();
        await door.Open("/sign-in");
        await site.Look(db => db.Database.ExecuteSqlAsync($"DROP TABLE platform_sessions"));
        foreach (var route in Routes.All(site).Where(r => r.Method == "GET" && r.Says<OpenToPublic>() is null))
        {
            await desk.Open(route.Fill(holdings[Estate.Shiqiao].For(route)));
            Assert.True(desk.Status == HttpStatusCode.InternalServerError, $"{route} is {desk.Status}");
            Honest(desk);
        }

        await door.Send("/sign-in", new() { ["login"] = Story.Dispatcher, ["password"] = DemoAccounts.Password });
        Assert.Equal(HttpStatusCode.InternalServerError, door.Status);
        Honest(door);
        Assert.False(door.Response.Headers.TryGetValues("Set-Cookie", out var set) && set.Any(c => c.StartsWith("lianxin=", StringComparison.Ordinal)));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Requirement", "40"), Trait("Requirement", "33")]
    public async Task Without_its_trail_nothing_is_written_at_all(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("路灯不亮", "street-lamp");
        var desk = await site.As(Story.Dispatcher);
        await desk.Open($"/desk/{key.Number}/dispatch");
        var resident = site.Anonymous();
        await resident.Open("/v/990101100200/report");
        var before = await Rows.Read(site);
        await site.Look(db => db.Database.ExecuteSqlAsync($"ALTER TABLE platform_acts RENAME TO platform_gone"));
        await desk.Send($"/desk/{key.Number}/dispatch", new() { ["condition"] = "lamp-single", ["kind"] = "listed" });
        Assert.Equal(HttpStatusCode.InternalServerError, desk.Status);
        Honest(desk);
        await resident.Send("/v/990101100200/report", new() { ["words"] = "井盖坏了", ["category"] = "manhole", ["step"] = "send" });
        Assert.Equal(HttpStatusCode.InternalServerError, resident.Status);
        Assert.Equal(HttpStatusCode.InternalServerError, await desk.Open("/admin/accounts"));
        await site.Look(db => db.Database.ExecuteSqlAsync($"ALTER TABLE platform_gone RENAME TO platform_acts"));
        // Counting one more report of this network is machinery and stays counted.
        Assert.Equal("", string.Join(' ', Rows.Changed(before, await Rows.Read(site)).Except(["platform_limits"], StringComparer.Ordinal)));
        Assert.Equal(CaseStatus.Received, (await story.File(key.Number)).Status);
    }

    [Fact]
    [Trait("Requirement", "40")]
    public void Every_package_is_pinned_to_one_version()
    {
        var props = XDocument.Load(Path.Combine(Shipped.Root(), "Directory.Packages.props"));
        var versions = props.Descendants("PackageVersion").ToDictionary(p => p.Attribute("Include")!.Value, p => p.Attribute("Version")!.Value, StringComparer.Ordinal);
        Assert.True(versions.Count > 10);
        Assert.All(versions, v => Assert.Matches(@"\A[0-9]+\.[0-9]+\.[0-9]+\z", v.Value));
        Assert.Equal("true", props.Descendants("CentralPackageTransitivePinningEnabled").Single().Value);
        foreach (var project in Directory.GetFiles(Shipped.Root(), "*.csproj", SearchOption.AllDirectories))
            Assert.DoesNotContain(XDocument.Load(project).Descendants("PackageReference"), p => p.Attribute("Version") is not null || p.Attribute("VersionOverride") is not null);
        var assets = Path.Combine(Shipped.Root(), "src", "Lianxin.Web", "Assets");
        using var wanted = JsonDocument.Parse(File.ReadAllText(Path.Combine(assets, "package.json")));
        using var locked = JsonDocument.Parse(File.ReadAllText(Path.Combine(assets, "package-lock.json")));
        foreach (var group in wanted.RootElement.EnumerateObject().Where(p => p.Name.EndsWith("ependencies", StringComparison.Ordinal)))
            Assert.All(group.Value.EnumerateObject(), d => Assert.True(locked.RootElement.GetProperty("packages").TryGetProperty("node_modules/" + d.Name, out _), d.Name));
        foreach (var package in locked.RootElement.GetProperty("packages").EnumerateObject().Where(p => p.Name.Length > 0))
            Assert.True(package.Value.TryGetProperty("integrity", out var hash) && hash.GetString()!.StartsWith("sha512-", StringComparison.Ordinal), package.Name);
    }

    private static void Honest(Browser browser)
    {
        Assert.Contains("编号", browser.Page.Source.Text, StringComparison.Ordinal);
        foreach (var leak in new[] { "Exception", "   at ", "platform_", "SELECT", ".cs:", "SQLite", "Npgsql" }) Assert.DoesNotContain(leak, browser.Page.Source.Text, StringComparison.Ordinal);
    }
}
