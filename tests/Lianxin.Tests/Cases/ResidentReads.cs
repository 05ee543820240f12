using System.Net;
using AngleSharp.Dom;
using Lianxin.Platform.Notices;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Cases;

/// <summary>What the public pages say to whoever has only a phone and the receipt.</summary>
public sealed class ResidentReads
{
    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task One_fault_is_said_to_be_one_and_of_two_answers_one_is_enough(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var resident = site.Anonymous();
        const string report = "/v/990101100200/report";
        await resident.Open(report);
        Assert.Contains("两样填一样就行", resident.Text);
        Assert.DoesNotContain("可不填", resident.Text);
        await resident.Send(report, [], "what");
        Assert.Equal("有一处要改一下", resident.Page.QuerySelector(".summary h2")!.TextContent);
        await resident.Open("/tools/deadline?start=&amount=&unit=");
        Assert.Equal("有几处要改一下", resident.Page.QuerySelector(".summary h2")!.TextContent);
        Assert.Equal(3, resident.Page.QuerySelectorAll("p.error").Length);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Photos_that_came_with_a_refused_form_are_asked_for_again(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var resident = site.Anonymous();
        const string report = "/v/990101100200/report";
        await resident.Open(report);
        await resident.Send(report, new() { ["words"] = "路灯不亮" }, "what");
        await resident.Send(report, [], "where");
        await resident.Send(report, new() { ["phone"] = "12" }, "send");
        Assert.DoesNotContain("照片要重新选一次", resident.Text);
        await resident.Send(report, new() { ["phone"] = "12" }, "send", ("files", "lamp.png", [1, 2, 3]));
        Assert.Equal((HttpStatusCode)422, resident.Status);
        Assert.Contains("照片要重新选一次", resident.Text);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task The_story_says_number_and_code_again_and_leads_back_to_the_village(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var resident = site.Anonymous();
        await resident.Open("/v/990101100200");
        var follow = resident.Page.QuerySelectorAll("a").Single(a => a.TextContent.StartsWith("查进度", StringComparison.Ordinal)).GetAttribute("href")!;
        var key = await new Story(site).Scan("路灯不亮", "street-lamp");
        await resident.Open(follow);
        Assert.NotNull(resident.Page.QuerySelector(".hint a[href^='tel:']"));
        await resident.Send("/t", new() { ["number"] = key.Number, ["code"] = "000000" });
        Assert.Equal((HttpStatusCode)422, resident.Status);
        Assert.NotNull(resident.Page.QuerySelector(".hint a[href^='tel:']"));
        await resident.Send("/t", new() { ["number"] = key.Number, ["code"] = key.Code });
        Assert.Equal(key, Story.Receipt(resident));
        Assert.NotNull(resident.Page.QuerySelector("a[href='/v/990101100200']"));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_date_is_explained_in_one_sentence_before_its_steps(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("路灯不亮", "street-lamp");
        await story.Dispatch(key.Number, "lamp-single");
        var page = await story.Track(key);
        var sentence = page.Page.QuerySelector("#why > p")!.TextContent;
        Assert.StartsWith("4 个工作小时内派给去办的单位，再过", sentence, StringComparison.Ordinal);
        Assert.NotNull(page.Page.QuerySelector("#why > details .counted"));
        Assert.Contains("要在", page.Page.QuerySelector("details[id^=why-] > p")!.TextContent);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task What_was_done_lately_is_told_as_villagers_call_it_with_the_day_alone(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        foreach (var (category, words) in new[] { ("street-lamp", "灯泡换好了"), ("other", "别的小事"), ("elderly", "给独居老人送了菜") })
        {
            var worker = await site.As(Story.Worker);
            await worker.Open("/work/report");
            await worker.Send("/work/report", new() { ["category"] = category, ["words"] = words, ["settled"] = "yes" });
            Assert.Contains("记好了", worker.Text);
            Assert.Contains("自己发现的", worker.Text);
            Assert.DoesNotContain("当面", worker.Text);
        }

        var resident = site.Anonymous();
        await resident.Open("/v/990101100200");
        Assert.Equal("路灯不亮，办好了今天", Assert.Single(resident.Page.QuerySelectorAll(".news li")).TextContent.Trim());
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task In_english_the_pictures_and_the_story_are_english(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var resident = site.Anonymous();
        await resident.Open("/v/990101100200/report?lang=en");
        var pictures = resident.Page.QuerySelectorAll(".pics b").Select(b => b.TextContent).ToList();
        Assert.True(pictures.Count > 8, resident.Text);
        Assert.DoesNotContain(pictures, Language.Literals.Chinese);
        await resident.Open("/v/990101100200?lang=en");
        Assert.Contains("Village secretary", resident.Page.QuerySelector(".phone")!.TextContent);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Once_answered_nobody_is_asked_in_the_inbox_to_answer(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("路灯不亮", "street-lamp");
        await story.Dispatch(key.Number, "lamp-single");
        await story.Do(Story.Works, key.Number, "sign");
        await story.Do(Story.Works, key.Number, "finish", new() { ["result"] = "换了灯头" });
        Task<int> Asked() => site.Look(db => db.Set<Notice>().CountAsync(n => n.ReadAt == null && n.Text.Contains("请答复反映人")));
        Assert.NotEqual(0, await Asked());
        await story.Do(Story.PhoneClerk, key.Number, "reply", new() { ["words"] = "灯修好了", ["by"] = "Page" });
        Assert.Equal(0, await Asked());
    }
}
