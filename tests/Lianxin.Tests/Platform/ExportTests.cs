using System.IO.Compression;
using System.Net;
using System.Text;
using ExcelDataReader;
using Lianxin.Platform.Access;
using Lianxin.Platform.Audit;
using Lianxin.Tests.Cases;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Platform;

/// <summary>Every list is to be had as .xlsx, exactly as it is shown to whoever asks.</summary>
public sealed class ExportTests
{
    private const string Safety = "muxiaolan";

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_list_is_exported_to_its_end_with_the_filter_and_order_it_is_shown_with(string engine)
    {
        await using var site = await TestSite.Township(engine);
        await Enter(site, 120, "试");
        var admin = await site.As(Safety);
        await admin.Open("/admin/accounts?sort=-name&state=none");
        var shown = new List<string>();
        for (var next = "/admin/accounts?sort=-name&state=none"; next is not null; next = admin.Page.QuerySelector(".pager a[href*='after=']")?.GetAttribute("href"))
        {
            await admin.Open(next);
            shown.AddRange(admin.Page.QuerySelectorAll("tbody tr td:first-child").Select(c => c.TextContent.Trim()));
        }

        await admin.Open("/admin/accounts?sort=-name&state=none");
        var rows = await Export(admin, "/admin/accounts/export");
        Assert.True(shown.Count > 100);
        Assert.Equal(["姓名", "登录名", "岗位", "最近使用", "状态"], rows[1]);
        Assert.Equal(shown, rows.Skip(2).Select(r => r[0]));
        Assert.Contains("2026-03-02 09:00", rows[0][0], StringComparison.Ordinal);
        Assert.Contains("穆晓岚", rows[0][0], StringComparison.Ordinal);
        var act = await site.Look(db => db.Set<ActRow>().SingleAsync(a => a.UseCase == "ExportList"));
        Assert.Equal("/admin/accounts sort state", act.Why);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Messages_own_reports_filters_and_a_leaders_figures_are_lists_too(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var caller = await site.As(Story.PhoneClerk);
        for (var i = 0; i < 31; i++)
        {
            await caller.Open("/desk/call");
            await caller.Send("/desk/call", new() { ["words"] = $"第{i}根灯杆不亮", ["unit"] = (await new Story(site).UnitId("石桥村")).ToString() });
        }

        var clerk = await site.As(Story.Dispatcher);
        await clerk.Open("/inbox");
        var told = await Export(clerk, "/inbox/export");
        Assert.Equal(["时间", "消息", "急", "看过没有"], told[1]);
        Assert.Equal(31, told.Skip(2).Select(r => r[1]).Distinct().Count());
        Assert.All(told.Skip(2), r => Assert.Equal("未读", r[3]));
        var worker = await site.As(Story.Worker);
        await worker.Open("/work/report");
        await worker.Send("/work/report", new() { ["words"] = "井盖松了", ["category"] = "street-lamp" });
        await worker.Open("/work/cases");
        var mine = await Export(worker, "/work/cases/export");
        Assert.Equal("井盖松了", Assert.Single(mine.Skip(2))[1]);
        var leader = await site.As("luzhengming");
        await leader.Open("/lead");
        var (below, open) = (leader.Page.QuerySelectorAll(".lead-units > li").Length, leader.Page.QuerySelector(".tells b")!.TextContent);
        var figures = await Export(leader, "/lead/export");
        Assert.True(below > 0);
        Assert.Equal(below + 1, figures.Skip(2).Count());
        Assert.Equal(open, figures[2][1]);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Requirement", "18")]
    public async Task What_begins_like_a_formula_stays_text_and_what_no_sheet_can_hold_is_left_out(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        string[] hostile = ["=HYPERLINK(\"http://x\",\"点我\")", "+1+1 路灯", "-2+3 路灯", "@SUM(A1) 路灯", "<b>粗</b> & \"引\" ]]> 路灯"];
        foreach (var words in hostile) await story.Scan(words, "street-lamp");
        var desk = await site.As(Story.Dispatcher);
        await desk.Open("/desk?tab=All");
        var rows = await Export(desk, "/desk/export");
        var titles = rows.Skip(2).Select(r => r[1]).ToList();
        Assert.Equal(hostile.Order(StringComparer.Ordinal), titles.Order(StringComparer.Ordinal));
        var sheet = await Part(desk, "xl/worksheets/sheet1.xml");
        Assert.DoesNotContain("<f>", sheet, StringComparison.Ordinal);
        Assert.Equal(4, sheet.Split("s=\"3\" t=\"inlineStr\"").Length - 1);
        Assert.Contains("quotePrefix=\"1\"", await Part(desk, "xl/styles.xml"), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task The_queue_is_exported_within_reach_and_with_every_number_masked(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var mine = await story.Scan("路灯不亮，找我 13912345678", "street-lamp", "19900000777");
        var elsewhere = await story.Scan("柳塘路灯不亮", "street-lamp", unit: "990101100201");
        var secretary = await site.As(Story.Secretary);
        await secretary.Open("/desk?tab=All");
        var rows = await Export(secretary, "/desk/export");
        Assert.Equal([mine.Number], rows.Skip(2).Select(r => r[0]));
        var all = string.Join(' ', rows.SelectMany(r => r));
        Assert.DoesNotContain("13912345678", all, StringComparison.Ordinal);
        Assert.DoesNotContain(elsewhere.Number, all, StringComparison.Ordinal);
        Assert.Equal("待派单", rows[2][2]);
        await secretary.Open("/desk?tab=Handling");
        Assert.Null(secretary.Page.QuerySelector("form[action^='/desk/export']"));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Every_page_with_a_list_offers_it_and_whoever_may_not_see_the_page_gets_no_file(string engine)
    {
        await using var site = await TestSite.Township(engine);
        foreach (var (login, list) in new[] { ("qinguoliang", "/admin/people"), ("qinguoliang", "/admin/units"), ("baijingwen", "/admin/audit"), (Safety, "/admin/roles"), ("qinguoliang", "/admin/schedules"), ("qinguoliang", "/admin/categories/kinds"), (Story.CentreHead, "/figures") })
        {
            var browser = await site.As(login);
            await browser.Open(list);
            Assert.Single(browser.Page.QuerySelectorAll("form.export"));
            var rows = await Export(browser, list + "/export");
            Assert.True(rows.Count > 2 && rows[2].Any(c => c.Length > 0), list);
        }

        var works = await site.As(Story.Works);
        await works.Open("/me");
        var token = works.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        foreach (var list in new[] { "/admin/audit", "/admin/accounts", "/admin/deliveries" })
        {
            await works.Post(list + "/export", new() { ["__RequestVerificationToken"] = token });
            Assert.Equal(HttpStatusCode.Forbidden, works.Status);
        }
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Every_list_in_the_table_of_routes_has_a_file_with_the_columns_and_rows_of_its_page(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var day = new Counted(site);
        for (var i = 0; i < 3; i++) await day.Reported();
        await day.Done();
        var clerk = await site.As(Story.PhoneClerk);
        await FromElsewhere.Paste(clerk, FromElsewhere.Ticket);
        await clerk.Send("/desk/paste", new() { ["condition"] = "lamp-single" });
        await clerk.Open("/desk/backfill");
        await clerk.Send("/desk/backfill", new() { ["words-1"] = "路灯不亮，登记本上的，电话 19900000282", ["unit-1"] = $"{await day.Story.UnitId("石桥村")}" });
        await site.Settle();
        var walk = new ExportWalk(site);
        var lists = walk.Lists.ToList();
        Assert.True(lists.Count >= 26, string.Join(' ', lists));
        // The rest of them has no rows on a first day.
        var held = 0;
        foreach (var list in lists) if (await walk.Hold(list) > 0) held++;
        Assert.True(held >= 15, $"{held}");
    }

    [Fact]
    public async Task More_rows_than_anybody_reads_end_with_a_sentence_that_says_so()
    {
        await using var site = await TestSite.Township("sqlite");
        await Enter(site, 5_100, "多");
        var admin = await site.As("qinguoliang");
        await admin.Open("/admin/people");
        var rows = await Export(admin, "/admin/people/export");
        Assert.Equal(5_000 + 3, rows.Count);
        Assert.Contains("一次最多导出 5000 行", rows[^1][0], StringComparison.Ordinal);
    }

    internal static async Task<List<string[]>> Export(Browser browser, string action)
    {
        await browser.Send(action, []);
        Assert.True(browser.Status == HttpStatusCode.OK, browser.Text);
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", browser.Response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", browser.Response.Content.Headers.ContentDisposition!.DispositionType);
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(await browser.Response.Content.ReadAsByteArrayAsync()));
        var rows = new List<string[]>();
        while (reader.Read()) rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => Convert.ToString(reader.GetValue(i), System.Globalization.CultureInfo.InvariantCulture) ?? "")]);
        return rows;
    }

    private static async Task<string> Part(Browser browser, string path)
    {
        using var zip = new ZipArchive(new MemoryStream(await browser.Response.Content.ReadAsByteArrayAsync()));
        using var part = new StreamReader(zip.GetEntry(path)!.Open());
        return await part.ReadToEndAsync();
    }

    private static Task<int> Enter(TestSite site, int many, string prefix) => site.Look(async db =>
    {
        for (var i = 0; i < many; i++) db.Add(Person.Enter(9_000_000 + i, $"{prefix}{i:0000}"));
        await db.Save(new Act("AddPerson", Actor.System));
        return many;
    });
}
