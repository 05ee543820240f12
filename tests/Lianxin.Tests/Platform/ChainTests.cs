using System.Text.RegularExpressions;
using Lianxin.Platform.Audit;
using Lianxin.Tests.Cases;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Platform;

/// <summary>Sealing reads what waits, whatever the trail has grown to; and what was kept from it is noticed.</summary>
public sealed partial class ChainTests
{
    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Requirement", "38")]
    public async Task Every_act_is_sealed_once_and_one_kept_from_the_seal_is_named(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        await story.Scan("路灯不亮", "street-lamp");
        var acts = await site.Look(db => db.Set<ActRow>().CountAsync());
        Assert.Equal(acts, await site.Look(db => db.Set<UnsealedAct>().CountAsync()));
        await Seal(site);
        Assert.Equal((acts, 0), (await site.Look(db => db.Set<ChainLink>().CountAsync()), await site.Look(db => db.Set<UnsealedAct>().CountAsync())));
        Assert.Equal(0, await site.With<Chain, int>(c => c.Seal()));
        await story.Scan("井盖坏了", "manhole");
        Assert.Null(await site.With<Chain, BrokenLink?>(c => c.Verify()));
        var kept = await site.Look(db => db.Set<ActRow>().OrderByDescending(a => a.Id).Select(a => a.Id).FirstAsync());
        await site.Look(async db =>
        {
            await db.Run(() => db.Set<UnsealedAct>().Where(u => u.ActId == kept).ExecuteDeleteAsync());
            return 0;
        });
        await Seal(site);
        Assert.Equal(kept, (await site.With<Chain, BrokenLink?>(c => c.Verify()))!.ActId);
    }

    /// <summary>Only what waits is gone through; each of its acts is fetched by its key.</summary>
    [Fact]
    public async Task Sealing_does_not_go_through_the_trail()
    {
        await using var site = await TestSite.Township("sqlite");
        var (sql, plan) = await site.Look(async db =>
        {
            var asked = Chain.Waiting(db).ToQueryString();
            await db.Database.OpenConnectionAsync();
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = "EXPLAIN QUERY PLAN " + asked;
            await using var reader = await command.ExecuteReaderAsync();
            var steps = new List<string>();
            while (await reader.ReadAsync()) steps.Add(reader.GetString(3));
            return (asked, steps);
        });
        var trail = Trail().Match(sql).Groups[1].Value;
        Assert.NotEqual("", trail);
        Assert.DoesNotContain(plan, s => s.StartsWith($"SCAN {trail}", StringComparison.Ordinal));
        Assert.Contains(plan, s => s.StartsWith($"SEARCH {trail} USING", StringComparison.Ordinal));
    }

    private static async Task Seal(TestSite site)
    {
        while (await site.With<Chain, int>(c => c.Seal()) > 0)
        {
            // Until the chain has caught up.
        }
    }

    [GeneratedRegex("\"platform_acts\" AS \"(\\w+)\"", RegexOptions.None, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Trail();
}
