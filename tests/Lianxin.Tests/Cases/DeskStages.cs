using AngleSharp.Dom;

namespace Lianxin.Tests.Cases;

/// <summary>In which part of the queue a case stands: in one stage, or in none because another case is handled for it.</summary>
public sealed class DeskStages
{
    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Every_open_case_stands_in_one_stage_and_the_stages_add_up_to_all(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var keys = new List<(string Number, string Code)>();
        foreach (var words in new[] { "路灯不亮", "村口路灯不亮", "水管漏水", "井盖松动", "垃圾没清", "村尾路灯坏了" }) keys.Add(await story.Scan(words, "street-lamp"));
        await story.Do(Story.Dispatcher, keys[1].Number, "hand-up", new() { ["reason"] = "镇里办不了", ["materials"] = "看过现场" });
        await story.Dispatch(keys[2].Number, "lamp-single");
        await story.Dispatch(keys[3].Number, "lamp-single");
        await story.Finish(keys[3].Number, "换了井盖");
        await story.Do(Story.Dispatcher, keys[5].Number, "merge", new() { ["other"] = keys[0].Number });
        foreach (var login in new[] { Story.Dispatcher, Story.PhoneClerk, Story.Secretary, Leader, Story.Works })
        {
            var desk = await site.As(login);
            await desk.Open("/desk");
            var tabs = desk.Page.QuerySelectorAll("#queue-tabs a").Where(a => a.QuerySelector("span") is not null)
                .ToDictionary(a => a.ChildNodes[0].TextContent, a => (Count: int.Parse(a.QuerySelector("span")!.TextContent), Href: a.GetAttribute("href")!));
            var stages = new[] { "待派单", "已提级", "办理中", "待答复" }.Where(tabs.ContainsKey).ToList();
            var seen = new List<string>();
            foreach (var stage in stages)
            {
                var rows = await Numbers(desk, tabs[stage].Href);
                Assert.True(rows.Count == tabs[stage].Count, $"{login} {stage}");
                seen.AddRange(rows);
            }

            Assert.Equal((await Numbers(desk, "/desk?tab=All")).Order(), seen.Order());
            Assert.Equal(tabs["全部"].Count, seen.Count);
            Assert.Equal(seen.Distinct().Count(), seen.Count);
            if (login is Story.Works) Assert.Equal(1, tabs["待我签收"].Count);
            if (login is Story.Dispatcher) Assert.Equal((1, 5), (tabs["已提级"].Count, tabs["全部"].Count));
        }
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_merged_case_says_into_which_and_counts_as_neither_open_nor_closed(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var (main, one) = (await story.Scan("路灯不亮", "street-lamp", "19900000271"), await story.Scan("村口灯坏了", "street-lamp", "19900000271"));
        await story.Do(Story.Dispatcher, one.Number, "merge", new() { ["other"] = main.Number });
        var desk = await site.As(Story.Dispatcher);
        await desk.Open($"/desk/{one.Number}");
        Assert.Equal($"已并入 {main.Number}", desk.Page.QuerySelector(".case-side .tag")!.TextContent);
        Assert.Null(desk.Page.QuerySelector(".case-bar .waits"));
        Assert.Empty(await Numbers(desk, "/desk?tab=Closed"));
        Assert.Equal([one.Number], await Numbers(desk, "/desk?tab=Merged"));
        Assert.Equal($"已并入 {main.Number}", desk.Page.QuerySelector("[data-row] .tag")!.TextContent);
        Assert.DoesNotContain("派单", desk.Page.QuerySelector("[data-row] .meta")!.TextContent);
        var clerk = await site.As(Story.PhoneClerk);
        await clerk.Open("/desk/call?phone=19900000271");
        Assert.Contains($"已并入 {main.Number}", clerk.Page.QuerySelector("#caller")!.TextContent);
        await desk.Open("/desk?tab=Merged");
        var rows = await Platform.ExportTests.Export(desk, "/desk/export");
        Assert.Equal($"已并入 {main.Number}", rows[2][2]);
    }

    private const string Leader = "luzhengming";

    private static async Task<List<string>> Numbers(Browser desk, string address)
    {
        await desk.Open(address);
        return [.. desk.Page.QuerySelectorAll("[data-row]").Select(r => r.GetAttribute("data-row")!)];
    }
}
