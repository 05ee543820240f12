using Lianxin.Platform.Packs;
using Lianxin.Tests.Packs;

namespace Lianxin.Tests.Generated;

/// <summary>Packs nobody wrote play the whole flow (decisions 25): whatever the product does for one pack or place alone shows here.</summary>
public sealed class GeneratedPackTests
{
    /// <summary>Played on every engine: three to seven levels, the centre at the top, among the villages and between, villages divided into parts and grids, undivided, and none. LIANXIN_PACK_SEEDS=6-20 plays others.</summary>
    public static TheoryData<string, int> Played
    {
        get
        {
            var all = new TheoryData<string, int>();
            foreach (var engine in TestSite.Engines) foreach (var seed in Seeds()) all.Add(engine.Data, seed);
            return all;
        }
    }

    private static IEnumerable<int> Seeds()
    {
        if (Environment.GetEnvironmentVariable("LIANXIN_PACK_SEEDS")?.Split('-') is not [var first, var last]) return [2, 3, 10, 13, 35];
        return Enumerable.Range(int.Parse(first), int.Parse(last) - int.Parse(first) + 1);
    }

    [Fact]
    public void Every_generated_pack_passes_the_check_a_customers_pack_passes()
    {
        var folder = Directory.CreateTempSubdirectory("generated-").FullName;
        try
        {
            var packs = Enumerable.Range(1, 120).Select(seed => new GeneratedPack(seed)).ToList();
            Assert.Equal([3, 4, 5, 6, 7], packs.Select(p => p.Levels.Count).Distinct().Order());
            foreach (var pack in packs)
            {
                var draft = PackCheck.Run(PackFolder.Open(pack.Write(folder)), Shipped.Sections(), Shipped.Permissions);
                Assert.True(!draft.Faults.Any, $"{pack}: {string.Join('\n', draft.Faults.All)}");
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory, MemberData(nameof(Played))]
    public async Task A_pack_nobody_wrote_plays_the_whole_flow(string engine, int seed)
    {
        await using var site = await TestSite.Empty(engine);
        var place = await GeneratedPlace.Found(site, new GeneratedPack(seed));
        await place.SignIn();
        var tale = new Tale(site, place);
        await tale.ByCode();
        await tale.ByWorker();
        await tale.ByPhone();
        await tale.Explained();
        await tale.HandedUp();
        await tale.Turns();
        await tale.Together();
        await tale.Private();
        await tale.Pasted();
        await tale.Whistled();
        await tale.Ordered();
        await tale.KeptOut();
        await tale.Reassigned();
        await tale.OnPaper();
        await tale.DaysOff();
        await tale.CalledBack();
        await tale.Counted();
        await tale.Overdue();
        await tale.MovedAndSplit();
        await tale.Closed();
        await tale.Merged();
    }
}
