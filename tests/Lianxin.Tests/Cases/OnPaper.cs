using System.Net;
using Lianxin.Cases.Model;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Cases;

/// <summary>Whoever comes in person goes home with a slip; what stood in the register is entered afterwards.</summary>
public sealed class OnPaper
{
    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Row", "S2.102")]
    public async Task The_same_thing_from_phone_or_paper_has_one_number_and_a_slip_to_take_home(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var clerk = await site.As(Story.PhoneClerk);
        await clerk.Open("/desk/call");
        await clerk.Send("/desk/call", new() { ["words"] = "屋顶漏雨", ["unit"] = (await story.UnitId("石桥村")).ToString() });
        var number = clerk.Address.Split('/')[^1];
        var code = clerk.Page.QuerySelectorAll(".big-num")[1].TextContent.Trim();
        Assert.Equal(HttpStatusCode.OK, await clerk.Open($"/desk/call/{number}/slip"));
        Assert.Contains(number, clerk.Text);
        Assert.Contains(code, clerk.Text);
        Assert.Equal(HttpStatusCode.Forbidden, await (await site.As(Story.Dispatcher)).Open($"/desk/call/{number}/slip"));
        Assert.Equal(HttpStatusCode.OK, (await story.Track((number, code))).Status);
        Assert.Equal(HttpStatusCode.OK, await clerk.Open("/desk/register"));
        Assert.Contains("登记本", clerk.Text);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Rows_of_the_register_become_cases_that_say_when_it_happened_and_promise_from_the_entry(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var unit = (await story.UnitId("石桥村")).ToString();
        var clerk = await site.As(Story.PhoneClerk);
        await clerk.Open("/desk/backfill");
        await clerk.Send("/desk/backfill", new() { ["words-1"] = "井盖松动", ["unit-1"] = unit, ["words-2"] = "水管漏水", ["unit-2"] = unit, ["at-2"] = "2026-03-09T10:00" });
        Assert.Equal((HttpStatusCode)422, clerk.Status);
        Assert.Contains("发生时间不能晚于现在", clerk.Text);
        Assert.Equal("井盖松动", clerk.Page.QuerySelector("[name=words-1]")!.TextContent);
        Assert.Equal(0, await site.Look(db => db.Set<Case>().CountAsync()));
        await clerk.Send("/desk/backfill", new() { ["at-2"] = "2026-02-27T10:00", ["phone-2"] = "19900000241", ["name-2"] = "老韩" });
        Assert.Equal(HttpStatusCode.OK, clerk.Status);
        var files = await site.Look(db => db.Set<Case>().OrderBy(c => c.Id).ToListAsync());
        Assert.Equal([Channel.Paper, Channel.Paper], files.Select(f => f.Channel));
        Assert.Equal([null, new DateTime(2026, 2, 27, 2, 0, 0, DateTimeKind.Utc)], files.Select(f => f.HappenedAt));
        Assert.Equal(TestSite.Morning, files[1].PromiseStart);
        await clerk.Open($"/desk/{files[1].Number}");
        Assert.Contains("2026-02-27 10:00", clerk.Text);
        Assert.Contains("2026-03-02 09:00录入", clerk.Text);
        Assert.Contains((await story.Timeline(files[1].Number)), e => e.Kind == EntryKind.Reported && e.Parts.Contains("2026-02-27", StringComparison.Ordinal));
    }
}
