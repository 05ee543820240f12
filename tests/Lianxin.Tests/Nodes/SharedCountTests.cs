using System.Net;
using Lianxin.Cases.Model;
using Lianxin.Platform.Demo;
using Lianxin.Tests.Cases;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Nodes;

/// <summary>What is counted against a stranger is counted by all nodes together.</summary>
[Trait("Profile", "village")]
public sealed class SharedCountTests
{
    private const string Report = "/v/990101100200/report";

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Requirement", "26")]
    public async Task Wrong_passwords_given_to_two_nodes_close_the_door_of_both(string engine)
    {
        await using var a = await TestSite.Township(engine);
        await using var b = await TestSite.Beside(a);
        foreach (var node in new[] { a, b, a, b, a }) await SignIn(node, "xuwenjing", "not the password");
        foreach (var node in new[] { a, b }) Assert.Equal("/sign-in", (await SignIn(node, "xuwenjing", DemoAccounts.Password)).Address);
        a.Wait(TimeSpan.FromMinutes(31));
        Assert.Equal("/desk", (await SignIn(b, "xuwenjing", DemoAccounts.Password)).Address);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Requirement", "26")]
    public async Task Twenty_reports_an_hour_from_one_network_are_twenty_on_both_nodes_together(string engine)
    {
        await using var a = await TestSite.Township(engine);
        await using var b = await TestSite.Beside(a);
        var answers = await Task.WhenAll(Enumerable.Range(0, 24).Select(i => Send(i % 2 == 0 ? a : b, $"report-number-{i:00}", "198.51.100.8")));
        Assert.Equal(20, answers.Count(s => s.Status == HttpStatusCode.OK));
        Assert.Equal(4, answers.Count(s => s.Status == HttpStatusCode.UnprocessableEntity && s.Text.Contains("报得太多", StringComparison.Ordinal)));
        Assert.Equal(20, await a.Look(db => db.Set<Case>().CountAsync()));
        Assert.Equal(HttpStatusCode.OK, (await Send(b, "from-somewhere-else", "203.0.113.4")).Status);
    }

    /// <summary>The embedded engine has one writer and takes the hundred alone.</summary>
    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Requirement", "28")]
    public async Task A_hundred_at_once_with_one_client_id_over_two_nodes_are_one_case(string engine)
    {
        await using var a = await TestSite.Township(engine);
        await using var other = engine == "postgres" ? await TestSite.Beside(a) : null;
        var b = other ?? a;
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => Task.Run(() => Send(i % 2 == 0 ? a : b, "the-only-one", $"10.0.0.{i}"))));
        Assert.Single(answers.Select(Story.Receipt).Distinct());
        Assert.Equal(1, await a.Look(db => db.Set<Case>().CountAsync()));
    }

    private static async Task<Browser> Send(TestSite node, string client, string from)
    {
        var browser = node.Anonymous();
        browser.From = from;
        await browser.Post(Report, new() { ["cid"] = client, ["step"] = "send", ["words"] = "路灯不亮", ["category"] = "street-lamp" });
        return browser;
    }

    private static async Task<Browser> SignIn(TestSite node, string login, string password)
    {
        var browser = node.Anonymous();
        await browser.Open("/sign-in");
        await browser.Send("/sign-in", new() { ["login"] = login, ["password"] = password });
        return browser;
    }
}
