using System.Net;
using Lianxin.Platform.Audit;
using Lianxin.Platform.Calendar;
using Lianxin.Platform.Calendar.Store;
using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Lianxin.Tests.Calendar.When;

namespace Lianxin.Tests.Calendar;

/// <summary>Each test has a site of its own: they change the calendar.</summary>
public sealed class CalendarEditTests : IAsyncLifetime
{
    private readonly CalendarSite site = new();

    public ValueTask InitializeAsync() => site.InitializeAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Changed_periods_act_on_the_next_request_and_only_below_the_unit()
    {
        const string ask = "/api/calendar/due?start=2026-12-01T08:00&amount=1&unit=work-hour&place=";
        Assert.Contains("09:30:00", await site.Text(ask + "990101100200"), StringComparison.Ordinal);
        var saved = await site.Submit("/admin/calendar/hours", "township", ("periods", "9:00－12:00，13:00至17:00"), ("from", "2026-11-30"), ("reason", "冬令作息，镇政办〔2026〕9号"));
        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        Assert.Contains("10:00:00", await site.Text(ask + "990101100200"), StringComparison.Ordinal);
        Assert.Contains("09:30:00", await site.Text(ask + "990101000000"), StringComparison.Ordinal);
        var act = await site.With(s => s.GetRequiredService<AppDb>().Set<ActRow>().OrderBy(a => a.Id).LastAsync(a => a.UseCase == "SetWorkingPeriods"));
        Assert.Equal("冬令作息，镇政办〔2026〕9号", act.Why);
        Assert.NotNull(act.PostId);
    }

    [Fact]
    public async Task The_nearest_unit_wins_date_by_date_and_what_it_leaves_open_comes_from_above()
    {
        await Local("county", site.County, "off", "县庆", "2026-12-01", "2026-12-02");
        await Local("township", site.Township, "work", "不放", "2026-12-02", "");
        await Hours(site.County, "08:00-12:00 13:00-17:00", "2026-01-01", "");
        await Hours(site.Township, "07:00-13:00", "2026-06-01", "2026-08-31");
        var (village, county) = (await site.CalendarOf(site.Village), await site.CalendarOf(site.County));
        Assert.Equal((DayKind.LocalHoliday, DayKind.MakeUp), (village.Day(Day("2026-12-01")).Kind, village.Day(Day("2026-12-02")).Kind));
        Assert.Equal(DayKind.LocalHoliday, county.Day(Day("2026-12-02")).Kind);
        Assert.Equal((6.0, 8.0), (village.Hours(Day("2026-07-01")).Daily.TotalHours, village.Hours(Day("2026-09-01")).Daily.TotalHours));
        Assert.Equal(8.0, county.Hours(Day("2026-07-01")).Daily.TotalHours);
        Assert.Equal(7.0, (await site.CalendarOf(0)).Hours(Day("2026-07-01")).Daily.TotalHours);
    }

