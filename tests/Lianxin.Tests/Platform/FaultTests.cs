using System.Net;
using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Platform;

public sealed class FaultTests
{
    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Whatever_is_refused_ends_in_a_page_with_a_reference(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var worker = await site.As("tianxiaoju");
        Assert.Equal(HttpStatusCode.NotFound, await worker.Open("/no/such/page"));
        Read(worker, "没有找到");
        Assert.Equal(HttpStatusCode.NotFound, await worker.Open("/desk/20260302-9999"));
        Read(worker, "没有找到");
        Assert.Equal(HttpStatusCode.Forbidden, await worker.Open("/admin/accounts"));
        Read(worker, "您的岗位不能打开这一页");
        Assert.Equal(HttpStatusCode.BadRequest, await worker.Post("/me/language", new() { ["language"] = "en" }));
        Read(worker, "没有提交成功");
        Assert.Equal(HttpStatusCode.MethodNotAllowed, await worker.Post("/inbox", []));
        Read(worker, "这个地址不能这样打开");
    }

    [Theory]
    [InlineData("TRACE")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    [InlineData("PROPFIND")]
    [Trait("Requirement", "33")]
    public async Task A_method_no_page_uses_is_refused(string method)
    {
        await using var site = await TestSite.Township("sqlite");
        var browser = site.Anonymous();
        Assert.Equal(HttpStatusCode.MethodNotAllowed, await browser.Go(new HttpRequestMessage(new HttpMethod(method), "/sign-in")));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Requirement", "33")]
    public async Task A_fault_of_ours_says_nothing_about_itself(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var worker = await site.As("tianxiaoju");
        await Break(site, "platform_notices");
        Assert.Equal(HttpStatusCode.InternalServerError, await worker.Open("/inbox"));
        Read(worker, "系统出了问题");
        await Break(site, "platform_settings");
        Assert.Equal(HttpStatusCode.InternalServerError, await worker.Open("/inbox"));
        Assert.Contains("编号", worker.Text, StringComparison.Ordinal);
        Assert.Equal("text/plain", worker.Response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    [Trait("Requirement", "22")]
    public async Task A_form_beyond_its_limits_is_the_senders_fault()
    {
        await using var site = await TestSite.Township("sqlite");
        var browser = site.Anonymous();
        await browser.Open("/sign-in");
        await browser.Post("/sign-in", Enumerable.Range(0, 1_100).ToDictionary(i => $"field{i}", _ => "x"));
        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
        Read(browser, "没有提交成功");
    }

    [Fact]
    public async Task An_interface_answers_with_problem_details()
    {
        await using var site = await TestSite.Township("sqlite");
        var browser = site.Anonymous();
        Assert.Equal(HttpStatusCode.NotFound, await browser.Open("/api/nothing"));
        Assert.Equal("application/problem+json", browser.Response.Content.Headers.ContentType!.MediaType);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Requirement", "34")]
    public async Task Health_is_a_word_and_nothing_more(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var watchdog = site.Anonymous();
        Assert.Equal(HttpStatusCode.OK, await watchdog.Open("/health/live"));
        Assert.Equal(HttpStatusCode.OK, await watchdog.Open("/health/ready"));
        Assert.Equal("ready", watchdog.Text);
    }

    private static void Read(Browser browser, string title)
    {
        Assert.Equal(title, browser.Page.QuerySelector("h1")?.TextContent);
        Assert.Matches("出错代码 [0-9a-f]{32}", browser.Text);
        var source = browser.Page.DocumentElement.OuterHtml;
        foreach (var leak in new[] { "Exception", "   at ", "platform_", "SELECT", ".cs:" }) Assert.DoesNotContain(leak, source, StringComparison.Ordinal);
    }

    private static Task<int> Break(TestSite site, string table) => site.Look(db => table == "platform_notices"
        ? db.Database.ExecuteSqlAsync($"DROP TABLE platform_notices")
        : db.Database.ExecuteSqlAsync($"DROP TABLE platform_settings"));
}
