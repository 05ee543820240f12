using Lianxin.Cases.Model;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Cases;

/// <summary>Each way of handling has a clock and choosers of its own; both come from the pack.</summary>
public sealed class OwnClocks
{
    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Row", "S4.28")]
    public async Task What_is_handed_up_is_to_be_dispatched_within_a_workday_and_what_is_explained_replied_within_three(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var up = await story.Scan("整条街的路灯都不亮，线路老化", "street-lamp");
        await story.Do(Story.Dispatcher, up.Number, "hand-up", new() { ["kind"] = "raise", ["reason"] = "镇里没有改造资金", ["materials"] = "线路图" });
        var file = await story.File(up.Number);
        Assert.Equal((TestSite.Morning.AddDays(1), Case.KindClock), (file.NextDue, file.NextClock));
        Assert.True(file.PromiseDue > file.NextDue);

        var told = await story.Scan("想单独装一盏路灯", "street-lamp");
        await story.Do(Story.Dispatcher, told.Number, "explain", new() { ["kind"] = "explain", ["reason"] = "路灯按规划统一装" });
        file = await story.File(told.Number);
        Assert.Equal(file.PromiseDue < TestSite.Morning.AddDays(3) ? file.PromiseDue : TestSite.Morning.AddDays(3), file.NextDue);

        var county = await site.As("shenyue");
        await county.Open($"/desk/{up.Number}");
        var why = county.Page.QuerySelectorAll("a[href*='/why?clock=kind']").First().GetAttribute("href")!;
        await county.Open(why);
        Assert.Contains("这种办理方式自己的时限", county.Text);
        Assert.Contains("1 工作日", county.Text);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task When_the_way_of_handling_runs_over_its_own_clock_the_level_that_sits_on_it_hears_and_the_line_says_which_clock(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var up = await story.Scan("整条街的路灯都不亮", "street-lamp");
        await story.Do(Story.Dispatcher, up.Number, "hand-up", new() { ["kind"] = "raise", ["reason"] = "镇里没有改造资金", ["materials"] = "线路图" });
        site.Wait(TimeSpan.FromHours(25));
        await site.Tick("cases.overdue");
        var line = Assert.Single(await story.Timeline(up.Number), e => e.Kind == EntryKind.Escalated);
        Assert.Contains("kind", line.Parts);
        Assert.Contains("提级上报办", line.Parts);
        var county = await site.As("guchanghe");
        await county.Open($"/desk/{up.Number}");
        Assert.Contains("“提级上报办”的时限", county.Text);

        // Dispatched at last: the promise counts again, and its breach is heard as well.
        await story.Dispatch(up.Number, "lamp-single", "at-once", "村镇建设办公室", "shenyue");
        var file = await story.File(up.Number);
        Assert.Null(file.KindDue);
        Assert.Equal(file.PromiseDue, file.RiseAt);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_case_put_under_a_longer_limit_afterwards_keeps_its_promise_and_so_does_the_unit(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("店里的秤不准", "consumer");
        var promised = (await story.File(key.Number)).PromiseDue;
        await story.Dispatch(key.Number, "consumer-quarrel", lead: "青溪市场监管所");
        var file = await story.File(key.Number);
        Assert.Equal((promised, promised), (file.PromiseDue, file.NextDue));
        var desk = await site.As(Story.Dispatcher);
        await desk.Open($"/desk/{key.Number}/why?clock={file.NextClock}");
        Assert.Contains("不能晚于向反映人承诺的答复时间", desk.Text);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Row", "S0.32")]
    public async Task A_worker_chooses_among_the_ways_the_pack_opens_to_the_field_and_no_other(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var worker = await site.As(Story.Worker);
        await worker.Open("/work/report");
        Assert.Equal(["raise"], worker.Page.QuerySelectorAll("button[name=kind]").Select(b => b.GetAttribute("value")));
        await worker.Send("/work/report", new() { ["category"] = "street-lamp", ["words"] = "路灯杆歪了，要吊车", ["kind"] = "raise" });
        var number = await Newest(site);
        Assert.Contains(await story.Timeline(number), e => e.Kind == EntryKind.KindSwitched && e.Parts.Contains("提级上报办"));
        var file = await story.File(number);
        Assert.Equal(file.PromiseDue < TestSite.Morning.AddDays(1) ? null : Case.KindClock, file.NextClock);
        await worker.Open("/work/report");
        await worker.Send("/work/report", new() { ["category"] = "street-lamp", ["words"] = "路灯杆歪了，要吊车", ["kind"] = "listed" });
        Assert.Equal((System.Net.HttpStatusCode)422, worker.Status);
        await story.Dispatch(number, "lamp-single");
        Assert.Contains(await story.Timeline(number), e => e.Kind == EntryKind.KindSwitched && e.Parts.Contains("清单限时办"));
    }

    private static Task<string> Newest(TestSite site) =>
        site.Look(async db => await db.Set<Case>().OrderByDescending(c => c.Id).Select(c => c.Number).FirstAsync());

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Whoever_was_asked_to_dispatch_what_went_up_is_asked_no_more(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var number = (await story.Scan("整条街路灯不亮", "street-lamp")).Number;
        Assert.NotEqual(0, await Asking());
        await story.Do(Story.CentreHead, number, "hand-up", new() { ["kind"] = "raise", ["reason"] = "镇里没有改造资金", ["materials"] = "线路图" });
        Assert.Equal(0, await Asking());
        Assert.NotEqual(0, await site.Look(db => db.Set<Lianxin.Platform.Notices.Notice>().CountAsync(n => n.ReadAt == null && n.Text.EndsWith("下级提级上报，请派单"))));

        Task<int> Asking() => site.Look(db => db.Set<Lianxin.Platform.Notices.Notice>().CountAsync(n => n.ReadAt == null && n.Text.StartsWith("新事项") && n.Text.EndsWith("请派单")));
    }
}
