using System.Net;
using Lianxin.Cases.Model;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Cases;

/// <summary>交接班: what a shift leaves, signed by who leaves and by who comes.</summary>
public sealed class HandedOver
{
    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task The_shift_sees_what_it_leaves_signs_and_the_next_takes_it_over_once(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var fresh = (await story.Scan("路灯不亮", "street-lamp")).Number;
        var call = (await story.Scan("水管漏水", "street-lamp")).Number;
        await story.Dispatch(call, "lamp-single");
        await story.Do(Story.Works, call, "sign");
        await story.Do(Story.Works, call, "finish", new() { ["result"] = "修好了" });
        var clerk = await site.As(Story.PhoneClerk);
        await clerk.Open("/desk/shift");
        Assert.Equal([fresh], In(clerk, "新收还没派单"));
        Assert.Equal([call], In(clerk, "等着回电答复"));
        await clerk.Send("/desk/shift", new() { ["note"] = $"{call} 老人耳背，打 13912345678 声音大点" });
        Assert.Contains("还没人接", clerk.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("13912345678", clerk.Text, StringComparison.Ordinal);
        var page = clerk.Address;
        Assert.DoesNotContain("签字接班", clerk.Text, StringComparison.Ordinal);
        await clerk.Post(page + "/take", new() { ["__RequestVerificationToken"] = await Token(clerk) });
        Assert.Contains("不能和交班的是同一个人", clerk.Text, StringComparison.Ordinal);

        await story.Dispatch(fresh, "lamp-single");
        var next = await site.As(Story.Dispatcher);
        await next.Open("/desk/shift");
        Assert.Contains("宋美玲交的班", next.Text, StringComparison.Ordinal);
        await next.Open(page);
        Assert.Contains("老人耳背", next.Text, StringComparison.Ordinal);
        Assert.Equal([fresh], In(next, "新收还没派单"));
        await next.Send(page + "/take", []);
        Assert.Contains("许文静", next.Page.QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
        var third = await site.As("panlei");
        await third.Open("/desk/shift");
        Assert.DoesNotContain("等人接", third.Text, StringComparison.Ordinal);
        await third.Post(page + "/take", new() { ["__RequestVerificationToken"] = await Token(third) });
        Assert.Equal(HttpStatusCode.Conflict, third.Status);
        await third.Open("/desk/shift/history");
        Assert.Contains("宋美玲", third.Text, StringComparison.Ordinal);
        var row = await site.Look(db => db.Set<ShiftHandover>().SingleAsync());
        Assert.Equal(("宋美玲", "许文静"), (row.FromName, row.ToName));

        // As if it had been sent out while the one who left was signing.
        await site.Look(db => db.Set<ShiftHandover>().ExecuteUpdateAsync(set => set.SetProperty(h => h.At, h => h.At.AddSeconds(1))));
        await next.Open(page);
        Assert.Empty(In(next, "新收还没派单"));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Another_units_hand_over_is_not_there_and_a_private_case_in_it_is_seen_by_cleared_posts_alone(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var quarrel = await story.Scan("儿媳妇说婆婆打她", "neighbour-dispute");
        var clerk = await site.As(Story.Dispatcher);
        await clerk.Open("/desk/shift");
        await clerk.Send("/desk/shift", []);
        var page = clerk.Address;
        Assert.Equal([quarrel.Number], In(clerk, "新收还没派单"));
        await story.Dispatch(quarrel.Number, "family-quarrel", "listed", "青溪司法所");
        var next = await site.As(Story.PhoneClerk);
        await next.Open(page);
        Assert.Equal(HttpStatusCode.OK, next.Status);
        Assert.DoesNotContain(quarrel.Number, next.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await (await site.As("shenyue")).Open(page));
        Assert.Equal(HttpStatusCode.Forbidden, await (await site.As(Story.Works)).Open(page));
    }

    private static async Task<string> Token(Browser browser)
    {
        await browser.Open("/me");
        return browser.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
    }

    private static List<string> In(Browser browser, string part) =>
        [.. browser.Page.QuerySelectorAll(".shift section").Where(s => s.QuerySelector("h3")!.TextContent.Contains(part, StringComparison.Ordinal)).SelectMany(s => s.QuerySelectorAll("li small")).Select(s => s.TextContent.Trim())];
}
