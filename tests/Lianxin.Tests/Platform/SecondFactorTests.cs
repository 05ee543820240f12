using System.Net;
using Lianxin.Platform.Demo;
using Lianxin.Platform.Protection;

namespace Lianxin.Tests.Platform;

[Trait("Profile", "village")]
public sealed class SecondFactorTests
{
    private const string Security = "muxiaolan";

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Requirement", "12")]
    public async Task An_administrator_sets_it_up_before_anything_else(string engine)
    {
        await using var site = await TestSite.Township(engine);
        await site.InEarnest();
        var admin = await site.As(Security);
        Assert.Equal("/me/second-factor", admin.Address);
        foreach (var address in new[] { "/admin/accounts", "/inbox", "/me", "/desk" })
        {
            await admin.Open(address);
            Assert.Equal("/me/second-factor", admin.Address);
        }

        await admin.Send("/me/second-factor", new() { ["code"] = "000000" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, admin.Status);
        await admin.Send("/me/second-factor", new() { ["code"] = Code(site, Secret(admin)) });
        Assert.Equal("/admin", admin.Address);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Requirement", "12")]
    public async Task A_code_opens_the_door_once(string engine)
    {
        await using var site = await TestSite.Township(engine);
        await site.InEarnest();
        var admin = await site.As(Security);
        var secret = Secret(admin);
        var first = Code(site, secret);
        await admin.Send("/me/second-factor", new() { ["code"] = first });

        var again = await site.As(Security);
        Assert.Equal("/sign-in", again.Address);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await again.Send("/sign-in", new() { ["code"] = first }));
        site.Wait(TimeSpan.FromSeconds(31));
        var second = Code(site, secret);
        await again.Send("/sign-in", new() { ["code"] = second });
        Assert.Equal("/admin", again.Address);

        var thief = await site.As(Security);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await thief.Send("/sign-in", new() { ["code"] = second }));
        await thief.Open("/admin");
        Assert.StartsWith("/sign-in", thief.Address, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Requirement", "12")]
    public async Task Guessing_codes_closes_the_door_like_guessing_passwords(string engine)
    {
        await using var site = await TestSite.Township(engine);
        await site.InEarnest();
        var admin = await site.As(Security);
        var secret = Secret(admin);
        await admin.Send("/me/second-factor", new() { ["code"] = Code(site, secret) });
        site.Wait(TimeSpan.FromSeconds(61));
        var thief = await site.As(Security);
        for (var i = 0; i < 5; i++) await thief.Send("/sign-in", new() { ["code"] = $"00000{i}" });
        await thief.Open("/sign-in");
        await thief.Send("/sign-in", new() { ["login"] = Security, ["password"] = DemoAccounts.Password });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, thief.Status);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task It_is_turned_off_with_the_password_and_administrators_must_begin_again(string engine)
    {
        await using var site = await TestSite.Township(engine);
        await site.InEarnest();
        var admin = await site.As(Security);
        await admin.Send("/me/second-factor", new() { ["code"] = Code(site, Secret(admin)) });
        await admin.Open("/me/second-factor");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await admin.Send("/me/second-factor/end", new() { ["password"] = "not it at all" }));
        await admin.Send("/me/second-factor/end", new() { ["password"] = DemoAccounts.Password });
        Assert.Equal("/me/second-factor", admin.Address);
        Assert.NotNull(admin.Page.QuerySelector("img.qr"));
    }

    private static byte[] Secret(Browser browser) => Base32.Decode(browser.Page.QuerySelector(".key")!.TextContent)!;

    private static string Code(TestSite site, byte[] secret) => Totp.Code(secret, Totp.StepAt(site.Time.GetUtcNow().UtcDateTime));
}