    [Fact]
    public async Task A_notice_is_shown_as_understood_before_it_is_saved_and_ends_the_warning()
    {
        const string text = "一、元旦：1月1日（周五）至3日（周日）放假，共3天。\n二、春节：2月5日至12日放假调休，共8天。1月30日（周六）上班。";
        Assert.Equal([2027], await Gaps());
        var form = $"/admin/calendar/year?unit={site.County}&year=2027";
        var read = await site.Submit(form, "county", ("text", text), ("step", "read"));
        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
        Assert.Contains("放假 11 天，调休上班 1 天", (await CalendarSite.Read(read)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal([2027], await Gaps());
        var saved = await site.Submit(form, "county", ("text", text), ("step", "save"), ("reason", "国办发明电〔2026〕8号"));
        Assert.Equal($"/admin/calendar?unit={site.County}&year=2027", saved.Headers.Location?.OriginalString);
        Assert.Empty(await Gaps());
        Assert.Equal(DayKind.MakeUp, (await site.CalendarOf(site.Village)).Day(Day("2027-01-30")).Kind);
    }

    [Fact]
    public async Task A_notice_replaced_or_taken_back_stays_to_be_looked_up()
    {
        await Year("元旦：1月1日放假");
        await Year("元旦：1月1日至2日放假");
        Assert.Equal(DayKind.Holiday, (await site.CalendarOf(site.Village)).Day(Day("2027-01-02")).Kind);
        var rows = await site.With(s => s.GetRequiredService<AppDb>().Set<CalendarYear>().OrderBy(y => y.Id).ToListAsync());
        Assert.Equal([true, false], rows.Select(r => r.RetiredAt is not null));
        var gone = await site.Submit($"/admin/calendar/year/{rows[1].Id}/remove", "county", ("reason", "录错了"));
        Assert.Equal(HttpStatusCode.SeeOther, gone.StatusCode);
        Assert.Equal([2027], await Gaps());
        Assert.Equal(HttpStatusCode.NotFound, (await site.Get($"/admin/calendar/year/{rows[1].Id}/remove", "county")).StatusCode);
    }

    [Fact]
    public async Task Next_year_is_asked_for_from_October_on()
    {
        site.Time.Stand(At("2026-09-30 23:00"));
        Assert.Empty(await Gaps());
        site.Time.Stand(At("2026-10-01 00:00"));
        Assert.Equal([2027], await Gaps());
        Assert.Contains("还没有 2027 年的放假安排", (await Page()).QuerySelector(".note")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_year_at_a_glance_says_each_day_in_a_word()
    {
        var page = await Page();
        Assert.Equal(12, page.QuerySelectorAll("table.month").Length);
        Assert.Contains("248 个工作日", page.QuerySelector("#glance")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("21 16 22 21 19 21 23 21 22 18 21 23", string.Join(' ', page.QuerySelectorAll("table.month caption span").Select(c => c.TextContent.Split(' ')[0])));
        Assert.Equal(("14班", "春节调休上班"), (Cell("春节调休上班").TextContent, Cell("春节调休上班").GetAttribute("title")));
        Assert.Equal("15休", Cell("春节放假").TextContent);
        Assert.Contains("国办发明电〔2025〕7号", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        AngleSharp.Dom.IElement Cell(string title) => page.QuerySelectorAll("table.month")[1].QuerySelector($"td[title='{title}']")!;
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
        var answer = await site.Submit($"/admin/calendar/{form}", "county",
            [("reason", "试试"), ("name", "三月三"), ("from", "2026-12-01"), ("step", "save"), (field, value)]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await CalendarSite.Read(answer);
        Assert.Equal(why, page.QuerySelector($"#e-{at}")!.TextContent);
        Assert.Same(WorkCalendar.Official, await site.CalendarOf(site.Village));
    }

    [Fact]
    public async Task A_date_declared_twice_is_refused()
    {
        await Local("county", site.County, "off", "县庆", "2026-12-01", "2026-12-02");
        var again = await site.Submit("/admin/calendar/local", "county", ("name", "县庆"), ("from", "2026-12-02"), ("reason", "再来"));
        Assert.Equal("2026-12-02 写了两次，或者既放假又上班。", (await CalendarSite.Read(again)).QuerySelector("#e-from")!.TextContent);
    }

    [Fact]
    public async Task Out_of_reach_is_not_there_and_without_the_permission_it_is_closed()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await site.Get($"/admin/calendar?unit={site.County}", "township")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Submit("/admin/calendar/hours", "township", ("unit", $"{site.County}"), ("reason", "越级"))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await site.Get("/admin/calendar")).StatusCode);
        await Hours(site.County, "08:00-12:00 13:00-17:00", "2026-01-01", "");
        var row = await site.With(s => s.GetRequiredService<AppDb>().Set<WorkingPeriods>().SingleAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await site.Get($"/admin/calendar/hours/{row.Id}/remove", "township")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await site.Get($"/admin/calendar?unit={site.Village}", "township")).StatusCode);
    }

    private Task<AngleSharp.Dom.IDocument> Page() => site.Page("/admin/calendar", "county");

    private Task<IReadOnlyList<int>> Gaps() => site.With(s => s.GetRequiredService<CalendarGaps>().Of(site.Village));

    private async Task Year(string text) => Assert.Equal(HttpStatusCode.SeeOther, (await site.Submit(
        $"/admin/calendar/year?unit={site.County}&year=2027", "county", ("text", text), ("step", "save"), ("reason", "试试"))).StatusCode);

    private async Task Hours(long unit, string periods, string from, string to) => Assert.Equal(HttpStatusCode.SeeOther, (await site.Submit(
        $"/admin/calendar/hours?unit={unit}", "county", ("periods", periods), ("from", from), ("to", to), ("reason", "试试"))).StatusCode);

    private async Task Local(string by, long unit, string kind, string name, string from, string to) => Assert.Equal(HttpStatusCode.SeeOther, (await site.Submit(
        $"/admin/calendar/local?unit={unit}", by, ("kind", kind), ("name", name), ("from", from), ("to", to), ("reason", "试试"))).StatusCode);
}
