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

    [Theory, MemberData(nameof(House.Engine), MemberType = typeof(House))]
    public async Task Nobody_appoints_themselves(string engine)
    {
        await using var house = await House.WithVillage(engine);
        var person = await house.With<AddPerson, long?>(a => a.Do(new() { Name = "秦国梁" }));
        var other = await house.With<AddPerson, long?>(a => a.Do(new() { Name = "石长庚" }));
        var like = await house.Someone("county", "access.posts", "org.view");
        var admin = new Actor { AccountId = 1, PersonId = person, Name = "秦国梁", Posts = like.Posts, Current = like.Current };
        var refused = await Assert.ThrowsAsync<Refusal>(() => house.With<Appoint, long?>(a => a.Do(house.Unit("county"), new() { PersonId = person, Role = "auditor" }), admin));
        Assert.Equal("personId", refused.Field);
        Assert.NotNull(await house.With<Appoint, long?>(a => a.Do(house.Unit("county"), new() { PersonId = other, Role = "auditor" }), admin));
    }

    [Theory, MemberData(nameof(House.Engine), MemberType = typeof(House))]
    public async Task System_security_and_audit_are_not_in_one_hand_at_one_time(string engine)
    {
        await using var house = await House.WithVillage(engine);
        var county = house.Unit("county");
        var person = await house.With<AddPerson, long?>(a => a.Do(new() { Name = "秦国梁" }));
        Task<long?> Give(string role, string? from = null, long? at = null) => house.With<Appoint, long?>(a =>
            a.Do(at ?? county, new() { PersonId = person, Role = role, From = from is null ? null : DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture) }));
        var first = await Give("county-admin");
        foreach (var role in new[] { "security-admin", "auditor" }) Assert.Equal("role", (await Assert.ThrowsAsync<Refusal>(() => Give(role))).Field);
        await Assert.ThrowsAsync<Refusal>(() => Give("auditor", "2026-05-01"));
        Assert.NotNull(await Give("county-desk"));
        Assert.NotNull(await Give("centre-head", at: house.Unit("township")));
        await house.With<EndPost, long?>(e => e.Do(first!.Value, new()));
        Assert.Equal("role", (await Assert.ThrowsAsync<Refusal>(() => Give("auditor"))).Field);
        var head = await house.With<AppDb, long>(db => db.Set<Post>().Where(p => p.Role == "centre-head").Select(p => p.Id).SingleAsync());
        await house.With<EndPost, long?>(e => e.Do(head, new()));
        Assert.NotNull(await Give("auditor"));
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
