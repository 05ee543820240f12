using Lianxin.Organization.People;
using Lianxin.Organization.Reorganise;
using Lianxin.Organization.Units;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Organization;

[Collection("organization")]
public sealed class UnitLifeTests
{
    [Theory, MemberData(nameof(House.Engine), MemberType = typeof(House))]
    public async Task A_unit_closes_only_when_nothing_stands_under_it_its_posts_end_and_its_code_stays_used(string engine)
    {
        await using var house = await House.WithVillage(engine);
        var village = house.Unit("village");
        Assert.Equal("{0}下面还有{1}，请先撤销下级单位，或者改用“并入”", (await Assert.ThrowsAsync<Refusal>(() => Close(house, house.Unit("township")))).Sentence);
        var post = await Appoint(house, village, "village-secretary");
        Assert.Null(await house.With<ReorganiseUnit, long?>(c => c.Do(village, How.Close, Order), await house.Someone("village", "org.view")));
        var sentence = (await Assert.ThrowsAsync<Refusal>(async () => await house.With<ReorganiseUnit, long?>(c => c.Do(village, How.Close, Order), await house.Someone("village", "org.edit")))).Sentence;
        Assert.Equal("{0}还有人在岗，要由能安排岗位的管理员来办", sentence);
        Assert.Null(await house.With<AppDb, DateTime?>(db => db.Set<Post>().Where(p => p.Id == post).Select(p => p.To).SingleAsync()));
        Assert.Equal(village, await Close(house, village));
        Assert.True((await house.Info(village)).Closed);
        Assert.NotNull(await house.With<AppDb, DateTime?>(db => db.Set<Post>().Where(p => p.Id == post).Select(p => p.To).SingleAsync()));
        Assert.NotNull((await house.Target(village)).RetiredAt);

        var again = new FoundUnitInput { ParentId = house.Unit("township"), Code = "990101100200", Name = "石桥新村" };
        Assert.Equal("code", (await Assert.ThrowsAsync<Refusal>(() => house.Found(again))).Field);
        Assert.Equal("{0}已经撤销", (await Assert.ThrowsAsync<Refusal>(() => Close(house, village))).Sentence);
    }

    [Theory, MemberData(nameof(House.Engine), MemberType = typeof(House))]
    public async Task A_renamed_unit_is_renamed_as_target_too(string engine)
    {
        await using var house = await House.WithVillage(engine);
        var village = house.Unit("village");
        await house.With<DescribeUnit, long?>(d => d.Do(village, new() { Name = "石桥新村", Phone = "0111-8000200" }));
        Assert.Equal("石桥新村", (await house.Info(village)).Name);
        Assert.Equal("石桥新村", (await house.Target(village)).Name);
    }

    [Theory, MemberData(nameof(House.Engine), MemberType = typeof(House))]
    public async Task A_unit_that_accepts_and_the_top_show_as_a_gap_until_a_living_post_owns_what_nobody_owns(string engine)
    {
        await using var house = await House.WithVillage(engine);
        var township = house.Unit("township");
        Assert.Equal([house.Unit("county"), township], await Gaps(house));
        var county = await Appoint(house, house.Unit("county"), "county-desk");
        await FallBack(house, house.Unit("county"), county);
        Assert.Equal([township], await Gaps(house));
        Assert.Equal("postId", (await Assert.ThrowsAsync<Refusal>(() => FallBack(house, township, county))).Field);
        Assert.Equal("兜底责任岗要是{0}现在有人在任的岗位", (await Assert.ThrowsAsync<Refusal>(() => FallBack(house, house.Unit("village"), county))).Sentence);

        var first = await Appoint(house, township, "centre-head");
        await FallBack(house, township, first);
        Assert.Empty(await Gaps(house));
        Assert.Equal("这是{0}的兜底责任岗，请先另定一个", (await Assert.ThrowsAsync<Refusal>(() => house.With<EndPost, long?>(e => e.Do(first, new())))).Sentence);

        var passing = await Appoint(house, township, "dispatcher", until: new DateOnly(2026, 3, 5));
        await FallBack(house, township, passing);
        await house.With<EndPost, long?>(e => e.Do(first, new()));
        house.Stage.Move(new DateTime(2026, 3, 5, 15, 59, 59, DateTimeKind.Utc));
        Assert.Empty(await Gaps(house));
        house.Stage.Move(new DateTime(2026, 3, 5, 16, 0, 0, DateTimeKind.Utc));
        Assert.Equal([township], await Gaps(house));
    }

    internal static async Task<long> Appoint(House house, long unit, string role, DateOnly? until = null)
    {
        var person = await house.With<AddPerson, long?>(a => a.Do(new() { Name = "石长庚", WorkPhone = "19900000840" }));
        return (await house.With<Appoint, long?>(a => a.Do(unit, new() { PersonId = person, Role = role, Until = until })))!.Value;
    }

    private static Task<long?> Close(House house, long unit) => house.With<ReorganiseUnit, long?>(c => c.Do(unit, How.Close, Order));

    private static ReorganiseInput Order => new() { Document = "县政发〔2026〕3号", Reason = "并村" };

    private static Task<long?> FallBack(House house, long unit, long post) => house.With<SetFallback, long?>(s => s.Do(unit, new() { PostId = post }));

    private static async Task<IEnumerable<long>> Gaps(House house) =>
        (await house.With<FallbackGaps, IReadOnlyList<UnitInfo>>(g => g.Find())).Select(u => u.Id);
}
