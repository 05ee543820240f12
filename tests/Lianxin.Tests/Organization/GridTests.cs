using Lianxin.Contracts.Organization;
using Lianxin.Organization.Grids;
using Lianxin.Organization.Reorganise;
using Lianxin.Organization.Units;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Organization;

[Collection("organization")]
public sealed class GridTests
{
    [Theory, MemberData(nameof(House.Engine), MemberType = typeof(House))]
    public async Task Neighbours_may_touch_but_not_overlap(string engine)
    {
        await using var house = await House.WithVillage(engine);
        var (west, east) = (await Grid(house, 1), await Grid(house, 2));
        await Draw(house, west, Square(113.10, 113.11));
        var refusal = await Assert.ThrowsAsync<Refusal>(() => Draw(house, east, Square(113.109, 113.12)));
        Assert.Equal(("boundary", "与{0}重叠约 {1} 平方米", "1网格"), (refusal.Field, refusal.Sentence, refusal.Args[0]));
        Assert.InRange((double)refusal.Args[1], 100_000, 102_000);
        await Draw(house, east, Square(113.11, 113.12));
        await Draw(house, west, Square(113.099, 113.11));
        Assert.Equal("boundary", (await Assert.ThrowsAsync<Refusal>(() => Draw(house, east, "{}"))).Field);
        Assert.Equal("只有网格可以画边界", (await Assert.ThrowsAsync<Refusal>(() => Draw(house, house.Unit("village"), Square(113.2, 113.3)))).Sentence);
        var area = await house.With<AppDb, long>(db => db.Set<Grid>().Where(g => g.UnitId == east).Select(g => g.Area).SingleAsync());
        Assert.InRange(area, 1_000_000, 1_020_000);
    }

    [Theory, MemberData(nameof(House.Engine), MemberType = typeof(House))]
    public async Task A_point_is_found_in_its_grid_as_soon_as_it_is_drawn_and_not_after_it_is_closed(string engine)
    {
        await using var house = await House.WithVillage(engine);
        var grid = await Grid(house, 1);
        Assert.Null(await At(house, 113.105));
        await Draw(house, grid, Square(113.10, 113.11));
        Assert.Equal(new PlaceFound(grid, ""), await At(house, 113.105));
        Assert.Null(await At(house, 113.2));
        await house.With<ReorganiseUnit, long?>(c => c.Do(grid, How.Close, new() { Document = "镇政发〔2026〕1号", Reason = "合并" }));
        Assert.Null(await At(house, 113.105));
        await Draw(house, await Grid(house, 2), Square(113.10, 113.11));
    }

    [Theory, MemberData(nameof(House.Engine), MemberType = typeof(House))]
    public async Task Words_find_the_longest_name_first_and_the_village_named_before_others(string engine)
    {
        await using var house = await House.WithVillage(engine);
        var (one, two) = (await Grid(house, 1), await Grid(house, 2));
        await Register(house, one, "前街");
        var road = await Register(house, two, "前街路口");
        Assert.Equal([new(two, "前街路口"), new(one, "前街")], await Named(house, "前街路口的灯不亮"));
        Assert.Equal("name", (await Assert.ThrowsAsync<Refusal>(() => Register(house, one, "前街"))).Field);
        await house.With<RetirePlace, long?>(r => r.Do(road!.Value));
        Assert.Equal([new(one, "前街")], await Named(house, "前街路口的灯不亮"));

        var other = await house.Found(new() { ParentId = house.Unit("township"), Code = "990101100201", Name = "柳塘村" });
        await Register(house, other, "大槐树下");
        Assert.Equal([new(other, "柳塘村"), new(one, "前街")], await Named(house, "柳塘村前街有狗"));
        Assert.Equal([new(one, "前街"), new(house.Unit("village"), "石桥村"), new(other, "大槐树下")], await Named(house, "石桥村前街，不是大槐树下"));
        Assert.Equal([new(other, "大槐树下"), new(one, "前街")], await Named(house, "从石桥村前街到柳塘村大槐树下"));
        Assert.Empty(await house.With<IPlaces, IReadOnlyList<PlaceFound>>(p => p.Named("前街", other)));
        foreach (var n in Enumerable.Range(1, 9)) await Register(house, two, $"{n}号楼");
        Assert.Equal(5, (await Named(house, string.Join('、', Enumerable.Range(1, 9).Select(n => $"{n}号楼")))).Count);
    }

    private static async Task<long> Grid(House house, int n) =>
        await house.Found(new() { ParentId = house.Unit("village"), Code = $"99010110020000{n}", Name = $"{n}网格", Kind = UnitKind.Grid });

    private static Task<long?> Draw(House house, long unit, string boundary) => house.With<DrawGrid, long?>(d => d.Do(unit, new() { Boundary = boundary }));

    private static Task<long?> Register(House house, long unit, string name) => house.With<RegisterPlace, long?>(r => r.Do(unit, new() { Name = name }));

    private static Task<PlaceFound?> At(House house, double longitude) => house.With<IPlaces, PlaceFound?>(p => p.At(longitude, 35.205));

    private static Task<IReadOnlyList<PlaceFound>> Named(House house, string words) =>
        house.With<IPlaces, IReadOnlyList<PlaceFound>>(p => p.Named(words, house.Unit("township")));

    internal static string Square(double west, double east) => string.Create(System.Globalization.CultureInfo.InvariantCulture,
        $$"""{"type":"Polygon","coordinates":[[[{{west}},35.2],[{{east}},35.2],[{{east}},35.21],[{{west}},35.21],[{{west}},35.2]]]}""");
}
