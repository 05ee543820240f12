using System.Net;
using Lianxin.Cases.Model;
using Lianxin.Tests.Requirements;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Cases;

/// <summary>What somebody who works in a grid sees of people: of their own cases what they need, of others' nothing.</summary>
public sealed class NotTheirs
{
    private const string Phone = "19900000063";
    private const string PartTime = "duerniu";
    private static readonly string[] Acts = ["", "/why", "/note", "/reveal", "/reply", "/sign", "/finish", "/delegate"];

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_worker_finds_no_person_of_a_case_that_is_not_theirs(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan($"邻居家漏水，我叫王桂芝，打 {Phone}", "street-lamp", phone: Phone, unit: "990101100201", place: "柳塘村二组");
        await story.Dispatch(key.Number, "lamp-single");
        var worker = await site.As(Story.Worker);
        foreach (var address in Acts.SelectMany(a => new[] { $"/desk/{key.Number}{a}", $"/work/cases/{key.Number}{a}" }).Append($"/work/told/{key.Number}").Append($"/desk/call/{key.Number}").Append($"/desk/call/{key.Number}/slip"))
        {
            await worker.Open(address);
            Assert.True(worker.Status is HttpStatusCode.NotFound or HttpStatusCode.Forbidden, $"{address}: {worker.Status}");
            Nothing(worker, address);
        }

        foreach (var address in new[] { "/work", "/work/cases", $"/desk?q={Phone}", $"/desk?q={key.Number}", "/desk?q=王桂芝", "/desk?tab=All", "/inbox", "/figures" })
        {
            await worker.Open(address);
            Nothing(worker, address);
            Assert.Empty(worker.Page.QuerySelectorAll($"[data-row='{key.Number}'], a[href*='/{key.Number}']"));
        }

        await worker.Forge($"/desk/{key.Number}/reveal", await worker.Token(), new Dictionary<string, string> { ["reason"] = "想看看是谁" });
        Assert.Equal(HttpStatusCode.NotFound, worker.Status);
        Assert.DoesNotContain(await story.Timeline(key.Number), e => e.Kind == EntryKind.Revealed);

        static void Nothing(Browser browser, string address)
        {
            // What was typed into the search stands in it.
            foreach (var known in new[] { Phone, "199****0063", "王桂芝", "邻居家漏水" }.Where(k => !address.Contains(k, StringComparison.Ordinal)))
                Assert.False(browser.Page.DocumentElement.OuterHtml.Contains(known, StringComparison.Ordinal), $"{address} shows {known}");
        }
    }

    /// <summary>S4.79 without its points: whoever drives for a living and helps beside it takes a picture and reports, and that is all.</summary>
    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Who_works_part_time_reports_with_a_picture_and_sees_neither_other_cases_nor_full_numbers(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var theirs = await story.Scan("同一个网格的路灯不亮", "street-lamp", phone: Phone, unit: "990101100200003");
        await story.Dispatch(theirs.Number, "lamp-single");
        var rider = await site.As(PartTime);
        await rider.Open("/work/report");
        await rider.Send("/work/report", new() { ["category"] = "manhole", ["words"] = "送餐路上看到井盖没了", ["settled"] = "no" }, files: ("files", "井盖.png", RowsOfTheDesk.Png));
        Assert.Equal(HttpStatusCode.OK, rider.Status);
        var number = rider.Address.Split('/')[^1];
        Assert.Equal(1, await site.Look(async db => await db.Set<Lianxin.Platform.Files.StoredFile>().CountAsync()));
        await rider.Open("/work/cases");
        Assert.Contains("送餐路上看到井盖没了", rider.Text, StringComparison.Ordinal);
        await rider.Open($"/work/cases/{number}");
        var offered = rider.Page.QuerySelectorAll($"a[href^='/desk/{number}/'], form[action^='/desk/{number}/']").Select(e => (e.GetAttribute("href") ?? e.GetAttribute("action"))!.Split('?')[0].Split('/')[^1]).ToList();
        Assert.DoesNotContain(offered, o => o is "reveal" or "sign" or "finish" or "dispatch" or "helper" or "object");
        foreach (var address in Acts.Select(a => $"/desk/{theirs.Number}{a}").Append($"/work/cases/{theirs.Number}"))
            Assert.Equal(HttpStatusCode.NotFound, await rider.Open(address));
        await rider.Forge($"/desk/{number}/reveal", await rider.Token(), new Dictionary<string, string> { ["reason"] = "想看看是谁" });
        Assert.DoesNotContain(await story.Timeline(number), e => e.Kind == EntryKind.Revealed);
        foreach (var address in new[] { "/work", "/inbox", "/work/cases" })
        {
            await rider.Open(address);
            Assert.DoesNotContain("同一个网格的路灯不亮", rider.Text, StringComparison.Ordinal);
        }
    }
}
