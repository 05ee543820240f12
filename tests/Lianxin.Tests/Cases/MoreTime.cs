using System.Net;
using Lianxin.Cases.Model;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Cases;

/// <summary>延期 and 挂账: only with approval, reason and end; what was promised moves only where it would be passed.</summary>
public sealed class MoreTime
{
    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task An_extension_is_decided_by_another_post_and_moves_the_promise_where_it_would_be_passed(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await Signed(story);
        var before = await story.File(key.Number);
        var early = await story.Do(Story.Works, key.Number, "extension", new() { ["until"] = "2026-03-02", ["reason"] = "灯具要去县里买" });
        Assert.Equal((HttpStatusCode)422, early.Status);
        Assert.NotNull(early.Page.QuerySelector("#e-until"));
        foreach (var (act, lacking, said) in new[] { ("extension", "reason", "2026-03-20"), ("extension", "until", ""), ("hold", "reason", "2026-03-20"), ("hold", "until", "") })
        {
            var half = await story.Do(Story.Works, key.Number, act, new() { ["until"] = said, ["reason"] = lacking == "reason" ? "" : "灯具要去县里买" });
            Assert.Equal((HttpStatusCode)422, half.Status);
            Assert.NotNull(half.Page.QuerySelector($"#e-{lacking}"));
        }

        await story.Do(Story.Works, key.Number, "extension", new() { ["until"] = "2026-03-20", ["reason"] = "灯具要去县里买" });
        Assert.Equal(before.NextDue, (await story.File(key.Number)).NextDue);
        Assert.True((await story.File(key.Number)).Pending);
        var asker = await site.As(Story.Works);
        await asker.Open($"/desk/{key.Number}/decide-extension");
        Assert.Empty(asker.Page.QuerySelectorAll($"form[action='/desk/{key.Number}/decide-extension']"));
        var head = await site.As(Story.CentreHead);
        await head.Open($"/desk/{key.Number}/decide-extension");
        Assert.Contains("灯具要去县里买", head.Text);
        await head.Send($"/desk/{key.Number}/decide-extension", new() { ["decision"] = "yes", ["reason"] = "县里确实缺货" });
        var file = await story.File(key.Number);
        Assert.Equal(When(20, 17, 30), file.NextDue);
        Assert.Equal(When(20, 17, 30), file.PromiseDue);
        Assert.False(file.Pending);
        var reporter = await story.Track(key);
        Assert.Contains("2026-03-20 17:30", reporter.Text);
        Assert.Contains("灯具要去县里买", reporter.Text);
        Assert.Contains("改过的承诺", reporter.Text);
        await head.Open($"/desk/{key.Number}/why?clock={file.NextClock}");
        Assert.Contains("批准延期到2026-03-20 17:30", head.Text);
        await head.Open($"/desk/{key.Number}/why");
        Assert.Contains("批准延期时改的", head.Text);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_refused_extension_moves_nothing_and_is_not_the_reporters_affair(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await Signed(story);
        var before = await story.File(key.Number);
        await story.Do(Story.Works, key.Number, "extension", new() { ["until"] = "2026-03-20", ["reason"] = "人手不够" });
        await story.Do(Story.CentreHead, key.Number, "decide-extension", new() { ["decision"] = "no", ["reason"] = "先从环卫站借人" });
        var file = await story.File(key.Number);
        Assert.Equal((before.NextDue, before.PromiseDue, false), (file.NextDue, file.PromiseDue, file.Pending));
        Assert.DoesNotContain("人手不够", (await story.Track(key)).Text);
        Assert.Single(await story.Timeline(key.Number), e => e is { Kind: EntryKind.ExtensionRefused, Public: false });
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task What_is_asked_for_lapses_with_the_part_it_was_asked_for(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await Signed(story);
        await story.Do(Story.Works, key.Number, "extension", new() { ["until"] = "2026-03-20", ["reason"] = "人手不够" });
        await story.Do(Story.Works, key.Number, "finish", new() { ["result"] = "借到人，修好了" });
        var file = await story.File(key.Number);
        Assert.Equal((CaseStatus.Feedback, false), (file.Status, file.Pending));
        var head = await story.Do(Story.CentreHead, key.Number, "note", new() { ["words"] = "知道了" });
        Assert.DoesNotContain("审批延期", head.Text);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Row", "S2.20")]
    public async Task What_is_held_until_spring_stands_still_in_a_list_of_its_own_and_wakes_by_itself(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await Signed(story);
        await story.Do(Story.Works, key.Number, "hold", new() { ["until"] = "2026-04-01", ["reason"] = "地冻着，杆子挖不动" });
        await story.Do(Story.CentreHead, key.Number, "decide-hold", new() { ["decision"] = "yes", ["reason"] = "开春再办" });
        var held = await story.File(key.Number);
        Assert.Equal(Midnight(new(2026, 4, 1)), held.HeldUntil);
        Assert.True(held.NextDue > held.HeldUntil && held.PromiseDue == held.NextDue);
        var desk = await site.As(Story.Dispatcher);
        await desk.Open("/desk");
        await desk.Open(desk.Page.QuerySelectorAll(".tabs a").Single(a => a.TextContent.Contains("挂账1")).GetAttribute("href")!);
        Assert.Contains(key.Number, desk.Text);
        var waits = await story.Track(key);
        Assert.Contains("先等着", waits.Page.QuerySelector(".receipt .tag")!.TextContent);
        Assert.DoesNotContain("正在办", waits.Text);
        Assert.Equal("村镇建设办公室要等到 2026-04-01 再接着办：地冻着，杆子挖不动", waits.Page.QuerySelector(".note")!.TextContent);
        site.Time.Stand(new DateTime(2026, 3, 30, 2, 0, 0, DateTimeKind.Utc));
        await site.Tick("cases.overdue");
        await site.Tick("cases.held");
        Assert.NotNull((await story.File(key.Number)).HeldUntil);
        Assert.DoesNotContain(await story.Timeline(key.Number), e => e.Kind == EntryKind.Escalated);
        site.Time.Stand(new DateTime(2026, 4, 1, 1, 0, 0, DateTimeKind.Utc));
        await site.Tick("cases.held");
        var woken = await story.File(key.Number);
        Assert.Equal((null, held.NextDue), (woken.HeldUntil, woken.NextDue));
        Assert.Single(await story.Timeline(key.Number), e => e is { Kind: EntryKind.Woken, By: "系统" });
        desk = await site.As(Story.Dispatcher);
        await desk.Open($"/desk/{key.Number}/why?clock={woken.NextClock}");
        Assert.Contains("挂账暂停，不计时", desk.Text);
        site.Time.Stand(woken.NextDue!.Value.AddMinutes(1));
        await site.Tick("cases.overdue");
        Assert.Contains(await story.Timeline(key.Number), e => e.Kind == EntryKind.Escalated);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_refused_hold_stops_no_clock_is_told_to_the_unit_and_is_not_the_reporters_affair(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await Signed(story);
        var before = await story.File(key.Number);
        await story.Do(Story.Works, key.Number, "hold", new() { ["until"] = "2026-04-01", ["reason"] = "地冻着，杆子挖不动" });
        Assert.True((await story.File(key.Number)).Pending);
        var silent = await story.Do(Story.CentreHead, key.Number, "decide-hold", new() { ["decision"] = "no" });
        Assert.Equal((HttpStatusCode)422, silent.Status);
        await story.Do(Story.CentreHead, key.Number, "decide-hold", new() { ["decision"] = "no", ["reason"] = "换灯头不用挖" });
        var file = await story.File(key.Number);
        Assert.Equal((before.NextDue, before.PromiseDue, null, false), (file.NextDue, file.PromiseDue, file.HeldUntil, file.Pending));
        var handler = await site.As(Story.Works);
        await handler.Open("/inbox");
        Assert.Contains("不同意挂账，请继续办理", handler.Text);
        await handler.Open($"/desk/{key.Number}");
        Assert.Contains("换灯头不用挖", handler.Text);
        Assert.Single(await story.Timeline(key.Number), e => e is { Kind: EntryKind.HoldRefused, Public: false });
        var reporter = await story.Track(key);
        Assert.DoesNotContain("地冻着", reporter.Text);
        Assert.DoesNotContain("换灯头不用挖", reporter.Text);
        // The clock has been running: it is late when it would have been.
        site.Time.Stand(before.NextDue!.Value.AddMinutes(1));
        await site.Tick("cases.overdue");
        Assert.Contains(await story.Timeline(key.Number), e => e.Kind == EntryKind.Escalated);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task What_is_held_goes_on_earlier_when_the_unit_says_so_and_by_finishing(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await Signed(story);
        var due = (await story.File(key.Number)).NextDue!.Value;
        await story.Do(Story.Works, key.Number, "hold", new() { ["until"] = "2026-04-01", ["reason"] = "等备件" });
        await story.Do(Story.CentreHead, key.Number, "decide-hold", new() { ["decision"] = "yes", ["reason"] = "同意" });
        var planned = (await story.File(key.Number)).NextDue;
        site.Wait(TimeSpan.FromDays(7));
        await story.Do(Story.Works, key.Number, "wake", new() { ["reason"] = "备件到了" });
        var file = await story.File(key.Number);
        Assert.Null(file.HeldUntil);
        Assert.Equal(due.AddDays(7), file.NextDue);
        Assert.True(file.NextDue < planned);
        await story.Do(Story.Works, key.Number, "hold", new() { ["until"] = "2026-04-01", ["reason"] = "又坏了" });
        await story.Do(Story.CentreHead, key.Number, "decide-hold", new() { ["decision"] = "yes", ["reason"] = "同意" });
        await story.Do(Story.Works, key.Number, "finish", new() { ["result"] = "换好了" });
        Assert.Equal((CaseStatus.Feedback, null), ((await story.File(key.Number)).Status, (await story.File(key.Number)).HeldUntil));
    }

    private static async Task<(string Number, string Code)> Signed(Story story)
    {
        var key = await story.Scan("路灯不亮", "street-lamp");
        await story.Dispatch(key.Number, "lamp-single");
        await story.Do(Story.Works, key.Number, "sign");
        return key;
    }

    private static DateTime When(int day, int hour, int minute) => new DateTime(2026, 3, day, hour, minute, 0, DateTimeKind.Utc).AddHours(-8);

    private static DateTime Midnight(DateTime day) => DateTime.SpecifyKind(day, DateTimeKind.Utc).AddHours(-8);
}
