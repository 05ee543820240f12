using Lianxin.Cases.Model;
using Microsoft.EntityFrameworkCore;
using static Lianxin.Tests.Cases.FromElsewhere;

namespace Lianxin.Tests.Cases;

/// <summary>A ticket of another system that is sent twice, and one that was two things.</summary>
public sealed class TicketsComeBack
{
    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_ticket_the_source_sends_a_second_time_is_handled_again_under_its_number(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var (clerk, number) = await Answered(site, story);
        await clerk.Open($"/desk/{number}/answer-text");
        await clerk.Send($"/desk/{number}/answer-source", []);
        site.Wait(TimeSpan.FromDays(1));
        clerk = await site.As(Story.PhoneClerk);
        await Paste(clerk, Ticket.Replace("2026-03-04 12:00", "2026-03-06 12:00").Replace("不亮三天了", "又不亮了"));
        Assert.Contains("按原编号重新办理", clerk.Text);
        await clerk.Send("/desk/paste", [], null, [("files", "灯.png", Files.Pictures.Png(40, 30))]);
        Assert.Equal($"/desk/{number}", clerk.Address);
        var (file, outer) = (await site.Look(db => db.Set<Case>().SingleAsync()), await site.Look(db => db.Set<OuterNumber>().SingleAsync()));
        Assert.Equal((CaseStatus.Received, 1), (file.Status, file.Round));
        Assert.Equal((new DateTime(2026, 3, 6, 4, 0, 0, DateTimeKind.Utc), null), (outer.Due, outer.AnsweredAt));
        Assert.True(file.PromiseDue > site.Time.GetUtcNow().UtcDateTime && file.PromiseDue < outer.Due);
        Assert.Contains(await story.Timeline(number), e => e.Kind == EntryKind.SentAgain && e.Words.Contains("又不亮了", StringComparison.Ordinal));
        await clerk.Open($"/desk/{number}/answer-text");
        Assert.Contains("还没有办理结果", clerk.Text);

        // The same caller is one reporter; another is one more, whose name stands nowhere in words.
        Assert.Equal(1, await site.Look(db => db.Set<Reporter>().CountAsync()));

        // While it is being handled the ticket is only the case there is.
        await Paste(clerk, Ticket);
        await clerk.Send("/desk/paste", []);
        Assert.Equal(1, (await story.File(number)).Round);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Nothing_is_opened_again_of_which_the_page_did_not_say_so_and_who_may_know_is_not_decided_anew(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var (clerk, number) = await Answered(site, story);
        await Paste(clerk, Ticket.Replace("0117", "0199"));
        await clerk.Send("/desk/paste", new() { ["number"] = "QX20260302000117" });
        Assert.Equal(System.Net.HttpStatusCode.UnprocessableEntity, clerk.Status);
        Assert.Contains($"这个编号登记过，就是 {number}", clerk.Text, StringComparison.Ordinal);
        Assert.Equal(CaseStatus.Closed, (await story.File(number)).Status);
        await clerk.Send("/desk/paste", new() { ["audience"] = "NotVillage" });
        Assert.Equal(System.Net.HttpStatusCode.UnprocessableEntity, clerk.Status);
        await clerk.Send("/desk/paste", new() { ["audience"] = "Usual", ["name"] = "冯桂兰", ["phone"] = "19900000232" });
        Assert.Equal(CaseStatus.Received, (await story.File(number)).Status);
        Assert.Contains(await story.Timeline(number), e => e is { Kind: EntryKind.Note, Public: false });
        Assert.DoesNotContain(await story.Timeline(number), e => e.Words.Contains("冯桂兰", StringComparison.Ordinal));
        Assert.Equal(2, await site.Look(db => db.Set<Reporter>().CountAsync()));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task What_was_split_off_a_ticket_keeps_its_pictures_and_is_answered_with_it(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var clerk = await site.As(Story.PhoneClerk);
        await Paste(clerk, Ticket);
        await clerk.Send("/desk/paste", [], null, [("files", "一.png", Files.Pictures.Png(40, 30)), ("files", "二.png", Files.Pictures.Png(41, 30))]);
        var whole = (await site.Look(db => db.Set<Case>().SingleAsync())).Number;
        await story.Do(Story.Dispatcher, whole, "split", new() { ["words"] = "村口路灯不亮", ["other"] = "水管也漏" });
        var apart = (await site.Look(db => db.Set<Case>().SingleAsync(c => c.SplitFromId != null))).Number;
        foreach (var number in new[] { whole, apart })
        {
            await clerk.Open($"/desk/{number}");
            Assert.Equal(2, clerk.Page.QuerySelectorAll(".case a[href^='/files/']").Select(a => a.GetAttribute("href")).Distinct().Count());
        }

        Assert.Contains($"从哪件分出来{whole}", clerk.Page.QuerySelector(".case")!.TextContent.Replace("\n", "").Replace(" ", ""));
        await Answer(whole, "灯亮了");
        Assert.Contains($"办理结果：灯亮了\n另一件（{apart}）：还在办理", await Text(whole));
        await clerk.Send($"/desk/{whole}/answer-source", []);
        Assert.Equal(System.Net.HttpStatusCode.UnprocessableEntity, clerk.Status);
        Assert.Null((await site.Look(db => db.Set<OuterNumber>().SingleAsync())).AnsweredAt);
        await Answer(apart, "水管接好了");
        Assert.Contains($"另一件（{apart}）：水管接好了（村镇建设办公室）", await Text(whole));

        async Task Answer(string number, string words)
        {
            await story.Dispatch(number, "lamp-single", lead: "村镇建设办公室");
            await story.Do(Story.Works, number, "sign");
            await story.Do(Story.Works, number, "finish", new() { ["result"] = words });
            await story.Do(Story.PhoneClerk, number, "reply", new() { ["words"] = words, ["by"] = "Call" });
        }

        async Task<string> Text(string number)
        {
            await clerk.Open($"/desk/{number}/answer-text");
            return clerk.Page.QuerySelector("textarea")!.TextContent;
        }
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Whoever_reads_an_answer_for_many_learns_nobody_elses_name(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var clerk = await site.As(Story.PhoneClerk);
        await Paste(clerk, Ticket);
        await clerk.Send("/desk/paste", new() { ["condition"] = "lamp-single" });
        var main = (await site.Look(db => db.Set<Case>().SingleAsync())).Number;
        await Paste(clerk, Ticket.Replace("0117", "0118").Replace("韩秀英", "冯桂兰"));
        await clerk.Send("/desk/paste", []);
        var other = (await site.Look(db => db.Set<Case>().OrderBy(c => c.Id).LastAsync())).Number;
        await story.Do(Story.Dispatcher, other, "merge", new() { ["main"] = "", ["other"] = main });
        await story.Dispatch(main, "lamp-single");
        await story.Finish(main, "换了灯头");
        await story.Do(Story.PhoneClerk, main, "reply", new() { ["words"] = "已给韩秀英和冯桂兰打电话，灯亮了", ["by"] = "Call" });
        Assert.Equal("已给反映人和反映人打电话，灯亮了", (await story.Timeline(other)).Last(e => e.Kind == EntryKind.Replied).Words);
        foreach (var number in new[] { main, other })
        {
            await clerk.Open($"/desk/{number}/answer-text");
            var text = clerk.Page.QuerySelector("textarea")!.TextContent;
            Assert.Contains("灯亮了", text, StringComparison.Ordinal);
            Assert.DoesNotContain("韩秀英", text, StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_ticket_sent_again_leaves_the_reporter_their_one_reopening(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var (clerk, number) = await Answered(site, story);
        await Paste(clerk, Ticket);
        await clerk.Send("/desk/paste", []);
        await clerk.Open($"/desk/call/{number}");
        var key = Story.Told(clerk);
        await Through();
        await Unsolved("没有解决，请再办");
        Assert.Equal((CaseStatus.Received, 2), ((await story.File(number)).Status, (await story.File(number)).Round));
        await Through();
        await Unsolved("没有解决");
        Assert.Equal((CaseStatus.Rated, 2), ((await story.File(number)).Status, (await story.File(number)).Round));

        async Task Through()
        {
            await story.Dispatch(number, "lamp-single");
            await story.Finish(number, "换了灯头");
            await story.Do(Story.PhoneClerk, number, "reply", new() { ["words"] = "灯亮了", ["by"] = "Call" });
        }

        async Task Unsolved(string offered)
        {
            var page = await story.Track(key);
            Assert.Contains(page.Page.QuerySelectorAll("label.tile b"), b => b.TextContent == offered);
            await page.Send("/t/rate", new() { ["number"] = number, ["code"] = key.Code, ["solved"] = "no", ["mark1"] = "1", ["mark2"] = "1", ["mark3"] = "1" });
        }
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_whole_that_was_withdrawn_or_given_back_still_tells_the_source_what_became_of_its_parts(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        foreach (var end in new[] { "withdraw", "return-source" })
        {
            var clerk = await site.As(Story.PhoneClerk);
            await Paste(clerk, Ticket.Replace("0117", end.Length.ToString("0000", System.Globalization.CultureInfo.InvariantCulture)));
            await clerk.Send("/desk/paste", []);
            var whole = (await site.Look(db => db.Set<Case>().OrderBy(c => c.Id).LastAsync())).Number;
            await story.Do(Story.Dispatcher, whole, "split", new() { ["words"] = "村口路灯不亮", ["other"] = "水管也漏" });
            var apart = (await site.Look(db => db.Set<Case>().OrderBy(c => c.Id).LastAsync())).Number;
            await story.Do(Story.Dispatcher, whole, end, new() { ["reason"] = "这盏灯在邻镇" });
            Assert.False((await story.File(whole)).Open);
            var own = end == "withdraw" ? "办理结果：反映人撤回了" : "办理结果：不归我们办，已退回：这盏灯在邻镇";
            Assert.Contains($"{own}\n另一件（{apart}）：还在办理", await Text(), StringComparison.Ordinal);
            await story.Dispatch(apart, "lamp-single", lead: "村镇建设办公室");
            await story.Finish(apart, "水管接好了");
            await story.Do(Story.PhoneClerk, apart, "reply", new() { ["words"] = "水管接好了", ["by"] = "Call" });
            Assert.Contains($"{own}\n另一件（{apart}）：水管接好了（村镇建设办公室）", await Text(), StringComparison.Ordinal);

            async Task<string> Text()
            {
                await clerk.Open($"/desk/{whole}/answer-text");
                return clerk.Page.QuerySelector("textarea")!.TextContent;
            }
        }
    }

    /// <summary>A ticket pasted, handled and answered, with the clerk who did so.</summary>
    private static async Task<(Browser Clerk, string Number)> Answered(TestSite site, Story story)
    {
        var clerk = await site.As(Story.PhoneClerk);
        await Paste(clerk, Ticket);
        await clerk.Send("/desk/paste", new() { ["condition"] = "lamp-single" });
        var number = (await site.Look(db => db.Set<Case>().SingleAsync())).Number;
        await story.Dispatch(number, "lamp-single");
        await story.Finish(number, "换了灯头");
        await story.Do(Story.PhoneClerk, number, "reply", new() { ["words"] = "灯亮了", ["by"] = "Call" });
        return (clerk, number);
    }
}
