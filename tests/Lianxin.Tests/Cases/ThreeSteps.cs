using System.Net;
using Lianxin.Cases.Model;
using Lianxin.Platform.Packs;

namespace Lianxin.Tests.Cases;

/// <summary>酉水河's three steps (立即处理 / 联系服务团 / 及时上报) on the same code: the pack is installed on the township and governs it, its villages take cases in themselves.</summary>
public sealed class ThreeSteps
{
    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Row", "S0.32")]
    public async Task The_second_kind_needs_the_group_the_third_moves_up_a_level_and_switching_is_logged(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = await Installed(site);
        var township = await story.UnitId("青溪镇");
        var key = await story.Scan("邻居排水沟堵了，两家吵起来", "neighbour-dispute");
        var village = await story.UnitId("石桥村");
        Assert.Equal(village, (await story.File(key.Number)).AcceptUnitId);
        await story.Dispatch(key.Number, "neighbour-quarrel", "at-once", "石桥村", Story.Secretary);
        await story.Do(Story.Secretary, key.Number, "sign");
        await story.Do(Story.Secretary, key.Number, "kind", new() { ["kind"] = "with-group", ["reason"] = "两家都不让，一个人劝不动" });
        Assert.Contains(await story.Timeline(key.Number), e => e.Kind == EntryKind.KindSwitched && e.Parts.Contains("立即处理") && e.Parts.Contains("联系服务团共同处理"));
        var alone = await story.Do(Story.Secretary, key.Number, "finish", new() { ["result"] = "劝好了" });
        Assert.Equal((HttpStatusCode)422, alone.Status);
        Assert.Contains("服务团", alone.Text);
        var bare = await story.Do(Story.Secretary, key.Number, "hand-up", new() { ["kind"] = "hand-up", ["reason"] = "一户要打官司" });
        Assert.Equal((HttpStatusCode)422, bare.Status);
        Assert.NotNull(bare.Page.QuerySelector("#e-materials"));
        await story.Do(Story.Secretary, key.Number, "hand-up", new() { ["kind"] = "hand-up", ["reason"] = "一户要打官司", ["materials"] = "调解三次的记录和现场照片" });
        var file = await story.File(key.Number);
        Assert.Equal((CaseStatus.Received, township), (file.Status, file.AcceptUnitId));
        await story.Dispatch(key.Number, "neighbour-quarrel", "with-group", "平安法治办公室", more: new() { ["signedFor"] = "陆正明" });
        Assert.Equal(CaseStatus.Handling, (await story.File(key.Number)).Status);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Pages_say_the_words_of_the_place(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var before = await story.Scan("北街水沟堵了", "neighbour-dispute");
        Assert.Equal(["已收到", "正在安排", "正在办", "答复", "您来评价"], await Steps(story, before));
        await Installed(site);
        var key = await story.Scan("邻居排水沟堵了", "neighbour-dispute");
        Assert.Equal(["听到了", "正在安排", "正在办", "回话", "您来评价"], await Steps(story, key));
        var desk = await site.As(Story.Secretary);
        await desk.Open($"/desk/{key.Number}");
        Assert.Equal(["听到", "分办", "办理", "回话", "评价"], desk.Page.QuerySelectorAll("ol.steps li").Select(li => li.TextContent));
        Assert.Contains("反映群众", desk.Page.QuerySelector(".case")!.TextContent);
    }

    private static async Task<IEnumerable<string>> Steps(Story story, (string Number, string Code) key) =>
        (await story.Track(key)).Page.QuerySelectorAll("ol.steps li").Select(li => li.TextContent);

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Overdue_rises_along_the_party_bodies_the_pack_names(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = await Installed(site);
        var key = await story.Scan("邻居排水沟堵了", "neighbour-dispute");
        site.Wait(TimeSpan.FromDays(30));
        await site.Tick("cases.overdue");
        var risen = (await story.Timeline(key.Number)).Where(e => e.Kind == EntryKind.Escalated).ToList();
        Assert.Contains("石桥村（党支部）", risen[0].Parts);
        Assert.Contains("青溪镇（镇党委）", risen[1].Parts);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Row", "S1.53")]
    public async Task The_reporter_is_asked_for_the_marks_the_pack_names_and_each_must_be_given(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = await Installed(site);
        var key = await story.Scan("邻居排水沟堵了", "neighbour-dispute");
        await story.Dispatch(key.Number, "neighbour-quarrel", "at-once", "石桥村", Story.Secretary);
        await story.Do(Story.Secretary, key.Number, "sign");
        await story.Do(Story.Secretary, key.Number, "finish", new() { ["result"] = "疏通好了" });
        await story.Do(Story.Secretary, key.Number, "reply", new() { ["words"] = "疏通好了", ["by"] = "Page" });
        var page = await story.Track(key);
        foreach (var axis in new[] { "办得好不好", "办得快不快", "态度好不好" }) Assert.Contains(axis, page.Text);
        var marks = new Dictionary<string, string> { ["solved"] = "yes", ["mark1"] = "5", ["mark2"] = "3" };
        Assert.Equal((HttpStatusCode)422, await page.Send("/t/rate", marks));
        Assert.Contains("态度好不好", page.Page.QuerySelector("#e-mark3")!.TextContent);
        await page.Send("/t/rate", new(marks) { ["mark3"] = "4" });
        Assert.Equal("result=5 speed=3 manner=4", (await site.Look(db => Task.FromResult(db.Set<Rating>().Single()))).Marks);
        Assert.Contains("办得快不快 3", page.Text);
    }

    private static async Task<Story> Installed(TestSite site)
    {
        var story = new Story(site);
        var township = await story.UnitId("青溪镇");
        await site.With<PackInstaller, bool>(async installer =>
        {
            await installer.Install(Path.Combine(Packs.Shipped.Root(), "packs", "youshui"), township);
            return true;
        });
        return story;
    }
}
