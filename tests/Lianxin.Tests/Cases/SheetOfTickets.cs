using System.IO.Compression;
using System.Net;
using System.Text;
using Lianxin.Cases.Model;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Cases;

/// <summary>An Excel of tickets is looked at, then taken in; the same file twice changes nothing.</summary>
public sealed class SheetOfTickets
{
    private static readonly string[][] Rows =
    [
        ["12345 热线派单表"],
        ["序号", "工单编号", "来电人", "联系电话", "诉求内容", "事发地址", "派单时间", "办理时限"],
        ["1", "QX-1001", "韩秀英", "19900000251", "村口路灯不亮", "石桥村村口", "2026-03-02 08:10", "2026-03-06 12:00"],
        ["2", "QX-1002", "老李", "1990000", "水管漏水", "柳塘村", "", ""],
        ["3", "", "老王", "", "井盖松动", "", "", ""],
        ["4", "QX-1004", "", "", "楼道灯坏了", "柳塘村三组", "", "3个工作日"],
        ["5", "QX-1004", "", "", "又一行", "", "", ""],
    ];

    public static TheoryData<string, string> Ways
    {
        get
        {
            var ways = new TheoryData<string, string>();
            foreach (var row in TestSite.Engines) foreach (var kind in new[] { "xlsx", "csv" }) ways.Add(row.Data, kind);
            return ways;
        }
    }

    [Theory, MemberData(nameof(Ways))]
    public async Task Good_rows_become_cases_bad_ones_say_why_and_the_same_file_again_changes_nothing(string engine, string kind)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var clerk = await site.As(Story.PhoneClerk);
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var file = kind == "csv" ? Encoding.GetEncoding("GB18030").GetBytes(string.Join('\n', Rows.Select(r => string.Join(',', r)))) : Xlsx(Rows);
        await Look(clerk, "tickets." + kind, file);
        Assert.True(clerk.Status == HttpStatusCode.OK, clerk.Text);
        Assert.Contains("可以录入 2 件，原来就有 0 件，有问题 3 行", clerk.Text);
        Assert.Contains("没有工单编号", clerk.Text);
        Assert.Contains("编号相同", clerk.Text);
        Assert.DoesNotContain("19900000251", clerk.Page.DocumentElement.OuterHtml);
        Assert.Equal(0, await site.Look(db => db.Set<Case>().CountAsync()));
        await clerk.Send("/desk/import", []);
        Assert.True(clerk.Status == HttpStatusCode.OK, clerk.Text);
        var files = await site.Look(db => db.Set<Case>().OrderBy(c => c.Id).ToListAsync());
        Assert.Equal([Channel.Ticket, Channel.Ticket], files.Select(f => f.Channel));
        var (bridge, pond) = (await story.UnitId("石桥村"), await story.UnitId("柳塘村"));
        Assert.Equal(pond, files[1].PlaceUnitId);
        Assert.NotEqual(pond, files[0].PlaceUnitId);
        Assert.True(bridge > 0);
        var outers = await site.Look(db => db.Set<OuterNumber>().OrderBy(o => o.Id).ToListAsync());
        Assert.Equal(["QX-1001", "QX-1004"], outers.Select(o => o.Number));
        Assert.Equal(new DateTime(2026, 3, 6, 4, 0, 0, DateTimeKind.Utc), outers[0].Due);

