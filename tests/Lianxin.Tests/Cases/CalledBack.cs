using System.Net;
using Lianxin.Cases.Model;
using Lianxin.Cases.Turns.Revisits;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Cases;

/// <summary>每月回访: drawn once, drawn again the same, called one after the other, and “not solved” opens the case again.</summary>
public sealed class CalledBack
{
    private static readonly DateTime First = new(2026, 3, 31, 22, 10, 0, DateTimeKind.Utc);

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_month_is_drawn_once_by_two_nodes_and_can_be_drawn_again_the_same(string engine)
    {
        await using var a = await TestSite.Township(engine);
        await using var b = await TestSite.Beside(a);
        var day = new Counted(a);
        var (one, two, rated) = (await day.Done(), await day.Done(), await day.Done());
        await day.Rate(rated, "yes", 5);
        var nobody = await day.Done(phone: "");
        var open = await day.Sent();
        await a.Settle();
        a.Time.Stand(First);
        Assert.All(await Task.WhenAll(new[] { a, b, a, b }.Select(site => Task.Run(() => site.Tick("cases.revisits")))), ran => Assert.True(ran));
        await a.Tick("cases.revisits");

        var draw = await a.Look(db => db.Set<RevisitDraw>().AsNoTracking().SingleAsync());
        Assert.Equal(new DateOnly(2026, 3, 1), draw.Month);
        Assert.Equal((await Ids(day, one, two), await Ids(day, rated)), (draw.Unrated, draw.Rated));
        var drawn = await a.Look(db => db.Set<Revisit>().AsNoTracking().OrderBy(r => r.Turn).ToListAsync());
        var (unrated, again) = RevisitSample.Draw(draw.Seed, [.. Split(draw.Unrated)], [.. Split(draw.Rated)], draw.UnratedMost, draw.RatedPercent);
        Assert.Equal(unrated.Concat(again), drawn.Select(r => r.CaseId));
        Assert.Equal([false, false, true], drawn.Select(r => r.WasRated));
        Assert.Contains("3月的回访抽好了，请打电话", await Inbox(a, Story.PhoneClerk));
        // In the next month the next one is drawn, from what was closed in it: nothing.
        a.Time.Stand(First.AddMonths(1));
        await b.Tick("cases.revisits");
        Assert.Equal(1, await a.Look(db => db.Set<RevisitDraw>().CountAsync()));
    }

