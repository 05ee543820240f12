using System.Net;
using AngleSharp.Html.Dom;
using Lianxin.Platform.Calendar;
using Lianxin.Platform.Calendar.Store;
using Microsoft.EntityFrameworkCore;
using static Lianxin.Tests.Calendar.When;

namespace Lianxin.Tests.Calendar;

/// <summary>The pages on which a unit keeps its calendar.</summary>
public sealed class CalendarEditTests : IAsyncLifetime
{
    private CalendarSite site = null!;

    public async ValueTask InitializeAsync() => site = await CalendarSite.Open("sqlite");

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_notice_is_shown_as_understood_before_it_is_saved()
    {
        const string text = "一、元旦：1月1日（周五）至3日（周日）放假，共3天。\n二、春节：2月5日至12日放假调休，共8天。1月30日（周六）上班。";
        var read = await site.Send(site.Admin, "/admin/calendar/year?year=2027", ("text", text), ("step", "read"));
        Assert.Contains("放假 11 天，调休上班 1 天", read.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal([2027], await site.Gaps());
        await site.Admin.Send("/admin/calendar/year", new() { ["step"] = "save", ["reason"] = "国办发明电〔2026〕8号" });
        Assert.Equal($"/admin/calendar?unit={site.County}&year=2027", site.Admin.Address);
        Assert.Contains("云岭县的放假安排已保存", site.Admin.Text, StringComparison.Ordinal);
        Assert.Equal(DayKind.MakeUp, (await site.CalendarOf(site.Village)).Day(Day("2027-01-30")).Kind);
    }

    [Fact]
    public async Task The_year_at_a_glance_says_each_day_in_a_word_and_warns_of_the_gap()
    {
        var page = await Calendar();
        Assert.Contains("还没有 2027 年的放假安排", page.QuerySelector(".cal-gap")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(12, page.QuerySelectorAll("table.month").Length);
        Assert.Contains("248 个工作日", page.QuerySelector("#glance")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("21 16 22 21 19 21 23 21 22 18 21 23", string.Join(' ', page.QuerySelectorAll("table.month caption span").Select(c => c.TextContent.Split(' ')[0])));
        Assert.Equal("14班", Cell("春节调休上班"));
        Assert.Equal("15休", Cell("春节放假"));
        Assert.Contains("国办发明电〔2025〕7号", page.Body!.TextContent, StringComparison.Ordinal);

        string Cell(string title) => page.QuerySelectorAll("table.month")[1].QuerySelector($"td[title='{title}']")!.TextContent;
    }

    [Theory]
    [InlineData("hours", "periods", "25:00-26:00", "periods", "25:00 这个时刻不存在。")]
    [InlineData("hours", "periods", "上午", "periods", "上班时间要写成 08:30-12:00 14:00-17:30 这样，最多 6 段。")]
    [InlineData("hours", "periods", "14:00-17:30 08:30-12:00", "periods", "上班时间要从早到晚写，前后不能重叠。")]
    [InlineData("hours", "to", "2020-01-01", "to", "作息的起止日期写反了，或者只写了一头。")]
    [InlineData("hours", "seasonFrom", "06-01", "seasonTo", "每年的起止日期要写成 06-01 这样，两头都要写。")]
    [InlineData("hours", "seasonFrom", "06-31", "seasonFrom", "作息的起止日期不存在。")]
    [InlineData("hours", "reason", "", "reason", "请填写理由")]
    [InlineData("local", "to", "2026-01-01", "to", "三月三的放假起止日期写反了。")]
    [InlineData("local", "to", "2027-12-01", "to", "一次最多 31 天。")]
    [InlineData("local", "kind", "never", "kind", "请选择放假还是上班")]
    [InlineData("year", "text", "看通知", "text", "没有读出放假安排。请把通知正文整段贴进来，或者每行写一个节日：元旦：2027-01-01 至 2027-01-03 放假；2027-01-09 上班")]
    [InlineData("year", "text", "元旦：1月1日放假。国庆节：1月1日放假。", "text", "2026-01-01 写了两次，或者既放假又上班。")]
    public async Task What_cannot_be_is_refused_at_its_field_and_nothing_changes(string form, string field, string value, string at, string why)
    {
        var page = await site.Send(site.Admin, $"/admin/calendar/{form}",
            [.. new[] { ("reason", "试试"), ("name", "三月三"), ("from", "2026-12-01"), ("step", "save") }.Where(t => t.Item1 != field), (field, value)]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, site.Admin.Status);
        Assert.Equal(why, page.QuerySelector($"#e-{at}")!.TextContent);
        Assert.Same(WorkCalendar.Official, await site.CalendarOf(site.Village));
    }

    [Fact]
    public async Task A_date_declared_twice_is_refused()
    {
        await site.Local(site.County, "off", "县庆", "2026-12-01", "2026-12-02");
        var again = await site.Send(site.Admin, "/admin/calendar/local", ("name", "县庆"), ("from", "2026-12-02"), ("reason", "再来"));
        Assert.Equal("2026-12-02 写了两次，或者既放假又上班。", again.QuerySelector("#e-from")!.TextContent);
    }

    [Fact]
    public async Task Out_of_reach_is_not_there_and_without_the_permission_it_is_closed()
    {
        var keeper = await site.TownshipKeeper();
        Assert.Equal(HttpStatusCode.NotFound, await keeper.Open($"/admin/calendar?unit={site.County}"));
        await site.Send(keeper, "/admin/calendar/hours", ("unit", $"{site.County}"), ("reason", "越级"));
        Assert.Equal(HttpStatusCode.NotFound, keeper.Status);
        await site.Hours(site.County, "08:00-12:00 13:00-17:00", "2026-01-01");
        var row = await site.Site.Look(db => db.Set<WorkingPeriods>().SingleAsync());
        Assert.Equal(HttpStatusCode.NotFound, await keeper.Open($"/admin/calendar/hours/{row.Id}/remove"));
        Assert.Equal(HttpStatusCode.OK, await keeper.Open($"/admin/calendar?unit={site.Village}"));
        Assert.Equal(HttpStatusCode.Forbidden, await (await site.Site.As("shenyue")).Open("/admin/calendar"));
    }

    [Fact]
    public async Task In_English_no_Chinese_is_left_on_the_pages_but_names()
    {
        foreach (var address in (string[])["/admin/calendar", "/admin/calendar/hours", "/admin/calendar/local", "/admin/calendar/year"])
        {
            await site.Admin.Open(address + "?lang=en");
            foreach (var data in site.Admin.Page.QuerySelectorAll("option, textarea")) data.Remove();
            var text = site.Admin.Page.QuerySelector("main")!.TextContent.Replace("云岭县", "", StringComparison.Ordinal);
            foreach (var data in OfficialYears.All.SelectMany(y => new[] { y.Title, y.Number })) text = text.Replace(data, "", StringComparison.Ordinal);
            text = text.Replace("元旦：2027-01-01 至 2027-01-03 放假；2027-01-09 上班", "", StringComparison.Ordinal);
            Assert.DoesNotContain(text, c => c is >= '\u4e00' and <= '\u9fff');
        }
    }

    private async Task<IHtmlDocument> Calendar()
    {
        await site.Admin.Open("/admin/calendar");
        return site.Admin.Page;
    }
}
