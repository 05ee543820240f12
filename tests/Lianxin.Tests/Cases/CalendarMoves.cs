using System.Net;
using Lianxin.Cases.Model;
using Lianxin.Cases.Turns.Recount;
using Lianxin.Platform.Access;
using Lianxin.Platform.Calendar;
using Lianxin.Platform.Calendar.Store;
using Lianxin.Platform.Notices;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Cases;

/// <summary>A changed calendar: every date that runs is counted again, and everybody concerned can read which, from, to and why.</summary>
public sealed class CalendarMoves
{
    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_day_off_moves_promise_and_limit_and_the_timeline_the_story_and_the_change_say_so(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var (story, office) = (new Story(site), await Office.At(site));
        var key = await story.Scan("路灯不亮", "street-lamp");
        await story.Dispatch(key.Number, "lamp-single");
        site.Wait(TimeSpan.FromMinutes(5));
        var before = await story.File(key.Number);
        var limit = before.NextDue!.Value;
        var change = await office.Off("镇里停电检修", "2026-03-03");
        var after = await story.File(key.Number);
        Assert.Equal((before.PromiseDue.AddDays(1), limit.AddDays(1)), (after.PromiseDue, after.NextDue!.Value));
        var part = await site.Look(db => db.Set<Dispatch>().SingleAsync());
        Assert.Equal((after.NextDue.Value, after.NextDue.Value), (part.Due, part.RiseAt!.Value));
        Assert.Equal(after.PromiseDue, after.RiseAt);

        var lines = (await story.Timeline(key.Number)).Where(e => e.Kind == EntryKind.DateMoved).ToList();
        Assert.Equal([true, false], lines.Select(l => l.Public));
        var desk = await site.As(Story.Dispatcher);
        await desk.Open($"/desk/{key.Number}");
        Assert.Contains($"承诺答复的时间从{Shanghai.Deadline(before.PromiseDue)}改到{Shanghai.Deadline(after.PromiseDue)}，因为云岭县 秦国梁改了工作日历（新增：2026-03-03 放假，镇里停电检修）", desk.Text);
        Assert.Contains($"的办理时限从{Shanghai.Deadline(limit)}改到{Shanghai.Deadline(after.NextDue.Value)}", desk.Text);
        Assert.Contains($"原来承诺 {Shanghai.Deadline(before.PromiseDue)} 前答复", desk.Text);

        await desk.Open(desk.Page.QuerySelectorAll(".facts a.due").Single(a => a.TextContent == Shanghai.Deadline(before.PromiseDue)).GetAttribute("href")!);
        Assert.Contains("原来向反映人承诺的答复时间", desk.Text);
        Assert.DoesNotContain("镇里停电检修", desk.Text);
        Assert.DoesNotContain("按现在的日历会算到", desk.Text);
        await desk.Open($"/desk/{key.Number}/why");
        Assert.Contains("镇里停电检修放假（地方假日）", desk.Text);
        Assert.DoesNotContain("按现在的日历会算到", desk.Text);

        var reporter = await story.Track(key);
        Assert.Contains($"答复您的时间从{Shanghai.Deadline(before.PromiseDue)}改到{Shanghai.Deadline(after.PromiseDue)}前，因为工作日历改了（新增：2026-03-03 放假，镇里停电检修）", reporter.Page.QuerySelector(".note[role=status]")!.TextContent);
        Assert.DoesNotContain("秦国梁", reporter.Text);
        Assert.DoesNotContain("的办理时限从", reporter.Text);

        await desk.Open($"/admin/calendar/changes/{change}");
        Assert.Equal(2, desk.Page.QuerySelectorAll("tbody tr").Length);
        Assert.Equal(2, desk.Page.QuerySelectorAll($"tbody a[href='/desk/{key.Number}']").Length);
        Assert.DoesNotContain("1 件事项", desk.Text);
        await office.Admin.Open("/admin/calendar");
        await office.Admin.Open(office.Admin.Page.QuerySelectorAll("a").Single(a => a.TextContent == "影响了哪些期限").GetAttribute("href")!);
        Assert.Contains("1 件事项", office.Admin.Text);
        Assert.Contains("承诺答复 1 个，办理时限 1 个；推后 2 个，提前 0 个", office.Admin.Text);
        Assert.DoesNotContain(key.Number, office.Admin.Text);
        Assert.Equal(["日历改了（{1}）：有 {0} 件事项的办理时限变了，请按新的时间办"], await Told(site, Story.Works));
        Assert.Equal(["日历改了（{1}）：有 {0} 件事项答复群众的时间变了，请告诉反映人"], await Told(site, Story.PhoneClerk));
        await desk.Open($"/admin/calendar/changes/{change}?clock=Promise");
        Assert.Single(desk.Page.QuerySelectorAll("tbody tr"));
        Assert.Equal(HttpStatusCode.NotFound, await desk.Open("/admin/calendar/changes/1"));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Taken_back_the_dates_move_earlier_again_and_every_promise_stays_on_record(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var (story, office) = (new Story(site), await Office.At(site));
        var key = await story.Scan("路灯不亮", "street-lamp");
        await story.Dispatch(key.Number, "lamp-single");
        var before = await story.File(key.Number);
        await office.Off("县庆", "2026-03-03");
        var later = await story.File(key.Number);
        site.Wait(TimeSpan.FromMinutes(20));
        await office.Again("remove");
        var back = await story.File(key.Number);
        Assert.Equal((before.PromiseDue, before.NextDue), (back.PromiseDue, back.NextDue));
        var made = await site.Look(db => db.Set<Promised>().Where(p => p.CaseId == back.Id).OrderBy(p => p.Id).ToListAsync());
        Assert.Equal([PromiseWhy.Calendar, PromiseWhy.Calendar], made.Skip(made.Count - 2).Select(p => p.Why));
        var reporter = await story.Track(key);
        Assert.Contains("撤销：2026-03-03 放假，县庆", reporter.Page.QuerySelector(".note[role=status]")!.TextContent);
        // The promise in between is counted by the calendar of then, holiday included.
        var between = reporter.Page.QuerySelector($"#why-{made[^2].Id}")!.TextContent;
        Assert.Contains(Shanghai.Deadline(later.PromiseDue), between);
        Assert.Contains("县庆放假（地方假日）", between);
        Assert.DoesNotContain("县庆", reporter.Page.QuerySelector("#why")!.TextContent);
        var run = await site.Look(db => db.Set<RecountRun>().OrderBy(r => r.Id).LastAsync());
        Assert.Equal((2, 0), (run.Earlier, run.Later));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_local_calendar_moves_only_dates_counted_below_its_unit(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var (story, office) = (new Story(site), await Office.At(site));
        var key = await story.Scan("路灯不亮", "street-lamp");
        await story.Dispatch(key.Number, "lamp-single", lead: "村镇建设办公室");
        var before = await story.File(key.Number);
        await office.Off("村里赶会", "2026-03-03", unit: "990101100200");
        Assert.Equal((before.PromiseDue, before.NextDue), await Dates(story, key.Number));
        Assert.Equal(0, await site.Look(db => db.Set<MovedDate>().CountAsync()));
        Assert.NotNull((await site.Look(db => db.Set<RecountRun>().SingleAsync())).DoneAt);
        await office.Off("镇里停电检修", "2026-03-04", unit: "990101100000");
        var after = await Dates(story, key.Number);
        Assert.True(after.Promise >= before.PromiseDue && after.Next > before.NextDue);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task What_has_passed_stays_and_nothing_becomes_late_by_a_change(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var (story, office) = (new Story(site), await Office.At(site));
        var key = await story.Scan("路灯不亮", "street-lamp");
        await story.Dispatch(key.Number, "lamp-single");
        await office.Off("县庆", "2026-03-03");
        var held = await story.File(key.Number);
        // By the calendar without the holiday the limit would have run out an hour ago.
        site.Time.Stand(held.NextDue!.Value.AddHours(-1));
        await office.Again("remove");
        var kept = await story.File(key.Number);
        Assert.Equal(held.NextDue, kept.NextDue);
        var desk = await site.As(Story.Dispatcher);
        await desk.Open($"/desk/{key.Number}/why?clock={kept.NextClock}");
        Assert.Contains("改日历的时候，这个时间或新算的时间已经过了，所以没有动", desk.Text);
        site.Time.Stand(kept.PromiseDue.AddMinutes(5));
        await site.Tick("cases.overdue");
        var risen = await story.File(key.Number);
        await office.Off("补放一天", "2026-03-04");
        var last = await story.File(key.Number);
        Assert.Equal((risen.PromiseDue, risen.NextDue, risen.RiseAt), (last.PromiseDue, last.NextDue, last.RiseAt));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task An_approved_extension_stands_and_what_is_held_is_counted_with_the_time_it_stood(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var (story, office) = (new Story(site), await Office.At(site));
        var (extended, held) = (await story.Scan("路灯不亮", "street-lamp"), await story.Scan("另一盏路灯不亮", "street-lamp"));
        foreach (var (number, act, until) in new[] { (extended.Number, "extension", "2026-03-20"), (held.Number, "hold", "2026-03-16") })
        {
            await story.Dispatch(number, "lamp-single");
            await story.Do(Story.Works, number, "sign");
            await story.Do(Story.Works, number, act, new() { ["until"] = until, ["reason"] = "等灯具" });
            await story.Do(Story.CentreHead, number, $"decide-{act}", new() { ["decision"] = "yes", ["reason"] = "同意" });
        }

        var (approved, standing) = (await Dates(story, extended.Number), await Dates(story, held.Number));
        // While it is held a holiday counts for nothing; after it goes on, it does.
        await office.Off("县庆", "2026-03-10");
        Assert.Equal((approved, standing), (await Dates(story, extended.Number), await Dates(story, held.Number)));
        await office.Off("植树", "2026-03-16");
        Assert.Equal(approved, await Dates(story, extended.Number));
        var moved = await Dates(story, held.Number);
        Assert.True(moved.Next > standing.Next);
        Assert.Equal(moved.Next, moved.Promise);
        Assert.NotNull((await story.File(held.Number)).HeldUntil);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_merged_case_keeps_out_of_the_queue_while_its_promise_moves(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var (story, office) = (new Story(site), await Office.At(site));
        var (main, other) = (await story.Scan("路灯不亮", "street-lamp"), await story.Scan("桥头路灯不亮", "street-lamp"));
        await story.Do(Story.Dispatcher, other.Number, "merge", new() { ["main"] = "", ["other"] = main.Number });
        var before = await story.File(other.Number);
        Assert.NotNull(before.MergedIntoId);
        await office.Off("县庆", "2026-03-03");
        var after = await story.File(other.Number);
        Assert.Equal((before.PromiseDue.AddDays(1), (DateTime?)null, (DateTime?)null), (after.PromiseDue, after.NextDue, after.RiseAt));
    }

    internal static async Task<(DateTime Promise, DateTime? Next)> Dates(Story story, string number)
    {
        var file = await story.File(number);
        return (file.PromiseDue, file.NextDue);
    }

    private static Task<List<string>> Told(TestSite site, string login) => site.Look(db => (
        from n in db.Set<Notice>()
        join a in db.Set<Account>() on n.PersonId equals a.PersonId
        where a.Login == login && n.Link.StartsWith("/admin/calendar/changes/")
        select n.Text).ToListAsync());
}

/// <summary>The calendar's keeper at work, with the recount that follows.</summary>
internal sealed class Office(TestSite site)
{
    public Browser Admin { get; private set; } = null!;

    public static async Task<Office> At(TestSite site)
    {
        var office = new Office(site);
        await office.Arrive();
        return office;
    }

    /// <summary>Signs in: whoever administers is signed out when the clock has moved on.</summary>
    public async Task Arrive() => Admin = await site.As("qinguoliang");

    /// <summary>A day off for a unit and all below it; the id of the change.</summary>
    public async Task<long> Off(string name, string from, string to = "", string unit = "990101000000", bool counted = true)
    {
        var at = await site.Look(db => db.Set<Unit>().Where(u => u.Code == unit).Select(u => u.Id).SingleAsync());
        await Arrive();
        await Admin.Open($"/admin/calendar/local?unit={at}");
        await Admin.Send("/admin/calendar/local", new() { ["name"] = name, ["from"] = from, ["to"] = to, ["reason"] = "县政办通知" });
        return await Counted(counted);
    }

    /// <summary>Something done to the last local run: taken back, ended, changed.</summary>
    public async Task<long> Again(string act, Dictionary<string, string>? more = null, bool counted = true)
    {
        var row = await site.Look(db => db.Set<LocalRun>().Where(r => r.RetiredAt == null).OrderBy(r => r.Id).LastAsync());
        await Arrive();
        await Admin.Open($"/admin/calendar/local/{row.Id}/{act}");
        await Admin.Send($"/admin/calendar/local/{row.Id}/{act}", new(more ?? []) { ["reason"] = "更正" });
        return await Counted(counted);
    }

    public async Task<long> Counted(bool counted = true)
    {
        Assert.StartsWith("/admin/calendar?unit=", Admin.Address, StringComparison.Ordinal);
        await site.Settle();
        if (counted) Assert.True(await site.Tick("cases.recount"));
        return await site.Look(db => db.Set<CalendarChange>().MaxAsync(c => c.Id));
    }
}
