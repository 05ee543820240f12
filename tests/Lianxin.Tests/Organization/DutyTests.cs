using Lianxin.Contracts.Organization;
using Lianxin.Organization.Duties;
using Lianxin.Organization.Units;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Audit;
using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Organization;

[Collection("organization")]
public sealed class DutyTests
{
    [Theory, MemberData(nameof(House.Engine), MemberType = typeof(House))]
    public async Task A_unit_gets_the_list_of_its_level_and_functions(string engine)
    {
        await using var house = await House.WithVillage(engine);
        var works = await house.Found(new() { ParentId = house.Unit("township"), Name = "村镇办", Kind = UnitKind.Department, Functions = ["works", "water"] });
        Assert.Equal((DutyStance.Own, null), (await Stance(house, "neighbour-dispute", house.Unit("village")), await Stance(house, "manhole", house.Unit("village"))));
        Assert.Equal(DutyStance.Upper, await Stance(house, "illegal-building", house.Unit("township")));
        Assert.Equal(DutyStance.Assist, await Stance(house, "illegal-building", works));
        Assert.Equal(DutyStance.Own, await Stance(house, "ditch", works));

        await house.With<DescribeUnit, long?>(d => d.Do(works, new() { Name = "村镇办", Functions = ["works"] }));
        Assert.Equal((null, DutyStance.Own), (await Stance(house, "ditch", works), await Stance(house, "manhole", works)));
    }

    [Theory, MemberData(nameof(House.Engine), MemberType = typeof(House))]
    public async Task What_was_changed_by_hand_survives_the_pack_being_installed_again(string engine)
    {
        await using var house = await House.WithVillage(engine);
        var village = house.Unit("village");
        var by = await house.Someone("township", "org.duties");
        Assert.Null(await Set(house, village, "rubbish", DutyStance.Own, await house.Someone("township", "org.edit")));
        Assert.Equal(village, await Set(house, village, "rubbish", DutyStance.Own, by));
        await Set(house, village, "ask", null, by);
        await house.Install();
        await house.Install();
        Assert.Equal(DutyStance.Own, await Stance(house, "rubbish", village));
        Assert.Null(await Stance(house, "ask", village));
        Assert.Equal(DutyStance.Own, await Stance(house, "elderly", village));

        var list = await house.With<DutyBook, IReadOnlyList<DutySeen>>(b => b.List(village));
        Assert.Equal(["ask", "rubbish"], list.Where(d => d.Edited).Select(d => d.CategoryKey));
        var act = await house.With<AppDb, ActRow>(db => db.Set<ActRow>().AsNoTracking().Where(a => a.UseCase == "SetDuty").OrderBy(a => a.Id).FirstAsync());
        Assert.Equal(("镇里会议定的", 1L), (act.Why, act.PostId));
    }

    [Theory, MemberData(nameof(House.Engine), MemberType = typeof(House))]
    public async Task A_pack_installed_later_governs_the_units_that_are_there(string engine)
    {
        await using var house = await House.Empty(engine);
        house.Stage.Units["county"] = await house.Found(new() { Code = "990101000000", Name = "云岭县", Level = "county" });
        var township = await house.Found(new() { ParentId = house.Unit("county"), Code = "990101100000", Name = "青溪镇", Level = "township" });
        Assert.False((await house.Info(township)).Accepts);
        await house.Install();
        Assert.True((await house.Info(township)).Accepts);
        Assert.Equal(DutyStance.Own, await Stance(house, "manhole", township));
        Assert.Equal(1, await house.With<AppDb, int>(db => db.Set<DutyRule>().CountAsync(r => r.Level == "township" && r.CategoryKey == "manhole")));
    }

    [Theory, MemberData(nameof(House.Engine), MemberType = typeof(House))]
    public async Task The_nearest_pack_governs_and_one_further_up_leaves_its_units_alone(string engine)
    {
        await using var house = await House.WithVillage(engine);
        var (township, village) = (house.Unit("township"), house.Unit("village"));
        await house.Install("township", "youshui");
        Assert.Equal((false, true), ((await house.Info(township)).Accepts, (await house.Info(village)).Accepts));
        var own = (await house.With<DutyBook, IReadOnlyList<DutySeen>>(b => b.List(village))).Count;
        await house.Install();
        Assert.Equal((false, true), ((await house.Info(township)).Accepts, (await house.Info(village)).Accepts));
        Assert.Equal(own, (await house.With<DutyBook, IReadOnlyList<DutySeen>>(b => b.List(village))).Count);
        Assert.Equal("村", (await house.With<ILevels, IReadOnlyDictionary<long, NamedLevel>>(l => l.At([village])))[village].Name);
        var refusal = await Assert.ThrowsAsync<Refusal>(async () =>
        {
            house.Stage.Units["office"] = await house.Found(new() { ParentId = township, Name = "某办", Kind = UnitKind.Department });
            await house.Install("office");
        });
        Assert.Equal("{0}的层级是“{1}”，治理包里没有这一层级，装不到这里", refusal.Sentence);
    }

    private static Task<long?> Set(House house, long unit, string category, DutyStance? stance, Actor by) =>
        house.With<SetDuty, long?>(s => s.Do(unit, new() { Category = category, Stance = stance, Reason = "镇里会议定的" }), by);

    private static async Task<DutyStance?> Stance(House house, string category, long unit) =>
        (await house.With<IDuties, IReadOnlyDictionary<long, DutyStance>>(d => d.Of(category, [unit]))).TryGetValue(unit, out var stance) ? stance : null;
}
