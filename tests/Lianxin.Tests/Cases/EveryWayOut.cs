using System.Net;
using Lianxin.Cases.Model;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Cases;

/// <summary>The six kinds that are not dispatched with their places, and what is handed out and noted on paper.</summary>
public sealed class EveryWayOut
{
    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Each_of_the_six_kinds_leads_to_its_place_with_the_number_to_call(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        (string Kind, string To, string? Number)[] ways =
        [
            ("Emergency", "Police", "110"), ("Emergency", "Fire", "119"), ("Emergency", "Ambulance", "120"), ("Statutory", "Court", "12368"),
            ("Statutory", "Arbitration", null), ("Statutory", "Petition", null), ("Outside", "Hotline", "12345"), ("Secret", "Discipline", "12388"), ("Repeat", "Petition", null), ("Unlawful", "Police", "110"),
        ];
        foreach (var (kind, to, number) in ways)
        {
            var key = await story.Scan("这件事请你们管");
            await story.Do(Story.Dispatcher, key.Number, "redirect", new() { ["kind"] = kind, ["to"] = to, ["reason"] = "按规定由那里办理" });
            Assert.Equal((CaseStatus.Closed, Ending.Redirected), ((await story.File(key.Number)).Status, (await story.File(key.Number)).Ending));
            var page = await story.Track(key);
            Assert.Contains("按规定由那里办理", page.Text);
            Assert.Equal(number is null ? null : $"tel:{number}", page.Page.QuerySelector("section.card a[href^='tel:']")?.GetAttribute("href"));
        }

        foreach (var kind in new[] { "Repeat", "Secret", "Outside", "Unlawful" })
        {
            var key = await story.Scan("这件事请你们管");
            await story.Do(Story.Dispatcher, key.Number, "decline", new() { ["kind"] = kind, ["reason"] = "按规定不能受理" });
            Assert.Contains("按规定不能受理", (await story.Track(key)).Text);
        }
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task The_slip_holds_number_code_and_phone_and_the_register_has_lines_to_fill_in(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var clerk = await site.As(Story.PhoneClerk);
        await clerk.Open("/desk/call");
        await clerk.Send("/desk/call", new() { ["words"] = "路灯不亮", ["unit"] = $"{await story.UnitId("石桥村")}", ["name"] = "王大娘", ["visit"] = "true" });
        var (number, code) = Story.Told(clerk);
        await clerk.Open($"/desk/call/{number}/slip");
        foreach (var said in new[] { number, code }) Assert.Contains(said, clerk.Text);
        Assert.Matches("[0-9-]{7,}", clerk.Page.QuerySelectorAll("tr").Single(r => r.Children[0].TextContent == "电话").Children[1].TextContent);
        await clerk.Open("/desk/register");
        Assert.Equal(HttpStatusCode.OK, clerk.Status);
        Assert.True(clerk.Page.QuerySelectorAll("tbody tr").Length >= 10, clerk.Text);
        await clerk.Open("/desk/call");
        Assert.Contains("请不要写国家秘密和单位内部的秘密", clerk.Text);
        await FromElsewhere.Paste(clerk, "石桥老李 2026/3/2 8:12\n西头水管漏了");
        Assert.Contains("请不要写国家秘密和单位内部的秘密", clerk.Text);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task What_was_entered_afterwards_says_when_it_happened_and_when_it_was_entered(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var clerk = await site.As(Story.PhoneClerk);
        await clerk.Open("/desk/backfill");
        await clerk.Send("/desk/backfill", new() { ["words-1"] = "路灯不亮", ["unit-1"] = $"{await story.UnitId("石桥村")}", ["at-1"] = "2026-02-27T15:30", ["name-2"] = "李大爷" });
        Assert.Equal((HttpStatusCode)422, clerk.Status);
        Assert.Contains("反映的事", clerk.Page.QuerySelector("#e-words-2")!.TextContent);
        await clerk.Send("/desk/backfill", new() { ["name-2"] = "" });
        var file = await site.Look(db => db.Set<Case>().SingleAsync());
        await clerk.Open($"/desk/{file.Number}");
        Assert.Contains("2026-02-27 15:30", clerk.Page.QuerySelector(".facts")!.TextContent);
        Assert.Contains("2026-03-02 09:00录入", clerk.Page.QuerySelector(".facts")!.TextContent);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_ticket_is_objected_to_answered_and_back_in_its_source_before_the_sources_date(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var clerk = await site.As(Story.PhoneClerk);
        await FromElsewhere.Paste(clerk, "工单编号：QX20260302000317\n来电人：韩秀英    联系电话：19900000231\n诉求内容：村口路灯不亮三天了\n事发地址：石桥村村口\n派单时间：2026-03-02 08:40\n办理时限：2026-03-04 12:00");
        await clerk.Send("/desk/paste", new() { ["condition"] = "lamp-single" });
        var file = await site.Look(db => db.Set<Case>().SingleAsync());
        await story.Dispatch(file.Number, "lamp-single");
        await story.Do(Story.Works, file.Number, "object", new() { ["reason"] = "这盏灯是村里自己装的" });
        await story.Do(Story.CentreHead, file.Number, "decide-objection", new() { ["decision"] = "no", ["reason"] = "清单写明由你单位办" });
        site.Wait(TimeSpan.FromHours(26));
        await story.Do(Story.Works, file.Number, "finish", new() { ["result"] = "换了灯头" });
        await story.Do(Story.PhoneClerk, file.Number, "reply", new() { ["words"] = "灯亮了", ["by"] = "Call" });
        await story.Do(Story.PhoneClerk, file.Number, "answer-source");
        var outer = await site.Look(db => db.Set<OuterNumber>().SingleAsync());
        Assert.True(outer.AnsweredAt < outer.Due, $"{outer.AnsweredAt} {outer.Due}");
        Assert.True(file.PromiseDue < outer.Due);
    }
}
