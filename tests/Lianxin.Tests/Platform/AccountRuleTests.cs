using System.Net;
using Lianxin.Platform.Access;
using Lianxin.Platform.Accounts;
using Lianxin.Platform.Packs;
using Lianxin.Tests.Packs;
using Lianxin.Tests.Requirements;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Platform;

/// <summary>What an administrator of accounts may not do to the own account, and how people and role holders are found.</summary>
public sealed class AccountRuleTests
{
    private const string Security = "muxiaolan";

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Nobody_resets_the_own_password_past_its_proof(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var admin = await site.As(Security);
        var before = await Own(site);
        await admin.Forge($"/admin/accounts/{before.PersonId}/reset", await admin.Token(), [new("password", "kite-moon-rice"), new("dropSecondFactor", "true")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, admin.Status);
        Assert.Contains("自己的密码请在", admin.Text, StringComparison.Ordinal);
        Assert.Equal(before.PasswordHash, (await Own(site)).PasswordHash);
        var other = await site.Look(db => db.Set<Account>().Where(a => a.Login == "xuwenjing").Select(a => a.PersonId).SingleAsync());
        await admin.Forge($"/admin/accounts/{other}/reset", await admin.Token(), [new("password", "kite-moon-rice")]);
        Assert.Equal((HttpStatusCode.OK, $"/admin/accounts/{other}"), (admin.Status, admin.Address));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task An_account_is_found_by_any_two_characters_of_the_name_or_the_beginning_of_the_login(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var admin = await site.As(Security);
        foreach (var words in new[] { "小菊", "田小", "tianxiao" })
        {
            await admin.Open("/admin/accounts?q=" + Uri.EscapeDataString(words));
            Assert.Contains("田小菊", Assert.Single(admin.Page.QuerySelectorAll("tbody tr")).TextContent, StringComparison.Ordinal);
        }

        await admin.Open("/admin/accounts?q=" + Uri.EscapeDataString("没有这人"));
        Assert.Empty(admin.Page.QuerySelectorAll("tbody tr a"));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Holders_of_a_role_are_counted_under_the_pack_that_governs_their_unit(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var township = await site.Look(db => db.Set<Unit>().Where(u => u.Name == "青溪镇").Select(u => u.Id).SingleAsync());
        var before = await Shelves(site);
        Assert.Equal(1, before["云岭县"]["系统管理员"]);
        var workers = before["云岭县"]["村支书"];
        Assert.True(workers > 0);
        await site.With<PackInstaller, bool>(async p =>
        {
            await p.Install(Path.Combine(Shipped.Root(), "packs", "youshui"), township);
            return true;
        });
        var after = await Shelves(site);
        Assert.Equal((1, 0), (after["云岭县"]["系统管理员"], after["青溪镇"]["系统管理员"]));
        Assert.Equal((0, workers), (after["云岭县"]["村支书"], after["青溪镇"].Single(r => r.Key.Contains("书记", StringComparison.Ordinal) || r.Key == "村支书").Value));
    }

    private static Task<Account> Own(TestSite site) => site.Look(db => db.Set<Account>().AsNoTracking().SingleAsync(a => a.Login == Security));

    private static async Task<Dictionary<string, Dictionary<string, int>>> Shelves(TestSite site) =>
        (await site.With<RoleReader, IReadOnlyList<RoleShelf>>(r => r.Read())).ToDictionary(s => s.UnitName, s => s.Roles.ToDictionary(r => r.Name, r => r.Holders));
}
