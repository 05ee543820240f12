using System.Text.RegularExpressions;
using Lianxin.Organization.People;
using Lianxin.Platform.Access;
using Lianxin.Platform.Audit;
using Lianxin.Platform.Data;
using Lianxin.Tests.Packs;
using Lianxin.Web;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Platform;

/// <summary>The trail names every field that changed, and has a word for whatever it names.</summary>
public sealed partial class AuditWordsTests
{
    private static readonly HashSet<string> Words = [.. Site.Modules.SelectMany(m => m.AuditNames.Keys)];

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_changed_phone_is_named_and_neither_it_nor_its_mask_is_told(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var person = await site.Look(db => db.Set<Person>().SingleAsync(p => p.Name == "田小菊"));
        Assert.NotNull(await site.With<CorrectPerson, long?>(c => c.Do(person.Id, new() { Name = person.Name, WorkPhone = person.WorkPhone, Phone = "199 0000 0842" })));
        var act = await site.Look(db => db.Set<ActRow>().SingleAsync(a => a.UseCase == "CorrectPerson"));
        var change = Assert.Single(Change.Read(act.Changes));
        Assert.Equal(("platform_persons", 'M'), (change.Table, change.How));
        Assert.Equal([("Phone", null)], change.Fields);
        Assert.Null(await site.With<Chain, BrokenLink?>(c => c.Verify()));
    }

    [Fact]
    public void Every_use_case_has_a_word()
    {
        var cases = Directory.EnumerateFiles(Path.Combine(Shipped.Root(), "src"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal))
            .SelectMany(f => File.ReadLines(f).Where(l => Saves().IsMatch(l)).SelectMany(l => UseCase().Matches(l)).Select(m => m.Groups[1].Value)).ToHashSet(StringComparer.Ordinal);
        Assert.True(cases.Count > 60, $"Only {cases.Count} use cases were found.");
        Assert.Contains("SettleOnSpot", cases);
        Assert.Equal("", string.Join(", ", cases.Except(Words).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task Every_table_of_facts_has_a_word()
    {
        await using var site = await TestSite.Empty("sqlite");
        var tables = await site.Look(db => Task.FromResult(db.Model.GetEntityTypes()
            .Where(e => e.GetTableName() is not null && !e.ClrType.IsDefined(typeof(MachineryAttribute), inherit: true)).Select(e => e.GetTableName()!).Distinct().ToList()));
        Assert.True(tables.Count > 20, $"Only {tables.Count} tables were found.");
        Assert.Equal("", string.Join(", ", tables.Except(Words).Order(StringComparer.Ordinal)));
    }

    [GeneratedRegex(@"\b(?:Save|Of)\(|\bnew Act\(", RegexOptions.None, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Saves();

    /// <summary>Not the name of a page's parameter, which opens a pair.</summary>
    [GeneratedRegex("(?<![\\s(]\\()\"([A-Z][a-z]+[A-Za-z]*)\"", RegexOptions.None, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex UseCase();
}
