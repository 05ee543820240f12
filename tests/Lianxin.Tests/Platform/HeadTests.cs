using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Audit;
using Lianxin.Platform.Notices;
using Lianxin.Platform.Schedules;
using Lianxin.Tests.Cases;
using Lianxin.Tests.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lianxin.Tests.Platform;

/// <summary>The head of the chain is told to others once a day, and a chain made anew does not come out at it.</summary>
public sealed class HeadTests
{
    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Requirement", "38")]
    public async Task The_head_is_told_once_a_day_to_whoever_may_read_the_trail_though_two_nodes_are_up(string engine)
    {
        await using var a = await TestSite.Township(engine);
        await using var b = await TestSite.Beside(a);
        await new Story(a).Scan("路灯不亮", "street-lamp");
        await Seal(a);
        await Beats(a);
        for (var day = 0; day < 3; day++)
        {
            a.Wait(TimeSpan.FromDays(1));
            await new Story(a).Scan("井盖坏了", "manhole");
            await Seal(a);
            await Task.WhenAll(new[] { a, b, a, b }.Select(site => Task.Run(() => Beats(site))));
        }

        var heads = await a.Look(db => db.Set<PublishedHead>().OrderBy(h => h.Position).ToListAsync());
        Assert.Equal(3, heads.Count);
        var links = await a.Look(db => db.Set<ChainLink>().ToDictionaryAsync(l => l.Position, l => l.Hash));
        Assert.All(heads, h => Assert.Equal(links[h.Position], h.Hash));
        var auditor = await a.Look(db => db.Set<Account>().Where(x => x.Login == "baijingwen").Select(x => x.PersonId).SingleAsync());
        var told = await a.Look(db => db.Set<Notice>().Where(n => n.Link == "/admin/audit").ToListAsync());
        Assert.Equal([auditor, auditor, auditor], told.Select(n => n.PersonId));
        Assert.All(heads, h => Assert.Contains(told, n => n.Parts == $"[\"{h.Position}\",\"{h.Hash}\"]"));
        var files = new[] { a, b }.Select(s => Path.Combine(s.Services.GetRequiredService<Place>().Data, "heads.txt")).Where(File.Exists);
        Assert.Equal(heads.Select(h => $"{h.At:yyyy-MM-ddTHH:mm:ssZ} {h.Position} {h.Hash}"), files.SelectMany(File.ReadAllLines).Order(StringComparer.Ordinal));
        var reader = await a.As("baijingwen");
        await reader.Open("/inbox");
        Assert.Contains(heads[^1].Hash, reader.Text, StringComparison.Ordinal);
        await reader.Open("/admin/audit");
        Assert.All(heads, h => Assert.Contains(h.Hash, reader.Text, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Requirement", "38")]
    public async Task A_chain_made_anew_over_an_altered_trail_holds_in_itself_and_is_found_out(string engine)
    {
        await using var site = await TestSite.Township(engine);
        await Publish(site, "路灯不亮");
        var first = await site.Look(db => db.Set<PublishedHead>().SingleAsync());
        await Publish(site, "井盖坏了");
        Assert.Null(await site.With<Chain, BrokenLink?>(c => c.Verify()));
        await Forge(site, first.Position);
        var found = (await site.With<Chain, BrokenLink?>(c => c.Verify()))!;
        Assert.Equal((first.Position, "not the head that was published"), (found.Position, found.Fault));
        // Whoever also empties the table of heads has not reached the file beside the database, and the program says so when asked.
        await site.Look(async db =>
        {
            await db.Run(() => db.Set<PublishedHead>().ExecuteDeleteAsync());
            return 0;
        });
        Assert.Equal(found.Position, (await site.With<Chain, BrokenLink?>(c => c.Verify()))!.Position);
        var (exit, said) = await Running.Once(site.Database, "audit", "verify");
        Assert.Equal(1, exit);
        Assert.Contains($"link {first.Position}", said, StringComparison.Ordinal);
        File.Delete(Path.Combine(site.Database.Folder, "heads.txt"));
        Assert.Null(await site.With<Chain, BrokenLink?>(c => c.Verify()));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Requirement", "38")]
    public async Task A_chain_cut_off_at_its_end_is_shorter_than_what_was_published(string engine)
    {
        await using var site = await TestSite.Township(engine);
        await Publish(site, "路灯不亮");
        var head = await site.Look(db => db.Set<PublishedHead>().SingleAsync());
        await site.Look(async db =>
        {
            var last = await db.Set<ChainLink>().SingleAsync(l => l.Position == head.Position);
            await db.Run(async () =>
            {
                await db.Set<ActRow>().Where(a => a.Id == last.ActId).ExecuteDeleteAsync();
                await db.Set<ChainLink>().Where(l => l.Position == head.Position).ExecuteDeleteAsync();
            });
            return 0;
        });
        Assert.Equal(head.Position, (await site.With<Chain, BrokenLink?>(c => c.Verify()))!.Position);
        var auditor = await site.As("baijingwen");
        await auditor.Open("/admin/audit");
        await auditor.Send("/admin/audit/verify", []);
        Assert.Contains($"第 {head.Position} 条起没有了，可是以前公布过", auditor.Text, StringComparison.Ordinal);
    }

    /// <summary>Alters the act at a position and seals the whole trail again from its first act.</summary>
    private static async Task Forge(TestSite site, long position)
    {
        await site.Look(async db =>
        {
            var acts = await db.Set<ChainLink>().OrderBy(l => l.Position).Select(l => l.ActId).ToListAsync();
            var altered = acts[(int)position - 1];
            await db.Run(async () =>
            {
                await db.Set<ActRow>().Where(a => a.Id == altered).ExecuteUpdateAsync(set => set.SetProperty(a => a.UseCase, "NobodyDidThis"));
                await db.Set<ChainLink>().ExecuteDeleteAsync();
            });
            db.AddRange(acts.Select(id => new UnsealedAct { ActId = id }));
            await db.Write();
            return 0;
        });
        await Seal(site);
    }

    private static async Task Publish(TestSite site, string words)
    {
        await new Story(site).Scan(words);
        await Seal(site);
        Assert.True(await site.Tick("platform.publish-head"));
    }

    private static async Task Seal(TestSite site)
    {
        while (await site.With<Chain, int>(c => c.Seal()) > 0)
        {
            // Until the chain has caught up.
        }
    }

    private static Task<int> Beats(TestSite site) => site.Services.GetRequiredService<Ticker>().Beats();
}
