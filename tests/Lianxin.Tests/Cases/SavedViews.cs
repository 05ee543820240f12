using System.Net;
using Lianxin.Cases.Model;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Cases;

/// <summary>常用筛选: the view one looks at under a name, one's own or shared with the unit, by a key.</summary>
public sealed class SavedViews
{
    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_view_is_kept_under_a_name_stands_over_the_queue_and_is_renamed_and_removed(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var desk = await site.As(Story.Dispatcher);
        await desk.Open("/desk?tab=Late&category=street-lamp&after=0.0");
        await desk.Open(desk.Page.QuerySelector("nav.saved a.keep")!.GetAttribute("href")!);
        Assert.Contains("超期", desk.Text, StringComparison.Ordinal);
        await desk.Send("/desk/filters/new", new() { ["name"] = "超期路灯" });
        Assert.Equal("/desk?tab=Late&category=street-lamp", desk.Address);
        var link = desk.Page.QuerySelectorAll("nav.saved a").First(a => a.TextContent.StartsWith("超期路灯", StringComparison.Ordinal));
        Assert.Equal(("1", "true"), (link.GetAttribute("data-shortcut"), link.GetAttribute("aria-current")));
        var id = await site.Look(db => db.Set<SavedFilter>().Select(f => f.Id).SingleAsync());
        await desk.Open($"/desk/filters/{id}");
        await desk.Send($"/desk/filters/{id}", new() { ["name"] = "迟了的路灯" });
        Assert.Contains("迟了的路灯", desk.Text, StringComparison.Ordinal);
        await desk.Send($"/desk/filters/{id}/remove", []);
        Assert.Equal(0, await site.Look(db => db.Set<SavedFilter>().CountAsync()));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task What_is_shared_is_there_for_the_unit_only_and_changed_by_its_owner_alone(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var desk = await site.As(Story.Dispatcher);
        await Keep(desk, "?tab=ToReply", "要答复的", shared: true);
        await Keep(desk, "?tab=Held", "我的挂账", shared: false);
        var id = await site.Look(db => db.Set<SavedFilter>().Where(f => f.UnitId != null).Select(f => f.Id).SingleAsync());
        var colleague = await site.As(Story.PhoneClerk);
        await colleague.Open("/desk");
        var offered = colleague.Page.QuerySelector("nav.saved")!.TextContent;
        Assert.Contains("要答复的", offered, StringComparison.Ordinal);
        Assert.DoesNotContain("我的挂账", offered, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await colleague.Open($"/desk/filters/{id}"));
        await colleague.Open("/desk/filters");
        var token = colleague.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        await colleague.Post($"/desk/filters/{id}/remove", new() { ["__RequestVerificationToken"] = token });
        Assert.Equal(HttpStatusCode.NotFound, colleague.Status);
        var works = await site.As(Story.Works);
        await works.Open("/desk");
        Assert.DoesNotContain("要答复的", works.Page.QuerySelector("nav.saved")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, await site.Look(db => db.Set<SavedFilter>().CountAsync()));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_name_is_used_once_a_phone_number_is_not_kept_and_there_is_an_end(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var desk = await site.As(Story.Dispatcher);
        await Keep(desk, "?tab=All&q=13912345678", "那个号码", shared: false);
        Assert.Equal((HttpStatusCode)422, desk.Status);
        Assert.Contains("筛选里有电话", desk.Text, StringComparison.Ordinal);
        for (var i = 0; i < 20; i++) await Keep(desk, "?tab=All", $"第{i}个", shared: false);
        await Keep(desk, "?tab=All", "第3个", shared: false);
        Assert.Equal((HttpStatusCode)422, desk.Status);
        await Keep(desk, "?tab=All", "又一个", shared: false);
        Assert.Contains("最多存 20 个", desk.Text, StringComparison.Ordinal);
        Assert.Equal(20, await site.Look(db => db.Set<SavedFilter>().CountAsync()));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Six_saves_at_once_make_one_filter_of_a_name(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var hands = new List<Browser>();
        for (var i = 0; i < 6; i++)
        {
            hands.Add(await site.As(Story.Dispatcher));
            await hands[i].Open("/desk/filters/new?tab=Late");
        }

        await Task.WhenAll(hands.Select(desk => Task.Run(() => desk.Send("/desk/filters/new", new() { ["name"] = "超期路灯" }))));
        Assert.Single(hands, desk => desk.Status == HttpStatusCode.OK);
        foreach (var late in hands.Where(desk => desk.Status != HttpStatusCode.OK)) Assert.Contains("已经有一个叫“超期路灯”", late.Text, StringComparison.Ordinal);
        Assert.Equal("超期路灯", (await site.Look(db => db.Set<SavedFilter>().SingleAsync())).Name);
    }

    private static async Task Keep(Browser desk, string view, string name, bool shared)
    {
        await desk.Open("/desk/filters/new" + view);
        await desk.Send("/desk/filters/new", shared ? new() { ["name"] = name, ["shared"] = "true" } : new() { ["name"] = name });
    }
}
