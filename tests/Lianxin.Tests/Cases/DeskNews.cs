using System.Net;
using System.Text.Json;

namespace Lianxin.Tests.Cases;

/// <summary>An open page learns of what came since, and does not keep anybody signed in by asking.</summary>
public sealed class DeskNews
{
    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task The_open_queue_is_told_what_came_since(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        await story.Scan("路灯不亮", "street-lamp");
        site.Wait(TimeSpan.FromMinutes(1));
        var desk = await site.As(Story.Dispatcher);
        await desk.Open("/desk?tab=ToDispatch");
        var bar = desk.Page.QuerySelector("[data-live-loads]")!;
        Assert.True(bar.HasAttribute("hidden"));
        var address = bar.GetAttribute("data-live")!;
        Assert.Equal((0, ""), await Told(desk, address));
        site.Wait(TimeSpan.FromMinutes(1));
        await story.Scan("又一盏路灯不亮", "street-lamp");
        Assert.Equal((1, "有 1 件新事项"), await Told(desk, address));
        Assert.Equal((0, ""), await Told(desk, address.Replace("ToDispatch", "ToReply")));
        await desk.Open("/desk?tab=ToDispatch&q=路灯");
        Assert.Null(desk.Page.QuerySelector("[data-live-loads]"));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task The_badge_counts_what_is_unread(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var works = await site.As(Story.Works);
        Assert.Equal((0, ""), await Told(works, "/inbox/count"));
        var key = await story.Scan("路灯不亮", "street-lamp");
        await story.Dispatch(key.Number, "lamp-single");
        Assert.Equal((1, "1"), await Told(works, "/inbox/count"));
        await works.Open("/inbox");
        Assert.Equal("1", works.Page.QuerySelector(".nav [data-live], .dock [data-live]")!.TextContent);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Asking_by_the_clock_keeps_no_idle_session_alive(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var desk = await site.As(Story.Dispatcher);
        await desk.Open("/desk");
        for (var i = 0; i < 7; i++)
        {
            site.Wait(TimeSpan.FromMinutes(9));
            if (i % 3 == 2) await desk.Go(Renewed("/desk"));
            else await desk.Open(i % 3 == 0 ? "/inbox/count" : "/desk/news?since=1");
        }

        Assert.StartsWith("/sign-in", desk.Address);
        await desk.Open("/desk");
        Assert.StartsWith("/sign-in", desk.Address);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task What_was_done_is_said_on_the_page_one_looks_at_though_the_page_read_itself_anew_before(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("路灯不亮", "street-lamp");
        await story.Dispatch(key.Number, "lamp-single");
        var works = await site.As(Story.Works);
        await works.Open($"/desk/{key.Number}/sign");
        works.Follows = false;
        await works.Send($"/desk/{key.Number}/sign", []);
        Assert.Equal(HttpStatusCode.SeeOther, works.Status);
        await works.Go(Renewed($"/desk/{key.Number}"));
        Assert.Null(works.Page.QuerySelector(".flash"));
        await works.Open($"/desk/{key.Number}");
        Assert.Contains("签收", works.Page.QuerySelector(".flash")!.TextContent);
    }

    private static HttpRequestMessage Renewed(string address)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("X-Asked-By", "page");
        return request;
    }

    private static async Task<(int, string)> Told(Browser who, string address)
    {
        Assert.Equal(HttpStatusCode.OK, await who.Open(address));
        var news = JsonDocument.Parse(await who.Response.Content.ReadAsStringAsync()).RootElement;
        return (news.GetProperty("count").GetInt32(), news.GetProperty("text").GetString()!);
    }
}
