using System.Net;
using Lianxin.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Platform;

public sealed class PostSwitchTests
{
    /// <summary>Head of the centre and township leader.</summary>
    private const string Head = "fangjianguo";

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task One_acts_from_another_of_ones_own_posts(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var head = await site.As(Head);
        await head.Open("/me");
        Assert.Equal("中心主任", Current(head));
        var other = head.Page.QuerySelector("main form[action='/me/post'] input[name=post]")!.GetAttribute("value")!;
        await head.Send("/me/post", new() { ["post"] = other, ["back"] = "/me" });
        Assert.Equal("/me", head.Address);
        Assert.Equal("乡镇领导", Current(head));
        Assert.Contains("现在是：青溪镇 乡镇领导", head.Text);
        Assert.Equal("乡镇领导", head.Page.QuerySelector(".post-switch option[selected]")!.TextContent.Split(' ')[^1]);
        Assert.NotNull(head.Page.QuerySelector("nav .post-switch button"));
        await head.Send("/me/post", new() { ["post"] = other, ["back"] = "//evil.example" });
        // A leader's day begins on the page of figures.
        Assert.Equal("/lead", head.Address);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Somebody_elses_post_and_an_ended_one_are_not_found(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var head = await site.As(Head);
        var mine = await site.Look(db => (from p in db.Set<Post>() join a in db.Set<Account>() on p.PersonId equals a.PersonId where a.Login == Head orderby p.Id select p).ToListAsync());
        var strange = await site.Look(db => db.Set<Post>().Where(p => p.PersonId != mine[0].PersonId).Select(p => p.Id).FirstAsync());
        await head.Open("/me");
        Assert.Equal(HttpStatusCode.NotFound, await head.Send("/me/post", new() { ["post"] = $"{strange}" }));

        var ended = mine[1].Id;
        var until = site.Time.GetUtcNow().UtcDateTime.AddMinutes(-1);
        await site.Look(db => db.Set<Post>().Where(p => p.Id == ended).ExecuteUpdateAsync(set => set.SetProperty(p => p.To, until)));
        await head.Open("/me");
        Assert.DoesNotContain("乡镇领导", head.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await head.Post("/me/post", new() { ["post"] = $"{ended}", ["__RequestVerificationToken"] = Token(head) }));
    }

    private static string? Current(Browser browser) => browser.Page.QuerySelector(".line:has(.tag) b")?.TextContent;

    private static string Token(Browser browser) => browser.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
}
