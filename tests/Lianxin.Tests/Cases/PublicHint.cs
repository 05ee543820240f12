using System.Net;

namespace Lianxin.Tests.Cases;

/// <summary>Neighbours read that a thing is known, in the centre's words (decisions 23g).</summary>
public sealed class PublicHint
{
    private const string Village = "/v/990101100200";

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Neighbours_read_the_centres_summary_while_the_case_is_open_and_never_the_reporters_words(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("村口王二家旁边的路灯不亮了，他家孩子摔了一跤", "street-lamp");
        var other = await story.Scan("村口王二家旁边路灯坏了", "street-lamp");
        foreach (var (words, said) in new[] { ("王二家旁边的路灯不亮了", "照抄"), ("路灯不亮，问19900000261", "不要写号码"), (new string('灯', 61), "最多") })
        {
            var refused = await story.Do(Story.Dispatcher, key.Number, "hint", new() { ["words"] = words });
            Assert.Equal((HttpStatusCode)422, refused.Status);
            Assert.Contains(said, refused.Text);
            Assert.Contains(words, refused.Page.QuerySelector("input[name=words]")!.GetAttribute("value")!);
        }

        await story.Do(Story.Dispatcher, key.Number, "hint", new() { ["words"] = "村口路灯已经报修，周五前修好" });
        var resident = site.Anonymous();
        foreach (var page in new[] { Village, Village + "/report", "/v/990101100200001" })
        {
            await resident.Open(page);
            Assert.Contains("村口路灯已经报修，周五前修好", resident.Text);
            Assert.DoesNotContain("王二", resident.Text);
        }

        await resident.Open("/v/990101100201");
        Assert.DoesNotContain("村口路灯", resident.Text);
        Assert.Contains("公开提示：村口路灯已经报修", (await story.Track(key)).Text);

        await story.Do(Story.Dispatcher, key.Number, "hint", new() { ["words"] = "" });
        await resident.Open(Village);
        Assert.DoesNotContain("正在办的事", resident.Text);
        await story.Do(Story.Dispatcher, other.Number, "hint", new() { ["words"] = "村口路灯已经报修" });
        await story.Dispatch(other.Number, "lamp-single");
        await story.Do(Story.Works, other.Number, "sign");
        await story.Do(Story.Works, other.Number, "finish", new() { ["result"] = "换了灯头" });
        await resident.Open(Village);
        Assert.Contains("村口路灯已经报修", resident.Text);
        await story.Do(Story.PhoneClerk, other.Number, "reply", new() { ["words"] = "修好了", ["by"] = "Page" });
        await resident.Open(Village);
        Assert.DoesNotContain("村口路灯已经报修", resident.Text);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task What_is_not_for_everybody_is_not_hinted_at_and_who_does_not_take_in_may_not_hint(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var kept = await story.Scan("村口路灯不亮", "street-lamp", audience: "NotVillage");
        var open = await story.Scan("水塔边路灯不亮", "street-lamp");
        var dispatcher = await site.As(Story.Dispatcher);
        Assert.Equal(HttpStatusCode.NotFound, await (await site.As(Story.Works)).Open($"/desk/{open.Number}/hint"));
        await dispatcher.Open($"/desk/{kept.Number}");
        Assert.Null(dispatcher.Page.QuerySelector("a[href$='/hint']"));
        await story.Do(Story.Dispatcher, open.Number, "hint", new() { ["words"] = "有灯报修了" });
        await story.Do(Story.Dispatcher, open.Number, "accused", new() { ["unit"] = (await story.UnitId("石桥村")).ToString(), ["reason"] = "说的是村里不修" });
        var resident = site.Anonymous();
        await resident.Open(Village);
        Assert.DoesNotContain("有灯报修了", resident.Text);
    }
}
