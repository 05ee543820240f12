using Lianxin.Cases.Model;
using Lianxin.Platform.Files;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Cases;

/// <summary>What is printed, signed, sealed and scanned back to the same case.</summary>
public sealed class SignedAndSealed
{
    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_document_is_numbered_printed_and_its_scan_hangs_on_its_line(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("路灯不亮", "street-lamp");
        await story.Dispatch(key.Number, "lamp-single", more: new() { ["words"] = "带上梯子" });
        var part = await site.Look(db => db.Set<Dispatch>().SingleAsync());
        var desk = await story.Do(Story.Dispatcher, key.Number, "issue", new() { ["paper"] = $"Assigned-{part.Id}" });
        Assert.Equal($"/desk/{key.Number}/paper/{key.Number}-W1", desk.Address);
        foreach (var said in new[] { "交办单", $"{key.Number}-W1", "村镇建设办公室", "带上梯子", "（盖章）", "签收人签字" }) Assert.Contains(said, desk.Text);
        var papers = await site.Look(db => db.Set<IssuedPaper>().CountAsync());
        await desk.Open(desk.Address);
        Assert.Equal(papers, await site.Look(db => db.Set<IssuedPaper>().CountAsync()));
        await desk.Open($"/desk/{key.Number}/scan");
        await desk.Send($"/desk/{key.Number}/scan", [], files: ("files", "交办单.png", Png));
        Assert.Contains("已交回", desk.Text);
        var line = Assert.Single(await story.Timeline(key.Number), e => e.Kind == EntryKind.PaperIssued);
        Assert.Equal(1, await site.Look(db => db.Set<StoredFile>().CountAsync(f => f.OwnerKind == "case-entry" && f.OwnerId == line.Id)));
        Assert.DoesNotContain("W1", (await story.Track(key)).Text);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Completion_extension_and_non_acceptance_can_be_printed_when_there_is_something_to_say(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("路灯不亮", "street-lamp");
        await story.Dispatch(key.Number, "lamp-single");
        await story.Do(Story.Works, key.Number, "sign");
        await story.Do(Story.Works, key.Number, "extension", new() { ["until"] = "2026-03-20", ["reason"] = "等灯具" });
        await story.Do(Story.CentreHead, key.Number, "decide-extension", new() { ["decision"] = "yes", ["reason"] = "同意等货" });
        var plea = await site.Look(db => db.Set<Plea>().SingleAsync());
        var paper = await story.Do(Story.Works, key.Number, "issue", new() { ["paper"] = $"Extension-{plea.Id}" });
        foreach (var said in new[] { "延期审批单", "等灯具", "同意等货", "2026-03-20 17:30" }) Assert.Contains(said, paper.Text);
        await story.Do(Story.Works, key.Number, "finish", new() { ["result"] = "灯具换新" });
        paper = await story.Do(Story.Dispatcher, key.Number, "issue", new() { ["paper"] = $"Finished-{plea.DispatchId}" });
        foreach (var said in new[] { "办结单", "灯具换新", $"{key.Number}-W2" }) Assert.Contains(said, paper.Text);

        var other = await story.Scan("要求给每户发一百元", "street-lamp");
        var early = await site.As(Story.Dispatcher);
        await early.Open($"/desk/{other.Number}/issue");
        Assert.Empty(early.Page.QuerySelectorAll($"form[action='/desk/{other.Number}/issue']"));
        await story.Do(Story.Dispatcher, other.Number, "explain", new() { ["kind"] = "explain", ["reason"] = "没有这项政策" });
        paper = await story.Do(Story.Dispatcher, other.Number, "issue", new() { ["paper"] = "Declined-" });
        foreach (var said in new[] { "不予受理告知书", "没有这项政策", "申诉一次" }) Assert.Contains(said, paper.Text);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_letter_of_coordination_comes_back_as_a_scan_with_the_words_of_the_other_side(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("电线杆歪了", "street-lamp");
        await story.Dispatch(key.Number, "lamp-single");
        await story.Do(Story.Dispatcher, key.Number, "helper", new() { ["unit"] = $"{await story.UnitId(Outside)}", ["reason"] = "请扶正电线杆" });
        var desk = await site.As(Story.Dispatcher);
        await desk.Open($"/desk/{key.Number}");
        Assert.DoesNotContain("已回函", desk.Text);
        await desk.Open($"/desk/{key.Number}/scan");
        Assert.Contains($"协调函 {key.Number}-1　{Outside}", desk.Page.QuerySelector("select[name=paper] option[selected]")!.TextContent);
        await desk.Send($"/desk/{key.Number}/scan", []);
        Assert.Equal(System.Net.HttpStatusCode.UnprocessableEntity, desk.Status);
        await desk.Send($"/desk/{key.Number}/scan", new() { ["words"] = "3月5日派人扶正" }, files: ("files", "回函.png", Png));
        Assert.Contains("已回函", desk.Page.QuerySelector(".facts")!.TextContent);
        Assert.Contains($"收到交回的协调函（{key.Number}-1）", desk.Text);
        var line = Assert.Single(await story.Timeline(key.Number), e => e.Kind == EntryKind.PaperBack);
        Assert.Equal(("3月5日派人扶正", false), (line.Words, line.Public));
        Assert.Equal(1, await site.Look(db => db.Set<StoredFile>().CountAsync(f => f.OwnerKind == "case-entry" && f.OwnerId == line.Id)));
        Assert.DoesNotContain("派人扶正", (await story.Track(key)).Text);

        // An answer given on the phone needs no scan.
        await desk.Open($"/desk/{key.Number}/scan");
        await desk.Send($"/desk/{key.Number}/scan", new() { ["words"] = "电话里说明天来" });
        Assert.Equal(System.Net.HttpStatusCode.OK, desk.Status);
        Assert.Contains(await story.Timeline(key.Number), e => e.Kind == EntryKind.PaperBack && e.Words == "电话里说明天来");

        // Words with another document stand on a line of their own; its scan hangs where it was issued.
        var part = await site.Look(db => db.Set<Dispatch>().FirstAsync(d => d.Lead));
        await story.Do(Story.Dispatcher, key.Number, "issue", new() { ["paper"] = $"Assigned-{part.Id}" });
        await desk.Open($"/desk/{key.Number}/scan");
        await desk.Send($"/desk/{key.Number}/scan", new() { ["words"] = "崔鹏签收" }, files: ("files", "交办单.png", Png));
        Assert.Contains(await story.Timeline(key.Number), e => e.Kind == EntryKind.PaperBack && e.Words == "崔鹏签收" && e.Parts.Contains("交办单"));
        Assert.Contains("已交回", desk.Text);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Every_paper_has_room_for_the_seal_over_the_name_of_whoever_issues_it(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("路灯不亮", "street-lamp");
        await story.Dispatch(key.Number, "lamp-single");
        await story.Do(Story.Works, key.Number, "sign");
        await story.Do(Story.Works, key.Number, "extension", new() { ["until"] = "2026-03-20", ["reason"] = "等灯具" });
        await story.Do(Story.CentreHead, key.Number, "decide-extension", new() { ["decision"] = "yes", ["reason"] = "同意等货" });
        await story.Do(Story.Dispatcher, key.Number, "helper", new() { ["unit"] = $"{await story.UnitId(Outside)}", ["reason"] = "请扶正电线杆" });
        await story.Do(Story.Works, key.Number, "finish", new() { ["result"] = "灯具换新" });
        var other = await story.Scan("要求给每户发一百元", "street-lamp");
        await story.Do(Story.Dispatcher, other.Number, "decline", new() { ["kind"] = "Outside", ["reason"] = "没有这项政策" });
        var desk = await site.As(Story.Dispatcher);
        foreach (var number in new[] { key.Number, other.Number })
        {
            await desk.Open($"/desk/{number}/issue");
            foreach (var paper in desk.Page.QuerySelectorAll("[name=paper]").Select(p => p.GetAttribute("value")!).ToList())
            {
                await desk.Open($"/desk/{number}/issue");
                await desk.Send($"/desk/{number}/issue", new() { ["paper"] = paper });
            }
        }

        var issued = await site.Look(db => db.Set<IssuedPaper>().AsNoTracking().ToListAsync());
        Assert.Equal(Enum.GetValues<PaperKind>().Order(), issued.Select(p => p.Kind).Distinct().Order());
        foreach (var paper in issued)
        {
            await desk.Open($"/desk/{paper.Number[..paper.Number.LastIndexOf('-')]}/paper/{paper.Number}");
            var seals = desk.Page.QuerySelectorAll(".ink .stamp").Select(s => s.TextContent).ToList();
            Assert.Equal(paper.Kind == PaperKind.Extension ? 2 : 1, seals.Count);
            Assert.All(seals, s => Assert.Matches("^(青溪镇|村镇建设办公室|青溪供电所)（盖章）", s));
            Assert.All(seals, s => Assert.Matches("[0-9]{4} 年 [0-9]+ 月 [0-9]+ 日$", s));
        }

        foreach (var address in new[] { $"/desk/{key.Number}/letter/{key.Number}-1" })
        {
            await desk.Open(address);
            Assert.StartsWith("青溪镇（盖章）", Assert.Single(desk.Page.QuerySelectorAll(".ink .stamp")).TextContent, StringComparison.Ordinal);
        }
    }

    private const string Outside = "青溪供电所";

    private static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");
}
