using System.Text.Json;
using Lianxin.Platform.Calendar;
using static Lianxin.Tests.Calendar.When;

namespace Lianxin.Tests.Calendar;

public sealed class CalendarQueryTests
{
    [Fact]
    public void The_public_tool_answers_with_the_date_and_its_steps()
    {
        var reply = CalendarQuery.Parse("2026-02-14T16:30", "4", "work-hour").Sure().Run(WorkCalendar.Official).Sure();
        var json = JsonSerializer.SerializeToElement(reply, JsonSerializerOptions.Web);
        Assert.Equal("2026-02-24T11:30:00+08:00", json.GetProperty("due").GetString());
        Assert.Equal("work-hour", json.GetProperty("unit").GetString());
        var steps = json.GetProperty("steps").EnumerateArray().ToList();
        Assert.Equal(240, steps.Sum(s => s.GetProperty("minutes").GetDouble()));
        Assert.Equal("春节放假", steps[2].GetProperty("why").GetString());
        Assert.Equal(json.GetProperty("due").GetString(), steps[^1].GetProperty("to").GetString());
    }

    [Theory]
    [InlineData("2026-02-14T16:30", "2026-02-14 16:30")]
    [InlineData("2026-02-14 16:30", "2026-02-14 16:30")]
    [InlineData("2026-02-14", "2026-02-14 00:00")]
    [InlineData(" 2026-02-14T16:30:15 ", "2026-02-14 16:30")]
    [InlineData("2026-02-14T16:30:15.5", "2026-02-14 16:30")]
    [InlineData("2026-02-14T08:30Z", "2026-02-14 16:30")]
    [InlineData("2026-02-14T16:30+08:00", "2026-02-14 16:30")]
    [InlineData("2026-02-14T16:30 08:00", "2026-02-14 16:30")] // the plus sign of an address, decoded
    [InlineData("2026-02-14T16:30:00 0800", "2026-02-14 16:30")]
    [InlineData("2026-02-14T03:30-05:00", "2026-02-14 16:30")]
    public void A_start_without_a_zone_is_Shanghai_time_and_another_zone_is_converted(string start, string local) =>
        Assert.Equal(local, Shanghai.Text(CalendarQuery.Parse(start, "1", "work-hour").Sure().Start));

    [Theory]
    [InlineData(null, "请填写开始时间。")]
    [InlineData("  ", "请填写开始时间。")]
    [InlineData("2026-02-30", "2026-02-30 这一天不存在。")]
    [InlineData("2026-13-01T10:00", "2026-13-01 这一天不存在。")]
    [InlineData("0000-00-00", "0000-00-00 这一天不存在。")]
    [InlineData("2026-02-14T24:00", "24:00 这个时刻不存在。")]
    [InlineData("2026-02-14T16:61", "16:61 这个时刻不存在。")]
    [InlineData("2026-02-14T16:30+99:00", "+99:00 这个时刻不存在。")]
    [InlineData("明天下午", "开始时间要写成 2026-02-14T16:30 这样。")]
    [InlineData("2026/02/14", "开始时间要写成 2026-02-14T16:30 这样。")]
    [InlineData("２０２６-02-14", "开始时间要写成 2026-02-14T16:30 这样。")]
    [InlineData("2026-02-14T16:30<script>", "开始时间要写成 2026-02-14T16:30 这样。")]
    [InlineData("2026-02-14\n", null)]
    [InlineData("1999-12-31", "年份要在 2000 到 2100 之间。")]
    [InlineData("2101-01-01", "年份要在 2000 到 2100 之间。")]
    [InlineData("0001-01-01T00:00+14:00", "年份要在 2000 到 2100 之间。")]
    [InlineData("2000-01-01T00:00+14:00", "年份要在 2000 到 2100 之间。")]
    [InlineData("2100-12-31T23:00-05:00", "年份要在 2000 到 2100 之间。")]
    public void A_bad_start_is_named_with_its_reason(string? start, string? why) =>
        Assert.Equal(why is null ? null : $"start {why}", Fault(start, "4", "work-hour"));

    [Theory]
    [InlineData(null, "请填写数量。")]
    [InlineData("", "请填写数量。")]
    [InlineData("0", "数量要大于 0。")]
    [InlineData("-1", "数量要大于 0。")]
    [InlineData("abc", "数量要写成整数，例如 4。")]
    [InlineData("1e9", "数量要写成整数，例如 4。")]
    [InlineData("1.5", "数量要写成整数，例如 4。")]
    [InlineData("--1", "数量要写成整数，例如 4。")]
    [InlineData("-", "数量要写成整数，例如 4。")]
    [InlineData("1000000000", "数量太大，这个单位最多算到 1000。")]
    [InlineData("99999999999999999999999", "数量太大，这个单位最多算到 1000。")]
    [InlineData("1001", "数量太大，这个单位最多算到 1000。")]
    [InlineData("1000", null)]
    public void A_bad_amount_is_named_with_its_reason(string? amount, string? why) =>
        Assert.Equal(why is null ? null : $"amount {why}", Fault("2026-02-14T16:30", amount, "work-hour"));

    [Theory]
    [InlineData(null, "请选择计时单位。")]
    [InlineData("fortnight", "没有“fortnight”这个计时单位，可以用：urgent-hour、work-hour、work-day、workday-by-date、legal-day、natural-day。")]
    [InlineData("WorkHour", "没有“WorkHour”这个计时单位，可以用：urgent-hour、work-hour、work-day、workday-by-date、legal-day、natural-day。")]
    public void A_bad_unit_is_named_with_those_that_exist(string? unit, string why) =>
        Assert.Equal($"unit {why}", Fault("2026-02-14T16:30", "4", unit));

    [Fact]
    public void A_long_unit_is_not_echoed_whole() =>
        Assert.True(Fault("2026-02-14", "4", new string('x', 10_000))!.Length < 200);

    [Fact]
    public void A_fault_found_while_counting_is_named_too() =>
        Assert.Equal("amount", CalendarQuery.Parse("2100-12-31", "5", "legal-day").Sure().Run(WorkCalendar.Official).Fault!.Parameter);

    private static string? Fault(string? start, string? amount, string? unit) =>
        CalendarQuery.Parse(start, amount, unit).Fault is { } f ? $"{f.Parameter} {f.Why}" : null;
}
