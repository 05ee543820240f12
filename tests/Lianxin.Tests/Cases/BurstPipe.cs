using System.Net;
using Lianxin.Cases.Model;
using Lianxin.Platform.Calendar;
using Lianxin.Platform.Counters;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Cases;

/// <summary>“Burst pipe”: the village whistles three departments; one comes with the code, one late, one not at all; both sides rate, the leader sees it.</summary>
public sealed class BurstPipe
{
    private const string Emergency = "leizhenhai";
    private const string Sanitation = "baojun";

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Row", "S2.100")]
    public async Task Called_departments_confirm_arrival_late_and_absent_are_recorded_and_both_sides_rate(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("水管爆了，街上全是水", "water-supply");
        await Whistle(site, story, Story.Secretary, key.Number, "Urgent", "应急管理办公室", "环境卫生管理站", "村镇建设办公室");
        var calls = await Calls(site, key.Number);
        Assert.All(calls, c => Assert.Equal(site.Time.GetUtcNow().UtcDateTime.AddHours(2), c.Due));
        Assert.Equal(3, await site.Look(db => db.Set<Dispatch>().CountAsync(d => d.CaseId == calls[0].CaseId && !d.Lead)));
        var caller = await site.As(Story.Secretary);
        await caller.Open($"/desk/{key.Number}");
        var code = caller.Page.QuerySelectorAll("b").Select(b => b.TextContent).Single(t => t.Length == 6 && t.All(char.IsAsciiDigit));
        var emergency = await site.As(Emergency);
        var by = Shanghai.Deadline(calls[0].Due);
        await emergency.Open("/desk");
        Assert.Contains($"请 {by} 前到场", emergency.Page.QuerySelector($"article[data-row='{key.Number}']")!.TextContent);
        await emergency.Open($"/desk/{key.Number}");
        Assert.Contains($"请 {by} 前到北街口", emergency.Page.QuerySelector(".case-top + .note")!.TextContent);
        Assert.DoesNotContain(code, emergency.Text);
        await emergency.Open(emergency.Page.QuerySelector(".case-top + .note a")!.GetAttribute("href")!);
        Assert.Contains(by, emergency.Text);
        Assert.Equal($"已经叫应急管理办公室、环境卫生管理站、村镇建设办公室到现场，{by} 前到", (await story.Track(key)).Page.QuerySelector(".note")!.TextContent);
        await story.Do(Emergency, key.Number, "arrive", new() { ["code"] = code });
        site.Wait(TimeSpan.FromHours(2) + TimeSpan.FromMinutes(1));
        await site.Tick("cases.calls");
        Assert.Equal(2, (await story.Timeline(key.Number)).Count(e => e.Kind == EntryKind.CallLate));
        Assert.Equal(["环境卫生管理站、村镇建设办公室还没有到现场", "应急管理办公室到现场了"], (await story.Track(key)).Page.QuerySelectorAll(".note").Select(n => n.TextContent));
        await emergency.Open("/desk");
        Assert.DoesNotContain("前到场", emergency.Text);
        await story.Do(Sanitation, key.Number, "arrive");
        site.Wait(TimeSpan.FromHours(2));
        await site.Tick("cases.calls");
        await site.Tick("cases.calls");
        calls = await Calls(site, key.Number);
        Assert.Equal([(Arrival.Code, false, false), (Arrival.Tap, true, false), (null, true, true)], calls.Select(c => (c.How, c.LateAt is not null, c.AbsentAt is not null)));
        await site.Settle();
        var county = await story.UnitId("云岭县");
        foreach (var how in new[] { "in-time", "late", "absent" })
            Assert.Equal(1, await site.Look(async db => (long)await Tally.Sum(db, $"cases.called:{how}", county, new(2026, 3, 2), new(2026, 3, 2))));
        await story.Do(Story.Secretary, key.Number, "rate-call", new() { ["call"] = $"{calls[1].Id}", ["mark"] = "2", ["words"] = "水都漫到门口才来" });
        await story.Do(Sanitation, key.Number, "rate-call", new() { ["call"] = $"{calls[1].Id}", ["mark"] = "4", ["words"] = "说得清楚，路好找" });
        var leader = await site.As("luzhengming");
        await leader.Open($"/desk/{key.Number}");
        foreach (var seen in new[] { "水都漫到门口才来", "说得清楚，路好找", "没有到场", "按时到场" }) Assert.Contains(seen, leader.Text);
        await emergency.Open($"/desk/{key.Number}");
        Assert.DoesNotContain("水都漫到门口才来", emergency.Text);
        Assert.DoesNotContain("漫到门口", (await story.Track(key)).Text);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_code_is_guessed_five_times_at_most_and_the_callers_word_settles_it(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("水管爆了", "water-supply");
        await Whistle(site, story, Story.Dispatcher, key.Number, "Ordinary", "应急管理办公室");
        for (var i = 0; i < 5; i++)
        {
            var wrong = await story.Do(Emergency, key.Number, "arrive", new() { ["code"] = $"00000{i}" });
            Assert.Equal((HttpStatusCode)422, wrong.Status);
        }

        var shut = await story.Do(Emergency, key.Number, "arrive", new() { ["code"] = "000009" });
        Assert.Contains("试错太多次", shut.Text);
        var call = Assert.Single(await Calls(site, key.Number));
        Assert.Null(call.ArrivedAt);
        await story.Do(Story.Dispatcher, key.Number, "arrived", new() { ["call"] = $"{call.Id}" });
        call = Assert.Single(await Calls(site, key.Number));
        Assert.Equal((Arrival.Word, null), (call.How, call.LateAt));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Only_posts_with_the_right_whistle_and_nobody_is_called_twice_at_once(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("水管爆了", "water-supply");
        var clerk = await site.As(Story.PhoneClerk);
        await clerk.Open($"/desk/{key.Number}/whistle");
        Assert.Empty(clerk.Page.QuerySelectorAll($"form[action='/desk/{key.Number}/whistle']"));
        await Whistle(site, story, Story.Dispatcher, key.Number, "Urgent", "应急管理办公室");
        var asked = await site.As(Story.Dispatcher);
        await asked.Open($"/desk/{key.Number}/whistle");
        Assert.DoesNotContain("云岭县公安局", asked.Text);
        Assert.Contains("青溪派出所", asked.Text);
        var twice = await Whistle(site, story, Story.Dispatcher, key.Number, "Urgent", "应急管理办公室");
        Assert.Equal((HttpStatusCode)422, twice.Status);
        Assert.Single(await Calls(site, key.Number));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Where_nobody_works_at_a_called_unit_its_owner_comes(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("水管爆了", "water-supply");
        await Whistle(site, story, Story.Secretary, key.Number, "Urgent", "青溪镇网格化服务管理中心");
        await story.Do("fangjianguo", key.Number, "arrive");
        Assert.Equal(Arrival.Tap, Assert.Single(await Calls(site, key.Number)).How);
    }

    private static async Task<Browser> Whistle(TestSite site, Story story, string login, string number, string urgency, params string[] units)
    {
        var browser = await site.As(login);
        await browser.Open($"/desk/{number}/whistle");
        var token = browser.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var fields = new List<KeyValuePair<string, string>>
        {
            new("__RequestVerificationToken", token), new("urgency", urgency), new("place", "北街口"), new("words", "关阀、抽水、拉警戒线"),
        };
        foreach (var unit in units) fields.Add(new("units", $"{await story.UnitId(unit)}"));
        await browser.Go(new HttpRequestMessage(HttpMethod.Post, $"/desk/{number}/whistle") { Content = new FormUrlEncodedContent(fields) });
        return browser;
    }

    private static Task<List<WhistleCall>> Calls(TestSite site, string number) => site.Look(db => (
        from call in db.Set<WhistleCall>().AsNoTracking() join file in db.Set<Case>() on call.CaseId equals file.Id where file.Number == number orderby call.Id select call).ToListAsync());
}
