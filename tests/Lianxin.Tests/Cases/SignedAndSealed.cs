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
    public async Task A_letter_says_what_is_asked_and_its_receipt_and_its_answer_come_at_two_times(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("电线杆歪了", "street-lamp");
        await story.Dispatch(key.Number, "lamp-single");
        await story.Do(Story.Dispatcher, key.Number, "helper", new() { ["unit"] = $"{await story.UnitId(Outside)}", ["reason"] = "请扶正电线杆" });
        var desk = await site.As(Story.Dispatcher);
        await desk.Open($"/desk/{key.Number}/letter/{key.Number}-1");
        foreach (var said in new[] { $"{key.Number}-1", Outside, "电线杆歪了", "请扶正电线杆" }) Assert.Contains(said, desk.Text);
        Assert.DoesNotContain("到场时间和地点", desk.Text);
        await story.Do(Story.Dispatcher, key.Number, "whistle", new() { ["units"] = $"{await story.UnitId(Outside)}", ["urgency"] = "Urgent", ["place"] = "水塔东边", ["words"] = "带吊车来" });
        await desk.Open($"/desk/{key.Number}/letter/{key.Number}-1");
        foreach (var said in new[] { "请扶正电线杆", "带吊车来", "到场时间和地点", "前到水塔东边" }) Assert.Contains(said, desk.Text);

        await desk.Open($"/desk/{key.Number}");
        Assert.DoesNotContain("对方已收函", desk.Text);
        await desk.Open($"/desk/{key.Number}/letter-received");
        Assert.Equal(UnprocessableEntity, await desk.Send($"/desk/{key.Number}/letter-received", new() { ["on"] = "2026-03-02", ["who"] = "" }));
        Assert.Equal(UnprocessableEntity, await desk.Send($"/desk/{key.Number}/letter-received", new() { ["on"] = "2026-03-03", ["who"] = "值班室" }));
        await desk.Send($"/desk/{key.Number}/letter-received", new() { ["on"] = "2026-03-02", ["who"] = "值班室" }, files: ("files", "回执.png", Png));
        Assert.Contains("对方已收函", desk.Page.QuerySelector(".facts")!.TextContent);
        Assert.DoesNotContain("已回函", desk.Text);
        var received = Assert.Single(await story.Timeline(key.Number), e => e.Kind == EntryKind.LetterReceived);
        Assert.Equal(1, await Files(site, received.Id));
        Assert.Contains($"{Outside}2026-03-02收到协调函（{key.Number}-1），值班室收的", desk.Text);
        Assert.Equal(DispatchState.Signed, (await Part(site)).State);
        await desk.Open($"/desk/{key.Number}/letter-received");
        Assert.Contains("这一步现在不能办", desk.Text);

        site.Wait(TimeSpan.FromDays(2));
        desk = await site.As(Story.Dispatcher);
        await desk.Open($"/desk/{key.Number}/letter-answered");
        Assert.Equal(UnprocessableEntity, await desk.Send($"/desk/{key.Number}/letter-answered", []));
        Assert.Equal(UnprocessableEntity, await desk.Send($"/desk/{key.Number}/letter-answered", new() { ["on"] = "2026-03-01", ["words"] = "明天来" }));
        await desk.Send($"/desk/{key.Number}/letter-answered", new() { ["on"] = "2026-03-04", ["words"] = "3月5日派人扶正" }, files: ("files", "回函.png", Png));
        Assert.Contains("已回函", desk.Page.QuerySelector(".facts")!.TextContent);
        var answered = Assert.Single(await story.Timeline(key.Number), e => e.Kind == EntryKind.LetterAnswered);
        Assert.Equal(("3月5日派人扶正", false, 1), (answered.Words, answered.Public, await Files(site, answered.Id)));
        Assert.True(answered.At - received.At >= TimeSpan.FromDays(2));
        foreach (var inside in new[] { "派人扶正", "值班室" }) Assert.DoesNotContain(inside, (await story.Track(key)).Text);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task An_answer_on_the_phone_without_a_receipt_counts_as_both(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("电压低", "power-supply");
        await story.Dispatch(key.Number, "power-low", lead: Outside, more: new() { ["words"] = "请测电压" });
        await story.Do(Story.Dispatcher, key.Number, "letter-answered", new() { ["words"] = "电话里说明天来" });
        var part = await Part(site);
        Assert.Equal((DispatchState.Signed, part.LetterAnsweredAt), (part.State, part.LetterReceivedAt));
        Assert.NotNull(part.LetterAnsweredAt);
        var desk = await site.As(Story.Dispatcher);
        await desk.Open($"/desk/{key.Number}");
        Assert.Contains("已回函", desk.Page.QuerySelector(".facts")!.TextContent);
        Assert.Null(desk.Page.QuerySelector("a[href*='letter-received']"));
        await desk.Open($"/desk/{key.Number}/letter/{key.Number}-1");
        Assert.Contains("请测电压", desk.Text);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task What_is_said_with_a_document_stands_on_a_line_of_its_own(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("路灯不亮", "street-lamp");
        await story.Dispatch(key.Number, "lamp-single");
        await story.Do(Story.Dispatcher, key.Number, "issue", new() { ["paper"] = $"Assigned-{(await Part(site)).Id}" });
        var desk = await site.As(Story.Dispatcher);
        await desk.Open($"/desk/{key.Number}/scan");
        Assert.Equal(UnprocessableEntity, await desk.Send($"/desk/{key.Number}/scan", new() { ["words"] = "崔鹏签收" }));
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
        await story.Do(Story.Dispatcher, key.Number, "order", new() { ["other"] = "县委办来人", ["words"] = "尽快换好", ["due"] = "2026-03-20T12:00" });
        await story.Do(Story.Works, key.Number, "order-done", new() { ["words"] = "灯已换好" });
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

    private static Task<Dispatch> Part(TestSite site) => site.Look(db => db.Set<Dispatch>().OrderByDescending(d => d.Id).FirstAsync());

    private static Task<int> Files(TestSite site, long line) => site.Look(db => db.Set<StoredFile>().CountAsync(f => f.OwnerKind == "case-entry" && f.OwnerId == line));

    private const System.Net.HttpStatusCode UnprocessableEntity = System.Net.HttpStatusCode.UnprocessableEntity;

    private const string Outside = "青溪供电所";

    private static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");
}
