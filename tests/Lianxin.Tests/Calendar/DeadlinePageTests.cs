using System.Globalization;
using System.Net;
using AngleSharp.Dom;

namespace Lianxin.Tests.Calendar;

public sealed class DeadlinePageTests(CalendarSite site) : IClassFixture<CalendarSite>
{
    [Fact]
    public async Task The_empty_tool_asks_three_things_and_is_a_plain_form()
    {
        var answer = await site.Ask("/tools/deadline");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        var page = await CalendarSite.Read(answer);
        var form = page.QuerySelector("form[action='/tools/deadline']")!;
        Assert.NotEqual("post", form.GetAttribute("method"));
        Assert.Equal(["start", "amount", "unit"], form.QuerySelectorAll("[name]").Select(i => i.GetAttribute("name")).Distinct());
        Assert.Equal(6, form.QuerySelectorAll("input[type=radio]").Length);
        Assert.Empty(page.QuerySelectorAll(".error"));
    }

    [Theory]
    [InlineData("2026-02-14T16:30", 4, "work-hour", "到 2026-02-24 11:30 周二 为止", 60)]
    [InlineData("2026-01-20T09:00", 30, "legal-day", "到 2026-02-24 24:00 周二 为止", 0)]
    [InlineData("2026-02-12T10:00", 5, "workday-by-date", "到 2026-02-26 17:30 周四 为止", 0)]
    public async Task The_answer_is_in_plain_words_and_can_be_counted_again_from_the_steps_shown(string start, int amount, string unit, string words, int measure)
    {
        var answer = await site.Ask($"/tools/deadline?start={start}&amount={amount}&unit={unit}");
        Assert.True(answer.Headers.CacheControl is { Public: true, MaxAge.TotalHours: 1 });
        var page = await CalendarSite.Read(answer);
        Assert.Equal(words, page.QuerySelector("#answer")!.TextContent.Trim());
        var rows = page.QuerySelectorAll("table tbody tr").Select(r => r.QuerySelectorAll("td").Select(d => d.TextContent.Trim()).ToArray()).ToList();
        Assert.Equal(start.Replace('T', ' '), rows[0][0]);
        for (var i = 1; i < rows.Count; i++) Assert.Equal(rows[i - 1][1], rows[i][0]);
        var counted = rows.Where(r => r[3] != "不计").ToList();
        if (measure > 0) Assert.Equal(amount * measure, counted.Sum(r => (At(r[1]) - At(r[0])).TotalMinutes));
        else Assert.Equal(amount, counted.Sum(r => int.Parse(r[3].Split(' ')[0], CultureInfo.InvariantCulture)));
        Assert.Equal(words[2..18].Replace("2026-02-24 24:00", "2026-02-25 00:00", StringComparison.Ordinal), rows[^1][1]);
    }

    [Theory]
    [InlineData("start=&amount=4&unit=work-hour", "start", "请填写开始时间。")]
    [InlineData("start=2026-02-14T16:30&amount=many&unit=work-hour", "amount", "数量要写成整数，例如 4。")]
    [InlineData("start=2026-02-14T16:30&amount=4", "unit", "请选择计时单位。")]
    public async Task What_is_wrong_is_said_at_its_field_and_the_rest_is_kept(string query, string field, string why)
    {
        var answer = await site.Ask("/tools/deadline?" + query);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotEqual(true, answer.Headers.CacheControl?.Public);
        var page = await CalendarSite.Read(answer);
        Assert.Equal(why, page.QuerySelector($"#e-{field}")!.TextContent);
        Assert.Equal("4", field == "amount" ? "4" : page.QuerySelector("#f-amount")!.GetAttribute("value"));
        Assert.Equal(field == "amount" ? "many" : "4", page.QuerySelector("#f-amount")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Nothing_a_stranger_types_becomes_markup()
    {
        var page = await site.Page("/tools/deadline?start=%3Cscript%3E&amount=%22%3E%3Cb%3E&unit=%3Ci%3E");
        Assert.Equal("\"><b>", page.QuerySelector("#f-amount")!.GetAttribute("value"));
        Assert.Single(page.QuerySelectorAll("script"));
    }

    [Fact]
    public async Task In_English_no_Chinese_is_left_on_the_page()
    {
        var page = await site.Page("/tools/deadline?start=2026-02-14T16:30&amount=4&unit=work-hour&lang=en");
        foreach (var part in page.QuerySelectorAll("[lang=zh-CN]")) part.Remove();
        var text = page.QuerySelector("main")!.TextContent.Replace("云岭县", "", StringComparison.Ordinal);
        Assert.DoesNotContain(text, c => c is >= '\u4e00' and <= '\u9fff');
    }

    private static DateTime At(string text) => DateTime.ParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
