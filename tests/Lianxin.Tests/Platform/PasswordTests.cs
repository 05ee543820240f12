using System.Net;
using Lianxin.Platform.Access;
using Lianxin.Platform.Demo;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Platform;

[Trait("Profile", "village")]
public sealed class PasswordTests
{
    private const string Clerk = "panlei";
    private const string Good = " 石榴树下 开三次会 ";

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Requirement", "10")]
    public async Task A_reset_ends_the_sessions_and_the_owner_chooses_first(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var clerk = await site.As(Clerk);
        var admin = await site.As("muxiaolan");
        var person = await site.Look(db => db.Set<Account>().Where(a => a.Login == Clerk).Select(a => a.PersonId).FirstAsync());
        await admin.Open($"/admin/accounts/{person}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await admin.Send($"/admin/accounts/{person}/reset", new() { ["password"] = "password12345" }));
        await admin.Send($"/admin/accounts/{person}/reset", new() { ["password"] = "kite-moon-rice" });
        Assert.Contains("密码已重置", admin.Text, StringComparison.Ordinal);

        await clerk.Open("/desk");
        Assert.StartsWith("/sign-in", clerk.Address, StringComparison.Ordinal);
        await clerk.Send("/sign-in", new() { ["login"] = Clerk, ["password"] = "kite-moon-rice" });
        Assert.Equal("/me/password", clerk.Address);
        await clerk.Open("/desk");
        Assert.Equal("/me/password", clerk.Address);
        await clerk.Send("/me/password", new() { ["old"] = "kite-moon-rice", ["password"] = Good, ["again"] = Good });
        Assert.Equal("/desk", clerk.Address);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Requirement", "13")]
    public async Task A_password_is_kept_as_typed_and_changing_it_ends_every_other_session(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var here = await site.As(Clerk);
        var there = await site.As(Clerk);
        await here.Open("/me/password");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await here.Send("/me/password", new() { ["old"] = "not it at all", ["password"] = Good, ["again"] = Good }));
        Assert.Contains("现在的密码不对", here.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await here.Send("/me/password", new() { ["old"] = DemoAccounts.Password, ["password"] = "1234567890", ["again"] = "1234567890" }));
        await here.Send("/me/password", new() { ["old"] = DemoAccounts.Password, ["password"] = Good, ["again"] = Good });
        Assert.Equal("/me", here.Address);
        await there.Open("/me");
        Assert.StartsWith("/sign-in", there.Address, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await there.Send("/sign-in", new() { ["login"] = Clerk, ["password"] = Good.Trim() }));
        await there.Send("/sign-in", new() { ["login"] = Clerk, ["password"] = Good });
        Assert.Equal("/me", there.Address);
    }

    [Fact]
    public async Task What_everybody_may_try_stays_as_published()
    {
        await using var site = await TestSite.Township("sqlite");
        var guest = await site.As("xuwenjing");
        await guest.Open("/me/password");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await guest.Send("/me/password", new() { ["old"] = DemoAccounts.Password, ["password"] = Good, ["again"] = Good }));
    }
}
