using System.Globalization;
using System.Net;
using System.Text;
using Lianxin.Cases.Model;
using Lianxin.Cases.Turns.Outer;
using Lianxin.Platform.Access;
using Lianxin.Platform.Calendar;
using Lianxin.Platform.Notices;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Cases;

/// <summary>退回时限: a ticket that is not ours may be given back for a while only, and whoever dispatches is told before that ends.</summary>
public sealed class ReturnWindows
{
    [Theory]
    [InlineData("2026-03-02 09:00", "2026-03-03 17:30", "2026-03-03 16:30")] // a workday: the last working hour
    [InlineData("2026-03-02 09:00", "2026-03-02 11:00", "2026-03-02 10:30")] // two hours: a quarter of them
    [InlineData("2026-03-02 09:00", "2026-03-03 20:00", "2026-03-03 16:30")] // ends in the evening: while people are still there
    [InlineData("2026-03-06 16:00", "2026-03-09 09:00", "2026-03-09 08:30")] // over the weekend: not on Sunday
    [InlineData("2026-03-06 09:00", "2026-03-09 09:00", "2026-03-06 17:00")] // half an hour is left on Monday, half an hour is taken from Friday
    [InlineData("2026-03-07 10:00", "2026-03-08 10:00", "2026-03-08 04:00")] // nobody works in it: a quarter of the day
    [InlineData("2026-03-03 09:00", "2026-03-02 09:00", "2026-03-02 09:00")] // over before it began
    public void The_reminder_comes_a_quarter_before_or_one_working_hour_whichever_is_later(string from, string until, string remind) =>
        Assert.Equal(remind, Shanghai.Text(OuterClock.RemindAt(WorkCalendar.Official, At(from), At(until))));

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Whoever_dispatches_is_told_once_before_the_window_ends_and_not_of_what_was_sent_out(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var clerk = await site.As(Story.PhoneClerk);
        foreach (var (number, more) in new[] { ("0117", ""), ("0118", "\n退回时限：2026-03-02 15:00"), ("0119", ""), ("0120", "") })
        {
            await FromElsewhere.Paste(clerk, FromElsewhere.Ticket.Replace("0117", number) + more);
            await clerk.Send("/desk/paste", new() { ["condition"] = "lamp-single" });
            Assert.True(clerk.Status == HttpStatusCode.OK, clerk.Text);
        }

        var files = await site.Look(db => db.Set<Case>().OrderBy(c => c.Id).ToListAsync());
        await story.Dispatch(files[2].Number, "lamp-single");
        var people = await site.Look(db => db.Set<Person>().Where(p => p.Name == "许文静" || p.Name == "宋美玲").ToDictionaryAsync(p => p.Name, p => p.Id));
        Task<List<Notice>> Told() => site.Look(db => db.Set<Notice>().AsNoTracking().Where(n => n.Text.Contains("退回时限")).OrderBy(n => n.Id).ToListAsync());

        // 0118: eight forty to three, an hour of work before the end.
        site.Time.Stand(At("2026-03-02 13:59"));
        await site.Tick("cases.returns");
        Assert.Empty(await Told());
        site.Time.Stand(At("2026-03-02 14:00"));
        await site.Tick("cases.returns");
        await site.Tick("cases.returns");
        var told = await Told();
        Assert.Single(told, n => n.PersonId == people["许文静"]);
        Assert.DoesNotContain(told, n => n.PersonId == people["宋美玲"]);
        Assert.All(told, n => Assert.Equal(("[\"1\",\"2026-03-02 15:00\"]", true), (n.Parts, n.Urgent)));
        var desk = await site.As(Story.Dispatcher);
        await desk.Open("/inbox");
        Assert.Contains("1 件转来的工单还没派，最早 2026-03-02 15:00 过退回时限", desk.Text);

        // The two others in one line; what was sent out by then is not spoken of, nor what is over.
        site.Time.Stand(At("2026-03-03 16:31"));
        await site.Tick("cases.returns");
        await site.Tick("cases.returns");
        told = await Told();
        Assert.Equal(["[\"1\",\"2026-03-02 15:00\"]", "[\"2\",\"2026-03-03 17:30\"]"], told.Where(n => n.PersonId == people["许文静"]).Select(n => n.Parts));
        site.Time.Stand(At("2026-03-03 17:31"));
        await site.Tick("cases.returns");
        Assert.Equal(told.Count, (await Told()).Count);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task The_desk_lists_what_can_go_back_the_first_to_end_on_top_and_the_date_shows_how_it_was_counted(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var clerk = await site.As(Story.PhoneClerk);
        foreach (var (number, more) in new[] { ("0117", ""), ("0118", "\n退回时限：2026-03-02 15:00") })
        {
            await FromElsewhere.Paste(clerk, FromElsewhere.Ticket.Replace("0117", number) + more);
            await clerk.Send("/desk/paste", []);
        }

        var files = await site.Look(db => db.Set<Case>().OrderBy(c => c.Id).Select(c => c.Number).ToListAsync());
        var desk = await site.As(Story.Dispatcher);
        await desk.Open("/desk");
        var tab = desk.Page.QuerySelectorAll("#queue-tabs a").Single(a => a.TextContent.StartsWith("能退回", StringComparison.Ordinal));
        Assert.Equal("2", tab.QuerySelector("span")!.TextContent);
        await desk.Open(tab.GetAttribute("href")!);
        Assert.Equal([files[1], files[0]], Rows(desk));
        Assert.Contains("2 件还能退回来源，最早的 2026-03-02 15:00 过退回时限", desk.Text);
        Assert.Contains("2026-03-02 15:00 前可退回来源", desk.Page.QuerySelector("[data-row] .meta")!.TextContent);
        Assert.DoesNotContain("能退回", (await Opened(site, Story.Works)).Page.QuerySelector("#queue-tabs")!.TextContent);

        // Counted by us: the steps lead to the date. Named by the ticket: it says so.
        await desk.Open(desk.Page.QuerySelectorAll("[data-row]")[1].QuerySelector("a.tagged")!.GetAttribute("href")!);
        Assert.Contains("1 工作日（按日期）", desk.Text);
        Assert.Contains("从什么时候算2026-03-02 08:40", desk.Text.Replace(" ", "").Replace("2026-03-0208:40", "2026-03-02 08:40"));
        Assert.Contains("2026-03-03 17:30", desk.Text);
        await desk.Open($"/desk/{files[1]}/outer");
        Assert.Contains("工单上写的，或者登记的人填的", desk.Text);

        // Once it is back, or sent out, or too late, it is not in the list.
        await new Story(site).Do(Story.Dispatcher, files[1], "return-source", new() { ["reason"] = "这盏灯在邻镇" });
        await desk.Open("/desk?tab=ToReturn");
        Assert.Equal([files[0]], Rows(desk));
        site.Time.Stand(At("2026-03-03 17:31"));
        desk = await site.As(Story.Dispatcher);
        await desk.Open("/desk?tab=ToReturn");
        Assert.Empty(Rows(desk));
        Assert.Contains("没有还能退回的工单", desk.Text);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task More_than_a_page_of_them_keep_their_order_there_and_back(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var clerk = await site.As(Story.PhoneClerk);
        // The last row of the sheet is the first to end; some end at one time.
        var sheet = "工单编号,诉求内容,退回时限\n" + string.Join('\n', Enumerable.Range(0, 45).Select(i => $"A-{i:00},第{i}盏路灯不亮,2026-03-{20 - (i / 3):00} 15:00"));
        await clerk.Open("/desk/import");
        await clerk.Send("/desk/import/look", [], null, ("files", "t.csv", Encoding.UTF8.GetBytes(sheet)));
        await clerk.Send("/desk/import", []);
        var desk = await site.As(Story.Dispatcher);
        await desk.Open("/desk?tab=ToReturn");
        var first = Rows(desk);
        await desk.Open(desk.Page.QuerySelectorAll(".pager a").Single(a => a.TextContent.Contains("下一页", StringComparison.Ordinal)).GetAttribute("href")!);
        var second = Rows(desk);
        Assert.Equal((40, 5), (first.Count, second.Count));
        var due = await site.Look(db => db.Set<OuterNumber>().Join(db.Set<Case>(), o => o.CaseId, c => c.Id, (o, c) => new { c.Number, c.Id, o.ReturnBy }).OrderBy(r => r.ReturnBy).ThenBy(r => r.Id).Select(r => r.Number).ToListAsync());
        Assert.Equal(due, [.. first, .. second]);
        await desk.Open(desk.Page.QuerySelectorAll(".pager a").Single(a => a.TextContent.Contains("上一页", StringComparison.Ordinal)).GetAttribute("href")!);
        Assert.Equal(first, Rows(desk));
        await desk.Open("/desk?tab=ToReturn");
        Assert.Equal(47, (await Platform.ExportTests.Export(desk, "/desk/export")).Count);
    }

    private static List<string> Rows(Browser desk) => [.. desk.Page.QuerySelectorAll("[data-row]").Select(r => r.GetAttribute("data-row")!)];

    private static async Task<Browser> Opened(TestSite site, string login)
    {
        var browser = await site.As(login);
        await browser.Open("/desk");
        return browser;
    }

    private static DateTime At(string text) => Shanghai.Utc(DateTime.ParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));
}