        await Look(clerk, "tickets." + kind, file);
        Assert.Contains("可以录入 0 件，原来就有 2 件", clerk.Text);
        Assert.Equal(2, await site.Look(db => db.Set<Case>().CountAsync()));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task The_time_to_give_a_ticket_back_is_the_sheets_where_it_names_one(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var clerk = await site.As(Story.PhoneClerk);
        await Look(clerk, "t.csv", Encoding.UTF8.GetBytes("工单编号,诉求内容,退回时限\nA-1,村口路灯不亮,2026-03-02 17:00\nA-2,井盖松了,"));
        await clerk.Send("/desk/import", []);
        var kept = await site.Look(db => db.Set<OuterNumber>().OrderBy(o => o.Number).Select(o => o.ReturnBy).ToListAsync());
        Assert.Equal(new DateTime(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc), kept[0]);
        Assert.True(kept[1] > kept[0]);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_row_that_may_be_about_an_open_case_says_so_before_it_is_taken_in(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var key = await new Story(site).Scan("村口路灯不亮，晚上看不清路", "street-lamp");
        var clerk = await site.As(Story.PhoneClerk);
        await Look(clerk, "t.csv", Encoding.UTF8.GetBytes("工单编号,诉求内容,事发地址\nA-1,村口路灯不亮,石桥村\nA-2,想问医保怎么交,石桥村"));
        var rows = clerk.Page.QuerySelectorAll("tbody tr").Select(r => r.TextContent).ToList();
        Assert.Contains(key.Number, rows[0], StringComparison.Ordinal);
        Assert.DoesNotContain(key.Number, rows[1], StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Two_confirmations_of_one_look_take_it_in_once_and_altered_rows_not_at_all(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var one = await site.As(Story.PhoneClerk);
        await Look(one, "t.csv", Encoding.UTF8.GetBytes("工单编号,诉求内容\nA-1,村口路灯不亮"));
        var packed = one.Page.QuerySelector("input[name=rows]")!.GetAttribute("value")!;
        await one.Send("/desk/import", new() { ["rows"] = packed[..^8] + "AAAAAAA=" });
        Assert.Equal((HttpStatusCode)422, one.Status);
        await Look(one, "t.csv", Encoding.UTF8.GetBytes("工单编号,诉求内容\nA-1,村口路灯不亮"));
        await one.Send("/desk/import", []);
        await Look(one, "u.csv", Encoding.UTF8.GetBytes("工单编号,诉求内容\nA-2,水管漏水"));
        await one.Send("/desk/import", new() { ["rows"] = packed });
        Assert.Contains("原来就有的 1 件没有动", one.Text);
        Assert.Equal(1, await site.Look(db => db.Set<Case>().CountAsync()));
    }

    [Theory]
    [InlineData("t.csv", "随便,什么\n1,2", "没有找到表头")]
    [InlineData("t.xlsx", "not a workbook", "")]
    public async Task What_is_no_sheet_of_tickets_is_refused_in_words(string name, string content, string said)
    {
        await using var site = await TestSite.Township("sqlite");
        var clerk = await site.As(Story.PhoneClerk);
        await Look(clerk, name, Encoding.UTF8.GetBytes(content));
        Assert.Equal((HttpStatusCode)422, clerk.Status);
        Assert.Contains(said, clerk.Text);
        await Look(clerk, "t.csv", Encoding.UTF8.GetBytes("工单编号,诉求内容\n" + string.Join('\n', Enumerable.Range(0, 201).Select(i => $"B-{i},路灯不亮"))));
        Assert.Contains("一次最多 200 行", clerk.Text);
    }

    private static async Task Look(Browser clerk, string name, byte[] bytes)
    {
        await clerk.Open("/desk/import");
        await clerk.Send("/desk/import/look", [], null, ("files", name, bytes));
    }

    /// <summary>The smallest workbook: one sheet, texts in the cells themselves.</summary>
    private static byte[] Xlsx(string[][] rows)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            void Part(string name, string text)
            {
                using var part = new StreamWriter(zip.CreateEntry(name).Open());
                part.Write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + text);
            }

            Part("[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>""");
            Part("_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Part("xl/workbook.xml", """<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="工单" sheetId="1" r:id="rId1"/></sheets></workbook>""");
            Part("xl/_rels/workbook.xml.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>""");
            var cells = string.Concat(rows.Select((row, r) => $"<row r=\"{r + 1}\">{string.Concat(row.Select((cell, c) => $"<c r=\"{(char)('A' + c)}{r + 1}\" t=\"inlineStr\"><is><t>{cell}</t></is></c>"))}</row>"));
            Part("xl/worksheets/sheet1.xml", $"""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{cells}</sheetData></worksheet>""");
        }

        return bytes.ToArray();
    }
}
