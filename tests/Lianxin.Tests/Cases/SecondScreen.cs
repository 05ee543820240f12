using System.Text.Json;

namespace Lianxin.Tests.Cases;

/// <summary>The map of open cases on a second screen: what is in reach, by the time left.</summary>
public sealed class SecondScreen
{
    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Open_cases_stand_on_it_by_the_time_left_and_go_when_they_are_closed(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var lamp = await story.Scan("路灯不亮", "street-lamp");
        var desk = await site.As(Story.Dispatcher);
        var point = Assert.Single(await Points(desk));
        Assert.Equal((lamp.Number, "路灯不亮", $"/desk/{lamp.Number}", "calm"), (Text(point, "number"), Text(point, "text"), Text(point, "href"), Text(point, "tone")));
        Assert.Equal(["0", "0", "1"], await Counts(desk));
        site.Wait(TimeSpan.FromDays(20));
        desk = await site.As(Story.Dispatcher);
        Assert.Equal("late", Text(Assert.Single(await Points(desk)), "tone"));
        Assert.Equal(["1", "0", "0"], await Counts(desk));
        await story.Dispatch(lamp.Number, "lamp-single");
        await story.Do(Story.Works, lamp.Number, "sign");
        await story.Do(Story.Works, lamp.Number, "finish", new() { ["result"] = "换了灯头" });
        await story.Do(Story.PhoneClerk, lamp.Number, "reply", new() { ["words"] = "修好了", ["by"] = "Page" });
        Assert.Empty(await Points(desk));
        await desk.Open("/desk/map");
        Assert.Contains("都办完了", desk.Text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task What_is_out_of_reach_or_private_is_not_on_it_and_for_cleared_posts_it_says_no_word(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var lamp = await story.Scan("路灯不亮", "street-lamp");
        var quarrel = await story.Scan("儿媳妇说婆婆打她", "neighbour-dispute");
        await story.Dispatch(quarrel.Number, "family-quarrel", "listed", "青溪司法所");
        Assert.Equal([lamp.Number], (await Points(await site.As(Story.CentreHead))).Select(p => Text(p, "number")));
        Assert.Empty(await Points(await site.As("liukuiyuan")));
        var cleared = (await Points(await site.As("qisuqin"))).Single(p => Text(p, "number") == quarrel.Number);
        Assert.Equal("不公开的事项", Text(cleared, "text"));
        Assert.Equal(JsonValueKind.Null, cleared.GetProperty("lon").ValueKind);
        var unit = await story.UnitId("柳塘村");
        Assert.Empty(await Points(await site.As(Story.CentreHead), $"?unit={unit}"));
    }

    private static string Text(JsonElement point, string name) => point.GetProperty(name).GetString()!;

    private static async Task<List<JsonElement>> Points(Browser who, string query = "")
    {
        await who.Open("/desk/map/points" + query);
        return [.. JsonDocument.Parse(await who.Response.Content.ReadAsStringAsync()).RootElement.GetProperty("points").EnumerateArray()];
    }

    private static async Task<List<string>> Counts(Browser who)
    {
        await who.Open("/desk/map");
        return [.. who.Page.QuerySelectorAll(".legend b").Select(b => b.TextContent)];
    }
}
