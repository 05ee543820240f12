using System.Net;

namespace Lianxin.Tests.Cases;

/// <summary>What a case is found by, whom it is proposed to, and what nobody else finds.</summary>
public sealed class Finding
{
    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task What_the_reporter_adds_later_is_found_by_its_words_also_after_the_dispatch(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("路灯不亮", "street-lamp");
        await (await story.Track(key)).Send("/t/add", new() { ["words"] = "灯杆底下有个马蜂窝，电话 19900000017" });
        Assert.Equal([key.Number], await Found(site, "马蜂窝"));
        await story.Dispatch(key.Number, "lamp-single");
        Assert.Equal([key.Number], await Found(site, "马蜂窝"));
        Assert.Equal([key.Number], await Found(site, "路灯"));
        Assert.Empty(await Found(site, "水井"));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task The_proposal_says_how_such_cases_went_before(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var first = await story.Scan("路灯不亮", "street-lamp");
        await story.Dispatch(first.Number, "lamp-single");
        await story.Do(Story.Works, first.Number, "sign");
        await story.Do(Story.Works, first.Number, "finish", new() { ["result"] = "换了灯泡" });
        await site.Settle();
        var clerk = await site.As(Story.PhoneClerk);
        await clerk.Open("/desk/call");
        await clerk.Send("/desk/call", new() { ["words"] = "南街路灯不亮", ["unit"] = (await story.UnitId("石桥村")).ToString(), ["condition"] = "lamp-single" });
        var desk = await site.As(Story.Dispatcher);
        await desk.Open($"/desk/{clerk.Address.Split('/')[^1]}/dispatch");
        Assert.Contains("近一年同类 1 件由村镇建设办公室办理", desk.Text);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_class_that_is_private_whatever_the_condition_is_so_from_the_first_word(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("家里有人动手打人", "family-violence");
        Assert.True((await story.File(key.Number)).Private);
        var secretary = await site.As(Story.Secretary);
        await secretary.Open($"/desk/{key.Number}");
        Assert.Equal(HttpStatusCode.NotFound, secretary.Status);
        var officer = await site.As("tanghui");
        await officer.Open($"/desk/{key.Number}");
        Assert.Equal(HttpStatusCode.OK, officer.Status);
        Assert.DoesNotContain("石长庚", (await story.Track(key)).Text);
    }

    private static async Task<IEnumerable<string>> Found(TestSite site, string words)
    {
        var desk = await site.As(Story.Dispatcher);
        await desk.Open($"/desk?q={Uri.EscapeDataString(words)}");
        return desk.Page.QuerySelectorAll("[data-row] .meta span:first-child").Select(s => s.TextContent).Where(t => t.StartsWith("2026", StringComparison.Ordinal));
    }
}
