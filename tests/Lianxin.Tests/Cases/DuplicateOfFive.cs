using Lianxin.Cases.Model;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Cases;

/// <summary>Five people report one burst pipe: one case is handled, five are answered.</summary>
public sealed class DuplicateOfFive
{
    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Five_reporters_get_five_replies_and_the_one_taken_apart_stands_where_it_stood(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        string[] said = ["村口路灯不亮，晚上看不清路", "村口的路灯不亮了", "路灯坏了，村口晚上看不清", "村口路灯一直不亮", "村口路灯不亮，孩子摔了", "村口路灯不亮，是另一盏"];
        var keys = new List<(string Number, string Code)>();
        foreach (var words in said) keys.Add(await story.Scan(words, "street-lamp"));
        var before = await story.File(keys[5].Number);
        var desk = await site.As(Story.Dispatcher);
        await desk.Open($"/desk/{keys[1].Number}/merge");
        Assert.Contains("村口", string.Concat(desk.Page.QuerySelectorAll("input[name=main]").Select(i => i.ParentElement!.TextContent)));
        foreach (var key in keys.Skip(1)) await story.Do(Story.Dispatcher, key.Number, "merge", new() { ["main"] = "", ["other"] = keys[0].Number });
        foreach (var key in keys.Skip(1)) Assert.True((await story.File(key.Number)).Merged);
        Assert.Null((await story.File(keys[1].Number)).NextDue);
        await desk.Open("/desk?tab=ToDispatch");
        Assert.Single(desk.Page.QuerySelectorAll("[data-row]"));
        await desk.Open($"/desk/{keys[1].Number}");
        Assert.Null(desk.Page.QuerySelector("a[href$='/dispatch']"));
        Assert.NotNull(desk.Page.QuerySelector("a[href$='/unmerge']"));

        // The sixth was another lamp: apart again, its clock having run.
        site.Wait(TimeSpan.FromHours(3));
        await story.Do(Story.Dispatcher, keys[5].Number, "unmerge", new() { ["reason"] = "是另一盏灯" });
        var apart = await story.File(keys[5].Number);
        Assert.Equal((before.Status, before.PromiseDue, before.NextDue, before.RiseAt, before.Words), (apart.Status, apart.PromiseDue, apart.NextDue, apart.RiseAt, apart.Words));

        await story.Dispatch(keys[0].Number, "lamp-single");
        await story.Do(Story.Works, keys[0].Number, "sign");
        await story.Do(Story.Works, keys[0].Number, "finish", new() { ["result"] = "换了灯头" });
        await story.Do(Story.PhoneClerk, keys[0].Number, "reply", new() { ["words"] = "村口的灯修好了，请放心", ["by"] = "Page" });
        foreach (var key in keys.Take(5))
        {
            Assert.Equal(CaseStatus.Closed, (await story.File(key.Number)).Status);
            Assert.Contains("村口的灯修好了，请放心", (await story.Track(key)).Text);
        }

        var page = await story.Track(keys[2]);
        Assert.DoesNotContain(keys[0].Number, page.Text);
        Assert.DoesNotContain("孩子摔了", page.Text);
        Assert.DoesNotContain("修好了", (await story.Track(keys[5])).Text);
        Assert.Equal([Step.Find, Step.Assign, Step.Handle, Step.Feedback, Step.Rate], (await story.Steps(keys[3].Number)).Select(s => s.Step));
        Assert.Contains(await story.Timeline(keys[0].Number), e => e is { Kind: EntryKind.MergedIn, Public: false } && e.Words.Contains("孩子摔了"));

        // Not solved for one of them: theirs is opened again, on its own.
        await page.Send("/t/rate", new() { ["number"] = keys[2].Number, ["code"] = keys[2].Code, ["solved"] = "no", ["mark1"] = "1", ["mark2"] = "1", ["mark3"] = "1" });
        var again = await story.File(keys[2].Number);
        Assert.Equal((CaseStatus.Received, false, 1), (again.Status, again.Merged, again.Round));
        Assert.Equal(CaseStatus.Closed, (await story.File(keys[0].Number)).Status);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Who_was_not_called_is_not_recorded_as_called(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        foreach (var others in new[] { "", "true" })
        {
            var (main, one, mute) = (await story.Scan("村口路灯不亮", "street-lamp", "19900000291"), await story.Scan("村口的灯坏了", "street-lamp", "19900000292"), await story.Scan("村口路灯黑着", "street-lamp"));
            foreach (var key in new[] { one, mute }) await story.Do(Story.Dispatcher, key.Number, "merge", new() { ["main"] = "", ["other"] = main.Number });
            await story.Dispatch(main.Number, "lamp-single");
            await story.Finish(main.Number, "换了灯头");
            var clerk = await site.As(Story.PhoneClerk);
            await clerk.Open($"/desk/{main.Number}/reply");
            Assert.Contains($"留了电话的：{one.Number}。", clerk.Text);
            Assert.DoesNotContain($"{mute.Number}。没告诉", clerk.Text);
            await clerk.Send($"/desk/{main.Number}/reply", new() { ["words"] = "灯修好了", ["by"] = "Call", ["others"] = others });
            Assert.Equal([["Call"], [others.Length > 0 ? "Call" : "Page"], ["Page"]], new[] { await By(story, main), await By(story, one), await By(story, mute) });
        }
    }

    private static async Task<string[]> By(Story story, (string Number, string Code) key) =>
        [.. (await story.Timeline(key.Number)).Where(e => e.Kind == EntryKind.Replied).Select(e => System.Text.Json.JsonSerializer.Deserialize<string[]>(e.Parts)![0])];

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Two_things_reported_at_once_become_two_cases_with_one_promise_and_the_reporter_gets_both_keys(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("村口路灯不亮。另外水管也漏了", "street-lamp", phone: "19900000261");
        site.Wait(TimeSpan.FromHours(1));
        await story.Do(Story.Dispatcher, key.Number, "split", new() { ["words"] = "村口路灯不亮", ["other"] = "另外水管也漏了" });
        var (whole, apart) = (await story.File(key.Number), await site.Look(db => db.Set<Case>().SingleAsync(c => c.SplitFromId != null)));
        Assert.Equal(("村口路灯不亮", "另外水管也漏了"), (whole.Words, apart.Words));
        Assert.Equal((whole.PromiseStart, whole.PromiseDue, whole.Channel, whole.FirstAskedPersonId), (apart.PromiseStart, apart.PromiseDue, apart.Channel, apart.FirstAskedPersonId));
        Assert.Contains(await story.Timeline(key.Number), e => e.Kind == EntryKind.Reported && e.Words == "村口路灯不亮。另外水管也漏了");
        var page = await story.Track(key);
        var code = page.Page.QuerySelectorAll(".receipt b").Select(b => b.TextContent).SkipWhile(t => t != apart.Number).ElementAt(1);
        Assert.Contains("另外水管也漏了", (await story.Track((apart.Number, code))).Text);
        var desk = await site.As(Story.Dispatcher);
        await desk.Open("/desk?q=19900000261");
        Assert.Equal(2, desk.Page.QuerySelectorAll("[data-row]").Length);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task What_the_village_is_not_to_know_is_merged_with_nothing(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var open = await story.Scan("村口路灯不亮，晚上看不清路", "street-lamp");
        var kept = await story.Scan("村口路灯不亮，晚上看不清路", "street-lamp", audience: "NotVillage");
        var desk = await site.As(Story.Dispatcher);
        await desk.Open($"/desk/{kept.Number}");
        Assert.Null(desk.Page.QuerySelector("a[href$='/merge']"));
        await desk.Open($"/desk/{open.Number}/merge");
        Assert.Null(desk.Page.QuerySelector("input[name=main]"));
        await desk.Send($"/desk/{open.Number}/merge", new() { ["other"] = kept.Number });
        Assert.Equal((System.Net.HttpStatusCode)422, desk.Status);
        Assert.Null((await story.File(open.Number)).MergedIntoId);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Nobody_is_lost_with_the_one_it_was_merged_into(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var (main, one) = (await story.Scan("村口路灯不亮", "street-lamp"), await story.Scan("村口的灯坏了", "street-lamp"));
        await story.Do(Story.Dispatcher, one.Number, "merge", new() { ["other"] = main.Number });
        await (await story.Track(main)).Send("/t/withdraw", new() { ["number"] = main.Number, ["code"] = main.Code, ["reason"] = "又亮了" });
        var apart = await story.File(one.Number);
        Assert.Equal((false, CaseStatus.Received, (DateTime?)apart.PromiseDue), (apart.Merged, apart.Status, apart.NextDue));

        // Voided, turned private, found to complain about a unit: the others go on by themselves.
        var second = await story.Scan("桥边路灯不亮", "street-lamp");
        await story.Do(Story.Dispatcher, one.Number, "merge", new() { ["other"] = second.Number });
        await story.Do(Story.Dispatcher, second.Number, "accused", new() { ["unit"] = (await story.UnitId("石桥村")).ToString(), ["reason"] = "说村里拿了钱不修" });
        Assert.False((await story.File(one.Number)).Merged);

        // One that was merged, withdrawn and taken up again is its own again.
        var third = await story.Scan("水塔边路灯不亮", "street-lamp");
        await story.Do(Story.Dispatcher, one.Number, "merge", new() { ["other"] = third.Number });
        foreach (var act in new[] { "withdraw", "resume" }) await (await story.Track(one)).Send($"/t/{act}", new() { ["number"] = one.Number, ["code"] = one.Code });
        Assert.Equal((false, CaseStatus.Received), ((await story.File(one.Number)).Merged, (await story.File(one.Number)).Status));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task What_one_of_them_adds_must_be_read_and_a_later_date_is_told_to_all(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var (main, one) = (await story.Scan("村口路灯不亮", "street-lamp"), await story.Scan("村口的灯坏了", "street-lamp"));
        await story.Do(Story.Dispatcher, one.Number, "merge", new() { ["other"] = main.Number });
        await story.Dispatch(main.Number, "lamp-single");
        await story.Do(Story.Works, main.Number, "sign");
        await (await story.Track(one)).Send("/t/add", new() { ["number"] = one.Number, ["code"] = one.Code, ["words"] = "旁边那盏也坏了" });
        Assert.True((await story.File(main.Number)).Unread);
        Assert.Contains(await story.Timeline(main.Number), e => e is { Kind: EntryKind.Update, Public: false, Words: "旁边那盏也坏了" });
        await story.Do(Story.Works, main.Number, "extension", new() { ["until"] = "2026-03-20", ["reason"] = "等灯具" });
        await story.Do(Story.CentreHead, main.Number, "decide-extension", new() { ["decision"] = "yes", ["reason"] = "同意" });
        var (moved, its) = (await story.File(main.Number), await story.File(one.Number));
        Assert.Equal((moved.PromiseDue, (DateTime?)null), (its.PromiseDue, its.NextDue));
        Assert.Contains("03-20", (await story.Track(one)).Text);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task While_typing_open_cases_near_by_are_offered_to_those_who_may_see_them(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("村口路灯不亮，晚上看不清路", "street-lamp");
        var unit = (await story.UnitId("石桥村")).ToString();
        Assert.Contains(key.Number, await Near(site, Story.PhoneClerk, "/desk/call", "路灯不亮了，在村口", unit));
        Assert.DoesNotContain(key.Number, await Near(site, Story.PhoneClerk, "/desk/call", "想问医保怎么交", unit));
        Assert.DoesNotContain(key.Number, await Near(site, Story.PhoneClerk, "/desk/call", "路灯不亮了，在村口", (await story.UnitId("柳塘村")).ToString()));
        // While the village is not picked yet, the whole township is looked at.
        Assert.Contains(key.Number, await Near(site, Story.PhoneClerk, "/desk/call", "路灯不亮了，在村口", ""));
        // A month later only what is worded much the same.
        Assert.Contains(key.Number, await Near(site, Story.PhoneClerk, "/desk/call", "路灯坏了不亮", unit));
        site.Wait(TimeSpan.FromDays(31));
        Assert.DoesNotContain(key.Number, await Near(site, Story.PhoneClerk, "/desk/call", "路灯坏了不亮", unit));
        Assert.Contains(key.Number, await Near(site, Story.PhoneClerk, "/desk/call", "路灯不亮了，在村口", unit));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task At_the_same_point_fewer_words_in_common_are_enough(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var worker = await site.As(Story.Worker);
        await worker.Open("/work/report");
        await worker.Send("/work/report", new() { ["words"] = "村口路灯不亮，晚上看不清路", ["category"] = "street-lamp", ["longitude"] = "110.20000", ["latitude"] = "30.50000" });
        var number = (await site.Look(db => db.Set<Case>().SingleAsync())).Number;
        var words = "村口那根杆子歪得厉害，路灯要倒了";
        Assert.DoesNotContain(number, await Near(site, Story.Worker, "/work/report", words, ""));
        Assert.Contains(number, await Near(site, Story.Worker, "/work/report", words, "", ("110.20050", "30.50030")));
        Assert.DoesNotContain(number, await Near(site, Story.Worker, "/work/report", words, "", ("110.20500", "30.50030")));
    }

    private static async Task<string> Near(TestSite site, string login, string from, string words, string unit, (string Longitude, string Latitude)? point = null)
    {
        var clerk = await site.As(login);
        await clerk.Open(from);
        var token = clerk.Page.QuerySelector($"form[action='{from}'] input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var fields = new Dictionary<string, string> { ["words"] = words, ["unit"] = unit, ["__RequestVerificationToken"] = token };
        if (point is var (longitude, latitude)) (fields["longitude"], fields["latitude"]) = (longitude, latitude);
        await clerk.Post("/desk/near", fields);
        return clerk.Text;
    }
}
