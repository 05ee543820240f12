using Lianxin.Organization.People;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Lianxin.Platform.Demo;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Organization;

[Collection("organization")]
public sealed class AccountTests
{
    private const string Good = "石榴树下开三次会";

    [Theory]
    [InlineData("短密码", "密码要有 {0} 到 {1} 个字符")]
    [InlineData("20260302199", "密码不能全是数字")]
    [InlineData("aaaaabbbbbcc", "密码里不同的字符太少")]
    [InlineData("xx-shichanggeng-9", "密码里不要用登录名或姓名")]
    [InlineData("我就是石长庚本人没错", "密码里不要用登录名或姓名")]
    [InlineData("P@ssw0rd2026!", "这个密码太常见，容易被猜到，请换一个")]
    [InlineData("admin@123456", "这个密码太常见，容易被猜到，请换一个")]
    [InlineData("AdminPassword1", "这个密码太常见，容易被猜到，请换一个")]
    [InlineData("wanggeyuan2026", "这个密码太常见，容易被猜到，请换一个")]
    [InlineData("1qaz2wsx3edc", "这个密码太常见，容易被猜到，请换一个")]
    [InlineData(DemoAccounts.Password, "这个密码太常见，容易被猜到，请换一个")]
    [InlineData(Good + "，每人说一句", null)]
    [InlineData("tractor-under-rain", null)]
    public void Easy_passwords_are_refused_with_the_reason(string password, string? sentence) =>
        Assert.Equal(sentence, PasswordRules.Fault(password, "shichanggeng", "石长庚", SecurityProfile.Village)?.Key);

    [Theory, MemberData(nameof(House.Engine), MemberType = typeof(House))]
    public async Task An_account_is_opened_disabled_enabled_and_reset(string engine)
    {
        await using var house = await House.WithVillage(engine);
        var person = (await house.With<AddPerson, long?>(a => a.Do(new() { Name = "石长庚" })))!.Value;
        await house.With<Appoint, long?>(a => a.Do(house.Unit("village"), new() { PersonId = person, Role = "village-secretary" }));
        var admin = await house.Someone("county", "access.accounts");
        var input = new OpenAccountInput { Login = "ShiChanggeng", Password = Good + "，每人说一句" };
        Assert.Null(await house.With<OpenAccount, long?>(o => o.Do(person, input, trial: true), admin));
        var id = await house.With<OpenAccount, long?>(o => o.Do(person, input), admin);
        var account = await Account(house, id!.Value);
        Assert.Equal(("shichanggeng", true), (account.Login, account.MustChange));
        Assert.True(await house.With<Passwords, bool>(p => Task.FromResult(p.Verify(account, input.Password))));
        Assert.False(await house.With<Passwords, bool>(p => Task.FromResult(p.Verify(account, "别的"))));

        Assert.Equal("login", (await Assert.ThrowsAsync<Refusal>(async () => await house.With<OpenAccount, long?>(async o =>
            await o.Do((await house.With<AddPerson, long?>(a => a.Do(new() { Name = "他人" })))!.Value, input), admin))).Field);

        await house.With<AppDb, int>(async db =>
        {
            db.Add(new Session { Id = 1, TokenHash = "x", AccountId = account.Id, Address = "", Agent = "", At = House.Morning, SeenAt = House.Morning });
            await db.Write();
            return 0;
        });
        await house.With<DisableAccount, long?>(d => d.Do(account.Id), admin);
        Assert.NotNull((await Account(house, account.Id)).DisabledAt);
        Assert.NotNull(await house.With<AppDb, DateTime?>(db => db.Set<Session>().Select(s => s.EndedAt).SingleAsync()));
        await house.With<EnableAccount, long?>(d => d.Do(account.Id), admin);
        await house.With<ResetPassword, long?>(r => r.Do(account.Id, new() { Password = "tractor-under-rain" }), admin);
        account = await Account(house, account.Id);
        Assert.True(account.DisabledAt is null && account.MustChange);
        Assert.True(await house.With<Passwords, bool>(p => Task.FromResult(p.Verify(account, "tractor-under-rain"))));
    }

    [Fact]
    public async Task Nobody_takes_over_an_account_above_their_own()
    {
        await using var house = await House.WithVillage("sqlite");
        var person = (await house.With<AddPerson, long?>(a => a.Do(new() { Name = "秦国梁" })))!.Value;
        await house.With<Appoint, long?>(a => a.Do(house.Unit("county"), new() { PersonId = person, Role = "county-admin" }));
        await house.With<Appoint, long?>(a => a.Do(house.Unit("village"), new() { PersonId = person, Role = "village-cadre" }));
        var id = await house.With<OpenAccount, long?>(o => o.Do(person, new() { Login = "qinguoliang", Password = "tractor-under-rain" }));
        var township = await house.Someone("township", "access.accounts");
        Assert.Null(await house.With<ResetPassword, long?>(r => r.Do(id!.Value, new() { Password = Good + "，每人说一句" }), township));
        Assert.Null(await house.With<DisableAccount, long?>(d => d.Do(id!.Value), township));
        Assert.Null(await house.With<DisableAccount, long?>(d => d.Do(id!.Value), await house.Someone("county", "org.edit")));
        Assert.Equal(id, await house.With<DisableAccount, long?>(d => d.Do(id!.Value), await house.Someone("county", "access.accounts")));
    }

    private static Task<Account> Account(House house, long id) => house.With<AppDb, Account>(db => db.Set<Account>().AsNoTracking().SingleAsync(a => a.Id == id));
}
