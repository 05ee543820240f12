using System.Net;
using Lianxin.Cases.Model;
using Lianxin.Platform.Audit;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Cases;

/// <summary>Many cases in one go: each as if alone, what was refused says why and stays picked, the same post twice is one act.</summary>
public sealed class ManyAtOnce
{
    private const string Key = "0123456789abcdef";

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Each_case_is_dispatched_by_its_own_proposal_and_what_is_refused_says_why_and_stays_picked(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var lamp = (await story.Scan("路灯不亮", "street-lamp")).Number;
        var gone = (await story.Scan("路灯也不亮", "street-lamp")).Number;
        var unclear = (await story.Scan("有点事想问问")).Number;
        await story.Dispatch(gone, "lamp-single");
        var desk = await site.As(Story.Dispatcher);
        await desk.Open("/desk?tab=All");
        Assert.Equal(3, desk.Page.QuerySelectorAll("input[data-pick][form=bulk]").Length);
        await desk.Open($"/desk/bulk/dispatch?tab=All&case={lamp}&case={gone}&case={unclear}&case=20260302-9999");
        Assert.Contains("派给村镇建设办公室", desk.Text, StringComparison.Ordinal);
        // What has no condition yet is known beforehand not to go.
        Assert.Contains("确认办理 1 件", desk.Text, StringComparison.Ordinal);
        Assert.Equal([lamp], desk.Page.QuerySelectorAll("form input[name=case]").Select(e => e.GetAttribute("value")));
        Assert.Equal(CaseStatus.Received, (await story.File(lamp)).Status);
        await Send(desk, "dispatch", [lamp, gone, unclear, "20260302-9999"]);
        Assert.StartsWith("/desk/bulk/done/", desk.Address, StringComparison.Ordinal);
        Assert.Equal(CaseStatus.Handling, (await story.File(lamp)).Status);
        // An act of its own for each, beside that of the whole.
        Assert.Equal(2, await site.Look(db => db.Set<ActRow>().CountAsync(a => a.UseCase == "DispatchCase")));
        Assert.Equal(1, await site.Look(db => db.Set<ActRow>().CountAsync(a => a.UseCase == "RunBulk")));
        Assert.Single(await story.Timeline(lamp), e => e.Kind == EntryKind.Dispatched);
        Assert.Single(await story.Timeline(gone), e => e.Kind == EntryKind.Dispatched);
        var picked = desk.Page.QuerySelectorAll("input[name=case]").Select(e => e.GetAttribute("value")).ToList();
        Assert.Contains(gone, picked);
        Assert.Contains("20260302-9999", picked);
        Assert.DoesNotContain(lamp, picked);
        Assert.All(desk.Page.QuerySelectorAll("input[name=case]"), box => Assert.True(box.HasAttribute("checked")));
        Assert.Contains("这一步现在不能办", desk.Text, StringComparison.Ordinal);
        Assert.Contains("没有找到这件事项", desk.Text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task The_same_post_twice_urges_each_once_and_another_persons_result_is_not_there(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var numbers = new[] { (await story.Scan("路灯不亮", "street-lamp")).Number, (await story.Scan("又一盏不亮", "street-lamp")).Number };
        foreach (var number in numbers) await story.Dispatch(number, "lamp-single");
        var desk = await site.As(Story.Dispatcher);
        await desk.Open($"/desk/bulk/urge?case={numbers[0]}&case={numbers[1]}");
        await Send(desk, "urge", numbers, ("cid", Key), ("reason", "今天要有结果"));
        var result = desk.Address;
        Assert.StartsWith("/desk/bulk/done/", result, StringComparison.Ordinal);
        await desk.Open($"/desk/bulk/urge?case={numbers[0]}&case={numbers[1]}");
        await Send(desk, "urge", numbers, ("cid", Key), ("reason", "今天要有结果"));
        Assert.Equal(result, desk.Address);
        foreach (var number in numbers)
        {
            Assert.Equal(1, (await story.File(number)).Urges);
            Assert.Equal("今天要有结果", Assert.Single(await story.Timeline(number), e => e.Kind == EntryKind.Urged).Words);
        }

        Assert.Equal(HttpStatusCode.NotFound, await (await site.As(Story.CentreHead)).Open(result));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_batch_that_broke_off_halfway_is_finished_by_sending_it_again(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var numbers = new[] { (await story.Scan("路灯不亮", "street-lamp")).Number, (await story.Scan("又一盏不亮", "street-lamp")).Number };
        foreach (var number in numbers) await story.Dispatch(number, "lamp-single");
        var desk = await site.As(Story.Dispatcher);
        await desk.Open($"/desk/bulk/urge?case={numbers[0]}&case={numbers[1]}");
        await Send(desk, "urge", numbers, ("cid", Key));
        // As if the node had died after the first case: neither the second nor the result was saved.
        await site.With<Lianxin.Platform.Data.AppDb, int>(db => db.Set<Receipt>().Where(r => r.UseCase == "RunBulk").ExecuteDeleteAsync());
        await site.With<Lianxin.Platform.Data.AppDb, int>(db => db.Set<BulkRun>().ExecuteDeleteAsync());
        var second = (await site.Look(db => db.Set<Receipt>().Where(r => r.UseCase == "UrgeCase").ToListAsync())).Single(r => r.Result == $"/desk/{numbers[1]}");
        await site.With<Lianxin.Platform.Data.AppDb, int>(db => db.Set<Receipt>().Where(r => r.Key == second.Key).ExecuteDeleteAsync());
        await desk.Open($"/desk/bulk/urge?case={numbers[0]}&case={numbers[1]}");
        await Send(desk, "urge", numbers, ("cid", Key));
        Assert.Contains("办好 2 件", desk.Text, StringComparison.Ordinal);
        var (first, again) = ((await story.File(numbers[0])).Urges, (await story.File(numbers[1])).Urges);
        Assert.Equal((1, 2), (first, again));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_template_answers_each_in_its_own_words_by_the_rules_of_one_reply(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var head = await site.As(Story.CentreHead);
        await head.Open("/admin/templates/new");
        await head.Send("/admin/templates/new", new() { ["name"] = "修好了", ["words"] = "{编号}由{单位}办好：{结果}" });
        var template = await site.Look(db => db.Set<ReplyTemplate>().Select(t => t.Id).SingleAsync());
        var with = await Done(story, "路灯不亮", "19900000777", "换了灯头");
        var without = await Done(story, "又一盏不亮", "", "接好了线");
        var clerk = await site.As(Story.PhoneClerk);
        await clerk.Open($"/desk/bulk/reply?case={with}&case={without}");
        Assert.Contains("修好了", clerk.Text, StringComparison.Ordinal);
        await Send(clerk, "reply", [with, without], ("template", $"{template}"), ("by", "Call"));
        Assert.Equal(CaseStatus.Closed, (await story.File(with)).Status);
        Assert.Contains((await story.Timeline(with)), e => e.Kind == EntryKind.Replied && e.Words == $"{with}由村镇建设办公室办好：换了灯头");
        // Who left no number was not called, in a batch either.
        Assert.Equal(CaseStatus.Feedback, (await story.File(without)).Status);
        Assert.Contains("不能选这一项", clerk.Text, StringComparison.Ordinal);
        await clerk.Open($"/desk/bulk/reply?case={without}");
        await Send(clerk, "reply", [without]);
        Assert.Equal((HttpStatusCode)422, clerk.Status);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Fifty_at_the_most_and_only_what_ones_post_allows(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var lamp = (await story.Scan("路灯不亮", "street-lamp")).Number;
        var desk = await site.As(Story.Dispatcher);
        await desk.Open($"/desk/bulk/urge?case={lamp}");
        await Send(desk, "urge", [.. Enumerable.Range(0, 51).Select(i => $"20260302-{i:0000}")]);
        Assert.Equal((HttpStatusCode)422, desk.Status);
        Assert.Contains("一次最多 50 件", desk.Text, StringComparison.Ordinal);
        var works = await site.As(Story.Works);
        Assert.Equal(HttpStatusCode.NotFound, await works.Open($"/desk/bulk/dispatch?case={lamp}"));
        await works.Open("/desk");
        Assert.Empty(works.Page.QuerySelectorAll("input[data-pick]"));
    }

    private static async Task<string> Done(Story story, string words, string phone, string result)
    {
        var number = (await story.Scan(words, "street-lamp", phone)).Number;
        await story.Dispatch(number, "lamp-single");
        await story.Do(Story.Works, number, "sign");
        await story.Do(Story.Works, number, "finish", new() { ["result"] = result });
        return number;
    }

    /// <summary>Sends what the page would send for these cases, with the token that stands in it.</summary>
    private static Task Send(Browser browser, string act, string[] numbers, params (string Name, string Value)[] fields)
    {
        var token = browser.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var all = numbers.Select(n => KeyValuePair.Create("case", n)).Concat(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))).Append(new("__RequestVerificationToken", token)).Append(new("view", "?tab=All"));
        return browser.Go(new HttpRequestMessage(HttpMethod.Post, $"/desk/bulk/{act}") { Content = new FormUrlEncodedContent(all) });
    }
}
