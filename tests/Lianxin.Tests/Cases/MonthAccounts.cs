using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using Lianxin.Cases.Model;
using Lianxin.Tests.Organization;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Cases;

/// <summary>月度对账: what was carried over and came in is what was finished, ended otherwise and is carried on; worked out by hand, each figure held to its cases.</summary>
public sealed class MonthAccounts
{
    private const string Works = "村镇建设办公室";

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Row", "S2.92")]
    public async Task A_month_adds_up_for_the_township_and_for_the_unit_it_dispatched_to_by_class_and_by_source(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var day = new Counted(site);
        var story = day.Story;
        // March: two done, one sent, one withdrawn, one that was not the office's, one left lying and its like merged into it, one private.
        var (done, again, sent, withdrawn, wrong, lying, like) = (await day.Done(), await day.Done(), await day.Sent(), await day.Reported(), await day.Sent(), await day.Reported(), await day.Reported());
        await (await story.Track(withdrawn)).Send("/t/withdraw", new() { ["reason"] = "自己换好了" });
        await story.Do(Story.Works, wrong.Number, "object", new() { ["reason"] = "这盏灯是小区物业装的" });
        await story.Do(Story.CentreHead, wrong.Number, "decide-objection", new() { ["decision"] = "yes", ["reason"] = "确实不是" });
        await story.Do(Story.Dispatcher, like.Number, "merge", new() { ["other"] = lying.Number });
        await story.Scan("家里有人动手打人", "family-violence", "19900000044");
        // Two tickets are pasted; one goes back to its source, the other is answered and the answer pasted back.
        var clerk = await site.As(Story.PhoneClerk);
        foreach (var number in new[] { "0117", "0118" })
        {
            await FromElsewhere.Paste(clerk, FromElsewhere.Ticket.Replace("0117", number));
            await clerk.Send("/desk/paste", new() { ["condition"] = "lamp-single" });
        }

        var tickets = await site.Look(db => db.Set<Case>().Where(c => c.Channel == Channel.Ticket).OrderBy(c => c.Id).Select(c => c.Number).ToListAsync());
        await story.Do(Story.Dispatcher, tickets[0], "return-source", new() { ["reason"] = "这盏灯在邻镇" });
        await story.Dispatch(tickets[1], "lamp-single");
        await story.Finish(tickets[1], "换了灯头");
        await story.Do(Story.PhoneClerk, tickets[1], "reply", new() { ["words"] = "灯亮了", ["by"] = "Call" });
        await story.Do(Story.PhoneClerk, tickets[1], "answer-source");
        await site.Settle();
        // April: one is opened again, the withdrawn one is wanted after all, the sent one is done twice over, the wrong one is explained.
        site.Time.Stand(new(2026, 4, 1, 1, 0, 0, DateTimeKind.Utc));
        await day.Rate(again, "no", 1);
        await (await story.Track(withdrawn)).Send("/t/resume", []);
        await day.Sign(sent);
        await day.Close(sent);
        await day.Rate(sent, "no", 1);
        await story.Dispatch(sent.Number, "lamp-single");
        await day.Sign(sent);
        await day.Close(sent);
        await story.Do(Story.Dispatcher, wrong.Number, "explain", new() { ["kind"] = "explain", ["reason"] = "按规划统一装" });
        await story.Do(Story.PhoneClerk, wrong.Number, "reply", new() { ["words"] = "按规划统一装", ["by"] = "Page" });
        await site.Settle();

        var desk = await site.As(Story.Dispatcher);
        // Seven reported and two pasted, the private one unknown here. Out: two and a ticket done; withdrawn, given back.
        Assert.Equal([0, 9, 0, 3, 2, 4], await Whole(desk, "2026-03"));
        foreach (var said in new[] { "抄进来 2 件", "抄出去 1 件" }) Assert.Contains(said, desk.Text);
        Assert.Equal([0, 5, 0, 3, 1, 1, 0, 0], Line(desk, "下面的单位", Works));
        Assert.Equal([0, 2, 0, 1, 1, 0], Line(desk, "按来源", "转来的工单"));
        Assert.Equal([4, 0, 2, 1, 1, 4], await Whole(desk, "2026-04"));
        foreach (var said in new[] { "抄进来 0 件", "抄出去 0 件" }) Assert.Contains(said, desk.Text);
        // The office had it sent in March and did it in April, twice over: once in the account.
        Assert.Equal([1, 0, 0, 1, 0, 0, 0, 0], Line(desk, "下面的单位", Works));
        Assert.Equal(["2026-04", "2026-03", "2026-02"], Rows(desk, "近 12 个月").Take(3).Select(r => r.Name));
        Assert.Equal([0, 9, 0, 3, 2, 4, 2, 1], Line(desk, "近 12 个月", "2026-03"));
        var open = await site.Look(db => db.Set<Case>().Where(c => !c.Private && c.ClosedAt == null && (c.Status == CaseStatus.Received || c.Status == CaseStatus.Handling || c.Status == CaseStatus.Feedback)).CountAsync());
        Assert.Equal(4, open);

        // Every line adds up, the parts to the whole, the end of a month to the beginning of the next; behind every figure stand its cases.
        foreach (var login in new[] { Story.Dispatcher, "tanghui", Story.Secretary, "yinlixin" })
        {
            foreach (var month in new[] { "2026-03", "2026-04" })
            {
                var browser = await site.As(login);
                var whole = await Whole(browser, month);
                foreach (var (_, figures) in new[] { "按类别", "按来源", "近 12 个月" }.SelectMany(part => Rows(browser, part))) Assert.Equal(figures[0] + figures[1] + figures[2], figures[3] + figures[4] + figures[5]);
                foreach (var part in new[] { "按类别", "按来源" }) Assert.Equal(whole, Enumerable.Range(0, 6).Select(i => Rows(browser, part).Sum(r => r.Figures[i])));
                var year = Rows(browser, "近 12 个月");
                Assert.All(year.Zip(year.Skip(1)), pair => Assert.Equal(pair.Second.Figures[5], pair.First.Figures[0]));
                Assert.True(await Counted.Holds(browser, $"/figures/months?month={month}") > 12, $"{login} {month}");
            }
        }

        // Who is cleared finds the private one in it.
        Assert.Equal([0, 10, 0, 3, 2, 5], await Whole(await site.As("tanghui"), "2026-03"));
        Assert.Equal(HttpStatusCode.Forbidden, await (await site.As(Story.Works)).Open("/figures/months"));
        Assert.Equal(HttpStatusCode.NotFound, await (await site.As("hedayong")).Open($"/figures/months?unit={await story.UnitId("青溪镇")}"));
        // The file holds all of it, and what is not a month is this month.
        await Whole(desk, "2026-03");
        var shown = desk.Page.QuerySelectorAll("main tbody tr").Length;
        var rows = await Platform.ExportTests.Export(desk, "/figures/months/export");
        Assert.Equal(["分项", "名称", "月份", "上月结转", "收到", "重新办理", "办结", "其他结束", "结转下月", "抄进来", "抄出去"], rows[1]);
        Assert.Equal(shown + 1, rows.Count - 2);
        Assert.Equal(["合计", "青溪镇", "2026-03", "0", "9", "0", "3", "2", "4", "2", "1"], rows[2]);
        Assert.Equal(await Whole(desk, "2026-04"), await Whole(desk, "nonsense"));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task The_year_of_one_class_stands_by_itself_and_where_nothing_happened_it_says_what_will_stand_here(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var day = new Counted(site);
        var desk = await site.As(Story.Dispatcher);
        await desk.Open("/figures/months");
        Assert.Contains("这一年还没有事项", desk.Text);
        await day.Done();
        await day.Story.Scan("店里的秤不准", "consumer");
        await site.Settle();
        await desk.Open("/figures/months");
        var lamp = desk.Page.QuerySelectorAll("main td a[href*='category=street-lamp']").Single();
        await desk.Open(lamp.GetAttribute("href")!);
        Assert.Equal([0, 1, 0, 1, 0, 0], Line(desk, "近 12 个月", "2026-03"));
        Assert.Contains("路灯：近 12 个月", desk.Text);
        Assert.True(await Counted.Holds(desk, "/figures/months?category=street-lamp") > 6);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task What_a_merged_village_had_open_passes_to_the_receiver_and_its_past_months_stay_its_own(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var day = new Counted(site);
        await day.Done();
        var open = await day.Reported();
        await site.Settle();
        site.Time.Stand(new(2026, 4, 1, 1, 0, 0, DateTimeKind.Utc));
        await VillageMerged.Merge(site);
        await site.Settle();
        site.Time.Stand(new(2026, 5, 6, 1, 0, 0, DateTimeKind.Utc));
        await day.Story.Dispatch(open.Number, "lamp-single");
        await day.Sign(open);
        await day.Close(open);
        await site.Settle();
        var desk = await site.As(Story.Dispatcher);
        var (old, next) = (await site.Id(Reorg.Shiqiao), await site.Id(Reorg.Liutang));
        Assert.Equal([0, 2, 0, 1, 0, 1], await Whole(desk, "2026-03", old));
        Assert.Equal([1, 0, 0, 0, 1, 0], await Whole(desk, "2026-04", old));
        Assert.Equal([0, 1, 0, 0, 0, 1], await Whole(desk, "2026-04", next));
        Assert.Equal([1, 0, 0, 1, 0, 0], await Whole(desk, "2026-05", next));
        // For the township nothing came and nothing went.
        Assert.Equal([1, 0, 0, 0, 0, 1], await Whole(desk, "2026-04"));
    }

    private static async Task<List<int>> Whole(Browser browser, string month, string unit = "")
    {
        Assert.Equal(HttpStatusCode.OK, await browser.Open($"/figures/months?month={month}&unit={unit}"));
        return [.. browser.Page.QuerySelectorAll(".counted b").Select(Number)];
    }

    private static List<(string Name, List<int> Figures)> Rows(Browser browser, string table) =>
        [.. browser.Page.QuerySelectorAll("main table").Where(t => t.QuerySelector("caption")!.TextContent == table).SelectMany(t => t.QuerySelectorAll("tbody tr")).Select(r => (r.Children[0].TextContent.Trim(), r.Children.Skip(1).Select(Number).ToList()))];

    private static List<int> Line(Browser browser, string table, string name) => Rows(browser, table).Single(r => r.Name == name).Figures;

    private static int Number(IElement cell) => int.Parse(cell.TextContent.Trim(), CultureInfo.InvariantCulture);
}
