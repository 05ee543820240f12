using System.Diagnostics;
using System.Text.Json;
using Lianxin.Contracts.Organization;
using Lianxin.Organization.Grids;
using Lianxin.Organization.Units;
using Lianxin.Platform.Access;
using Lianxin.Platform.Audit;
using Lianxin.Platform.Data;
using Lianxin.Platform.Demo;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Organization;

[Collection("organization")]
public sealed class DemoChapterTests
{
    [Theory, MemberData(nameof(House.Engine), MemberType = typeof(House))]
    public async Task The_first_chapter_founds_qingxi_through_the_handlers(string engine)
    {
        await using var house = await House.Empty(engine);
        Assert.Empty(await house.With<DemoAccounts, IReadOnlyList<DemoAccount>>(d => d.List()));
        var watch = Stopwatch.StartNew();
        await house.With<DemoPlayer, int>(async player =>
        {
            await player.Play(house.Stage);
            return 0;
        });
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), watch.Elapsed.ToString());

        var units = await house.With<UnitTree, IReadOnlyList<UnitInfo>>(async tree => (await tree.Read()).All);
        Assert.Equal(12, units.Count(u => u.Kind == UnitKind.Grid));
        Assert.True(units.Count(u => u.Kind == UnitKind.Department && u.Relation == Relation.Internal) >= 6);
        Assert.InRange(house.Stage.Persons.Count, 40, 60);
        Assert.Empty(await house.With<FallbackGaps, IReadOnlyList<UnitInfo>>(g => g.Find()));
        var fallback = await house.With<PostBook, Holder?>(b => b.Of(units.Single(u => u.Accepts).FallbackPostId!.Value));
        Assert.Equal("方建国", fallback?.Name);
        await TheMap(house);
        await ThePlaces(house);
        await TheAccounts(house);
        await TheRecord(house);
    }

    private static async Task TheMap(House house)
    {
        using var map = JsonDocument.Parse((await house.With<GridMap, string?>(m => m.Json(house.Unit("qingxi"))))!);
        var grids = map.RootElement.GetProperty("grids").EnumerateArray().ToList();
        Assert.Equal(12, grids.Count);
        Assert.All(grids, g => Assert.Equal("Polygon", g.GetProperty("polygon").GetProperty("type").GetString()));
        Assert.Equal("990101100001001", grids[0].GetProperty("code").GetString());
        Assert.Contains(house.Unit("shiqiao-1"), grids.Select(g => g.GetProperty("id").GetInt64()));
    }

    private static async Task ThePlaces(House house)
    {
        Assert.Equal(house.Unit("shiqiao-1"), (await house.With<IPlaces, PlaceFound?>(p => p.At(113.17370, 35.21010)))?.UnitId);
        var named = await house.With<IPlaces, IReadOnlyList<PlaceFound>>(p => p.Named("老石桥头那盏路灯不亮了", house.Unit("qingxi")));
        Assert.Equal(new PlaceFound(house.Unit("shiqiao-1"), "老石桥头"), named[0]);
        var works = await house.With<IDuties, IReadOnlyDictionary<long, DutyStance>>(d => d.Of("manhole", [house.Unit("works-office"), house.Unit("shiqiao")]));
        Assert.Equal([new(house.Unit("works-office"), DutyStance.Own)], works);
    }

    private static async Task TheAccounts(House house)
    {
        var listed = await house.With<DemoAccounts, IReadOnlyList<DemoAccount>>(d => d.List());
        Assert.True(listed.Count >= 15);
        Assert.Distinct(listed.Select(a => a.RoleName));
        Assert.Contains(new DemoAccount("xuwenjing", "许文静", "派单员", "青溪镇"), listed);
        var account = await house.With<AppDb, Account>(db => db.Set<Account>().AsNoTracking().SingleAsync(a => a.Login == "xuwenjing"));
        Assert.False(account.MustChange);
        Assert.True(await house.With<Passwords, bool>(p => Task.FromResult(p.Verify(account, DemoAccounts.Password))));
        var dispatcher = await house.Stage.As("xu-wenjing");
        Assert.Equal([house.Unit("qingxi")], dispatcher.Reach("cases.dispatch"));
    }

    private static async Task TheRecord(House house)
    {
        var acts = await house.With<AppDb, List<ActRow>>(db => db.Set<ActRow>().AsNoTracking().ToListAsync());
        Assert.All(acts, a => Assert.Equal(House.Morning, a.At));
        Assert.Equal(house.Stage.Units.Count, acts.Count(a => a.UseCase == "FoundUnit"));
        Assert.DoesNotContain(acts, a => a.Changes.Contains("方建国", StringComparison.Ordinal));
    }
}
