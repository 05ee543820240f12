using System.Net;

namespace Lianxin.Tests.Organization;

/// <summary>Posts act on the holder's next request, and so does their end.</summary>
public sealed class PostPagesTests
{
    private const string Township = "/admin/units/990101100000";

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_post_given_and_ended_acts_on_the_next_request(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var worker = await site.As("tianxiaoju");
        Assert.Equal(HttpStatusCode.Forbidden, await worker.Open("/desk/call"));

        var admin = await site.As("qinguoliang");
        await admin.Open(Township + "/appoint?q=小菊");
        var person = admin.Page.QuerySelectorAll("input[name=personId]").Single(i => i.GetAttribute("value") is { Length: > 0 }).GetAttribute("value")!;
        await admin.Send(Township + "/appoint", new() { ["personId"] = person, ["role"] = "duty-desk", ["from"] = "2026-03-05", ["until"] = "2026-03-04" });
        Assert.Equal((HttpStatusCode)422, admin.Status);
        Assert.Contains("最后一天不能早于到任日期", admin.Page.QuerySelector("#e-until")!.TextContent);
        Assert.True(admin.Page.QuerySelector($"input[name=personId][value='{person}']")!.HasAttribute("checked"));
        await admin.Send(Township + "/appoint", new() { ["from"] = "", ["until"] = "" });
        Assert.Equal(Township, admin.Address);
        Assert.Equal(HttpStatusCode.OK, await worker.Open("/desk/call"));

        var row = admin.Page.QuerySelectorAll("tbody tr").Single(r => r.TextContent.Contains("田小菊"));
        var end = row.QuerySelector("a")!.GetAttribute("href")!;
        await admin.Open(end);
        await admin.Send(end, new() { ["reason"] = "回村里" });
        Assert.Equal(Township, admin.Address);
        Assert.Contains("以前的岗位 1 个", admin.Text);
        Assert.Equal(HttpStatusCode.Forbidden, await worker.Open("/desk/call"));
        await admin.Open(end);
        Assert.Contains("已经结束", admin.Text);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Somebody_new_gets_a_post_in_one_step_and_is_found_by_two_characters(string engine)
    {
        await using var site = await TestSite.Township(engine);
        const string Village = "/admin/units/990101100201/appoint";
        var head = await site.As("fangjianguo");
        await head.Open(Village);
        await head.Send(Village, new() { ["role"] = "village-cadre" });
        Assert.Equal((HttpStatusCode)422, head.Status);
        await head.Send(Village, new() { ["name"] = "柳清风", ["workPhone"] = "不是电话" });
        Assert.Equal((HttpStatusCode)422, head.Status);
        Assert.NotNull(head.Page.QuerySelector("#e-workPhone"));
        await head.Send(Village, new() { ["workPhone"] = "199 0000 0999" });
        Assert.Contains("柳清风", head.Text);
        await head.Open("/admin/people?q=清风");
        Assert.Contains("柳塘村 村干部", head.Text);
        Assert.Contains("没有账号", head.Text);
        var edit = head.Page.QuerySelector("td a[href$='/edit']")!.GetAttribute("href")!;
        await head.Open(edit);
        await head.Send(edit, new() { ["name"] = "柳青枫", ["workPhone"] = "199 0000 0998" });
        await head.Open("/admin/people?q=青枫");
        Assert.Contains("19900000998", head.Text);
        Assert.Equal(HttpStatusCode.NotFound, await (await site.As("fangjianguo")).Open("/admin/people/999999/edit"));
        var stranger = await site.As("shichanggeng");
        await stranger.Open("/admin/people?q=清风");
        Assert.DoesNotContain("19900000999", stranger.Text);
        Assert.Equal(HttpStatusCode.Forbidden, await stranger.Open("/admin/people/add"));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task The_last_who_arranges_posts_stays_and_ones_own_last_post_is_ended_only_knowingly(string engine)
    {
        const string County = "/admin/units/990101000000";
        await using var site = await TestSite.Township(engine);
        var admin = await site.As("qinguoliang");
        await admin.Open(County);
        var end = End(admin, "秦国梁");
        await admin.Open(end);
        Assert.Contains("这是您自己最后一个岗位", admin.Text);
        await admin.Send(end, new() { ["sure"] = "true" });
        Assert.Equal((HttpStatusCode)422, admin.Status);
        Assert.Contains("云岭县就没有人能安排岗位了", admin.Text);

        await admin.Open(County);
        await admin.Open(End(admin, "穆晓岚"));
        Assert.DoesNotContain("您自己", admin.Text);
        await admin.Send(End(admin), []);
        Assert.Contains("云岭县就没有人能管理账号了", admin.Text);

        await admin.Open(County + "/appoint?q=文静");
        var person = admin.Page.QuerySelectorAll("input[name=personId]").Single(i => i.GetAttribute("value") is { Length: > 0 }).GetAttribute("value")!;
        await admin.Send(County + "/appoint", new() { ["personId"] = person, ["role"] = "county-admin" });
        await admin.Open(end);
        await admin.Send(end, []);
        Assert.Equal((HttpStatusCode)422, admin.Status);
        Assert.NotNull(admin.Page.QuerySelector("#e-sure"));
        await admin.Send(end, new() { ["sure"] = "true", ["reason"] = "退休" });
        Assert.Equal(HttpStatusCode.Forbidden, await admin.Open("/admin/settings"));
    }

    private static string End(Browser browser, string name) =>
        browser.Page.QuerySelectorAll("tbody tr").First(r => r.TextContent.Contains(name)).QuerySelector("a[href$='/end']")!.GetAttribute("href")!;

    private static string End(Browser browser) => browser.Page.QuerySelector("main form")!.GetAttribute("action")!;

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task The_post_that_owns_what_nobody_owns_is_replaced_before_it_ends(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var admin = await site.As("qinguoliang");
        await admin.Open(Township);
        var row = admin.Page.QuerySelectorAll("tbody tr").Single(r => r.QuerySelector(".tag.act") is not null);
        var end = row.QuerySelector("a")!.GetAttribute("href")!;
        await admin.Open(end);
        await admin.Send(end, []);
        Assert.Equal((HttpStatusCode)422, admin.Status);
        Assert.Contains("请先另定一个", admin.Text);
        await admin.Open(Township + "/fallback");
        var other = admin.Page.QuerySelectorAll("#f-postId option").First(o => o.TextContent.Contains("许文静")).GetAttribute("value")!;
        await admin.Send(Township + "/fallback", new() { ["postId"] = other });
        Assert.Contains("许文静", admin.Page.QuerySelector(".facts")!.TextContent);
        await admin.Open(end);
        await admin.Send(end, []);
        Assert.Equal(Township, admin.Address);
    }
}
