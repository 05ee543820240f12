using System.Net;
using FsCheck.Fluent;
using Lianxin.Cases.Model;
using Lianxin.Cases.Turns.Recount;
using Lianxin.Contracts.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Calendar;
using Lianxin.Platform.Calendar.Store;
using Lianxin.Platform.Data;
using Lianxin.Platform.Events;
using Lianxin.Platform.Notices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Lianxin.Tests.Cases;

/// <summary>How dates are counted again: looked at first, in batches, once, going on where it was cut off.</summary>
public sealed class CalendarRecounts
{
    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Before_saving_the_form_says_how_many_would_move_and_nothing_has_moved_yet(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var (story, office) = (new Story(site), await Office.At(site));
        var key = await story.Scan("路灯不亮", "street-lamp");
        await story.Dispatch(key.Number, "lamp-single");
        var before = await CalendarMoves.Dates(story, key.Number);
        await office.Admin.Open("/admin/calendar/local");
        Assert.Empty(office.Admin.Page.QuerySelectorAll("button[value=save]"));
        await office.Admin.Send("/admin/calendar/local", new() { ["name"] = "县庆", ["from"] = "2026-03-03", ["reason"] = "县政办通知" }, "look");
        Assert.Contains("有 1 件正在办的事项，期限会改", office.Admin.Text);
        Assert.Contains("一共 2 个期限", office.Admin.Text);
        Assert.Contains(Shanghai.Deadline(before.Promise.AddDays(1)), office.Admin.Text);
        Assert.DoesNotContain(key.Number, office.Admin.Text);
        Assert.Equal(before, await CalendarMoves.Dates(story, key.Number));
        Assert.Equal(0, await site.Look(db => db.Set<LocalRun>().CountAsync()));
        await office.Admin.Send("/admin/calendar/local", [], "save");
        await office.Counted();
        Assert.Equal(before.Promise.AddDays(1), (await CalendarMoves.Dates(story, key.Number)).Promise);
        await office.Admin.Open("/admin/calendar/local");
        await office.Admin.Send("/admin/calendar/local", new() { ["name"] = "明年的事", ["from"] = "2026-12-03", ["reason"] = "县政办通知" }, "look");
        Assert.Contains("不会改动正在办的事项的期限", office.Admin.Text);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_line_is_changed_and_ended_on_a_day_and_the_dates_follow(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var (story, office) = (new Story(site), await Office.At(site));
        var key = await story.Scan("路灯不亮", "street-lamp");
        var before = (await story.File(key.Number)).PromiseDue;
        await office.Off("县庆", "2026-03-03", "2026-03-05");
        Assert.Equal(before.AddDays(3), (await story.File(key.Number)).PromiseDue);
        await office.Again("end", new() { ["last"] = "2026-03-04" });
        Assert.Equal(before.AddDays(2), (await story.File(key.Number)).PromiseDue);
        await office.Again("change", new() { ["to"] = "2026-03-03" });
        Assert.Equal(before.AddDays(1), (await story.File(key.Number)).PromiseDue);
        var rows = await site.Look(db => db.Set<LocalRun>().OrderBy(r => r.Id).ToListAsync());
        Assert.Equal([true, true, false], rows.Select(r => r.RetiredAt is not null));
        var early = await site.As("qinguoliang");
        await early.Open($"/admin/calendar/local/{rows[^1].Id}/end");
        await early.Send($"/admin/calendar/local/{rows[^1].Id}/end", new() { ["last"] = "2026-03-01", ["reason"] = "更正" });
        Assert.Contains("不能早于开始用的那天 2026-03-03", early.Page.QuerySelector("#e-last")!.TextContent);

        await office.Arrive();
        await office.Admin.Open("/admin/calendar/hours");
        await office.Admin.Send("/admin/calendar/hours", new() { ["periods"] = "10:00-12:00 14:00-17:00", ["from"] = "2026-03-02", ["reason"] = "冬令" });
        await office.Counted();
        var winter = (await story.File(key.Number)).PromiseDue;
        Assert.NotEqual(before.AddDays(1), winter);
        var hours = await site.Look(db => db.Set<WorkingPeriods>().SingleAsync());
        await office.Admin.Open($"/admin/calendar/hours/{hours.Id}/end");
        await office.Admin.Send($"/admin/calendar/hours/{hours.Id}/end", new() { ["last"] = "2026-03-02", ["reason"] = "改回来" });
        await office.Counted();
        Assert.NotEqual(winter, (await story.File(key.Number)).PromiseDue);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Cut_off_between_batches_it_goes_on_where_it_stood_and_twice_changes_nothing(string engine)
    {
        var cut = new CutAfter(2);
        await using var site = await TestSite.Township(engine, services =>
        {
            services.AddSingleton(new RecountPace(1));
            services.ConfigureDbContext<AppDb>(options => options.AddInterceptors(cut));
        });
        var (story, office) = (new Story(site), await Office.At(site));
        var numbers = new List<string>();
        for (var i = 0; i < 4; i++) numbers.Add((await story.Scan($"第{i}盏路灯不亮", "street-lamp")).Number);
        var before = (await story.File(numbers[0])).PromiseDue;
        await office.Off("县庆", "2026-03-03", counted: false);
        cut.On = true;
        Assert.False(await site.Tick("cases.recount"));
        Assert.Equal(2, await Moved(site));
        var half = await site.Look(db => db.Set<RecountRun>().SingleAsync());
        Assert.Equal((2, (DateTime?)null), (half.Cases, half.DoneAt));
        Assert.Equal(0, await Notices(site));
        cut.On = false;
        Assert.True(await site.Tick("cases.recount"));
        Assert.Equal(4, await Moved(site));
        foreach (var number in numbers)
        {
            Assert.Equal(before.AddDays(1), (await story.File(number)).PromiseDue);
            Assert.Single(await story.Timeline(number), e => e.Kind == EntryKind.DateMoved);
        }

        var run = await site.Look(db => db.Set<RecountRun>().SingleAsync());
        Assert.Equal((4, 4, 4, 0), (run.Cases, run.Promises, run.Later, run.Earlier));
        var told = await Notices(site);
        Assert.True(told > 0);
        await site.With<IServiceProvider, bool>(async services =>
        {
            services.GetRequiredService<Outbox>().Tell(new CalendarChanged(run.ChangeId, 1, new(2026, 3, 3)));
            await services.GetRequiredService<AppDb>().Write();
            return true;
        });
        await site.Settle();
        Assert.True(await site.Tick("cases.recount"));
        Assert.Equal((1, 4, told), (await site.Look(db => db.Set<RecountRun>().CountAsync()), await Moved(site), await Notices(site)));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Two_nodes_at_it_at_once_move_each_date_once(string engine)
    {
        await using var site = await TestSite.Township(engine, services => services.AddSingleton(new RecountPace(1)));
        await using var other = await TestSite.Beside(site, services => services.AddSingleton(new RecountPace(1)));
        var (story, office) = (new Story(site), await Office.At(site));
        for (var i = 0; i < 3; i++) await story.Scan($"第{i}盏路灯不亮", "street-lamp");
        await office.Off("县庆", "2026-03-03", counted: false);
        await Task.WhenAll(site.Tick("cases.recount"), other.Tick("cases.recount"));
        await site.Tick("cases.recount");
        Assert.Equal(3, await Moved(site));
        var run = await site.Look(db => db.Set<RecountRun>().SingleAsync());
        Assert.Equal(3, run.Cases);
        Assert.NotNull(run.DoneAt);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task The_source_s_own_date_is_not_ours_to_move(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var (story, office) = (new Story(site), await Office.At(site));
        var clerk = await site.As(Story.PhoneClerk);
        await FromElsewhere.Paste(clerk, "工单编号：QX20260302000217\n诉求内容：村口路灯不亮三天了\n派单时间：2026-03-02 08:40\n办理时限：2026-03-05 12:00");
        await clerk.Send("/desk/paste", new() { ["condition"] = "lamp-single" });
        var number = (await site.Look(db => db.Set<Case>().SingleAsync())).Number;
        var before = await story.File(number);
        var outer = await site.Look(db => db.Set<OuterNumber>().SingleAsync());
        await office.Off("县庆", "2026-03-04");
        var after = await site.Look(db => db.Set<OuterNumber>().SingleAsync());
        Assert.Equal((outer.Due, outer.ReturnBy), (after.Due, after.ReturnBy));
        // Ours is a workday before theirs, and the day before is now off.
        Assert.Equal(before.PromiseDue.AddDays(-1), (await story.File(number)).PromiseDue);
    }

    [Fact]
    public async Task After_any_change_every_open_date_equals_a_count_from_its_start()
    {
        await using var site = await TestSite.Township("sqlite");
        var (story, office) = (new Story(site), await Office.At(site));
        for (var i = 0; i < 3; i++)
        {
            var key = await story.Scan($"第{i}盏路灯不亮", "street-lamp");
            if (i > 0) await story.Dispatch(key.Number, "lamp-single");
            site.Wait(TimeSpan.FromMinutes(37));
        }

        var days = Gen.Choose(3, 13).Two().Select(d => (From: Math.Min(d.Item1, d.Item2), To: Math.Max(d.Item1, d.Item2)));
        foreach (var (from, to) in days.Sample(8))
        {
            await office.Off("假", $"2026-03-{from:00}", $"2026-03-{to:00}");
            await AllFresh(site);
            await office.Again(to > from ? "end" : "remove", to > from ? new() { ["last"] = $"2026-03-{from:00}" } : null);
            await AllFresh(site);
            if (to > from) await office.Again("remove");
            await AllFresh(site);
        }
    }

    private static async Task AllFresh(TestSite site)
    {
        var (cases, parts) = await site.Look(async db => (await db.Set<Case>().AsNoTracking().ToListAsync(), await db.Set<Dispatch>().AsNoTracking().ToListAsync()));
        foreach (var file in cases) Assert.Equal(await Fresh(site, file.PromiseStart, file.AcceptUnitId, file.PromiseParts), file.PromiseDue);
        foreach (var part in parts)
        {
            var promise = cases.Single(c => c.Id == part.CaseId).PromiseDue;
            var fresh = part.DueParts.Length == 0 ? promise : await Fresh(site, part.At, part.UnitId, part.DueParts);
            Assert.Equal(fresh < promise ? fresh : promise, part.Due);
        }
    }

    private static async Task<DateTime> Fresh(TestSite site, DateTime start, long unit, string parts)
    {
        var calendar = await site.With<WorkCalendars, WorkCalendar>(async c => await c.For(unit));
        foreach (var term in Term.Read(parts)) start = DueClock.Add(start, term.Amount, term.Counted, calendar).Sure().Due;
        return start;
    }

    private static Task<int> Moved(TestSite site) => site.Look(db => db.Set<MovedDate>().CountAsync());

    private static Task<int> Notices(TestSite site) => site.Look(db => db.Set<Notice>().CountAsync(n => n.Link.StartsWith("/admin/calendar/changes/")));

    /// <summary>The power goes after some batches: the save after them is not carried out.</summary>
    private sealed class CutAfter(int batches) : SaveChangesInterceptor
    {
        private int saved;

        public bool On { get; set; }

        public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData data, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            if (On && data.Context!.ChangeTracker.Entries<MovedDate>().Any() && saved++ >= batches) throw new InvalidOperationException("The power is gone.");
            return ValueTask.FromResult(result);
        }
    }
}
