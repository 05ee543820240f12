using System.Net;
using Lianxin.Cases.Model;
using Lianxin.Tests.Cases;

namespace Lianxin.Tests.Organization;

/// <summary>What a unit's list says is what dispatch allows, from the next case on.</summary>
public sealed class DutyPagesTests
{
    private const string Duty = "/admin/units/990101100200/duties/street-lamp";

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_line_changed_by_hand_changes_what_may_be_dispatched(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("路灯不亮", "street-lamp");
        Assert.Equal((HttpStatusCode)422, (await story.Dispatch(key.Number, "lamp-single", lead: "石桥村")).Status);

        var head = await site.As(Story.CentreHead);
        await head.Open("/admin/units/990101100200/duties");
        Assert.Contains("不在清单", head.Page.QuerySelectorAll("details tbody tr").Single(r => r.QuerySelector($"a[href='{Duty}']") is not null).TextContent);
        var listed = head.Page.QuerySelectorAll(".page > .table tbody tr").Select(r => r.TextContent).ToList();
        Assert.NotEmpty(listed);
        Assert.All(listed, row => Assert.DoesNotContain("不在清单", row));
        await head.Open(Duty);
        await head.Send(Duty, new() { ["stance"] = "Own" });
        Assert.Equal((HttpStatusCode)422, head.Status);
        Assert.NotNull(head.Page.QuerySelector("input[name=stance][value=Own][checked]"));
        await head.Send(Duty, new() { ["reason"] = "县里下放到村，县政办〔2026〕7号" });
        Assert.Equal("/admin/units/990101100200/duties", head.Address);
        Assert.Contains("本单位改过", head.Page.QuerySelectorAll(".page > .table tbody tr").Single(r => r.QuerySelector($"a[href='{Duty}']") is not null).TextContent);

        Assert.Equal(HttpStatusCode.OK, (await story.Dispatch(key.Number, "lamp-single", lead: "石桥村")).Status);
        Assert.Equal(CaseStatus.Handling, (await story.File(key.Number)).Status);
        await head.Open(Duty);
        await head.Send(Duty, new() { ["stance"] = "", ["reason"] = "收回" });
        var next = await story.Scan("路灯又不亮", "street-lamp");
        Assert.Equal((HttpStatusCode)422, (await story.Dispatch(next.Number, "lamp-single", lead: "石桥村")).Status);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Lists_are_changed_only_with_the_permission_and_within_reach(string engine)
    {
        await using var site = await TestSite.Township(engine);
        Assert.Equal(HttpStatusCode.Forbidden, await (await site.As(Story.Secretary)).Open(Duty));
        var head = await site.As(Story.CentreHead);
        Assert.Equal(HttpStatusCode.NotFound, await head.Open("/admin/units/990101000000/duties/street-lamp"));
        Assert.Equal(HttpStatusCode.NotFound, await head.Open("/admin/units/990101100200/duties/no-such-thing"));
    }
}
