using Lianxin.Organization.People;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Organization;

[Collection("organization")]
public sealed class PostTests
{
    [Theory, MemberData(nameof(House.Engine), MemberType = typeof(House))]
    public async Task A_role_is_given_only_at_its_level_departments_included(string engine)
    {
        await using var house = await House.WithVillage(engine);
        var office = await house.Found(new() { ParentId = house.Unit("township"), Name = "司法所", Kind = UnitKind.Department });
        Assert.True(await UnitLifeTests.Appoint(house, office, "department-head") > 0);
        var wrong = await Assert.ThrowsAsync<Refusal>(() => UnitLifeTests.Appoint(house, house.Unit("village"), "department-head"));
        Assert.Equal(("role", "“{0}”不设在{1}这一层级"), (wrong.Field, wrong.Sentence));
        Assert.Equal("没有叫“{0}”的角色", (await Assert.ThrowsAsync<Refusal>(() => UnitLifeTests.Appoint(house, office, "king"))).Sentence);
    }

    [Theory, MemberData(nameof(House.Engine), MemberType = typeof(House))]
    public async Task The_same_post_is_not_given_twice_for_the_same_time(string engine)
    {
        await using var house = await House.WithVillage(engine);
        var village = house.Unit("village");
        var person = await house.With<AddPerson, long?>(a => a.Do(new() { Name = "石长庚", Phone = "199 0000 0840" }));
        var input = new AppointInput { PersonId = person, Role = "village-cadre", Until = new DateOnly(2026, 3, 31) };
        var post = await house.With<Appoint, long?>(a => a.Do(village, input));
        await Assert.ThrowsAsync<Refusal>(() => house.With<Appoint, long?>(a => a.Do(village, input)));
        Assert.NotNull(await house.With<Appoint, long?>(a => a.Do(village, new() { PersonId = person, Role = "village-cadre", From = new DateOnly(2026, 4, 1) })));
        var row = await house.With<AppDb, Post>(db => db.Set<Post>().AsNoTracking().SingleAsync(p => p.Id == post));
        Assert.Equal((House.Morning, new DateTime(2026, 3, 31, 16, 0, 0, DateTimeKind.Utc)), (row.From, row.To));
        Assert.Equal("199****0840", await house.With<AppDb, string>(db => db.Set<Person>().Where(p => p.Id == person).Select(p => p.Phone.Mask).SingleAsync()));
    }

    [Fact]
    public async Task Posts_are_arranged_only_within_reach()
    {
        await using var house = await House.WithVillage("sqlite");
        var person = await house.With<AddPerson, long?>(a => a.Do(new() { Name = "石长庚" }));
        var input = new AppointInput { PersonId = person, Role = "village-cadre" };
        Assert.Null(await house.With<Appoint, long?>(a => a.Do(house.Unit("village"), input), await house.Someone("township", "org.edit")));
        Assert.Null(await house.With<AddPerson, long?>(a => a.Do(new() { Name = "某某" }), await house.Someone("township", "org.edit")));
        var township = await house.Someone("township", "access.posts");
        var post = await house.With<Appoint, long?>(a => a.Do(house.Unit("village"), input), township);
        Assert.NotNull(post);
        Assert.Null(await house.With<Appoint, long?>(a => a.Do(house.Unit("county"), new() { PersonId = person, Role = "county-desk" }), township));
        Assert.Null(await house.With<EndPost, long?>(e => e.Do(post.Value, new()), await house.Someone("village", "org.edit")));
        Assert.Equal(post, await house.With<EndPost, long?>(e => e.Do(post.Value, new()), township));
    }
}
