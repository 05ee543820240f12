using System.Net;
using AngleSharp.Dom;
using Lianxin.Cases.Model;
using Lianxin.Platform.Calendar;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Cases;

/// <summary>Every date a page shows opens why it is this date.</summary>
public sealed class WhyLinks
{
    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_row_of_the_queue_and_of_today_opens_the_clock_whose_date_it_shows(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var waiting = await story.Scan("路灯不亮", "street-lamp");
        var sent = await story.Scan("另一盏路灯不亮", "street-lamp");
        await story.Dispatch(sent.Number, "lamp-single");
        var desk = await site.As(Story.Dispatcher);
        Assert.Equal("向反映人承诺的答复时间", await Opens(desk, "/desk", waiting.Number, ".q"));
        Assert.Equal("承办单位的办理时限", await Opens(desk, "/desk", sent.Number, ".q"));
        Assert.Equal("承办单位的办理时限", await Opens(await site.As(Story.Works), "/work", sent.Number, ".job"));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task My_cases_and_a_known_caller_open_it_too(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var worker = await site.As(Story.Worker);
        await worker.Open("/work/report");
        await worker.Send("/work/report", new() { ["category"] = "street-lamp", ["words"] = "路灯不亮，王大爷说的", ["settled"] = "no", ["name"] = "王大爷" });
        await worker.Open("/work/cases");
        Assert.Equal("向反映人承诺的答复时间", await Follow(worker, worker.Page.QuerySelector(".job")!));
        var key = await story.Scan("路灯不亮", "street-lamp", phone: "13900000124");
        var clerk = await site.As(Story.PhoneClerk);
        await clerk.Open("/desk/call?phone=13900000124");
        Assert.Contains(key.Number, clerk.Page.QuerySelector("#caller")!.TextContent);
        Assert.Equal("向反映人承诺的答复时间", await Follow(clerk, clerk.Page.QuerySelector("#caller li")!));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_line_of_the_timeline_opens_the_clock_of_the_unit_it_names(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("路灯不亮", "street-lamp");
        await story.Dispatch(key.Number, "lamp-single");
        foreach (var (login, page) in new[] { (Story.Dispatcher, "/desk/"), (Story.Works, "/work/cases/") })
        {
            var staff = await site.As(login);
            await staff.Open(page + key.Number);
            var line = staff.Page.QuerySelectorAll(".tl li").Single(l => l.TextContent.Contains("主办"));
            var date = line.QuerySelector("a.due")!;
            Assert.Contains($"{date.TextContent}前办完", line.TextContent);
            await staff.Open(date.GetAttribute("href")!);
            Assert.Contains("承办单位的办理时限", staff.Text);
            Assert.Contains(date.TextContent, staff.Text);
        }
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task The_reporters_receipt_and_story_unfold_each_date_they_show(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var resident = site.Anonymous();
        const string action = "/v/990101100200/report";
        await resident.Open(action);
        await resident.Send(action, new() { ["words"] = "路灯不亮", ["category"] = "street-lamp" }, "what");
        await resident.Send(action, [], "where");
        await resident.Send(action, [], "send");
        var key = Story.Receipt(resident);
        Unfolds(resident, ".receipt a.due");
        await story.Dispatch(key.Number, "lamp-single");
        var page = await story.Track(key);
        Unfolds(page, ".receipt a.due");
        Unfolds(page, ".receipt a.tagged");
        var folds = page.Page.QuerySelectorAll(".tl a.due").Select(a => Unfolds(page, $".tl a.due[href='{a.GetAttribute("href")}']").QuerySelector("summary")!.TextContent).ToList();
        Assert.Contains(folds, f => f.Contains("村镇建设办公室", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task No_page_shows_a_due_date_that_cannot_be_asked_after(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("路灯不亮", "street-lamp", phone: "13900000125");
        site.Wait(TimeSpan.FromMinutes(7));
        await story.Dispatch(key.Number, "lamp-single");
        await story.Do(Story.Works, key.Number, "sign");
        await story.Do(Story.Works, key.Number, "kind", new() { ["kind"] = "at-once", ["reason"] = "学生要走" });
        await story.Do(Story.Works, key.Number, "helper", new() { ["unit"] = $"{await story.UnitId("青溪供电所")}", ["reason"] = "请停一下电" });
        await story.Do(Story.Works, key.Number, "finish", new() { ["result"] = "修好了" });
        await story.Do(Story.Dispatcher, key.Number, "sign");
        await story.Do(Story.Dispatcher, key.Number, "finish", new() { ["result"] = "停电配合了" });
        await story.Do(Story.PhoneClerk, key.Number, "reply", new() { ["words"] = "修好了", ["by"] = "Page" });
        site.Wait(TimeSpan.FromDays(1) + TimeSpan.FromMinutes(11));
        await Promises.NotSolved(story, key);
        site.Wait(TimeSpan.FromMinutes(13));
        await story.Dispatch(key.Number, "lamp-single");
        var up = await story.Scan("整条街的路灯都不亮", "street-lamp");
        await story.Do(Story.Dispatcher, up.Number, "hand-up", new() { ["kind"] = "raise", ["reason"] = "镇里没有改造资金", ["materials"] = "线路图" });

        var worker = await site.As(Story.Worker);
        await worker.Open("/work/report");
        await worker.Send("/work/report", new() { ["category"] = "street-lamp", ["words"] = "路灯不亮，王大爷说的", ["settled"] = "no", ["name"] = "王大爷" });
        var dates = await Dates(site);
        Assert.True(dates.Count >= 5, string.Join(' ', dates));
        Asked(worker, dates, atLeast: 1);
        await worker.Open("/work/cases");
        Asked(worker, dates, atLeast: 1);
        var village = await site.As(Story.Secretary);
        await village.Open($"/work/cases/{key.Number}");
        Asked(village, dates, atLeast: 5);
        var works = await site.As(Story.Works);
        await works.Open("/work");
        Asked(works, dates, atLeast: 1);
        var desk = await site.As(Story.Dispatcher);
        foreach (var (page, atLeast) in new[] { ("/desk", 2), ($"/desk/{key.Number}", 7), ($"/desk/{key.Number}/letter/{key.Number}-1", 1) })
        {
            await desk.Open(page);
            Asked(desk, dates, atLeast);
        }

        var county = await site.As("shenyue");
        await county.Open($"/desk/{up.Number}");
        Asked(county, dates, atLeast: 3);
        var clerk = await site.As(Story.PhoneClerk);
        await clerk.Open("/desk/call?phone=13900000125");
        Asked(clerk, dates, atLeast: 1);
        Asked(await story.Track(key), dates, atLeast: 5);
        var resident = site.Anonymous();
        const string action = "/v/990101100200/report";
        await resident.Open(action);
        await resident.Send(action, new() { ["words"] = "路灯不亮", ["category"] = "street-lamp" }, "what");
        await resident.Send(action, [], "where");
        await resident.Send(action, [], "send");
        Asked(resident, await Dates(site), atLeast: 1);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Who_filed_a_private_case_reads_why_this_date_without_opening_it(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var clerk = await site.As(Story.PhoneClerk);
        await clerk.Open("/desk/call");
        await clerk.Send("/desk/call", new() { ["words"] = "男人喝了酒就打人", ["unit"] = $"{await story.UnitId("石桥村")}", ["condition"] = "violence-past" });
        Assert.StartsWith("/desk/call/", clerk.Address, StringComparison.Ordinal);
        Unfolds(clerk, "a.due");
        Asked(clerk, await Dates(site), atLeast: 1);
    }

    /// <summary>Every date anything is due by or was once promised by, as pages write it.</summary>
    private static Task<HashSet<string>> Dates(TestSite site) => site.Look(async db =>
    {
        var parts = await db.Set<Dispatch>().Select(d => d.Due).ToListAsync();
        var promised = await db.Set<Promised>().Select(p => p.Due).ToListAsync();
        var kinds = await db.Set<Case>().Where(c => c.KindDue != null).Select(c => c.KindDue!.Value).ToListAsync();
        return parts.Concat(promised).Concat(kinds).Select(Shanghai.Deadline).ToHashSet();
    });

    /// <summary>Every due date and every tag of time left on the page is a link to its reason, or stands inside one.</summary>
    private static void Asked(Browser browser, HashSet<string> dates, int atLeast)
    {
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        var shown = browser.Page.Body!.Descendants<IText>().Where(t => dates.Any(t.Data.Contains)).Select(t => t.ParentElement!)
            .Concat(browser.Page.QuerySelectorAll(".tag[title], a.tagged"))
            .Where(e => e.Closest("details.fold") is null).ToList();
        Assert.True(shown.Count >= atLeast, $"{browser.Address} shows {shown.Count}: {browser.Text}");
        foreach (var element in shown)
        {
            var href = element.Closest("a.due, a.tagged")?.GetAttribute("href");
            Assert.True(href is not null && (href.Contains("/why", StringComparison.Ordinal) || browser.Page.QuerySelector(href) is not null), $"{browser.Address}: {element.OuterHtml}");
        }
    }

    /// <summary>The fold a date links to, which says the same date again.</summary>
    private static IElement Unfolds(Browser browser, string link)
    {
        var date = browser.Page.QuerySelector(link);
        Assert.True(date is not null, $"{link}: {browser.Text}");
        var fold = browser.Page.QuerySelector(date.GetAttribute("href")!);
        Assert.True(fold is { LocalName: "details" }, date.OuterHtml);
        if (date.ClassName == "due") Assert.Contains(date.TextContent.Replace("前", "").Trim(), fold.TextContent);
        return fold;
    }

    private static async Task<string> Opens(Browser browser, string list, string number, string row)
    {
        await browser.Open(list);
        return await Follow(browser, browser.Page.QuerySelectorAll(row).Single(r => r.InnerHtml.Contains(number)));
    }

    private static async Task<string> Follow(Browser browser, IElement row)
    {
        var tag = row.QuerySelector("a.tagged");
        Assert.True(tag is not null && row.LocalName != "a", row.OuterHtml);
        Assert.Equal(HttpStatusCode.OK, await browser.Open(tag.GetAttribute("href")!));
        return browser.Page.QuerySelector(".page-head p")!.TextContent;
    }
}
