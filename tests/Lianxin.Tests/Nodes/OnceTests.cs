using Lianxin.Platform.Data;
using Lianxin.Platform.Events;
using Lianxin.Platform.Schedules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lianxin.Tests.Nodes;

/// <summary>Two nodes at work at the same time: what must happen once happens once.</summary>
public sealed class OnceTests
{
    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Each_event_is_consumed_once_though_both_postmen_are_out(string engine)
    {
        await using var a = await TestSite.Township(engine, Bell.Hang);
        await using var b = await TestSite.Beside(a, Bell.Hang);
        await Bell.Ring(a, 130);
        var taken = await Task.WhenAll(new[] { a, b, a, b }.Select(site => Task.Run(async () =>
        {
            var (sum, round) = (0, 0);
            while ((round = await Postman(site).Deliver()) > 0) sum += round;
            return sum;
        })));
        Assert.Equal(130, taken.Sum());
        Assert.Equal(Enumerable.Repeat(1L, 130), await Bell.Count(a, Bell.Heard));
        Assert.Equal(0, await a.Look(db => db.Set<Delivery>().CountAsync()));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_node_that_stops_in_the_middle_leaves_the_event_to_the_other_and_is_too_late_when_it_wakes(string engine)
    {
        var spell = new Spell();
        await using var a = await TestSite.Township(engine, services =>
        {
            Bell.Hang(services);
            services.AddSingleton(spell);
        });
        await using var b = await TestSite.Beside(a, Bell.Hang);
        await Bell.Ring(a, 1);
        var stuck = Task.Run(() => Postman(a).Deliver());
        await spell.Entered;
        a.Wait(TimeSpan.FromSeconds(59));
        Assert.Equal(0, await Postman(b).Deliver());
        a.Wait(TimeSpan.FromSeconds(2));
        Assert.Equal(1, await Postman(b).Deliver());
        Assert.Equal([1L], await Bell.Count(b, Bell.Heard));
        spell.Break();
        await stuck;
        Assert.Equal([1L], await Bell.Count(b, Bell.Heard));
        Assert.Equal(0, await b.Look(db => db.Set<Delivery>().CountAsync()));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_schedule_fires_once_a_moment_though_both_tickers_look(string engine)
    {
        await using var a = await TestSite.Township(engine, Bell.Hang);
        await using var b = await TestSite.Beside(a, Bell.Hang);
        await Task.WhenAll(Beats(a), Beats(b));
        for (var minute = 1; minute <= 8; minute++)
        {
            a.Wait(TimeSpan.FromMinutes(1));
            await Task.WhenAll(new[] { a, b, a, b }.Select(site => Task.Run(() => Beats(site))));
        }

        Assert.Equal(Enumerable.Repeat(1L, 8), await Bell.Count(a, Bell.Struck));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Numbers_taken_by_two_nodes_never_meet(string engine)
    {
        await using var a = await TestSite.Township(engine);
        await using var b = await TestSite.Beside(a);
        var taken = await Task.WhenAll(new[] { a, b, a, b }.Select(site => Task.Run(() =>
        {
            var ids = site.Services.GetRequiredService<Ids>();
            return Enumerable.Range(0, 2_500).Select(_ => ids.Next()).Concat(Enumerable.Range(0, 100).Select(_ => -ids.Next("case-20260302", 8))).ToList();
        })));
        Assert.Equal(4 * 2_600, taken.SelectMany(t => t).Distinct().Count());
        var highest = Math.Max(await a.Look(db => Highest(db)), 1);
        Assert.DoesNotContain(taken.SelectMany(t => t).Where(id => id > 0), id => id <= highest);
    }

    private static Postman Postman(TestSite site) => site.Services.GetRequiredService<Postman>();

    private static Task<int> Beats(TestSite site) => site.Services.GetRequiredService<Ticker>().Beats();

    /// <summary>The highest id of what the first chapter of the demo wrote.</summary>
    private static Task<long> Highest(AppDb db) => db.Set<Lianxin.Platform.Audit.ActRow>().MaxAsync(a => a.Id);
}
