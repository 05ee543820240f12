using System.Net;
using Lianxin.Cases.Catalog;
using Lianxin.Platform.Packs;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Cases.Admin;

/// <summary>A filing condition changes from a day on; what was promised before stands.</summary>
public sealed class ConditionPagesTests
{
    private const string Admin = "qinguoliang";

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_condition_edited_with_a_date_changes_only_later_cases(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var before = await Filed(story);
        var admin = await site.As(Admin);
        var page = await Page(site);
        await admin.Open(page);
        await admin.Send(page, new() { ["limit"] = "1", ["from"] = "2026-03-03", ["source"] = "本县规定", ["reason"] = "县政办〔2026〕5号" });
        Assert.Equal(page, admin.Address);
        Assert.Contains("还没起用", admin.Text);
        Assert.Equal(2, admin.Page.QuerySelectorAll("tbody tr").Length);
        var today = await Filed(story);
        Assert.Equal((before.ConditionId, before.PromiseParts), (today.ConditionId, today.PromiseParts));

        site.Wait(TimeSpan.FromDays(1));
        var after = await Filed(story);
        Assert.NotEqual(before.ConditionId, after.ConditionId);
        Assert.Equal(("4 work-hour + 2 work-day", "4 work-hour + 1 work-day"), (before.PromiseParts, after.PromiseParts));
        Assert.True(after.PromiseDue - after.At < before.PromiseDue - before.At);
        var kept = await story.File(before.Number);
        Assert.Equal((before.ConditionId, before.PromiseDue, before.PromiseParts), (kept.ConditionId, kept.PromiseDue, kept.PromiseParts));
        var next = await site.As(Admin);
        await next.Open(page);
        Assert.Contains("现行", next.Page.QuerySelector("tbody tr")!.TextContent);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task What_was_promised_is_not_changed_backwards_and_what_waits_can_be_withdrawn(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var admin = await site.As(Admin);
        var page = await Page(site);
        await admin.Open(page);
        var fields = new Dictionary<string, string> { ["limit"] = "9", ["from"] = "2026-03-01", ["reason"] = "试一试" };
        await admin.Send(page, fields);
        Assert.Equal((HttpStatusCode)422, admin.Status);
        Assert.Contains("不能从过去的日子起用", admin.Page.QuerySelector("#e-from")!.TextContent);
        Assert.Equal("9", admin.Page.QuerySelector("#f-limit")!.GetAttribute("value"));
        var late = await site.As(Admin);
        await late.Open(page);
        await admin.Send(page, new(fields) { ["from"] = "2026-04-01" });
        Assert.Empty(admin.Page.QuerySelectorAll($"form[action='{page}']"));
        await late.Send(page, new(fields) { ["from"] = "2026-05-01" });
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        await admin.Send(page + "/withdraw", []);
        Assert.Equal(page, admin.Address);
        Assert.Single(admin.Page.QuerySelectorAll("tbody tr"));
        Assert.NotEmpty(admin.Page.QuerySelectorAll($"form[action='{page}']"));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_new_version_of_the_pack_leaves_what_was_changed_by_hand(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var admin = await site.As(Admin);
        var page = await Page(site);
        await admin.Open(page);
        await admin.Send(page, new() { ["limit"] = "9", ["reason"] = "县政办〔2026〕5号" });
        await admin.Open(page + "/retire");
        await admin.Send(page + "/retire", new() { ["from"] = "2026-03-09", ["reason"] = "并入别的条件" });
        Assert.Contains("停用", admin.Text);
        var county = await new Story(site).UnitId("云岭县");
        await site.With<PackInstaller, bool>(async installer =>
        {
            await installer.Install(Path.Combine(Packs.Shipped.Root(), "packs", "siban"), county);
            return true;
        });
        var rows = await site.Look(db => db.Set<Condition>().Where(c => c.Key == "lamp-single").OrderBy(c => c.ValidFrom).ToListAsync());
        Assert.Equal([false, true], rows.Select(r => r.Edited));
        Assert.Equal((9, new DateTime(2026, 3, 8, 16, 0, 0, DateTimeKind.Utc)), (rows[1].Limit, rows[1].ValidTo));
    }

    private static async Task<Lianxin.Cases.Model.Case> Filed(Story story)
    {
        var key = await story.Scan("路灯不亮", "street-lamp");
        await story.Dispatch(key.Number, "lamp-single");
        return await story.File(key.Number);
    }

    private static async Task<string> Page(TestSite site) => $"/admin/categories/{await new Story(site).UnitId("云岭县")}/conditions/lamp-single";
}