    [Fact]
    public void The_sample_follows_from_the_seed_whatever_the_order_and_holds_its_limits()
    {
        var all = Enumerable.Range(1, 200).Select(i => (long)i).ToList();
        var (unrated, rated) = RevisitSample.Draw("seed", all, [.. all.Select(i => i + 1_000)], 60, 20);
        Assert.Equal((60, 40), (unrated.Distinct().Count(), rated.Distinct().Count()));
        var turned = RevisitSample.Draw("seed", [.. all.OrderDescending()], [.. all.OrderDescending().Select(i => i + 1_000)], 60, 20);
        Assert.Equal(unrated, turned.Unrated);
        Assert.Equal(rated, turned.Rated);
        Assert.NotEqual(unrated, RevisitSample.Draw("other", all, [], 60, 20).Unrated);
        Assert.Equal([7L], RevisitSample.Draw("seed", [], [7], 60, 20).Rated);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Row", "S1.27")]
    public async Task The_list_is_called_one_after_the_other_and_not_solved_opens_the_case_again(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var day = new Counted(site);
        var keys = new[] { await day.Done("19900000033"), await day.Done("19900000033"), await day.Done("19900000033") };
        await day.Rate(keys[2], "yes", 5);
        await Draw(site);
        var clerk = await site.As(Story.PhoneClerk);
        await clerk.Open("/revisits");
        Assert.Contains("共 3 件，打完 0 件，还要打 3 件", clerk.Text);
        Assert.Contains("随机数", clerk.Text);
        Assert.Single(clerk.Page.QuerySelectorAll("form.export[action^='/revisits/export']"));
        await clerk.Open(clerk.Page.QuerySelectorAll("a").Single(x => x.TextContent == "开始打电话").GetAttribute("href")!);
        var first = await Case(site, clerk);
        Assert.Contains("您好，这里是青溪镇", clerk.Text);
        Assert.Contains("您3月2日反映的“村口路灯不亮”", clerk.Text);
        // The number is masked until the look is on record.
        Assert.DoesNotContain("19900000033", clerk.Page.Body!.InnerHtml);
        var call = clerk.Address;
        await clerk.Send(call + "/number", []);
        Assert.Equal("tel:19900000033", clerk.Page.QuerySelector("a.dial")!.GetAttribute("href"));
        Assert.Equal("电话回访", Assert.Single(await day.Story.Timeline(first.Number), e => e.Kind == EntryKind.Revealed).Words);

        await clerk.Send(call, new() { ["answer"] = "Unsolved" });
        Assert.Equal((HttpStatusCode)422, clerk.Status);
        Assert.Contains("请写下哪里没解决", clerk.Text);
        // The same form twice is one act.
        var (fields, token) = (new Dictionary<string, string> { ["answer"] = "Unsolved", ["words"] = "昨晚又不亮了", ["cid"] = "0123456789abcdef" }, clerk.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!);
        fields["__RequestVerificationToken"] = token;
        await clerk.Post(call, fields);
        var second = clerk.Address;
        await clerk.Post(call, fields);
        Assert.Equal((HttpStatusCode.OK, second), (clerk.Status, clerk.Address));
        var again = await day.Story.File(first.Number);
        Assert.Equal((CaseStatus.Received, 1, first.Number), (again.Status, again.Round, again.Number));
        var lines = await day.Story.Timeline(first.Number);
        Assert.Equal("昨晚又不亮了", Assert.Single(lines, e => e.Kind == EntryKind.Revisited).Words);
        Assert.Single(lines, e => e.Kind == EntryKind.Reopened);
        Assert.False((await site.Look(db => db.Set<Rating>().AsNoTracking().SingleAsync(r => r.CaseId == first.Id))).Solved);

        // Nobody answers: behind the others each time, and after three tries it is over.
        await clerk.Send(second, new() { ["answer"] = "Missed" });
        Assert.NotEqual(second, clerk.Address);
        var third = clerk.Address;
        await clerk.Post(third + "/skip", new() { ["__RequestVerificationToken"] = clerk.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")! });
        Assert.Equal(second, clerk.Address);
        await clerk.Send(second, new() { ["answer"] = "Missed" });
        Assert.Equal(third, clerk.Address);
        await clerk.Send(third, new() { ["answer"] = "Basic", ["words"] = "慢了点" });
        Assert.Equal(second, clerk.Address);
        Assert.Contains("打过 2 次没人接，最多打 3 次", clerk.Text);
        await clerk.Send(second, new() { ["answer"] = "Missed" });
        Assert.Equal($"/revisits?unit={await day.Story.UnitId("青溪镇")}", clerk.Address);
        Assert.Contains("共 3 件，打完 3 件，还要打 0 件", clerk.Text);
        Assert.Equal(["满意 0", "基本满意 1", "不满意 0", "没解决 1", "没人接 1", "不愿评价 0"], clerk.Page.QuerySelectorAll(".counted li").Select(li => li.TextContent));

        // What was said counts: basic 0.8 of two, whoever was not reached is left out; by the day each was closed.
        await site.Settle();
        await clerk.Open("/figures?period=range&from=2026-03-01&to=2026-03-31");
        Assert.Equal(("40.0%", "50.0%"), (Counted.Percent(clerk, "满意率"), Counted.Percent(clerk, "解决率")));
        Assert.Equal("1 件", Counted.Line(clerk, "满意率", "回访没人接"));
        Assert.True(await Counted.Holds(clerk, "/figures?period=range&from=2026-03-01&to=2026-04-30") > 5);
        await clerk.Open("/figures?period=month");
        Assert.Contains("回访说没解决 1", clerk.Text);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_result_noted_by_mistake_is_taken_back_but_not_once_the_case_is_open_again(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var day = new Counted(site);
        await day.Done();
        await day.Done();
        await Draw(site);
        var clerk = await site.As(Story.PhoneClerk);
        await clerk.Open("/revisits");
        await clerk.Open(clerk.Page.QuerySelectorAll("a").Single(x => x.TextContent == "开始打电话").GetAttribute("href")!);
        var (call, file) = (clerk.Address, await Case(site, clerk));
        await clerk.Send(call, new() { ["answer"] = "Satisfied" });
        Assert.Equal(CaseStatus.Rated, (await day.Story.File(file.Number)).Status);
        await clerk.Send(call + "/undo", []);
        Assert.Equal(call, clerk.Address);
        Assert.Equal(CaseStatus.Closed, (await day.Story.File(file.Number)).Status);
        Assert.Equal(0, await site.Look(db => db.Set<Rating>().CountAsync()));
        await clerk.Send(call, new() { ["answer"] = "Unsolved", ["words"] = "还是不亮" });
        Assert.Equal(CaseStatus.Received, (await day.Story.File(file.Number)).Status);
        Assert.Empty(clerk.Page.QuerySelectorAll("form[action$='/undo']"));
        var token = clerk.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        await clerk.Post(call + "/undo", new() { ["__RequestVerificationToken"] = token });
        Assert.Equal((HttpStatusCode)422, clerk.Status);
        // It was opened again on the phone: the reporter sees it on their own page, under the same number.
        Assert.Equal(1, (await day.Story.File(file.Number)).Round);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Private_cases_are_called_by_cleared_posts_and_who_must_be_protected_is_not_called(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var day = new Counted(site);
        var clue = await day.Story.Scan("电缆被剪了", "theft", "19900000055");
        var family = await day.Story.Scan("家里有人动手打人", "family-violence", "19900000044");
        foreach (var key in new[] { clue, family })
        {
            Assert.True((await day.Story.File(key.Number)).Private);
            await day.Story.Do("tanghui", key.Number, "explain", new() { ["kind"] = "explain", ["reason"] = "已转公安办理" });
            await day.Story.Do("tanghui", key.Number, "reply", new() { ["words"] = "已转公安办理", ["by"] = "Call" });
        }

        Assert.Equal(CaseStatus.Closed, (await day.Story.File(clue.Number)).Status);
        await Draw(site);
        var drawn = await site.Look(db => db.Set<Revisit>().AsNoTracking().SingleAsync());
        Assert.Equal((await day.Story.File(clue.Number)).Id, drawn.CaseId);
        var clerk = await site.As(Story.PhoneClerk);
        await clerk.Open("/revisits");
        Assert.Contains("共 0 件", clerk.Text);
        Assert.Contains("没人评价的 0 件里最多抽", clerk.Text);
        Assert.Equal(HttpStatusCode.NotFound, await clerk.Open($"/revisits/{drawn.Id}"));
        var officer = await site.As("tanghui");
        await officer.Open("/revisits");
        Assert.Contains("共 1 件", officer.Text);
        Assert.Contains("没人评价的 1 件里最多抽", officer.Text);
        Assert.Equal(HttpStatusCode.OK, await officer.Open($"/revisits/{drawn.Id}"));
        Assert.Equal(HttpStatusCode.Forbidden, await (await site.As(Story.Works)).Open("/revisits"));
    }

    private static async Task Draw(TestSite site)
    {
        await site.Settle();
        site.Time.Stand(First);
        Assert.True(await site.Tick("cases.revisits"));
    }

    private static async Task<Lianxin.Cases.Model.Case> Case(TestSite site, Browser on)
    {
        var id = long.Parse(on.Address.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);
        return await site.Look(db => db.Set<Lianxin.Cases.Model.Case>().AsNoTracking().SingleAsync(c => db.Set<Revisit>().Any(r => r.Id == id && r.CaseId == c.Id)));
    }

    private static async Task<string> Ids(Counted day, params (string Number, string Code)[] keys)
    {
        var ids = new List<long>();
        foreach (var key in keys) ids.Add((await day.Story.File(key.Number)).Id);
        return string.Join(' ', ids.Order());
    }

    private static IEnumerable<long> Split(string ids) => ids.Split(' ').Select(long.Parse);

    private static async Task<string> Inbox(TestSite site, string login)
    {
        var browser = await site.As(login);
        await browser.Open("/inbox");
        return browser.Text;
    }
}
