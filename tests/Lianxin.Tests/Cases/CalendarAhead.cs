using Lianxin.Platform.Calendar;
using Lianxin.Platform.Notices;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Cases;

/// <summary>A year that nobody has announced yet: who is told and when, and what its dates say until it is.</summary>
public sealed class CalendarAhead
{
    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_year_without_a_notice_is_warned_of_from_October_on_once_and_its_dates_are_provisional_until_it_is_entered(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var (story, office) = (new Story(site), await Office.At(site));
        site.Time.Stand(new DateTime(2026, 9, 30, 1, 0, 0, DateTimeKind.Utc));
        Assert.True(await site.Tick("platform.calendar-gaps"));
        Assert.Equal(0, await Warned(site));
        site.Time.Stand(new DateTime(2026, 9, 30, 16, 0, 0, DateTimeKind.Utc));
        await using var other = await TestSite.Beside(site);
        await Task.WhenAll(site.Tick("platform.calendar-gaps"), other.Tick("platform.calendar-gaps"));
        var once = await Warned(site);
        Assert.True(once > 0);
        Assert.Equal(once, await site.Look(db => db.Set<Notice>().Where(n => n.Text.StartsWith("{0} 年的放假安排还没有录入")).Select(n => n.PersonId).Distinct().CountAsync()));
        site.Wait(TimeSpan.FromDays(1));
        Assert.True(await site.Tick("platform.calendar-gaps"));
        Assert.Equal(once, await Warned(site));

        site.Time.Stand(new DateTime(2026, 12, 30, 1, 0, 0, DateTimeKind.Utc));
        var admin = await site.As("qinguoliang");
        await admin.Open("/inbox");
        Assert.Contains("2027 年的放假安排还没有录入", admin.Text);
        await admin.Open("/admin/calendar?year=2027");
        Assert.Contains("这一年的放假安排还没有录入", admin.Text);
        var key = await story.Scan("路灯不亮", "street-lamp");
        var before = await story.File(key.Number);
        Assert.Equal(2027, Shanghai.Local(before.PromiseDue).Year);
        var reporter = await story.Track(key);
        Assert.Contains("暂定", reporter.Page.QuerySelector(".receipt")!.TextContent);
        Assert.Contains("2027 年的放假安排还没有录入，先按周一至周五和法定节假日推算", reporter.Page.QuerySelector(".receipt .tag.soon[title]")!.GetAttribute("title"));
        Assert.Contains("日历里没有 2027 年的放假安排", reporter.Text);
        var desk = await site.As(Story.Dispatcher);
        await desk.Open("/desk");
        Assert.Contains("暂定", desk.Page.QuerySelector(".q")!.TextContent);

        office = await Office.At(site);
        await office.Admin.Open("/admin/calendar/year?year=2027");
        await office.Admin.Send("/admin/calendar/year", new() { ["year"] = "2027", ["text"] = "元旦：2027-01-01 至 2027-01-06 放假", ["reason"] = "国办发明电" }, "read");
        Assert.Contains("有 1 件正在办的事项，期限会改", office.Admin.Text);
        await office.Admin.Send("/admin/calendar/year", [], "save");
        await office.Counted();
        var after = await story.File(key.Number);
        Assert.True(after.PromiseDue > before.PromiseDue);
        reporter = await story.Track(key);
        Assert.DoesNotContain("暂定", reporter.Page.QuerySelector(".receipt")!.TextContent);
        Assert.Contains("新增：2027 年放假安排", reporter.Page.QuerySelector(".note[role=status]")!.TextContent);
    }

    private static Task<int> Warned(TestSite site) => site.Look(db => db.Set<Notice>().CountAsync(n => n.Text.StartsWith("{0} 年的放假安排还没有录入")));
}
