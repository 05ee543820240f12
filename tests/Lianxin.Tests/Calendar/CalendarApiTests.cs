using System.Globalization;
using System.Net;
using System.Text.Json;
using Lianxin.Platform.Calendar;

namespace Lianxin.Tests.Calendar;

public sealed class CalendarApiTests(CalendarSite site) : IClassFixture<CalendarSite>
{
    [Theory]
    [InlineData("2026-02-14T16:30", 4, "work-hour", "2026-02-24T11:30:00+08:00")]
    [InlineData("2026-09-30T17:00", 2, "work-hour", "2026-10-08T10:00:00+08:00")]
    [InlineData("2026-04-30T11:00", 7, "work-hour", "2026-05-06T11:00:00+08:00")]
    [InlineData("2026-10-10T12:30", 1, "work-hour", "2026-10-10T15:00:00+08:00")]
    [InlineData("2026-03-06T16:30", 2, "work-day", "2026-03-10T16:30:00+08:00")]
    [InlineData("2026-02-12", 5, "workday-by-date", "2026-02-26T17:30:00+08:00")]
    [InlineData("2025-09-30", 5, "workday-by-date", "2025-10-14T17:30:00+08:00")]
    [InlineData("2025-12-31", 2, "workday-by-date", "2026-01-05T17:30:00+08:00")]
    [InlineData("2026-01-20", 30, "legal-day", "2026-02-25T00:00:00+08:00")]
    [InlineData("2026-09-11", 15, "legal-day", "2026-09-29T00:00:00+08:00")]
    [InlineData("2026-02-14T16:30", 4, "natural-day", "2026-02-18T16:30:00+08:00")]
    [InlineData("2026-09-30T22:36", 2, "urgent-hour", "2026-10-01T00:36:00+08:00")]
    public async Task A_limit_ends_where_the_rules_say_and_its_steps_count_up_to_it(string start, int amount, string unit, string due)
    {
        var answer = await site.Ask($"/api/calendar/due?start={start}&amount={amount}&unit={unit}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(TimeSpan.FromHours(1), answer.Headers.CacheControl?.MaxAge);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        var json = await Json(answer);
        Assert.Equal(due, json.GetProperty("due").GetString());
        Assert.Empty(json.GetProperty("warnings").EnumerateArray());
        Again(json, amount, unit);
    }

    [Fact]
    public async Task A_year_without_a_notice_is_warned_of()
    {
        var json = await Json(await site.Ask("/api/calendar/due?start=2028-01-31T10:00&amount=1&unit=work-hour"));
        Assert.Contains("2028 年", Assert.Single(json.GetProperty("warnings").EnumerateArray()).GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("amount=4&unit=work-hour", "start", "请填写开始时间。")]
    [InlineData("start=2026-02-30T10:00&amount=4&unit=work-hour", "start", "2026-02-30 这一天不存在。")]
    [InlineData("start=2026-02-14T24:00&amount=4&unit=work-hour", "start", "24:00 这个时刻不存在。")]
    [InlineData("start=tomorrow&amount=4&unit=work-hour", "start", "开始时间要写成 2026-02-14T16:30 这样。")]
    [InlineData("start=1999-01-01&amount=4&unit=work-hour", "start", "年份要在 2000 到 2100 之间。")]
    [InlineData("start=2026-02-14&unit=work-hour", "amount", "请填写数量。")]
    [InlineData("start=2026-02-14&amount=0&unit=work-hour", "amount", "数量要大于 0。")]
    [InlineData("start=2026-02-14&amount=-3&unit=work-hour", "amount", "数量要大于 0。")]
    [InlineData("start=2026-02-14&amount=1.5&unit=work-hour", "amount", "数量要写成整数，例如 4。")]
    [InlineData("start=2026-02-14&amount=99999999999999&unit=work-hour", "amount", "数量太大，这个单位最多算到 1000。")]
    [InlineData("start=2100-12-31&amount=5&unit=legal-day", "amount", "年份要在 2000 到 2100 之间。")]
    [InlineData("start=2026-02-14&amount=4", "unit", "请选择计时单位。")]
    [InlineData("start=2026-02-14&amount=4&unit=fortnight", "unit", "没有“fortnight”这个计时单位，可以用：urgent-hour、work-hour、work-day、workday-by-date、legal-day、natural-day。")]
    [InlineData("start=2026-02-14&amount=4&unit=work-hour&place=1", "place", "没有这个单位编码。")]
    public async Task A_bad_question_is_a_400_that_says_which_part_and_why(string query, string parameter, string why)
    {
        var answer = await site.Ask("/api/calendar/due?" + query);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.NotEqual(true, answer.Headers.CacheControl?.Public);
        var json = await Json(answer);
        Assert.Equal((parameter, why, 400), (json.GetProperty("parameter").GetString(), json.GetProperty("detail").GetString(), json.GetProperty("status").GetInt32()));
    }

    [Fact]
    public async Task Reasons_and_errors_are_said_in_the_reader_s_language()
    {
        var wrong = await Json(await site.Ask("/api/calendar/due?start=2026-02-14&amount=0&unit=work-hour&lang=en"));
        Assert.Equal("The amount must be greater than 0.", wrong.GetProperty("detail").GetString());
        var steps = (await Json(await site.Ask("/api/calendar/due?start=2026-02-14T16:30&amount=4&unit=work-hour&lang=en"))).GetProperty("steps");
        Assert.Contains(steps.EnumerateArray(), s => s.GetProperty("why").GetString() == "Spring Festival holiday");
        Assert.DoesNotContain(steps.EnumerateArray(), s => s.GetProperty("why").GetString()!.Any(c => c is >= '\u4e00' and <= '\u9fff'));
    }

    [Fact]
    public void Every_sentence_of_the_calendar_has_its_English()
    {
        var file = Path.Combine(Packs.Shipped.Root(), "translations", "en.calendar.json");
        var english = JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(file))!;
        Assert.All(CalendarText.Keys, k => Assert.Contains(k, english));
    }

    private static async Task<JsonElement> Json(HttpResponseMessage answer) =>
        JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync());

    /// <summary>Counts the limit again from the answer's own steps: they join without gaps and what they count is the amount.</summary>
    private static void Again(JsonElement json, int amount, string unit)
    {
        var at = json.GetProperty("start").GetString();
        var (minutes, days) = (0.0, 0);
        foreach (var step in json.GetProperty("steps").EnumerateArray())
        {
            Assert.Equal(at, step.GetProperty("from").GetString());
            at = step.GetProperty("to").GetString();
            var length = (Time(at) - Time(step.GetProperty("from").GetString())).TotalMinutes;
            if (step.GetProperty("minutes").GetDouble() is > 0 and var counted) Assert.Equal(length, counted);
            (minutes, days) = (minutes + step.GetProperty("minutes").GetDouble(), days + step.GetProperty("days").GetInt32());
        }

        Assert.Equal(json.GetProperty("due").GetString(), at);
        var measure = unit switch { "work-day" => 420, "natural-day" => 1440, "work-hour" or "urgent-hour" => 60, _ => 0 };
        Assert.Equal((measure * amount, measure == 0 ? amount : 0), (minutes, days));
    }

    private static DateTimeOffset Time(string? text) => DateTimeOffset.Parse(text!, CultureInfo.InvariantCulture);
}
