using System.Net;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Audit;
using Lianxin.Tests.Cases;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Requirements;

/// <summary>What must be on record is, with who and when; and nobody, whatever they may, can touch the record.</summary>
public sealed class Trail
{
    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Requirement", "38")]
    public async Task Every_denial_is_on_record_with_who_when_and_what_was_wanted(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var worker = await site.As(Story.Worker);
        var token = await worker.Token();
        site.Wait(TimeSpan.FromMinutes(3));
        Assert.Equal(HttpStatusCode.Forbidden, await worker.Open("/admin/accounts/19900000777?q=欧阳"));
        await worker.Forge("/admin/settings", token);
        Assert.Equal(HttpStatusCode.Forbidden, worker.Status);
        var denied = await Acts(site, "Denied");
        Assert.Equal(["GET /admin/accounts/{person:long}", "POST /admin/settings"], denied.Select(d => d.Why));
        var me = await site.Look(db => db.Set<Account>().Where(a => a.Login == Story.Worker).SingleAsync());
        Assert.All(denied, d => Assert.Equal((me.Id, me.PersonId, TestSite.Morning.AddMinutes(3)), (d.AccountId!.Value, d.PersonId!.Value, d.At)));
        var auditor = await site.As("baijingwen");
        await auditor.Open("/admin/audit?what=Denied");
        Assert.Contains("没有权限，被拒绝", auditor.Page.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Requirement", "38")]
    public async Task Sign_in_refusal_permission_reveal_and_setting_each_leave_a_record(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var stranger = site.Anonymous();
        await stranger.Open("/sign-in");
        await stranger.Send("/sign-in", new() { ["login"] = Story.Worker, ["password"] = "not the password" });
        Assert.Single(await Acts(site, "SignInRefused"));
        var admin = await site.As("qinguoliang");
        Assert.Single(await Acts(site, "SignIn"));
        await admin.Open("/admin/settings");
        await admin.Send("/admin/settings", new() { ["filingNumber"] = "渝ICP备00000000号" });
        await admin.Open("/admin/units/990101100200/appoint");
        await admin.Send("/admin/units/990101100200/appoint", new() { ["name"] = "新来的", ["role"] = "village-cadre" });
        var post = await site.Look(db => db.Set<Post>().OrderByDescending(p => p.Id).Select(p => p.Id).FirstAsync());
        await admin.Open($"/admin/units/posts/{post}/end");
        await admin.Send($"/admin/units/posts/{post}/end", new() { ["reason"] = "调走了" });
        var security = await site.As("muxiaolan");
        var person = await site.Look(db => db.Set<Post>().Where(p => p.Id == post).Select(p => p.PersonId).SingleAsync());
        await security.Open($"/admin/accounts/{person}");
        await security.Send($"/admin/accounts/{person}/open", new() { ["login"] = "xinlai" });
        await security.Send($"/admin/accounts/{person}/disable", []);
        var story = new Story(site);
        var key = await story.Scan("路灯不亮", "street-lamp", phone: "19900000021");
        await story.Do(Story.Dispatcher, key.Number, "reveal", new() { ["reason"] = "打电话核实位置" });
        foreach (var useCase in new[] { "ChangeSettings", "Appoint", "EndPost", "OpenAccount", "DisableAccount", "RevealReporter" })
        {
            var act = Assert.Single(await Acts(site, useCase));
            Assert.True(act is { AccountId: not null, PersonId: not null, PostId: not null } && act.At == TestSite.Morning, useCase);
        }
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Requirement", "6"), Trait("Requirement", "22")]
    public async Task Whatever_somebody_with_every_permission_posts_the_trail_stays_as_it_was(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var holdings = await Estate.Furnish(site);
        foreach (var role in new[] { "centre-head", "township-leader", "county-admin" }) await Estate.AllowEverything(site, role);
        var before = await site.Look(db => Rows.Table(db, "platform_acts"));
        foreach (var login in new[] { "fangjianguo", "qinguoliang" })
        {
            var browser = await site.As(login);
            foreach (var route in Routes.All(site).Where(r => r.Method == "POST" && r.Pattern is not "/first-run"))
            {
                // Leaving, or ending one's own sessions, is among what is posted.
                await browser.Open("/");
                if (browser.Address.StartsWith("/sign-in", StringComparison.Ordinal)) browser = await site.As(login);
                await browser.Forge(route.Fill(holdings[Estate.Shiqiao].For(route)), await browser.Token());
                Assert.True((int)browser.Status is 200 or 404 or 409 or 422, $"{route} is {browser.Status}: {browser.Text}");
            }
        }

        var after = await site.Look(db => Rows.Table(db, "platform_acts"));
        Assert.Empty(before.Except(after, StringComparer.Ordinal));
        Assert.True(after.Count > before.Count + 20);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Requirement", "6")]
    public async Task No_role_as_shipped_both_gives_rights_and_reads_the_record(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var roles = await site.Look(db => db.Set<Role>().AsNoTracking().ToListAsync());
        Assert.True(roles.Count > 10);
        Assert.Contains(roles, r => r.RightSet().Contains(PlatformAccess.Audit));
        foreach (var role in roles.Where(r => r.RightSet().Contains(PlatformAccess.Audit)))
            Assert.DoesNotContain(role.RightSet(), r => r != PlatformAccess.Audit && PlatformAccess.Administrative(r));
        Assert.DoesNotContain(roles, r => r.RightSet().Contains(PlatformAccess.Accounts) && r.RightSet().Contains(PlatformAccess.Posts));
    }

    private static Task<List<ActRow>> Acts(TestSite site, string useCase) =>
        site.Look(db => db.Set<ActRow>().AsNoTracking().Where(a => a.UseCase == useCase && a.At >= TestSite.Morning).OrderBy(a => a.Id).ToListAsync());
}
