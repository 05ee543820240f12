using System.Net;
using Lianxin.Tests.Cases;

namespace Lianxin.Tests.Calendar;

/// <summary>At the end of a year: dates of the next, whose notice nobody has entered yet, stand on pages many at a time.</summary>
public sealed class NextYear
{
    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Pages_with_several_dates_of_a_year_without_notice_are_shown(string engine)
    {
        await using var site = await TestSite.Township(engine);
        site.Time.Stand(new DateTime(2026, 12, 31, 6, 0, 0, DateTimeKind.Utc));
        var story = new Story(site);
        var keys = new[] { await story.Scan("第一盏路灯不亮", "street-lamp"), await story.Scan("第二盏路灯不亮", "street-lamp"), await story.Scan("第三盏路灯不亮", "street-lamp") };
        await story.Dispatch(keys[0].Number, "lamp-single", more: new() { ["helpers"] = (await story.UnitId("应急管理办公室")).ToString() });
        var desk = await site.As(Story.Dispatcher);
        foreach (var address in new[] { "/desk", $"/desk/{keys[0].Number}", $"/desk/{keys[0].Number}/urge", "/desk/shift" }) Assert.Equal(HttpStatusCode.OK, await desk.Open(address));
        await desk.Open($"/desk/{keys[0].Number}");
        Assert.True(desk.Page.QuerySelectorAll(".tag.soon.next").Length > 1);
        Assert.Contains("暂定", (await story.Track(keys[0])).Text, StringComparison.Ordinal);
    }
}
