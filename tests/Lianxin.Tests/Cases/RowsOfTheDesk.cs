using System.Net;
using Lianxin.Cases.Model;
using Lianxin.Platform.Calendar;
using Lianxin.Platform.Packs;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Cases;

/// <summary>Rows of the source systems about what is handled, struck off and passed up.</summary>
public sealed class RowsOfTheDesk
{
    private const string Water = "kongqinghe";

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Row", "S0.26")]
    public async Task A_proposal_goes_up_one_level_a_step_with_an_opinion_at_each(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        await Youshui(site, story);
        var worker = await site.As(Story.Worker);
        await worker.Open("/work/report");
        await worker.Send("/work/report", new() { ["category"] = "suggestion", ["words"] = "建议在村口修一个候车亭", ["settled"] = "no" });
        var number = worker.Address.Split('/')[^1];
        var line = new[] { ("石桥村", Story.Secretary, "村里没有地，也没有钱"), ("青溪镇", Story.Dispatcher, "镇里能出地，请县里列计划") };
        foreach (var (unit, login, opinion) in line)
        {
            Assert.Equal(await story.UnitId(unit), (await story.File(number)).AcceptUnitId);
            var silent = await story.Do(login, number, "hand-up", new() { ["materials"] = "看过现场" });
            Assert.Equal((HttpStatusCode)422, silent.Status);
            Assert.NotNull(silent.Page.QuerySelector("#e-reason"));
            Assert.Equal(await story.UnitId(unit), (await story.File(number)).AcceptUnitId);
            await story.Do(login, number, "hand-up", new() { ["materials"] = "看过现场", ["reason"] = opinion });
            // Who passed it up decides on it no more, and so cannot pass it up twice.
            var again = await site.As(login);
            await again.Open($"/desk/{number}/hand-up");
            Assert.Empty(again.Page.QuerySelectorAll($"form[action='/desk/{number}/hand-up']"));
        }

        var county = await site.As("shenyue");
        await county.Open($"/desk/{number}");
        Assert.Equal(await story.UnitId("云岭县"), (await story.File(number)).AcceptUnitId);
        foreach (var (_, _, opinion) in line) Assert.Contains(opinion, county.Text, StringComparison.Ordinal);
        var steps = (await story.Timeline(number)).Where(e => e.Kind == EntryKind.HandedUp).Select(e => e.UnitId).ToList();
        Assert.Equal([await story.UnitId("青溪镇"), await story.UnitId("云岭县")], steps);
        Assert.Empty(county.Page.QuerySelectorAll($"a[href^='/desk/{number}/hand-up']"));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Row", "S1.26")]
    public async Task Every_item_of_the_list_has_an_owner_a_date_and_a_result_and_what_cannot_be_solved_moves_up_with_the_reason(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var (done, stuck) = (await story.Scan("路灯不亮", "street-lamp"), await story.Scan("桥头路灯不亮", "street-lamp"));
        foreach (var key in new[] { done, stuck })
        {
            await story.Dispatch(key.Number, "lamp-single");
            await story.Do(Story.Works, key.Number, "sign");
        }

        var desk = await site.As(Story.Dispatcher);
        await desk.Open("/desk?tab=All");
        foreach (var key in new[] { done, stuck })
        {
            var row = desk.Page.QuerySelector($"[data-row='{key.Number}']")!;
            Assert.Contains("村镇建设办公室", row.TextContent, StringComparison.Ordinal);
            Assert.Contains(Shanghai.Deadline((await story.File(key.Number)).NextDue!.Value), row.QuerySelector("a.tagged")!.GetAttribute("title")!, StringComparison.Ordinal);
        }

        await story.Do(Story.Works, done.Number, "finish", new() { ["result"] = "换了灯头，当晚亮了" });
        await desk.Open($"/desk/{done.Number}");
        Assert.Contains("换了灯头，当晚亮了", desk.Text, StringComparison.Ordinal);

        var without = await story.Do(Story.Works, stuck.Number, "hand-up", new() { ["kind"] = "raise", ["materials"] = "杆子在国道上" });
        Assert.Equal((HttpStatusCode)422, without.Status);
        await story.Do(Story.Works, stuck.Number, "hand-up", new() { ["kind"] = "raise", ["materials"] = "杆子在国道上", ["reason"] = "镇里无法解决，是国道的灯" });
        await story.Do(Story.Dispatcher, stuck.Number, "hand-up", new() { ["kind"] = "raise", ["materials"] = "杆子在国道上", ["reason"] = "请县里协调公路部门" });
        Assert.Equal(await story.UnitId("云岭县"), (await story.File(stuck.Number)).AcceptUnitId);
        var county = await site.As("shenyue");
        await county.Open("/desk");
        Assert.NotNull(county.Page.QuerySelector($"[data-row='{stuck.Number}']"));
        await county.Open($"/desk/{stuck.Number}");
        Assert.Contains("镇里无法解决，是国道的灯", county.Text, StringComparison.Ordinal);
        Assert.Contains("请县里协调公路部门", county.Text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Row", "S4.24")]
    public async Task A_leak_told_by_phone_keeps_who_called_the_visit_the_cost_who_repaired_it_and_its_end(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var worker = await site.As(Story.Worker);
        await worker.Open("/work/report");
        await worker.Send("/work/report", new() { ["category"] = "water-supply", ["words"] = "厨房水管漏水，打电话来的", ["settled"] = "no", ["name"] = "王桂芝", ["phone"] = "19900000062", ["placeWords"] = "二组井边" });
        var number = worker.Address.Split('/')[^1];
        await story.Dispatch(number, "pipe-leak", lead: "农业农村办公室");
        await story.Do(Water, number, "sign");
        await story.Do(Water, number, "note", new() { ["words"] = "上门看了，三通裂了，去买配件" });
        await story.Do(Water, number, "finish", new() { ["result"] = "换了三通，不漏了", ["materials"] = "三通一个", ["cost"] = "35" });
        var desk = await site.As(Story.Dispatcher);
        await desk.Open($"/desk/{number}");
        var facts = desk.Page.QuerySelector(".facts")!.TextContent;
        foreach (var said in new[] { "王", "199****0062", "代报", "农业农村办公室", "花费 35 元", "二组井边" }) Assert.Contains(said, facts, StringComparison.Ordinal);
        foreach (var said in new[] { "上门看了，三通裂了", "换了三通，不漏了", "三通一个", "孔庆河" }) Assert.Contains(said, desk.Page.QuerySelector("ol.tl")!.TextContent, StringComparison.Ordinal);
        await story.Do(Story.Worker, number, "reply", new() { ["words"] = "修好了，您再看看", ["by"] = "Call" });
        var file = await story.File(number);
        Assert.Equal(CaseStatus.Closed, file.Status);
        Assert.NotNull(file.ClosedAt);
        // On the sheet of completion, too.
        var part = await site.Look(db => db.Set<Dispatch>().SingleAsync(d => d.CaseId == file.Id));
        var paper = await story.Do(Story.Dispatcher, number, "issue", new() { ["paper"] = $"Finished-{part.Id}" });
        Assert.Matches(@"花费（元）\s*35", paper.Text);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Row", "S2.93")]
    public async Task A_hazard_is_not_struck_off_without_something_that_shows_it(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var (with, before, other) = (await story.Scan("楼道里没有灭火器"), await story.Scan("消火栓没水"), await story.Scan("堆着柴火"));
        foreach (var key in new[] { with, before, other })
        {
            await story.Dispatch(key.Number, key == other ? "fire-lane-blocked" : "fire-equipment", key == other ? "at-once" : "listed", lead: "应急管理办公室");
            await story.Do("leizhenhai", key.Number, "sign");
        }

        var handler = await story.Do("leizhenhai", with.Number, "finish", new() { ["result"] = "配了两个" });
        Assert.Equal((HttpStatusCode)422, handler.Status);
        Assert.Contains("“灭火器、消火栓缺失或失效”要有照片或者材料才能办完", handler.Page.QuerySelector("#e-files")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(CaseStatus.Handling, (await story.File(with.Number)).Status);
        await handler.Send($"/desk/{with.Number}/finish", new() { ["result"] = "配了两个" }, files: ("files", "灭火器.png", Png));
        Assert.Equal(CaseStatus.Feedback, (await story.File(with.Number)).Status);

        // What was shown on the way counts; a photograph of whoever reported does not.
        await handler.Open($"/desk/{before.Number}/note");
        await handler.Send($"/desk/{before.Number}/note", new() { ["words"] = "换了阀门" }, files: ("files", "阀门.png", Png));
        await story.Do("leizhenhai", before.Number, "finish", new() { ["result"] = "有水了" });
        Assert.Equal(CaseStatus.Feedback, (await story.File(before.Number)).Status);
        await story.Do("leizhenhai", other.Number, "finish", new() { ["result"] = "搬走了" });
        Assert.Equal(CaseStatus.Feedback, (await story.File(other.Number)).Status);

        // On the spot nobody chooses among the conditions of a class: what may be such a hazard is shown.
        var worker = await site.As(Story.Worker);
        await worker.Open("/work/report");
        await worker.Send("/work/report", new() { ["category"] = "fire-hazard", ["words"] = "当场换了灭火器", ["settled"] = "yes" });
        Assert.Equal((HttpStatusCode)422, worker.Status);
        Assert.Contains("“消防隐患”要有照片或者材料才能办完", worker.Text, StringComparison.Ordinal);
        await worker.Send("/work/report", new() { ["category"] = "fire-hazard", ["words"] = "当场换了灭火器", ["settled"] = "yes" }, files: ("files", "灭火器.png", Png));
        Assert.Equal(CaseStatus.Closed, (await story.File(worker.Address.Split('/')[^1])).Status);
    }

    internal static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    private static async Task Youshui(TestSite site, Story story)
    {
        var township = await story.UnitId("青溪镇");
        await site.With<PackInstaller, bool>(async installer =>
        {
            await installer.Install(Path.Combine(Packs.Shipped.Root(), "packs", "youshui"), township);
            return true;
        });
    }
}
