using System.Net;
using Lianxin.Cases.Model;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Cases;

/// <summary>答复模板: kept in administration per accepting unit, offered in the reply with number, unit and result filled in.</summary>
public sealed class SaidOften
{
    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_template_is_offered_filled_in_and_no_longer_once_it_is_retired(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var head = await site.As(Story.CentreHead);
        await head.Open("/admin/templates/new");
        await head.Send("/admin/templates/new", new() { ["name"] = "修好了", ["words"] = "您好，{编号}由{单位}办好：{结果}。谢谢您反映。" });
        Assert.Equal("/admin/templates", head.Address);
        Assert.Contains("修好了", head.Text);
        Assert.Equal(HttpStatusCode.Forbidden, await (await site.As(Story.PhoneClerk)).Open("/admin/templates"));

        var key = await story.Scan("路灯不亮", "street-lamp");
        await story.Dispatch(key.Number, "lamp-single");
        await story.Do(Story.Works, key.Number, "sign");
        await story.Do(Story.Works, key.Number, "finish", new() { ["result"] = "换了灯泡" });
        var desk = await site.As(Story.Dispatcher);
        await desk.Open($"/desk/{key.Number}/reply");
        Assert.Equal("换了灯泡", desk.Page.QuerySelector("textarea[name=words]")!.TextContent.Trim());
        await desk.Open(desk.Page.QuerySelectorAll("a").Single(a => a.TextContent == "修好了").GetAttribute("href")!);
        Assert.Equal($"您好，{key.Number}由村镇建设办公室办好：换了灯泡。谢谢您反映。", desk.Page.QuerySelector("textarea[name=words]")!.TextContent.Trim());
        await desk.Send($"/desk/{key.Number}/reply", new() { ["by"] = "Page" });
        Assert.Equal(CaseStatus.Closed, (await story.File(key.Number)).Status);
        Assert.Contains("由村镇建设办公室办好", (await story.Track(key)).Text);

        var id = await site.Look(db => db.Set<ReplyTemplate>().Select(t => t.Id).SingleAsync());
        await head.Open($"/admin/templates/{id}");
        await head.Send($"/admin/templates/{id}", new() { ["retired"] = "true" });
        Assert.NotNull((await site.Look(db => db.Set<ReplyTemplate>().AsNoTracking().SingleAsync())).RetiredAt);
        Assert.Equal(HttpStatusCode.NotFound, await head.Open("/admin/templates/4711"));
    }
}
