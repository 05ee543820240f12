using System.Net;
using Lianxin.Platform.Access;
using Lianxin.Platform.FirstRun;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lianxin.Tests.Platform;

public sealed class FirstRunTests
{
    private const string Password = "石榴树下开三次会，人人都来";

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task The_code_on_the_console_makes_the_first_administrator_and_the_top_unit(string engine)
    {
        await using var site = await TestSite.Empty(engine);
        var code = await Door(site).Open();
        Assert.Matches("^[2-9A-Z]{7}(-[2-9A-Z]{7}){3}$", code!);
        var browser = site.Anonymous();
        foreach (var address in new[] { "/", "/sign-in", "/desk", "/v/990101100200" })
        {
            await browser.Open(address);
            Assert.Equal("/first-run", browser.Address);
        }

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await browser.Send("/first-run", Answers(code!.ToLowerInvariant(), unitCode: "99010100000X")));
        Assert.Equal("云岭县", browser.Page.QuerySelector("[name=unitName]")!.GetAttribute("value"));
        await browser.Send("/first-run", Answers(code.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal)));
        Assert.True(browser.Address == "/sign-in", browser.Text);
        Assert.Equal(["county-admin", "security-admin"], await site.Look(db => db.Set<Post>().OrderBy(p => p.Role).Select(p => p.Role).ToListAsync()));

        await browser.Send("/sign-in", new() { ["login"] = "lin", ["password"] = Password });
        Assert.Equal("/me/second-factor", browser.Address);
        Assert.Equal(HttpStatusCode.NotFound, await browser.Open("/first-run"));
        Assert.Null(await Door(site).Open());
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Five_wrong_codes_spoil_the_right_one(string engine)
    {
        await using var site = await TestSite.Empty(engine);
        var code = await Door(site).Open();
        var browser = site.Anonymous();
        await browser.Open("/first-run");
        for (var i = 0; i < 5; i++)
            Assert.Equal(HttpStatusCode.UnprocessableEntity, await browser.Send("/first-run", Answers($"2222222-3333333-4444444-555555{i + 2}")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await browser.Send("/first-run", Answers(code!)));
        Assert.Contains("已经作废", browser.Text, StringComparison.Ordinal);
        Assert.False(await site.Look(db => db.Set<Account>().AnyAsync()));

        await browser.Send("/first-run", Answers((await Door(site).Open())!));
        Assert.True(browser.Address == "/sign-in", browser.Text);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_set_up_that_broke_off_is_done_again(string engine)
    {
        await using var site = await TestSite.Empty(engine);
        await site.With<Lianxin.Contracts.Organization.ITopUnit, long>(top => top.Found("990101000000", "云岭县", "county"));
        var browser = site.Anonymous();
        await browser.Open("/first-run");
        await browser.Send("/first-run", Answers((await Door(site).Open())!));
        Assert.True(browser.Address == "/sign-in", browser.Text);
        Assert.Equal(1, await site.Look(db => db.Set<Unit>().CountAsync()));
    }

    private static FirstRunDoor Door(TestSite site) => site.Services.GetRequiredService<FirstRunDoor>();

    private static Dictionary<string, string> Answers(string code, string unitCode = "990101000000") => new()
    {
        ["code"] = code, ["unitName"] = "云岭县", ["unitCode"] = unitCode, ["pack"] = "siban", ["name"] = "林知远", ["login"] = "lin",
        ["password"] = Password, ["again"] = Password,
    };
}
