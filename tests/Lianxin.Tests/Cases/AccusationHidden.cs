using System.Net;
using Lianxin.Cases.Model;

namespace Lianxin.Tests.Cases;

/// <summary>检举控告: only cleared posts see it, the accused unit never (信访工作条例第三十条).</summary>
public sealed class AccusationHidden
{
    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Requirement", "2")]
    public async Task It_is_not_found_by_the_accused_unit_nor_by_posts_without_clearance(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var clerk = await site.As(Story.PhoneClerk);
        await clerk.Open("/desk/call");
        await clerk.Send("/desk/call", new()
        {
            ["words"] = "村干部把低保给了自己亲戚", ["unit"] = (await story.UnitId("石桥村")).ToString(), ["condition"] = "conduct-accusation",
            ["accused"] = (await story.UnitId("石桥村")).ToString(), ["phone"] = "19900000020",
        });
        var file = await site.Look(db => Task.FromResult(db.Set<Case>().Single(c => c.AccusedUnitId != null)));
        Assert.True(file.Private);
        foreach (var login in new[] { Story.Secretary, Story.Worker, Story.Works, Story.Dispatcher, Story.PhoneClerk })
        {
            var other = await site.As(login);
            Assert.Equal(HttpStatusCode.NotFound, await other.Open($"/desk/{file.Number}"));
            await other.Open("/desk?q=低保");
            Assert.DoesNotContain(file.Number, other.Text);
        }

        var cleared = await site.As("tanghui");
        Assert.Equal(HttpStatusCode.OK, await cleared.Open($"/desk/{file.Number}"));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Not_letting_the_village_know_keeps_it_from_village_and_grid(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("隔壁天天半夜放音响", audience: "NotVillage");
        foreach (var login in new[] { Story.Secretary, Story.Worker })
            Assert.Equal(HttpStatusCode.NotFound, await (await site.As(login)).Open($"/desk/{key.Number}"));
        Assert.Equal(HttpStatusCode.OK, await (await site.As(Story.Dispatcher)).Open($"/desk/{key.Number}"));
        var above = await story.Scan("镇里工作人员态度差", audience: "Above");
        Assert.Equal(HttpStatusCode.NotFound, await (await site.As(Story.Dispatcher)).Open($"/desk/{above.Number}"));
        Assert.Equal(HttpStatusCode.OK, await (await site.As("shenyue")).Open($"/desk/{above.Number}"));
    }
}
