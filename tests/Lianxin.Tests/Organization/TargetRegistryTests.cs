using Lianxin.Contracts.Platform;
using Lianxin.Organization.Grids;
using Lianxin.Organization.Reorganise;
using Lianxin.Organization.Units;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Lianxin.Platform.Targets;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Organization;

/// <summary>What posts may point at is told by its owner and kept by the registry (decisions 20).</summary>
[Collection("organization")]
public sealed class TargetRegistryTests
{
    [Theory, MemberData(nameof(House.Engine), MemberType = typeof(House))]
    public async Task A_named_place_and_a_grid_stand_in_the_registry_as_their_owner_tells(string engine)
    {
        await using var house = await House.WithVillage(engine);
        var grid = await house.Found(new() { ParentId = house.Unit("village"), Code = "990101100200001", Name = "一网格", Kind = UnitKind.Grid });
        Assert.Equal(("grid", grid, "一网格", (double?)null), Facts(await house.Target(grid)));
        await house.With<DrawGrid, long?>(d => d.Do(grid, new() { Boundary = GridTests.Square(113.10, 113.11) }));
        Assert.Equal(113.105, (await house.Target(grid)).Longitude!.Value, 3);
        await house.With<DescribeUnit, long?>(d => d.Do(grid, new() { Name = "东街网格" }));
        var renamed = await house.Target(grid);
        Assert.Equal("东街网格", renamed.Name);
        Assert.Equal(113.105, renamed.Longitude!.Value, 3);

        var bridge = (await house.With<RegisterPlace, long?>(r => r.Do(grid, new() { Name = "老石桥头", Longitude = 113.1, Latitude = 35.2, Tags = "桥" })))!.Value;
        Assert.Equal(("place", grid, "老石桥头", 113.1), Facts(await house.Target(bridge)));
        var tower = (await house.With<RegisterPlace, long?>(r => r.Do(grid, new() { Name = "村西水塔" })))!.Value;
        await house.With<RetirePlace, long?>(r => r.Do(tower));
        Assert.NotNull((await house.Target(tower)).RetiredAt);
        var other = await house.Found(new() { ParentId = house.Unit("village"), Code = "990101100200002", Name = "二网格", Kind = UnitKind.Grid });
        await house.With<ReorganiseUnit, long?>(r => r.Do(grid, How.Merge, Order with { To = other }));
        Assert.NotNull((await house.Target(grid)).RetiredAt);
        Assert.Equal(("place", other, "老石桥头", 113.1), Facts(await house.Target(bridge)));
        Assert.Equal(113.105, (await house.Target(other)).Longitude!.Value, 3);
        await house.With<ReorganiseUnit, long?>(r => r.Do(other, How.Close, Order));
        Assert.NotNull((await house.Target(bridge)).RetiredAt);
    }

    [Theory, MemberData(nameof(House.Engine), MemberType = typeof(House))]
    public async Task What_was_told_earlier_and_arrives_later_changes_nothing(string engine)
    {
        await using var house = await House.Empty(engine);
        foreach (var (name, minute) in new[] { ("西水塔", 2), ("水塔", 1) })
        {
            await house.With<AppDb, bool>(async db =>
            {
                await new KeepTargets().Consume(new TargetChanged(7, "place", 1, name, null, null, "", null, House.Morning.AddMinutes(minute)), db);
                await db.Write();
                return true;
            });
        }

        Assert.Equal("西水塔", (await house.Target(7)).Name);
    }

    [Theory, MemberData(nameof(House.Engine), MemberType = typeof(House))]
    public async Task Names_and_posts_of_an_installation_from_before_come_along(string engine)
    {
        await using var house = await House.Empty(engine, "202611210315_Promises");
        await house.With<AppDb, bool>(async db =>
        {
            await db.Database.ExecuteSqlAsync(
                $"""
                 INSERT INTO platform_targets (id, kind, unit_id, name, longitude, latitude, tags, retired_at, version)
                 VALUES (12, 'grid', 11, '一网格', 113.1, 35.2, '', NULL, 3), (13, 'place', 11, '老石桥头', NULL, NULL, '桥', NULL, 1)
                 """);
            var (two, three) = (House.Morning, House.Morning.AddDays(1));
            await db.Database.ExecuteSqlAsync(
                $"""
                 INSERT INTO platform_posts (id, person_id, unit_id, role, "from", "to", target_id, version)
                 VALUES (21, 5, 11, 'grid-worker', {two}, {three}, 12, 1), (22, 5, 11, 'grid-worker', {two}, {three}, 13, 1), (23, 5, 11, 'grid-worker', {two}, {three}, NULL, 1)
                 """);
            await db.Database.MigrateAsync();
            return true;
        });
        Assert.Equal(("grid", 11, "一网格", 113.1), Facts(await house.Target(11)));
        Assert.Equal(("place", 11, "老石桥头", (double?)null), Facts(await house.Target(13)));
        Assert.Equal([11, 13, null], await house.With<AppDb, List<long?>>(db => db.Set<Post>().OrderBy(p => p.Id).Select(p => p.TargetId).ToListAsync()));
        Assert.Equal("老石桥头", await house.With<AppDb, string>(db => db.Set<NamedPlace>().Where(p => p.Id == 13).Select(p => p.Name).SingleAsync()));
    }

    private static ReorganiseInput Order => new() { Document = "青政〔2026〕3号", Reason = "网格调整" };

    private static (string Kind, long UnitId, string Name, double? Longitude) Facts(Target target) => (target.Kind, target.UnitId, target.Name, target.Longitude);
}
