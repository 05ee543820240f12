using Lianxin.Platform.Access;
using Lianxin.Platform.Audit;
using Lianxin.Platform.Data;
using Lianxin.Platform.Demo;
using Lianxin.Platform.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace Lianxin.Tests.Requirements;

/// <summary>等保三级: a second factor for everybody, passwords that are mixed and change (GB/T 22239-2019, 8.1.4.1).</summary>
[Trait("Profile", "level-three")]
public sealed class LevelThree
{
    private const string Worker = "tianxiaoju";
    private const string Fresh = "石榴Tree树下3次会";

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Requirement", "12")]
    public async Task Everybody_sets_up_a_second_factor_first_where_the_profile_asks_for_it(string engine)
    {
        await using var site = await TestSite.Township(engine);
        await site.InEarnest();
        var village = await site.As(Worker);
        await village.Open("/work");
        Assert.Equal("/work", village.Address);
        await Set(site, SecurityProfile.LevelThree);
        await village.Open("/work");
        Assert.Equal("/me/second-factor", village.Address);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Requirement", "13")]
    public async Task A_password_is_changed_after_ninety_days_and_the_new_one_is_mixed(string engine)
    {
        await using var site = await TestSite.Township(engine);
        await site.InEarnest();
        site.Wait(TimeSpan.FromDays(61));
        var worker = await site.As(Worker);
        await worker.Open("/work");
        Assert.Equal("/work", worker.Address);
        await Set(site, SecurityProfile.LevelThree);
        await worker.Open("/work");
        Assert.Equal("/me/password", worker.Address);
        await worker.Send("/me/password", Change("石榴树下开三次会再说一遍"));
        Assert.Contains("至少三种", worker.Text);
        await worker.Send("/me/password", Change(Fresh));
        Assert.Equal("/me/second-factor", worker.Address);
    }

    [Theory]
    [InlineData("石榴树下开三次会再说一遍", false)]
    [InlineData("tractor-under-rain", false)]
    [InlineData("Tractor-under-rain", true)]
    [InlineData(Fresh, true)]
    public void A_mixed_password_has_three_kinds_of_signs(string password, bool good)
    {
        Assert.Equal(good, PasswordRules.Fault(password, Worker, "田小菊", SecurityProfile.Third) is null);
        Assert.Null(PasswordRules.Fault(password, Worker, "田小菊", SecurityProfile.Village));
    }

    private static Dictionary<string, string> Change(string password) => new() { ["old"] = DemoAccounts.Password, ["password"] = password, ["again"] = password };

    private static async Task Set(TestSite site, string profile)
    {
        await using var scope = site.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SettingsBook>().Set(SettingsBook.Security, profile);
        await scope.ServiceProvider.GetRequiredService<AppDb>().Save(new Act("ChangeSettings", Actor.System));
    }
}
