using AngleSharp.Dom;
using Lianxin.Cases.Model;
using Lianxin.Platform.Inbox;
using Lianxin.Platform.Notices;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Cases;

/// <summary>What the clerk's desk says: who has a case, which clock ran out, where each case stands.</summary>
public sealed class ClerksDesk
{
    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Forms_that_write_to_others_say_who_has_it_and_who_reads_the_words(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("路灯不亮", "street-lamp");
        await story.Dispatch(key.Number, "lamp-single");
        foreach (var (login, act, told) in new[]
        {
            (Story.Dispatcher, "reassign", "村镇建设办公室和新的主办单位会收到消息"), (Story.Dispatcher, "helper", "新加的协办单位会收到消息"),
            (Story.Dispatcher, "urge", "村镇建设办公室会收到消息"), (Leader, "supervise", "村镇建设办公室和青溪镇会收到消息"),
        })
        {
            var desk = await site.As(login);
            await desk.Open($"/desk/{key.Number}/{act}");
            Assert.Contains("村镇建设办公室 主办 待签收", desk.Page.QuerySelector(".case .facts")!.TextContent.Spaced());
            Assert.Contains(told, desk.Page.QuerySelector(".case .note:not([hidden])")!.TextContent);
            Assert.Contains("反映人看不到", desk.Page.QuerySelector(".case .note:not([hidden])")!.TextContent);
        }

        // What is said is so.
        await story.Do(Story.Dispatcher, key.Number, "urge", new() { ["reason"] = "校门口的要快" });
        await story.Do(Leader, key.Number, "supervise", new() { ["reason"] = "盯紧这盏灯" });
        var reporter = (await story.Track(key)).Text;
        Assert.DoesNotContain("校门口的要快", reporter);
        Assert.DoesNotContain("盯紧这盏灯", reporter);
        var works = await site.As(Story.Works);
        await works.Open($"/desk/{key.Number}");
        Assert.Contains("盯紧这盏灯", works.Text);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Who_owes_the_reply_is_named_where_it_is_urged(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var clerk = await site.As(Story.PhoneClerk);
        await clerk.Open("/desk/call");
        await clerk.Send("/desk/call", new() { ["words"] = "路灯不亮", ["unit"] = $"{await story.UnitId("石桥村")}", ["condition"] = "lamp-single" });
        var number = Story.Told(clerk).Number;
        await story.Dispatch(number, "lamp-single");
        await story.Finish(number, "换了灯泡");
        var desk = await site.As(Story.Dispatcher);
        await desk.Open($"/desk/{number}/urge");
        Assert.Contains("等宋美玲答复", desk.Page.QuerySelector(".case .facts")!.TextContent);
        Assert.Contains("负责答复的人会收到消息", desk.Text);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task The_buttons_of_an_approval_say_what_is_decided(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("路灯不亮", "street-lamp");
        await story.Dispatch(key.Number, "lamp-single");
        await story.Do(Story.Works, key.Number, "extension", new() { ["until"] = "2026-03-20", ["reason"] = "等灯具" });
        var head = await site.As(Story.CentreHead);
        await head.Open($"/desk/{key.Number}/decide-extension");
        var buttons = head.Page.QuerySelectorAll("form.ask button");
        Assert.Equal(["同意延期", "不同意，按原时限办"], buttons.Select(b => b.TextContent));
        Assert.Equal(["decision=yes", "decision=no"], buttons.Select(b => $"{b.GetAttribute("name")}={b.GetAttribute("value")}"));
        await head.Send($"/desk/{key.Number}/decide-extension", new() { ["reason"] = "先用旧灯顶上", [buttons[1].GetAttribute("name")!] = buttons[1].GetAttribute("value")! });
        Assert.Contains(await story.Timeline(key.Number), e => e.Kind == EntryKind.ExtensionRefused);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_date_that_has_passed_is_red_and_says_which_clock_it_was(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var unsent = await story.Scan("水管漏水");
        var key = await story.Scan("路灯不亮", "street-lamp");
        await story.Dispatch(key.Number, "lamp-single");
        var desk = await site.As(Story.Dispatcher);
        await desk.Open($"/desk/{key.Number}");
        Assert.Null(desk.Page.QuerySelector(".facts .late"));
        site.Wait(TimeSpan.FromDays(30));
        desk = await site.As(Story.Dispatcher);
        await desk.Open($"/desk/{key.Number}");
        Assert.Equal(["办理超期", "答复超期"], desk.Page.QuerySelectorAll(".case .facts .tag.late").Select(t => t.TextContent.Split(' ')[0]));
        Assert.Equal(2, desk.Page.QuerySelectorAll(".case .facts a.due.late").Length);
        Assert.StartsWith("办理超期", Tag(desk, key.Number));
        Assert.StartsWith("答复超期", Tag(desk, unsent.Number));
        await story.Finish(key.Number, "换了灯泡");
        await desk.Open($"/desk/{key.Number}");
        Assert.Equal(["答复超期"], desk.Page.QuerySelectorAll(".case .facts .tag.late").Select(t => t.TextContent.Split(' ')[0]));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task With_an_instruction_done_its_supervision_ends_and_one_that_was_there_before_goes_on(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var (plain, watched) = (await story.Scan("路灯不亮", "street-lamp"), await story.Scan("水管漏水", "street-lamp"));
        await story.Do(Leader, watched.Number, "supervise", new() { ["reason"] = "盯紧" });
        site.Wait(TimeSpan.FromMinutes(5));
        foreach (var key in new[] { plain, watched })
        {
            await story.Do(Story.Dispatcher, key.Number, "order", new() { ["other"] = "县委王书记", ["words"] = "抓紧", ["due"] = "2026-03-03T12:00" });
            var desk = await site.As(Story.Dispatcher);
            await desk.Open($"/desk?tab=All&q={key.Number}");
            Assert.Equal(["批示", "督办"], desk.Page.QuerySelectorAll("[data-row] .meta .tag.late").Select(t => t.TextContent));
            await story.Do(Story.Dispatcher, key.Number, "order-done", new() { ["words"] = "已安排" });
            await desk.Open($"/desk?tab=All&q={key.Number}");
            Assert.Equal(key == watched ? ["督办"] : [], desk.Page.QuerySelectorAll("[data-row] .meta .tag.late").Select(t => t.TextContent));
        }
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Messages_are_urgent_where_somebody_pushes_or_is_in_danger_and_not_otherwise(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("路灯不亮", "street-lamp");
        await story.Dispatch(key.Number, "lamp-single");
        await story.Finish(key.Number, "换了灯泡");
        await story.Do(Story.PhoneClerk, key.Number, "send-back", new() { ["reason"] = "还是不亮" });
        await (await story.Track(key)).Send("/t/add", new() { ["words"] = "今晚又摔了人" });
        Assert.Empty(await Urgent(site));
        await story.Do(Story.Dispatcher, key.Number, "urge", new() { ["reason"] = "抓紧" });
        Assert.All(await Urgent(site), text => Assert.StartsWith("催办", text));
        Assert.NotEmpty(await Urgent(site));
        var danger = await story.Scan("井盖没了，有人要掉下去", "street-lamp");
        await site.Look(db => db.Set<Case>().Where(c => c.Number == danger.Number).ExecuteUpdateAsync(set => set.SetProperty(c => c.Danger, true)));
        await (await story.Track(danger)).Send("/t/add", new() { ["words"] = "已经有人掉下去了" });
        Assert.Contains(await Urgent(site), text => text.Contains("反映人有补充"));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Today_names_what_waits_at_the_desk_as_well(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var (sent, unsent) = (await story.Scan("路灯不亮", "street-lamp"), await story.Scan("水管漏水", "street-lamp"));
        var head = await site.As(Leader);
        await head.Open("/work");
        Assert.Contains("今天没有要办的事", head.Text);
        await story.Dispatch(sent.Number, "lamp-single");
        await story.Do(Story.Works, sent.Number, "sign");
        await story.Do(Story.Works, sent.Number, "object", new() { ["reason"] = "不归我们" });
        await head.Open("/work");
        Assert.Equal(["等您裁定"], Tasks(head));
        var dispatcher = await site.As(Story.Dispatcher);
        await dispatcher.Open("/work");
        Assert.Equal(["等您派单"], Tasks(dispatcher));
        Assert.Contains(unsent.Number, dispatcher.Page.QuerySelector(".job h3 a")!.GetAttribute("href")!);
        await story.Do(Story.CentreHead, sent.Number, "decide-objection", new() { ["decision"] = "no", ["reason"] = "清单里有" });
        await story.Do(Story.Works, sent.Number, "finish", new() { ["result"] = "换了灯泡" });
        var clerk = await site.As(Story.PhoneClerk);
        await clerk.Open("/work");
        Assert.Equal(["等您答复"], Tasks(clerk));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task The_ground_for_the_place_is_what_the_report_really_gave(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var village = await story.UnitId("石桥村");
        var scanned = await story.Scan("灯不亮", "street-lamp");
        await story.Do(Story.Dispatcher, scanned.Number, "split", new() { ["words"] = "灯不亮", ["other"] = "水管漏了" });
        var clerk = await site.As(Story.PhoneClerk);
        await clerk.Open("/desk/call");
        await clerk.Send("/desk/call", new() { ["words"] = "井盖松了", ["unit"] = $"{village}" });
        await FromElsewhere.Paste(clerk, "工单编号：QX0001\n诉求内容：垃圾没清");
        await clerk.Send("/desk/paste", new() { ["unit"] = $"{village}" });
        var worker = await site.As(Story.Worker);
        await worker.Open("/work/report");
        await worker.Send("/work/report", new() { ["words"] = "杂物堵路", ["category"] = "street-lamp" });
        Assert.Equal(["扫的是石桥村的码", "原来那件在石桥村", "登记时选的是石桥村", "录入时定在石桥村", "上报人的岗位在石桥村一网格"], await site.Look(async db =>
        {
            var lines = await db.Set<Entry>().Where(e => e.Kind == EntryKind.Placed).OrderBy(e => e.Id).Select(e => e.Basis).ToListAsync();
            return lines.Select(b => Lianxin.Platform.Text.Sentence.Unpack(b).Single()).Select(s => string.Format(s.Key, s.Args)).ToList();
        }));
    }

    private const string Leader = "luzhengming";

    private static string Tag(Browser desk, string number) => desk.Page.QuerySelector($"[data-row='{number}'] .tag")!.TextContent;

    private static List<string> Tasks(Browser who) => [.. who.Page.QuerySelectorAll(".job p").Select(p => p.TextContent.Split('　')[0])];

    private static Task<List<string>> Urgent(TestSite site) => site.Look(db => db.Set<Notice>().Where(n => n.Urgent).Select(n => n.Text).ToListAsync());
}

file static class Words
{
    public static string Spaced(this string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
