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
        Assert.Contains("正在看您的申诉", page.Page.QuerySelector(".receipt .tag")!.TextContent);
        Assert.Contains("另外的人来看，最晚 2026-03-09 17:30 把结果告诉您", page.Page.QuerySelector(".note")!.TextContent);
        Assert.Contains("办不了", page.Page.QuerySelector("ol.steps")!.TextContent);
        Assert.Null(page.Page.QuerySelector("ol.steps .now"));
        await story.Do(Story.CentreHead, key.Number, "decide-appeal", new() { ["decision"] = "no", ["reason"] = "隔壁那盏是路口公共灯" });
        var after = await story.Track(key);
        Assert.Contains("隔壁那盏是路口公共灯", after.Text);
        Assert.Empty(after.Page.QuerySelectorAll("form[action='/t/appeal']"));
        Assert.Equal(CaseStatus.Closed, (await story.File(key.Number)).Status);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Explained_straight_away_it_still_went_through_all_five_steps_each_timed(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("想单独装一盏路灯", "street-lamp");
        site.Wait(TimeSpan.FromMinutes(20));
        await story.Do(Story.Dispatcher, key.Number, "explain", new() { ["kind"] = "explain", ["reason"] = "路灯按规划统一装" });
        var now = TestSite.Morning.AddMinutes(20);
        site.Wait(TimeSpan.FromMinutes(5));
        await story.Do(Story.PhoneClerk, key.Number, "reply", new() { ["words"] = "路灯按规划统一装", ["by"] = "Page" });
        await (await story.Track(key)).Send("/t/rate", new() { ["solved"] = "yes", ["mark1"] = "3", ["mark2"] = "3", ["mark3"] = "3" });
        var steps = await story.Steps(key.Number);
        Assert.Equal([Step.Find, Step.Assign, Step.Handle, Step.Feedback, Step.Rate], steps.Select(s => s.Step));
        Assert.Equal([now, now, now.AddMinutes(5)], new[] { steps[1], steps[2], steps[3] }.Select(s => s.EndedAt));
        Assert.All(steps, s => Assert.NotNull(s.EndedAt));
        Assert.Equal(now, steps[2].StartedAt);
        var desk = await site.As(Story.Dispatcher);
        await desk.Open($"/desk/{key.Number}");
        foreach (var page in new[] { desk, await story.Track(key) })
            Assert.All(page.Page.QuerySelectorAll("ol.steps li"), li => Assert.True(li is { ClassName: "ok" } && li.GetAttribute("title") is { Length: > 0 }, li.OuterHtml));
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

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Row", "S4.28")]
    public async Task Each_of_the_four_kinds_has_its_own_clock_and_end_and_switching_is_logged(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);

        // 立即办: 24 hours, night included, though the condition allows two workdays.
        var quick = await story.Scan("路灯不亮", "street-lamp");
        await story.Dispatch(quick.Number, "lamp-single", "at-once");
        Assert.Equal(TestSite.Morning.AddHours(24), (await story.File(quick.Number)).NextDue);

        // 清单限时办: the condition's limit, from the dispatch on.
        var listed = await story.Scan("路灯不亮", "street-lamp");
        await story.Dispatch(listed.Number, "lamp-single");
        Assert.Equal(TestSite.Morning.AddDays(2), (await story.File(listed.Number)).NextDue);
        await story.Do(Story.Works, listed.Number, "sign");
        await story.Do(Story.Works, listed.Number, "kind", new() { ["kind"] = "at-once", ["reason"] = "学生晚自习回家要走" });
        Assert.Contains(await story.Timeline(listed.Number), e => e.Kind == EntryKind.KindSwitched && e.Parts.Contains("清单限时办") && e.Parts.Contains("立即办"));
        Assert.Equal(TestSite.Morning.AddHours(24), (await story.File(listed.Number)).NextDue);

        // 提级上报办: one level up, with what goes along.
        await story.Do(Story.Dispatcher, quick.Number, "hand-up", new() { ["kind"] = "raise", ["reason"] = "整条线要改造", ["materials"] = "现场照片和线路图" });
        Assert.Equal(await story.UnitId("云岭县"), (await story.File(quick.Number)).AcceptUnitId);

        // 解释退回办: no reason, no return; the reason is what the reporter reads.
        var other = await story.Scan("想单独装一盏路灯", "street-lamp");
        Assert.Equal((System.Net.HttpStatusCode)422, (await story.Do(Story.Dispatcher, other.Number, "explain", new() { ["kind"] = "explain", ["reason"] = "" })).Status);
        await story.Do(Story.Dispatcher, other.Number, "explain", new() { ["kind"] = "explain", ["reason"] = "路灯按规划统一装，不能给单户装" });
        Assert.Equal(CaseStatus.Feedback, (await story.File(other.Number)).Status);
        Assert.Contains("不能给单户装", (await story.Track(other)).Text);
    }
}
