using System.Net;
using Lianxin.Cases.Model;
using Lianxin.Platform.Calendar;
using Lianxin.Platform.Notices;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Cases;

/// <summary>路灯: scanned without an account, listed with a date, overdue, escalated, solved, rated.</summary>
public sealed class StreetLamp
{
    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Row", "S4.71")]
    public async Task It_is_listed_with_a_date_goes_overdue_escalates_once_per_level_is_solved_and_rated(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("村口路灯不亮，学生放学看不清", "street-lamp");
        await story.Dispatch(key.Number, "lamp-single");
        var file = await story.File(key.Number);
        Assert.Equal(CaseStatus.Handling, file.Status);
        Assert.Equal(new DateTime(2026, 3, 4, 1, 0, 0, DateTimeKind.Utc), file.NextDue);
        await story.Do(Story.Works, key.Number, "sign");

        site.Time.Stand(file.NextDue!.Value.AddMinutes(-1));
        await site.Tick("cases.overdue");
        Assert.DoesNotContain(await story.Timeline(key.Number), e => e.Kind == EntryKind.Escalated);
        site.Wait(TimeSpan.FromMinutes(2));
        await site.Tick("cases.overdue");
        await site.Tick("cases.overdue");
        Assert.Equal("系统", Assert.Single(await story.Timeline(key.Number), e => e.Kind == EntryKind.Escalated).By);
        site.Wait(TimeSpan.FromDays(1));
        await site.Tick("cases.overdue");
        await site.Tick("cases.overdue");
        var risen = (await story.Timeline(key.Number)).Where(e => e.Kind == EntryKind.Escalated).ToList();
        Assert.Equal(2, risen.Count(e => e.Parts.Contains("\"unit\"", StringComparison.Ordinal)));
        Assert.Equal(1, risen.Count(e => e.Parts.Contains("\"promise\"", StringComparison.Ordinal)));
        Assert.All(risen, e => Assert.Equal("系统", e.By));
        Assert.True(await site.Look(db => db.Set<Notice>().AnyAsync(n => n.Urgent && n.Text.StartsWith("超期"))));

        await story.Do(Story.Works, key.Number, "finish", new() { ["result"] = "换了灯头，试亮正常" });
        var desk = await site.As(Story.PhoneClerk);
        await desk.Open($"/desk/{key.Number}/reply");
        await desk.Send($"/desk/{key.Number}/reply", new() { ["words"] = "灯修好了", ["by"] = "Page" });
        var page = await story.Track(key);
        await page.Send("/t/rate", Marks(key, "yes"));
        Assert.Equal(CaseStatus.Rated, (await story.File(key.Number)).Status);
        var steps = await story.Steps(key.Number);
        Assert.Equal([Step.Find, Step.Assign, Step.Handle, Step.Feedback, Step.Rate], steps.Select(s => s.Step));
        Assert.All(steps, s => Assert.NotNull(s.EndedAt));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Not_solved_opens_it_again_once_under_the_same_number_with_its_clock_history(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("路灯不亮", "street-lamp");
        await Through(site, story, key.Number);
        await (await story.Track(key)).Send("/t/rate", Marks(key, "no"));
        var again = await story.File(key.Number);
        Assert.Equal((CaseStatus.Received, 1), (again.Status, again.Round));
        Assert.Contains(await story.Steps(key.Number), s => s.Round == 0 && s.Step == Step.Handle && s.EndedAt is not null);
        await Through(site, story, key.Number);
        await (await story.Track(key)).Send("/t/rate", Marks(key, "no"));
        Assert.Equal((CaseStatus.Rated, 1), ((await story.File(key.Number)).Status, (await story.File(key.Number)).Round));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Not_solved_twice_is_thanked_for_by_nobody_and_reviewed_once_by_somebody_else_by_a_named_date(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("路灯不亮", "street-lamp");
        await Through(site, story, key.Number);
        var page = await story.Track(key);
        await page.Send("/t/rate", Marks(key, "no"));
        Assert.Contains("记下了，马上重新办理", page.Page.QuerySelector(".flash")!.TextContent);
        await Through(site, story, key.Number);
        page = await story.Track(key);
        await page.Send("/t/rate", Marks(key, "no"));
        Assert.Null(page.Page.QuerySelector(".flash"));
        Assert.DoesNotContain("谢谢", page.Text);
        Assert.Contains("您说没有解决", page.Page.QuerySelector(".receipt .tag")!.TextContent);
        Assert.Contains("可以在下面要求复核一次，5 个工作日内把结果告诉您", page.Page.QuerySelector(".note")!.TextContent);

        await page.Send("/t/appeal", new() { ["reason"] = "灯还是一闪一闪" });
        var waits = page.Page.QuerySelector(".note")!.TextContent;
        var asked = await story.File(key.Number);
        var plea = await site.Look(db => db.Set<Plea>().SingleAsync(p => p.CaseId == asked.Id && p.Kind == PleaKind.Review));
        Assert.Contains($"由{await site.Look(db => db.Set<Lianxin.Platform.Access.Unit>().Where(u => u.Id == plea.DecideUnitId).Select(u => u.Name).SingleAsync())}另外的人来看", waits);
        var by = Shanghai.Date(plea.At);
        for (var workdays = 0; workdays < 5; workdays += by.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0 : 1) by = by.AddDays(1);
        Assert.Contains($"最晚 {by:yyyy-MM-dd} 17:30", waits);
        var head = await site.As(Story.CentreHead);
        await head.Open($"/desk/{key.Number}/decide-appeal");
        Assert.Contains($"最晚 {by:yyyy-MM-dd} 17:30 告诉反映人结果", head.Text);

        await story.Do(Story.CentreHead, key.Number, "decide-appeal", new() { ["decision"] = "yes", ["reason"] = "换整套灯具" });
        Assert.Equal((CaseStatus.Received, 2), ((await story.File(key.Number)).Status, (await story.File(key.Number)).Round));
        await Through(site, story, key.Number);
        page = await story.Track(key);
        await page.Send("/t/rate", Marks(key, "no"));
        Assert.Equal(CaseStatus.Rated, (await story.File(key.Number)).Status);
        Assert.Contains("可以找上级信访部门，或者打 12345", page.Page.QuerySelector(".note")!.TextContent);
        Assert.Empty(page.Page.QuerySelectorAll("form[action='/t/appeal']"));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_refused_reopening_has_a_reason_the_reporter_sees_and_one_review(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("路灯不亮", "street-lamp");
        await Through(site, story, key.Number);
        await (await story.Track(key)).Send("/t/rate", Marks(key, "no"));
        await story.Do(Story.Dispatcher, key.Number, "refuse-reopening", new() { ["reason"] = "现场核实灯已亮，坏的是另一户自家的灯" });
        var page = await story.Track(key);
        Assert.Contains("坏的是另一户自家的灯", page.Text);
        await page.Send("/t/appeal", new() { ["reason"] = "灯还是不亮" });
        await story.Do(Story.CentreHead, key.Number, "decide-appeal", new() { ["decision"] = "yes", ["reason"] = "再看一次" });
        Assert.Equal(CaseStatus.Received, (await story.File(key.Number)).Status);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task What_the_reporter_adds_must_be_seen_by_the_handler_and_is_receipted(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("路灯不亮", "street-lamp");
        await story.Dispatch(key.Number, "lamp-single");
        await story.Do(Story.Works, key.Number, "sign");
        var page = await story.Track(key);
        await page.Send("/t/add", new() { ["words"] = "昨晚又有孩子摔了" });
        Assert.Contains("办的人还没看", page.Text);
        Assert.True((await story.File(key.Number)).Unread);
        await story.Do(Story.Works, key.Number, "read");
        Assert.Contains("村镇建设办公室已看", (await story.Track(key)).Text);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Five_wrong_codes_close_the_door_for_half_an_hour(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("路灯不亮", "street-lamp");
        var wrong = key.Code == "000000" ? "000001" : "000000";
        for (var i = 0; i < 5; i++) Assert.Equal((HttpStatusCode)422, (await story.Track((key.Number, wrong))).Status);
        Assert.Equal((HttpStatusCode)422, (await story.Track(key)).Status);
        site.Wait(TimeSpan.FromMinutes(31));
        Assert.Equal(HttpStatusCode.OK, (await story.Track(key)).Status);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_stranger_guessing_elsewhere_does_not_shut_the_reporter_out_nor_guess_on_from_many_networks(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("路灯不亮", "street-lamp");
        var wrong = key.Code == "000000" ? "000001" : "000000";
        for (var network = 0; network < 3; network++)
            for (var i = 0; i < 6; i++) Assert.Equal((HttpStatusCode)422, (await Look(site, key.Number, wrong, $"203.0.113.{network}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await Look(site, key.Number, key.Code, "198.51.100.7")).Status);
        for (var network = 10; network < 16; network++) await Look(site, key.Number, wrong, $"203.0.113.{network}");
        var late = await Look(site, key.Number, key.Code, "198.51.100.9");
        Assert.Equal((HttpStatusCode)422, late.Status);
        Assert.Contains("半小时后再试", late.Text);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task The_number_and_the_code_are_read_as_people_type_them(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("路灯不亮", "street-lamp");
        string Wide(string text) => string.Concat(text.Select(c => char.IsAsciiDigit(c) ? (char)(c + 0xFEE0) : '－'));
        foreach (var typed in new[] { (key.Number.Replace("-", ""), key.Code), (Wide(key.Number), Wide(key.Code)), ($" {key.Number.Replace('-', '—')} ", $"{key.Code[..3]} {key.Code[3..]}") })
            Assert.Equal(HttpStatusCode.OK, (await story.Track(typed)).Status);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_unit_that_is_not_offered_as_the_one_complained_about_is_refused_and_nothing_is_filed(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var resident = site.Anonymous();
        await resident.Open("/v/990101100200/report");
        await resident.Send("/v/990101100200/report", new() { ["words"] = "办事推来推去" }, "what");
        await resident.Send("/v/990101100200/report", [], "where");
        await resident.Send("/v/990101100200/report", new() { ["accused"] = "999999" }, "send");
        Assert.Equal((HttpStatusCode)422, resident.Status);
        Assert.Contains("请从列出的单位里选择", resident.Text);
        Assert.Equal(0, await site.Look(db => db.Set<Case>().CountAsync()));
    }

    private static async Task<Browser> Look(TestSite site, string number, string code, string from)
    {
        var browser = site.Anonymous();
        browser.From = from;
        await browser.Open("/t");
        await browser.Send("/t", new() { ["number"] = number, ["code"] = code });
        return browser;
    }

    private static Dictionary<string, string> Marks((string Number, string Code) key, string solved) =>
        new() { ["number"] = key.Number, ["code"] = key.Code, ["solved"] = solved, ["mark1"] = "5", ["mark2"] = "4", ["mark3"] = "5" };

    private static async Task Through(TestSite site, Story story, string number)
    {
        _ = site;
        await story.Dispatch(number, "lamp-single");
        await story.Do(Story.Works, number, "sign");
        await story.Do(Story.Works, number, "finish", new() { ["result"] = "修好了" });
        await story.Do(Story.PhoneClerk, number, "reply", new() { ["words"] = "修好了", ["by"] = "Page" });
    }
}
