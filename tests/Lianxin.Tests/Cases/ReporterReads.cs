using Lianxin.Cases.Desk.Queue;
using Lianxin.Cases.Desk.Show;
using Lianxin.Cases.Model;

namespace Lianxin.Tests.Cases;

/// <summary>What the reporter reads of a line, and what units say to each other.</summary>
public sealed class ReporterReads
{
    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task The_reporter_sees_every_line_and_none_of_the_words_between_units(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("路灯不亮", "street-lamp");
        await story.Dispatch(key.Number, "lamp-single", more: new() { ["words"] = "此户常年投诉，注意方法" });
        await story.Do(Story.CentreHead, key.Number, "supervise", new() { ["reason"] = "领导过问，当心舆情" });
        await story.Do(Story.Works, key.Number, "sign");
        await story.Do(Story.Works, key.Number, "object", new() { ["reason"] = "他自己接错了线" });
        await story.Do(Story.CentreHead, key.Number, "decide-objection", new() { ["decision"] = "no", ["reason"] = "清单写明由你单位办" });
        await story.Do(Story.Works, key.Number, "finish", new() { ["result"] = "换了灯头，试亮正常" });
        var kinds = (await story.Timeline(key.Number)).Select(e => e.Kind).ToList();
        Assert.Contains(EntryKind.Supervised, kinds);
        Assert.Contains(EntryKind.Objected, kinds);

        var page = (await story.Track(key)).Text;
        Assert.Contains("上级来督促", page);
        Assert.Contains("交给村镇建设办公室办", page);
        Assert.Contains("换了灯头", page);
        foreach (var word in (string[])["主办", "协办", "签收", "裁定", "督办", "清单限时办", "派单", "承办", "首问"]) Assert.DoesNotContain(word, page);
        var staff = await site.As(Story.Dispatcher);
        await staff.Open($"/desk/{key.Number}");
        foreach (var word in (string[])["常年投诉", "当心舆情", "他自己接错了线"])
        {
            Assert.Contains(word, staff.Text);
            Assert.DoesNotContain(word, page);
        }
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task The_answer_stands_first_and_steps_read_done_once_they_are(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("路灯不亮", "street-lamp");
        await story.Dispatch(key.Number, "lamp-single");
        Assert.Equal(["已收到", "安排好了", "正在办", "答复", "您来评价"], Steps(await story.Track(key)));
        await story.Do(Story.Works, key.Number, "sign");
        await story.Do(Story.Works, key.Number, "finish", new() { ["result"] = "换了灯头" });
        await story.Do(Story.PhoneClerk, key.Number, "reply", new() { ["words"] = "灯修好了", ["by"] = "Page" });
        var page = await story.Track(key);
        Assert.Equal("灯修好了", page.Page.QuerySelector("h1 + section.card p")!.TextContent);
        Assert.Equal(["已收到", "安排好了", "办完了", "已答复", "您来评价"], Steps(page));
        await page.Send("/t/rate", new() { ["solved"] = "yes", ["mark1"] = "5", ["mark2"] = "5", ["mark3"] = "5" });
        Assert.Equal("您评价了", Steps(page).Last());

        static IEnumerable<string> Steps(Browser page) => page.Page.QuerySelectorAll("ol.steps li").Select(li => li.TextContent);
    }

    [Theory]
    [InlineData(EntryKind.Dispatched)]
    [InlineData(EntryKind.CoAdded)]
    [InlineData(EntryKind.Supervised)]
    [InlineData(EntryKind.TakenBack)]
    [InlineData(EntryKind.KindSwitched)]
    [InlineData(EntryKind.Delegated)]
    [InlineData(EntryKind.HandedUp)]
    [InlineData(EntryKind.SentBack)]
    [InlineData(EntryKind.Recused)]
    public void Words_of_an_internal_line_stay_inside(EntryKind kind) => Assert.False(EntryText.ToldReporter(kind));
}
