using System.Net;
using Lianxin.Platform.Access;
using Lianxin.Platform.Demo;
using Lianxin.Platform.Protection;
using Lianxin.Platform.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lianxin.Tests.Requirements;

/// <summary>Guessing at the door, sessions that end, codes that open once, passwords as long as one likes.</summary>
[Trait("Profile", "village")]
public sealed class Door
{
    private const string Dispatcher = "xuwenjing";
    private const string Security = "muxiaolan";

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Requirement", "8")]
    public async Task Guessing_from_many_networks_closes_the_door_but_not_for_the_owners_device_nor_for_ever(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var owner = await site.As(Dispatcher);
        await owner.Send("/sign-out", []);
        // Forty-five are counted as the door counts them, without the slow work of checking each; the last five are real.
        var protector = site.Services.GetRequiredService<Protector>();
        for (var i = 0; i < 45; i++) await site.With<Limits, int>(l => l.Hit($"sign-in:{protector.Index(Dispatcher)}", TimeSpan.FromMinutes(30)));
        Assert.Equal("/desk", (await Try(site, Dispatcher, DemoAccounts.Password, "192.0.2.2")).Address);
        for (var i = 0; i < 5; i++) Assert.Equal((HttpStatusCode)422, (await Try(site, Dispatcher, "guess " + i, $"203.0.{i}.7")).Status);
        Assert.Equal("/sign-in", (await Try(site, Dispatcher, DemoAccounts.Password, "192.0.2.1")).Address);
        Assert.Equal("/desk", (await Try(site, Dispatcher, DemoAccounts.Password, "192.0.2.1", owner)).Address);
        Assert.Equal("/desk", (await Try(site, "songmeiling", DemoAccounts.Password, "203.0.0.7")).Address);
        site.Wait(TimeSpan.FromMinutes(31));
        Assert.Equal("/desk", (await Try(site, Dispatcher, DemoAccounts.Password, "192.0.2.1")).Address);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Requirement", "8")]
    public async Task Whoever_holds_a_known_device_cannot_guess_without_end(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var device = await site.As(Dispatcher);
        await device.Send("/sign-out", []);
        for (var i = 0; i < 5; i++) await Try(site, Dispatcher, "guess " + i, "198.51.100.7", device);
        Assert.Equal("/sign-in", (await Try(site, Dispatcher, DemoAccounts.Password, "198.51.100.7", device)).Address);
        Assert.Equal("/desk", (await Try(site, Dispatcher, DemoAccounts.Password, "198.51.100.7")).Address);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Requirement", "11")]
    public async Task A_session_in_use_ends_at_its_longest_and_a_disabled_account_at_once(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var desk = await site.As(Dispatcher);
        var phone = await site.As("tianxiaoju");
        for (var i = 0; i < 14; i++)
        {
            Assert.Equal("/desk", await After(desk));
            site.Wait(TimeSpan.FromMinutes(50));
        }

        Assert.Equal("/desk", await After(desk));
        site.Wait(TimeSpan.FromMinutes(20));
        Assert.Equal("/sign-in", await After(desk));
        for (var day = 0; day < 29; day += 5)
        {
            Assert.Equal("/work", await After(phone));
            site.Wait(TimeSpan.FromDays(5));
        }

        Assert.Equal("/sign-in", await After(phone));
        var clerk = await site.As("songmeiling");
        await site.Look(db => db.Set<Account>().Where(a => a.Login == "songmeiling").ExecuteUpdateAsync(set => set.SetProperty(a => a.DisabledAt, TestSite.Morning)));
        Assert.Equal("/sign-in", await After(clerk));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Requirement", "12")]
    public async Task A_code_opens_within_one_step_either_way_and_no_further(string engine)
    {
        await using var site = await TestSite.Township(engine);
        await site.InEarnest();
        var admin = await site.As(Security);
        var secret = Base32.Decode(admin.Page.QuerySelector(".key")!.TextContent)!;
        await admin.Send("/me/second-factor", new() { ["code"] = Code(site, secret, 0) });
        foreach (var (steps, opens) in new[] { (-2, false), (2, false), (-1, true), (1, true) })
        {
            site.Wait(TimeSpan.FromMinutes(40));
            var again = await site.As(Security);
            await again.Send("/sign-in", new() { ["code"] = Code(site, secret, steps) });
            Assert.True(again.Address == (opens ? "/admin" : "/sign-in"), $"{steps} steps: {again.Address}");
        }
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Requirement", "12"), Trait("Requirement", "8")]
    public async Task Twenty_guesses_of_a_code_are_fifteen_too_many_on_a_known_device_as_well(string engine)
    {
        await using var site = await TestSite.Township(engine);
        await site.InEarnest();
        var admin = await site.As(Security);
        var secret = Base32.Decode(admin.Page.QuerySelector(".key")!.TextContent)!;
        await admin.Send("/me/second-factor", new() { ["code"] = Code(site, secret, 0) });
        await admin.Send("/sign-out", []);
        site.Wait(TimeSpan.FromMinutes(5));
        await Try(site, Security, DemoAccounts.Password, "198.51.100.7", admin);
        for (var i = 0; i < 20 && admin.Page.QuerySelector("input[name=ticket]") is not null; i++) await admin.Send("/sign-in", new() { ["code"] = "000000" });
        await Try(site, Security, DemoAccounts.Password, "198.51.100.7", admin);
        Assert.Null(admin.Page.QuerySelector("input[name=ticket]"));
        Assert.Equal((HttpStatusCode)422, admin.Status);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Requirement", "13")]
    public async Task A_password_of_64_signs_spaces_and_chinese_is_kept_unchanged_and_hashed_slowly(string engine)
    {
        await using var site = await TestSite.Township(engine);
        const string composed = " 石榴é树下 开三次会 ";
        foreach (var (login, password) in new[] { ("panlei", string.Concat(Enumerable.Repeat("石榴树下开三次会，路灯亮", 11))[..Account.PasswordMax]), ("jiangxiumei", composed) })
        {
            var browser = await site.As(login);
            await browser.Open("/me/password");
            await browser.Send("/me/password", new() { ["old"] = DemoAccounts.Password, ["password"] = password, ["again"] = password });
            Assert.True(browser.Status == HttpStatusCode.OK, browser.Text);
            Assert.Equal("/sign-in", (await Try(site, login, password[..^1], "192.0.2.9")).Address);
            Assert.NotEqual("/sign-in", (await Try(site, login, password, "192.0.2.9")).Address);
            var hash = await site.Look(db => db.Set<Account>().Where(a => a.Login == login).Select(a => a.PasswordHash).SingleAsync());
            Assert.DoesNotContain(password, hash, StringComparison.Ordinal);
            var bytes = Convert.FromBase64String(hash);
            // Identity's third format: marker, function (2 is HMAC-SHA-512), rounds, salt length.
            Assert.Equal((1, 2u, (uint)Passwords.Rounds, 16u), (bytes[0], Word(bytes, 1), Word(bytes, 5), Word(bytes, 9)));
        }

        Assert.NotNull(PasswordRules.Fault("password12", "panlei", "潘磊", SecurityProfile.Village));
        Assert.Equal("/sign-in", (await Try(site, "panlei", DemoAccounts.Password, "192.0.2.9")).Address);
    }

    private static uint Word(byte[] bytes, int at) => System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at));

    private static string Code(TestSite site, byte[] secret, int steps) => Totp.Code(secret, Totp.StepAt(site.Time.GetUtcNow().UtcDateTime) + steps);

    private static async Task<Browser> Try(TestSite site, string login, string password, string from, Browser? with = null)
    {
        var browser = with ?? site.Anonymous();
        browser.From = from;
        await browser.Open("/sign-in");
        await browser.Send("/sign-in", new() { ["login"] = login, ["password"] = password });
        return browser;
    }

    private static async Task<string> After(Browser browser)
    {
        await browser.Open("/");
        return browser.Address;
    }
}
