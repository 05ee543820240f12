using System.Net;
using AngleSharp.Dom;
using Lianxin.Platform;
using Lianxin.Platform.Audit;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Lianxin.Platform.Events;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Platform;

public sealed class AdminTests
{
    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task The_auditor_finds_an_act_reads_what_it_changed_and_verifies_the_chain(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var admin = await site.As("muxiaolan");
        var person = await site.Look(db => db.Set<Account>().Where(a => a.Login == "panlei").Select(a => a.PersonId).FirstAsync());
        await admin.Open($"/admin/accounts/{person}");
        await admin.Send($"/admin/accounts/{person}/disable", []);
        while (await site.With<Chain, int>(c => c.Seal()) > 0)
        {
            // Until every act is sealed.
        }

        var auditor = await site.As("baijingwen");
        await auditor.Open("/admin/audit?person=" + Uri.EscapeDataString("穆晓岚") + "&what=DisableAccount");
        Assert.Single(auditor.Page.QuerySelectorAll("tbody tr"));
        await auditor.Open(auditor.Page.QuerySelector("tbody a")!.GetAttribute("href")!);
        Assert.Contains("停用账号", auditor.Text, StringComparison.Ordinal);
        Assert.Contains("账号", auditor.Page.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);

        await auditor.Open("/admin/audit");
        var hashes = auditor.Page.QuerySelectorAll(".xs").Where(part => part.TextContent.Length == 64).ToList();
        Assert.True(hashes.Count > 0 && hashes.TrueForAll(hash => hash.ParentElement!.Closest("details") is not null));
        await auditor.Send("/admin/audit/verify", []);
        Assert.Contains("都对得上", auditor.Text, StringComparison.Ordinal);
        await site.Look(db => db.Set<ActRow>().OrderBy(a => a.Id).Take(1).ExecuteUpdateAsync(set => set.SetProperty(a => a.Why, "forged")));
        await auditor.Send("/admin/audit/verify", []);
        Assert.Contains("第 1 条起对不上", auditor.Text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_failed_delivery_is_sent_again_or_dropped_with_a_reason(string engine)
    {
        await using var site = await TestSite.Township(engine);
        await site.Look(async db =>
        {
            var at = site.Time.GetUtcNow().UtcDateTime;
            db.Add(new Delivery { Id = 900_000_001, Event = "Gone", Consumer = "Nobody/Gone", Payload = "{\"Name\":\"某某\"}", At = at, DueAt = at });
            await db.Write();
            return true;
        });
        await site.Settle();
        var admin = await site.As("qinguoliang");
        await admin.Open("/admin/deliveries");
        Assert.Contains("Nobody/Gone", admin.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("某某", admin.Text, StringComparison.Ordinal);
        await admin.Send("/admin/deliveries/900000001/again", []);
        Assert.Equal(0, await site.Look(db => db.Set<Delivery>().Where(d => d.Id == 900_000_001).Select(d => d.Tries).FirstAsync()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await admin.Send("/admin/deliveries/900000001/drop", []));
        await admin.Open("/admin/deliveries");
        await admin.Send("/admin/deliveries/900000001/drop", new() { ["why"] = "旧版本留下的" });
        Assert.Contains("都送到了", admin.Text, StringComparison.Ordinal);
        Assert.Equal("Nobody/Gone: 旧版本留下的", await site.Look(db => db.Set<ActRow>().Where(a => a.UseCase == "DropDelivery").Select(a => a.Why).FirstAsync()));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_schedule_is_run_by_hand_and_a_setting_takes_effect(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var admin = await site.As("qinguoliang");
        await admin.Open("/admin/schedules");
        Assert.DoesNotContain("platform.sweep", admin.Text, StringComparison.Ordinal);
        await admin.Send("/admin/schedules/platform.sweep", []);
        Assert.Contains("运行完了", admin.Text, StringComparison.Ordinal);
        await admin.Open("/admin");
        Assert.Contains("没有填备案号", admin.Text, StringComparison.Ordinal);
        await admin.Open("/admin/settings");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await admin.Send("/admin/settings", new() { ["noticeUrl"] = "file:///etc/passwd" }));
        await admin.Open("/admin/settings");
        await admin.Send("/admin/settings", new() { ["filingNumber"] = "渝ICP备00000000号" });
        Assert.Empty(admin.Page.QuerySelectorAll(".trial"));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task The_engine_is_named_only_to_who_looks_after_it_and_folded_away(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var security = await site.As("muxiaolan");
        await security.Open("/admin");
        Assert.DoesNotContain("SQL", security.Text, StringComparison.Ordinal);
        var admin = await site.As("qinguoliang");
        await admin.Open("/admin");
        Assert.Contains("SQL", admin.Page.QuerySelector("details")!.TextContent, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task From_the_phones_face_only_those_with_a_desk_are_led_back_to_it(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var secretary = await site.As("shichanggeng");
        foreach (var page in new[] { "/work", "/work/report", "/work/cases" })
        {
            await secretary.Open(page);
            var back = secretary.Page.QuerySelector(".work-post > a")!.GetAttribute("href")!;
            Assert.Equal(HttpStatusCode.OK, await secretary.Open(back));
            Assert.NotNull(secretary.Page.QuerySelector("nav.nav"));
        }

        var worker = await site.As("tianxiaoju");
        await worker.Open("/work");
        Assert.Null(worker.Page.QuerySelector(".work-post > a"));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Installing_the_same_pack_again_changes_nothing_and_another_is_shown_before(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var admin = await site.As("qinguoliang");
        await admin.Open("/admin/packs/youshui");
        Assert.Contains("立案条件", admin.Text, StringComparison.Ordinal);
        await admin.Open("/admin/packs/siban");
        var county = await site.Look(db => db.Set<Unit>().Where(u => u.ParentId == null).Select(u => u.Id).FirstAsync());
        var roles = await site.Look(db => db.Set<Role>().SumAsync(r => r.Version));
        await admin.Send("/admin/packs/siban", new() { ["unit"] = $"{county}" });
        Assert.Equal("/admin/packs", admin.Address);
        Assert.Equal(roles, await site.Look(db => db.Set<Role>().SumAsync(r => r.Version)));
        Assert.Equal(HttpStatusCode.NotFound, await admin.Open("/admin/packs/..%2Fsiban"));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Accounts_are_found_opened_and_closed(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var person = await site.With<AppDb, long>(async db =>
        {
            var one = Person.Enter(900_000_002, "新来的人");
            db.Add(one);
            PersonIndex.Put(db, one);
            await db.Save(new Act("AddPerson", Actor.System));
            return one.Id;
        });
        var admin = await site.As("muxiaolan");
        await admin.Open("/admin/accounts?q=" + Uri.EscapeDataString("新来"));
        Assert.Single(admin.Page.QuerySelectorAll("tbody tr"));
        await admin.Open($"/admin/accounts/{person}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await admin.Send($"/admin/accounts/{person}/open", new() { ["login"] = "xuwenjing" }));
        await admin.Send($"/admin/accounts/{person}/open", new() { ["login"] = "xinlai" });
        Assert.Contains("账号已开", admin.Text, StringComparison.Ordinal);
        await admin.Send($"/admin/accounts/{person}/disable", []);
        Assert.Contains("已停用", admin.Text, StringComparison.Ordinal);
    }
}
