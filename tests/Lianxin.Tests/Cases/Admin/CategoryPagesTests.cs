using System.Net;

namespace Lianxin.Tests.Cases.Admin;

/// <summary>Classes of matters, from the administrator's page to the pictures residents tap.</summary>
public sealed class CategoryPagesTests
{
    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_class_of_ones_own_becomes_a_picture_takes_cases_and_goes_out_of_use(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var root = $"/admin/categories/{await story.UnitId("云岭县")}";
        var admin = await site.As("qinguoliang");
        await admin.Open(root + "/new?under=hazards");
        await admin.Send(root + "/new", new() { ["name"] = "蜂", ["plain"] = "马蜂窝" });
        Assert.Equal((HttpStatusCode)422, admin.Status);
        await admin.Send(root + "/new", new() { ["name"] = "马蜂隐患" });
        Assert.Contains("还没有立案条件", admin.Text);
        Assert.Contains("马蜂窝", await Pictures(site));

        var add = admin.Page.QuerySelectorAll("article").Single(a => a.TextContent.Contains("马蜂隐患")).QuerySelector("a[href$='/add']")!.GetAttribute("href")!;
        await admin.Open(add);
        await admin.Send(add, new() { ["name"] = "住户旁有马蜂窝", ["limit"] = "2", ["limitUnit"] = "work-day", ["kind"] = "listed", ["function"] = "emergency", ["source"] = "本县规定", ["reason"] = "新增" });
        Assert.Contains("2 个工作日", admin.Text);
        var key = await story.Scan("屋檐下好大的马蜂窝", "local-1");
        var dispatcher = await site.As(Story.Dispatcher);
        await dispatcher.Open($"/desk/{key.Number}/dispatch");
        Assert.Contains("住户旁有马蜂窝", dispatcher.Text);

        await admin.Open(root + "/local-1/retire");
        await admin.Send(root + "/local-1/retire", new() { ["reason"] = "并入消防" });
        Assert.Contains("已停用", admin.Text);
        Assert.DoesNotContain("马蜂窝", await Pictures(site));
        Assert.Contains("马蜂隐患", (await story.Track(key)).Text);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Only_who_keeps_the_categories_sees_the_page_and_only_where_they_are_kept(string engine)
    {
        await using var site = await TestSite.Township(engine);
        Assert.Equal(HttpStatusCode.Forbidden, await (await site.As(Story.CentreHead)).Open("/admin/categories"));
        var admin = await site.As("qinguoliang");
        Assert.Equal(HttpStatusCode.NotFound, await admin.Open($"/admin/categories?unit={await new Story(site).UnitId("青溪镇")}"));
        Assert.Equal(HttpStatusCode.OK, await admin.Open("/admin/categories?q=路灯"));
        Assert.Contains("单盏", admin.Text);
        Assert.Equal(HttpStatusCode.OK, await admin.Open("/admin/categories/kinds"));
        Assert.Contains("24 小时（夜里假日也算）", admin.Text);
        Assert.Contains("可以申诉 1 次", admin.Text);
    }

    private static async Task<string> Pictures(TestSite site)
    {
        var resident = site.Anonymous();
        await resident.Open("/v/990101100200/report");
        return resident.Page.QuerySelector(".pics")!.TextContent;
    }
}
