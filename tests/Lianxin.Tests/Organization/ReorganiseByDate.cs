using System.Net;
using Lianxin.Cases.Model;
using Lianxin.Organization.Reorganise;
using Lianxin.Platform.Access;
using Lianxin.Platform.Audit;
using Lianxin.Tests.Cases;
using Lianxin.Tests.Requirements;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Organization;

/// <summary>Re-organised from a coming day on, taken back before, asked for twice.</summary>
public sealed class ReorganiseByDate
{
    private const string Schedule = "organization.reorganise";
    private static readonly DateTime Day = new(2026, 3, 4, 16, 0, 0, DateTimeKind.Utc);

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task What_is_ordered_for_a_day_happens_at_its_start_and_stands_on_the_page_until_then(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var admin = await Order(site);
        Assert.Contains("石桥村的调整已经安排好", admin.Text);
        Assert.Contains("2026-03-05起，石桥村并入柳塘村", admin.Text);
        site.Time.Stand(Day.AddSeconds(-1));
        await site.Tick(Schedule);
        Assert.Null((await site.Unit(Reorg.Shiqiao)).ValidTo);
        var key = await story.Scan("隔壁滴水", "neighbour-dispute");
        site.Time.Stand(Day.AddSeconds(30));
        await site.Tick(Schedule);
        await site.Tick(Schedule);
        await site.Settle();
        Assert.Equal(Day, (await site.Unit(Reorg.Shiqiao)).ValidTo);
        Assert.Equal(Day, (await site.Post("石长庚", Reorg.Liutang))!.From);
        Assert.Equal((await site.Unit(Reorg.Liutang)).Id, (await story.File(key.Number)).PlaceUnitId);
        var acts = await site.Look(db => db.Set<ActRow>().Where(a => a.UseCase == "PlanReorganisation" || a.UseCase == "MergeUnit").OrderBy(a => a.Id).Select(a => a.UseCase).ToListAsync());
        Assert.Equal(["PlanReorganisation", "MergeUnit"], acts);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task An_order_is_withdrawn_before_its_day_and_then_nothing_happens(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var admin = await Order(site);
        var plan = await site.Look(db => db.Set<Reorganisation>().SingleAsync());
        var address = $"/admin/units/{Reorg.Shiqiao}/plans/{plan.Id}/withdraw";
        var again = await site.Ask(Reorg.Shiqiao, "merge", new() { ["to"] = await site.Id(Reorg.Liutang) });
        Assert.Contains("石桥村已经安排了一次调整，要改先撤下那一次", again.Text);
        await admin.Send(address, []);
        Assert.Contains("石桥村的调整已撤下", admin.Text);
        site.Time.Stand(Day.AddDays(1));
        await site.Tick(Schedule);
        Assert.Null((await site.Unit(Reorg.Shiqiao)).ValidTo);
        admin = await site.As(Reorg.Admin);
        await admin.Forge(address, await admin.Token());
        Assert.Equal((HttpStatusCode)422, admin.Status);
        Assert.Contains("这一次调整已经办了或者撤下了", admin.Text);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_move_and_a_closing_wait_for_their_day_and_take_the_open_work_along(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        await Estate.Furnish(site);
        var key = await story.Scan("路灯不亮", "street-lamp");
        await story.Dispatch(key.Number, "lamp-single");
        var (town, next) = (await site.Unit("990101100000"), await site.Unit(Estate.OtherTownship));
        var office = await site.Look(db => db.Set<Unit>().SingleAsync(u => u.Name == "村镇建设办公室"));
        var heir = await story.UnitId("应急管理办公室");
        foreach (var (code, how, to) in new[] { (Reorg.Shiqiao, "move", next.Id), (office.Code, "close", heir) })
        {
            var admin = await site.Ask(code, how, new() { ["to"] = $"{to}", ["day"] = "2026-03-05" });
            await admin.Send($"/admin/units/{code}/{how}", [], "sure");
            Assert.Contains("的调整已经安排好", admin.Text);
        }

        site.Time.Stand(Day.AddSeconds(-1));
        await site.Tick(Schedule);
        await site.Settle();
        Assert.Equal((town.Id, office.Id), await Held());
        site.Time.Stand(Day.AddSeconds(30));
        await site.Tick(Schedule);
        await site.Settle();
        Assert.Equal((next.Id, heir), await Held());
        Assert.Equal(next.Id, (await site.Unit(Reorg.Shiqiao)).ParentId);
        Assert.Equal(Day, (await site.Unit(office.Code)).ValidTo);

        async Task<(long Centre, long Lead)> Held()
        {
            var file = await story.File(key.Number);
            return (file.AcceptUnitId, await site.Look(db => db.Set<Dispatch>().Where(d => d.CaseId == file.Id && d.Lead).Select(d => d.UnitId).SingleAsync()));
        }
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task What_can_no_longer_be_on_its_day_is_left_with_the_reason_and_told(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var code = await site.Look(db => db.Set<Unit>().Where(u => u.Name == "村镇建设办公室").Select(u => u.Code).SingleAsync());
        var admin = await site.Ask(code, "close", new() { ["day"] = "2026-03-05" });
        await admin.Send($"/admin/units/{code}/close", [], "sure");
        var key = await story.Scan("路灯不亮", "street-lamp");
        await story.Dispatch(key.Number, "lamp-single");
        site.Time.Stand(Day);
        Assert.True(await site.Tick(Schedule));
        Assert.Null((await site.Unit(code)).ValidTo);
        admin = await site.As(Reorg.Admin);
        await admin.Open("/inbox");
        Assert.Contains("村镇建设办公室的调整没有办成，请看原因", admin.Text);
        await admin.Open($"/admin/units/{code}");
        Assert.Contains("村镇建设办公室还有 1 件没办完的事，请选接手的单位", admin.Text);
        Assert.Equal(CaseStatus.Handling, (await story.File(key.Number)).Status);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Posted_twice_it_happens_once(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var (to, address) = (await site.Id(Reorg.Liutang), $"/admin/units/{Reorg.Shiqiao}/merge");
        var admin = await site.As(Reorg.Admin);
        var token = await admin.Token();
        KeyValuePair<string, string>[] fields = [new("cid", "0123456789abcdef"), new("step", "sure"), new("to", to), new("document", "县政发〔2026〕3号"), new("reason", "村级建制调整")];
        for (var i = 0; i < 2; i++)
        {
            await admin.Forge(address, token, fields);
            Assert.Equal((HttpStatusCode.OK, $"/admin/units/{Reorg.Shiqiao}"), (admin.Status, admin.Address));
        }

        await admin.Forge(address, token, [new("cid", "fedcba9876543210"), .. fields[1..]]);
        Assert.Equal($"/admin/units/{Reorg.Shiqiao}", admin.Address);
        Assert.Equal(1, await site.Look(db => db.Set<Reorganisation>().CountAsync()));
        var people = await site.Look(db => db.Set<Post>().Where(p => p.UnitId == long.Parse(to) && p.To == null).CountAsync());
        Assert.Equal(6, people);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_township_merges_its_own_villages_and_reaches_no_other(string engine)
    {
        await using var site = await TestSite.Township(engine);
        await Estate.Furnish(site);
        var head = await site.As("fangjianguo");
        await head.Open($"/admin/units/{Reorg.Shiqiao}/merge");
        Assert.DoesNotContain("河湾村", head.Text);
        var beyond = await site.Ask(Reorg.Shiqiao, "merge", new() { ["to"] = await site.Id(Estate.OtherVillage) }, "fangjianguo");
        Assert.Contains("请从列出的单位里选择", beyond.Page.QuerySelector(".field.bad #e-to")!.TextContent);
        Assert.Equal(HttpStatusCode.NotFound, await head.Open($"/admin/units/{Estate.OtherVillage}/merge"));
        Assert.Equal(HttpStatusCode.Forbidden, await (await site.As(Story.Secretary)).Open($"/admin/units/{Reorg.Shiqiao}/merge"));
        await site.Reorganise(Reorg.Shiqiao, "merge", new() { ["to"] = await site.Id(Reorg.Liutang) }, "fangjianguo");
        Assert.NotNull((await site.Unit(Reorg.Shiqiao)).ValidTo);
    }

    private static async Task<Browser> Order(TestSite site)
    {
        var admin = await site.Ask(Reorg.Shiqiao, "merge", new() { ["to"] = await site.Id(Reorg.Liutang), ["day"] = "2026-03-05" });
        await admin.Send($"/admin/units/{Reorg.Shiqiao}/merge", [], "sure");
        return admin;
    }
}
