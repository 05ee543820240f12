using System.Net;
using Lianxin.Cases.Model;
using Lianxin.Platform.Packs;

namespace Lianxin.Tests.Cases;

/// <summary>酉水河's three steps (立即处理 / 联系服务团 / 及时上报) on the same code: the pack is installed on the township and governs it, its villages take cases in themselves.</summary>
public sealed class ThreeSteps
{
    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Row", "S0.31")]
    [Trait("Row", "S0.32")]
    public async Task The_second_kind_needs_the_group_the_third_moves_up_a_level_and_switching_is_logged(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var township = await story.UnitId("青溪镇");
        await site.With<PackInstaller, bool>(async installer =>
        {
            await installer.Install(Path.Combine(Packs.Shipped.Root(), "packs", "youshui"), township);
            return true;
        });
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
        await story.Do(Story.Secretary, key.Number, "hand-up", new() { ["kind"] = "hand-up", ["reason"] = "一户要打官司" });
        var file = await story.File(key.Number);
        Assert.Equal((CaseStatus.Received, township), (file.Status, file.AcceptUnitId));
        await story.Dispatch(key.Number, "neighbour-quarrel", "with-group", "平安法治办公室", more: new() { ["signedFor"] = "陆正明" });
        Assert.Equal(CaseStatus.Handling, (await story.File(key.Number)).Status);
    }
}
