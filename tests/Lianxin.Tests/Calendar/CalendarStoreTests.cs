using System.Net;
using Lianxin.Platform.Audit;
using Lianxin.Platform.Calendar;
using Lianxin.Platform.Calendar.Store;
using Microsoft.EntityFrameworkCore;
using static Lianxin.Tests.Calendar.When;

namespace Lianxin.Tests.Calendar;

/// <summary>What units decide about working time, and where and when it holds.</summary>
public sealed class CalendarStoreTests
{
    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Changed_periods_act_on_the_next_request_and_only_below_the_unit(string engine)
    {
        const string ask = "/api/calendar/due?start=2026-12-01T08:00&amount=1&unit=work-hour&place=";
        await using var site = await CalendarSite.Open(engine);
        Assert.Contains("09:30:00", await site.Text(ask + "990101100200"), StringComparison.Ordinal);
        await site.Hours(site.Township, "9:00－12:00，13:00至17:00", "2026-11-30", reason: "冬令作息，镇政办〔2026〕9号");
        Assert.Contains("10:00:00", await site.Text(ask + "990101100200"), StringComparison.Ordinal);
        Assert.Contains("09:30:00", await site.Text(ask + "990101000000"), StringComparison.Ordinal);
        var act = await site.Site.Look(db => db.Set<ActRow>().OrderBy(a => a.Id).LastAsync(a => a.UseCase == "SetWorkingPeriods"));
        Assert.Equal("冬令作息，镇政办〔2026〕9号", act.Why);
        Assert.NotNull(act.PostId);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task The_nearest_unit_wins_date_by_date_and_what_it_leaves_open_comes_from_above(string engine)
    {
        await using var site = await CalendarSite.Open(engine);
        await site.Local(site.County, "off", "县庆", "2026-12-01", "2026-12-02");
        await site.Local(site.Township, "work", "不放", "2026-12-02", "");
        await site.Hours(site.County, "08:00-12:00 13:00-17:00", "2026-01-01");
        await site.Hours(site.Township, "07:00-13:00", "2026-06-01", "2026-08-31");
        var (village, county) = (await site.CalendarOf(site.Village), await site.CalendarOf(site.County));
        Assert.Equal((DayKind.LocalHoliday, DayKind.MakeUp), (village.Day(Day("2026-12-01")).Kind, village.Day(Day("2026-12-02")).Kind));
        Assert.Equal(DayKind.LocalHoliday, county.Day(Day("2026-12-02")).Kind);
        Assert.Equal((6.0, 8.0), (village.Hours(Day("2026-07-01")).Daily.TotalHours, village.Hours(Day("2026-09-01")).Daily.TotalHours));
        Assert.Equal(8.0, county.Hours(Day("2026-07-01")).Daily.TotalHours);
        Assert.Same(WorkCalendar.Official, await site.CalendarOf(0));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_notice_replaced_or_taken_back_stays_to_be_looked_up(string engine)
    {
        await using var site = await CalendarSite.Open(engine);
        await site.Year(2027, "元旦：1月1日放假");
        await site.Year(2027, "元旦：1月1日至2日放假");
        Assert.Equal(DayKind.Holiday, (await site.CalendarOf(site.Village)).Day(Day("2027-01-02")).Kind);
        var rows = await site.Site.Look(db => db.Set<CalendarYear>().OrderBy(y => y.Id).ToListAsync());
        Assert.Equal([true, false], rows.Select(r => r.RetiredAt is not null));
        var remove = $"/admin/calendar/year/{rows[1].Id}/remove";
        await site.Send(site.Admin, remove, ("reason", "录错了"));
        Assert.Equal($"/admin/calendar?unit={site.County}&year=2027", site.Admin.Address);
        Assert.False((await site.CalendarOf(site.Village)).HasNotice(2027));
        Assert.Equal(HttpStatusCode.NotFound, await site.Admin.Open(remove));
    }

    [Fact]
    public async Task A_year_s_own_notice_speaks_for_its_days_and_the_one_before_may_not_contradict_it()
    {
        await using var site = await CalendarSite.Open("sqlite");
        await site.Year(2027, "元旦：2026年12月31日至2027年1月2日放假");
        Assert.Equal(DayKind.Workday, (await site.CalendarOf(site.Village)).Day(Day("2026-12-31")).Kind);
        await site.Year(2024, "元旦：2023年12月30日至2024年1月1日放假");
        Assert.Equal("元旦", (await site.CalendarOf(site.Village)).Day(Day("2023-12-31")).Name);
    }

    [Fact]
    public async Task From_October_on_next_year_is_asked_for_until_it_is_there()
    {
        await using var site = await CalendarSite.Open("sqlite");
        Assert.Equal([2027], await site.Gaps());
        await site.Year(2027, "元旦：1月1日至3日放假");
        Assert.Empty(await site.Gaps());
        Assert.Equal([2030], CalendarGaps.Due(Day("2030-09-30")));
        Assert.Equal([2030, 2031], CalendarGaps.Due(Day("2030-10-01")));
    }
}
