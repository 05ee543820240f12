using Lianxin.Cases.Model;

namespace Lianxin.Tests.Cases;

/// <summary>政策以外: explained with a reason the reporter sees, appealed once, confirmed by another post.</summary>
public sealed class OutsidePolicy
{
    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Row", "S4.28")]
    public async Task The_reason_is_shown_one_appeal_is_decided_by_another_post_and_there_is_no_second(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("想让村里给我家门口单独装一盏路灯", "street-lamp");
        await story.Dispatch(key.Number, "lamp-single");
        await story.Do(Story.Works, key.Number, "explain", new() { ["reason"] = "一户一灯不在公共照明范围，可以自费安装" });
        await story.Do(Story.PhoneClerk, key.Number, "reply", new() { ["words"] = "一户一灯不在公共照明范围", ["by"] = "Page" });
        var page = await story.Track(key);
        Assert.Contains("一户一灯不在公共照明范围，可以自费安装", page.Text);
        await page.Send("/t/appeal", new() { ["reason"] = "隔壁就有" });
        Assert.True((await story.File(key.Number)).Pending);
        await story.Do(Story.CentreHead, key.Number, "decide-appeal", new() { ["decision"] = "no", ["reason"] = "隔壁那盏是路口公共灯" });
        var after = await story.Track(key);
        Assert.Contains("隔壁那盏是路口公共灯", after.Text);
        Assert.Empty(after.Page.QuerySelectorAll("form[action='/t/appeal']"));
        Assert.Equal(CaseStatus.Closed, (await story.File(key.Number)).Status);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_granted_appeal_is_handled_again_under_the_same_number(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("门口路灯不亮", "street-lamp");
        await story.Dispatch(key.Number, "lamp-single");
        await story.Do(Story.Works, key.Number, "explain", new() { ["reason"] = "这盏灯不归我们" });
        await story.Do(Story.PhoneClerk, key.Number, "reply", new() { ["words"] = "不归我们", ["by"] = "Page" });
        await (await story.Track(key)).Send("/t/appeal", new() { ["reason"] = "就是公家的灯" });
        await story.Do(Story.CentreHead, key.Number, "decide-appeal", new() { ["decision"] = "yes", ["reason"] = "确是公共路灯" });
        Assert.Equal(CaseStatus.Handling, (await story.File(key.Number)).Status);
    }
}
