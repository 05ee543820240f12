using Lianxin.Cases.Browse;
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
        Assert.Contains("督办", page);
        Assert.Contains("主办", page);
        Assert.Contains("换了灯头", page);
        var staff = await site.As(Story.Dispatcher);
        await staff.Open($"/desk/{key.Number}");
        foreach (var word in (string[])["常年投诉", "当心舆情", "他自己接错了线"])
        {
            Assert.Contains(word, staff.Text);
            Assert.DoesNotContain(word, page);
        }
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
