using Lianxin.Contracts.Organization;
using Lianxin.Organization.Levels;
using Lianxin.Organization.Units;
using Lianxin.Platform;
using Lianxin.Platform.Access;

namespace Lianxin.Tests.Organization;

[Collection("organization")]
public sealed class FoundingTests
{
    [Theory, MemberData(nameof(House.Engine), MemberType = typeof(House))]
    public async Task A_unit_takes_level_relation_and_intake_from_the_pack(string engine)
    {
        await using var house = await House.WithVillage(engine);
        var township = await house.Info(house.Unit("township"));
        Assert.Equal(("township", Relation.Internal, true), (township.Level, township.Relation, township.Accepts));
        var village = await house.Info(house.Unit("village"));
        Assert.Equal(("village", Relation.Village, false), (village.Level, village.Relation, village.Accepts));
        var grid = await house.Info(await house.Found(new() { ParentId = village.Id, Code = "990101100200001", Name = "一网格", Kind = UnitKind.Grid }));
        Assert.Equal(("grid", Relation.Village), (grid.Level, grid.Relation));

        var levels = await house.With<ILevels, IReadOnlyList<NamedLevel>>(l => l.Of(village.Id));
        Assert.Equal(["县", "乡镇", "村（社区）", "网格"], levels.Select(l => l.Name));
        Assert.Equal("村（社区）", await house.With<LevelBook, string>(l => l.NameOf(village.Id)));
        Assert.Equal("grid", (await house.Target(grid.Id)).Kind);
    }

    [Theory, MemberData(nameof(House.Engine), MemberType = typeof(House))]
    public async Task A_department_without_a_code_gets_the_next_one_of_its_parent(string engine)
    {
        await using var house = await House.WithVillage(engine);
        var first = await house.Info(await house.Found(Office(house, "村镇建设办公室") with { Functions = ["works", "water"], Phone = "（0111）8000123" }));
        Assert.Equal(("990101100000-01", "", "0111-8000123"), (first.Code, first.Level, first.Phone));
        Assert.Equal(["works", "water"], first.Functions);
        Assert.Equal("990101100000-02", (await house.Info(await house.Found(Office(house, "司法所")))).Code);
        var at = await house.With<ILevels, IReadOnlyDictionary<long, NamedLevel>>(l => l.At([first.Id]));
        Assert.Equal("乡镇", at[first.Id].Name);
    }

    public static TheoryData<string, string, UnitKind, string, string, string> Wrong => new()
    {
        { "township", "9901011002", UnitKind.Territory, "", "code", "区划代码是 12 位数字" },
        { "township", "990101100000", UnitKind.Territory, "", "code", UnitCode.Used },
        { "township", "990101101000", UnitKind.Territory, "", "code", "村（社区）代码的后三位不能是 000" },
        { "township", "990101100201", UnitKind.Territory, "grid", "level", "{0}下面只能设“{1}”" },
        { "village", "990101100201", UnitKind.Territory, "", "parentId", "{0}下面不能设下级地域" },
        { "township", "990101100000001", UnitKind.Grid, "", "parentId", "网格只能设在村（社区）下面" },
        { "village", "990101100201001", UnitKind.Grid, "", "code", "网格代码是{0}的代码 {1} 加三位序号" },
        { "village", "990101100200000", UnitKind.Grid, "", "code", "网格代码是{0}的代码 {1} 加三位序号" },
        { "village", "99010110020001", UnitKind.Grid, "", "code", "网格代码是{0}的代码 {1} 加三位序号" },
        { "township", "a b", UnitKind.Department, "", "code", "站所代码用字母、数字和横线，最多 {0} 个" },
    };

    [Theory, MemberData(nameof(Wrong))]
    public async Task What_cannot_be_founded_is_refused_at_its_field(string parent, string code, UnitKind kind, string level, string field, string sentence)
    {
        await using var house = await House.WithVillage("sqlite");
        var refusal = await Assert.ThrowsAsync<Refusal>(() => house.Found(new() { ParentId = house.Unit(parent), Code = code, Name = "某某", Kind = kind, Level = level }));
        Assert.Equal((field, sentence), (refusal.Field, refusal.Sentence));
    }

    [Fact]
    public async Task Unknown_functions_and_wrong_phones_are_refused()
    {
        await using var house = await House.WithVillage("sqlite");
        Assert.Equal("functions", (await Assert.ThrowsAsync<Refusal>(() => house.Found(Office(house, "某所") with { Functions = ["magic"] }))).Field);
        Assert.Equal("phone", (await Assert.ThrowsAsync<Refusal>(() => house.Found(Office(house, "某所") with { Phone = "123" }))).Field);
        Assert.Equal("relation", (await Assert.ThrowsAsync<Refusal>(() => house.Found(Office(house, "某所") with { Relation = Relation.Village }))).Field);
    }

    [Fact]
    public async Task Nobody_founds_outside_their_reach_and_only_the_product_founds_the_top()
    {
        await using var house = await House.WithVillage("sqlite");
        var village = await house.Someone("village", "org.edit");
        Assert.Null(await house.With<FoundUnit, long?>(f => f.Do(Office(house, "某所")), village));
        Assert.Null(await house.With<FoundUnit, long?>(f => f.Do(new() { Code = "990102000000", Name = "他县", Level = "county" }), village));
        Assert.Null(await house.With<FoundUnit, long?>(f => f.Do(Office(house, "某所")), await house.Someone("township", "org.view")));
        Assert.NotNull(await house.With<FoundUnit, long?>(f => f.Do(Office(house, "某所")), await house.Someone("county", "org.edit")));
    }

    [Fact]
    public async Task Two_who_take_the_same_code_at_once_end_with_one_unit_and_a_refusal()
    {
        await using var house = await House.WithVillage("sqlite");
        var input = new FoundUnitInput { ParentId = house.Unit("township"), Code = "990101100201", Name = "柳塘村" };
        var tries = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            try
            {
                return await house.Found(input) > 0;
            }
            catch (Refusal refusal) when (refusal.Field == "code")
            {
                return false;
            }
        })));
        Assert.Equal(1, tries.Count(t => t));
    }

    private static FoundUnitInput Office(House house, string name) => new() { ParentId = house.Unit("township"), Name = name, Kind = UnitKind.Department };
}
