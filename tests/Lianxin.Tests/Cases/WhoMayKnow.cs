using System.Net;
using Lianxin.Cases.Model;
using Lianxin.Platform.Audit;
using Lianxin.Platform.Packs;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Cases;

/// <summary>谁可以知道 on the worker's form and at the phone desk: who takes it in is named, and true.</summary>
public sealed class WhoMayKnow
{
    private const string Form = "/work/report";

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task The_worker_chooses_who_may_know_and_each_answer_names_who_takes_it_in(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var worker = await site.As(Story.Worker);
        await worker.Open(Form);
        Assert.Equal(["照常办由青溪镇受理", "不让村里知道由青溪镇受理", "直接报上一级由云岭县受理"], Tiles(worker));
        Assert.True(worker.Page.QuerySelectorAll("form[action='/work/report'] [required]").Select(e => e.GetAttribute("name")).Distinct().Count() <= 2);
        Assert.NotNull(worker.Page.QuerySelector("details [name=audience]"));

        var hidden = await Report(worker, new() { ["audience"] = "NotVillage" });
        Assert.True((await story.File(hidden)).Hidden);
        Assert.Equal(HttpStatusCode.NotFound, await (await site.As(Story.Secretary)).Open($"/desk/{hidden}"));
        Assert.Equal(HttpStatusCode.OK, await (await site.As(Story.Dispatcher)).Open($"/desk/{hidden}"));
        var above = await Report(worker, new() { ["audience"] = "Above" });
        Assert.Equal(await story.UnitId("云岭县"), (await story.File(above)).AcceptUnitId);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task What_complains_about_the_workers_own_village_is_handed_over_and_no_longer_seen_there(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var worker = await site.As(Story.Worker);
        await worker.Open(Form);
        var offered = worker.Page.QuerySelectorAll("#f-accused option").Select(o => o.TextContent.Trim('　')).ToList();
        Assert.Contains("石桥村", offered);
        Assert.Contains("村镇建设办公室", offered);
        var number = await Report(worker, new() { ["accused"] = $"{await story.UnitId("石桥村")}" });
        Assert.Equal($"/work/told/{number}", worker.Address);
        Assert.Contains("这件事由青溪镇受理", worker.Text);
        Assert.NotNull(worker.Page.QuerySelector("a.due[href='#why']"));
        var file = await story.File(number);
        Assert.Null(file.FirstAskedPersonId);
        Assert.Null(file.ContactPersonId);
        Assert.Equal(HttpStatusCode.NotFound, await worker.Open($"/work/cases/{number}"));

        await worker.Open(Form);
        await worker.Send(Form, new() { ["category"] = "street-lamp", ["words"] = "路灯不亮", ["accused"] = "999999", ["settled"] = "no" });
        Assert.Equal((HttpStatusCode)422, worker.Status);
        await worker.Open(Form);
        await worker.Send(Form, new() { ["category"] = "street-lamp", ["words"] = "路灯修好了", ["audience"] = "NotVillage", ["settled"] = "yes" });
        Assert.Equal((HttpStatusCode)422, worker.Status);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Where_the_village_itself_takes_in_both_the_township_and_the_county_can_be_chosen(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var township = await story.UnitId("青溪镇");
        await site.With<PackInstaller, bool>(async installer =>
        {
            await installer.Install(Path.Combine(Packs.Shipped.Root(), "packs", "youshui"), township);
            return true;
        });
        var worker = await site.As(Story.Worker);
        await worker.Open(Form);
        Assert.Equal(["照常办由石桥村受理", "不让村里知道由青溪镇受理", "直接报云岭县由云岭县受理"], Tiles(worker));
        foreach (var (audience, accepts) in new[] { ("Usual", "石桥村"), ("NotVillage", "青溪镇"), ("Above", "云岭县") })
        {
            var number = await Report(worker, new() { ["audience"] = audience }, "neighbour-dispute");
            Assert.Equal(await story.UnitId(accepts), (await story.File(number)).AcceptUnitId);
        }
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task The_phone_desk_names_them_too(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var clerk = await site.As(Story.PhoneClerk);
        await clerk.Open("/desk/call");
        Assert.Equal(["照常办由青溪镇受理", "不让村里知道由青溪镇受理", "直接报上一级由云岭县受理"], Tiles(clerk));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_report_filed_for_somebody_says_so_in_the_audit_trail(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var worker = await site.As(Story.Worker);
        await Report(worker, new() { ["name"] = "王大爷" });
        await Report(worker, new() { ["phone"] = "19900000041", ["settled"] = "yes" });
        await Report(worker, []);
        var acts = await site.Look(db => db.Set<ActRow>().AsNoTracking().Where(a => a.UseCase == "ReportCase" || a.UseCase == "SettleOnSpot").OrderBy(a => a.Id).ToListAsync());
        Assert.Equal([("ReportCase", "反映人"), ("SettleOnSpot", "反映人"), ("ReportCase", null)], acts.Select(a => (a.UseCase, a.OnBehalf)));
    }

    private static List<string> Tiles(Browser browser) =>
        [.. browser.Page.QuerySelectorAll("label.tile:has(input[name=audience]) > span").Select(e => string.Concat(e.TextContent.Where(c => !char.IsWhiteSpace(c))))];

    private static async Task<string> Report(Browser worker, Dictionary<string, string> more, string category = "street-lamp")
    {
        await worker.Open(Form);
        await worker.Send(Form, new Dictionary<string, string> { ["category"] = category, ["words"] = "路灯不亮", ["settled"] = "no" }.Concat(more).GroupBy(f => f.Key).ToDictionary(g => g.Key, g => g.Last().Value));
        Assert.True(worker.Status == HttpStatusCode.OK, worker.Text);
        return worker.Address.Split('/')[^1];
    }
}
