using System.Net;
using Lianxin.Platform.Notices;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Cases;

/// <summary>What somebody has to know or mend is said where they are and all at once.</summary>
public sealed class SaidAtOnce
{
    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_rating_left_empty_names_everything_that_is_missing(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("路灯不亮", "street-lamp");
        await story.Dispatch(key.Number, "lamp-single");
        await story.Finish(key.Number, "换了灯头");
        await story.Do(Story.PhoneClerk, key.Number, "reply", new() { ["words"] = "灯亮了", ["by"] = "Page" });
        var resident = await story.Track(key);
        Assert.Equal((HttpStatusCode)422, await resident.Send("/t/rate", []));
        Assert.Equal(["#f-solved", "#f-mark1", "#f-mark2", "#f-mark3"], resident.Page.QuerySelectorAll(".summary a").Select(a => a.GetAttribute("href")));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Rows_entered_from_paper_are_refused_together_each_with_its_place(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var clerk = await site.As(Story.PhoneClerk);
        await clerk.Open("/desk/backfill");
        var unit = (await story.UnitId("石桥村")).ToString();
        await clerk.Send("/desk/backfill", new()
        {
            ["words-1"] = "路灯不亮", ["unit-1"] = unit, ["phone-1"] = "123", ["words-2"] = "井盖松了", ["unit-2"] = unit, ["name-4"] = "老韩",
        });
        Assert.Equal((HttpStatusCode)422, clerk.Status);
        var said = clerk.Page.QuerySelectorAll(".summary a").Select(a => (a.GetAttribute("href"), a.TextContent)).ToList();
        Assert.Equal(["#f-phone-1", "#f-words-4"], said.Select(s => s.Item1));
        Assert.StartsWith("第 4 件：请填写", said[1].TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await site.Look(db => db.Set<Lianxin.Cases.Model.Case>().CountAsync()));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_short_number_is_nobodys_phone(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var clerk = await site.As(Story.PhoneClerk);
        await clerk.Open("/desk/call");
        await clerk.Send("/desk/call", new() { ["words"] = "路灯不亮", ["unit"] = (await new Story(site).UnitId("石桥村")).ToString(), ["phone"] = "12345" });
        Assert.Equal((HttpStatusCode)422, clerk.Status);
        Assert.Contains("请留能打通的手机", clerk.Text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Whoever_was_asked_to_dispatch_has_nothing_left_to_read_once_it_is_sent_out(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("路灯不亮", "street-lamp");
        Task<int> Asked() => site.Look(db => db.Set<Notice>().CountAsync(n => n.ReadAt == null && n.Link == $"/desk/{key.Number}" && n.Text.EndsWith("请派单")));
        Assert.True(await Asked() > 1);
        await story.Dispatch(key.Number, "lamp-single");
        Assert.Equal(0, await Asked());
        Task<int> Works() => site.Look(db => db.Set<Notice>().CountAsync(n => n.ReadAt == null && n.Link == $"/desk/{key.Number}"));
        Assert.True(await Works() > 0);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task The_form_of_an_answer_shows_whom_to_call_and_what_they_added(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("路灯不亮", "street-lamp", phone: "19900000037");
        await story.Dispatch(key.Number, "lamp-single");
        await story.Finish(key.Number, "换了灯头");
        await (await story.Track(key)).Send("/t/add", new() { ["words"] = "隔壁那盏也闪" });
        var clerk = await site.As(Story.PhoneClerk);
        await clerk.Open($"/desk/{key.Number}/reply");
        Assert.Contains("199****0037", clerk.Text, StringComparison.Ordinal);
        Assert.Contains("隔壁那盏也闪", clerk.Text, StringComparison.Ordinal);
        Assert.NotNull(clerk.Page.QuerySelector($"a[href^='/desk/{key.Number}/reveal']"));
    }
}
