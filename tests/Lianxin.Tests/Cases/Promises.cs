using Lianxin.Cases.Model;
using Lianxin.Platform.Calendar;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Cases;

/// <summary>Every date a reporter was ever promised stays on record and can be asked after.</summary>
public sealed class Promises
{
    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Reopened_the_earlier_promise_stands_on_the_case_in_the_story_and_in_why(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("路灯不亮", "street-lamp");
        await Answered(story, key.Number);
        var first = (await story.File(key.Number)).PromiseDue;
        site.Wait(TimeSpan.FromDays(3));
        await NotSolved(story, key);
        var file = await story.File(key.Number);
        Assert.NotEqual(first, file.PromiseDue);
        var kept = await Kept(site, file.Id);
        Assert.Equal([(PromiseWhy.Taken, 0), (PromiseWhy.Classified, 0), (PromiseWhy.Reopened, 1)], kept.Select(p => (p.Why, p.Round)));
        Assert.Equal([first, file.PromiseDue], kept.Skip(1).Select(p => p.Due));

        var line = $"原来承诺 {Shanghai.Deadline(first)} 前答复";
        var desk = await site.As(Story.Dispatcher);
        await desk.Open($"/desk/{key.Number}");
        Assert.Contains(line, Flat(desk.Page.QuerySelector(".facts")!.TextContent));
        await desk.Open(desk.Page.QuerySelectorAll(".facts a.due").Single(a => a.TextContent == Shanghai.Deadline(first)).GetAttribute("href")!);
        Assert.Contains("原来向反映人承诺的答复时间", desk.Text);
        Assert.Contains(Shanghai.Deadline(first), desk.Text);
        Assert.DoesNotContain(Shanghai.Deadline(file.PromiseDue), desk.Text);
        await desk.Open($"/desk/{key.Number}/why");
        Assert.Contains(line, desk.Text);
        Assert.Contains("受理时定的", desk.Text);
        Assert.Contains("立案时提前的", desk.Text);
        var worker = await site.As(Story.Secretary);
        await worker.Open($"/work/cases/{key.Number}");
        Assert.Contains(line, worker.Text);
        var page = await story.Track(key);
        Assert.Contains(line, Flat(page.Page.QuerySelector(".receipt")!.TextContent));
        // Promised twice, said once; and each date that is laid open says which it is.
        Assert.Single(page.Page.QuerySelectorAll($".receipt a.due[href^='#why-']"));
        Assert.Null(page.Page.QuerySelector($"#why-{kept[0].Id}"));
        Assert.Contains(Shanghai.Deadline(first), page.Page.QuerySelector($"#why-{kept[1].Id}")!.TextContent);
        var asked = page.Page.QuerySelectorAll("details.fold[id^=why] > summary").Select(s => s.TextContent).ToList();
        Assert.Contains($"原来为什么是 {Shanghai.Deadline(first)} 前答复", asked);
        Assert.Equal(asked.Count, asked.Distinct().Count());
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Filed_under_a_shorter_limit_it_moves_earlier_and_the_line_says_so(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("家里的灯一闪一闪，不知道找谁");
        var first = (await story.File(key.Number)).PromiseDue;
        await story.Dispatch(key.Number, "lamp-single", lead: "村镇建设办公室");
        var file = await story.File(key.Number);
        Assert.True(file.PromiseDue < first);
        var kept = await Kept(site, file.Id);
        Assert.Equal([PromiseWhy.Taken, PromiseWhy.Classified], kept.Select(p => p.Why));
        var page = await story.Track(key);
        Assert.Contains($"提前到{Shanghai.Deadline(file.PromiseDue)}前答复", page.Text);
        Assert.Contains($"原来承诺 {Shanghai.Deadline(first)} 前答复", page.Text);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_granted_appeal_promises_anew_and_says_until_when(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("门口路灯不亮", "street-lamp");
        await story.Dispatch(key.Number, "lamp-single");
        await story.Do(Story.Works, key.Number, "explain", new() { ["reason"] = "这盏灯不归我们" });
        await story.Do(Story.PhoneClerk, key.Number, "reply", new() { ["words"] = "不归我们", ["by"] = "Page" });
        site.Wait(TimeSpan.FromDays(2));
        await (await story.Track(key)).Send("/t/appeal", new() { ["reason"] = "就是公家的灯" });
        await story.Do(Story.CentreHead, key.Number, "decide-appeal", new() { ["decision"] = "yes", ["reason"] = "确是公共路灯" });
        var file = await story.File(key.Number);
        Assert.Equal([PromiseWhy.Taken, PromiseWhy.Classified, PromiseWhy.Granted], (await Kept(site, file.Id)).Select(p => p.Why));
        Assert.Contains($"申诉成立，重新办理，{Shanghai.Deadline(file.PromiseDue)}前答复", (await story.Track(key)).Text);
    }

    internal static async Task Answered(Story story, string number)
    {
        await story.Dispatch(number, "lamp-single");
        await story.Do(Story.Works, number, "sign");
        await story.Do(Story.Works, number, "finish", new() { ["result"] = "修好了" });
        await story.Do(Story.PhoneClerk, number, "reply", new() { ["words"] = "修好了", ["by"] = "Page" });
    }

    internal static async Task NotSolved(Story story, (string Number, string Code) key) =>
        await (await story.Track(key)).Send("/t/rate", new() { ["solved"] = "no", ["mark1"] = "2", ["mark2"] = "2", ["mark3"] = "2" });

    private static Task<List<Promised>> Kept(TestSite site, long file) =>
        site.Look(db => db.Set<Promised>().AsNoTracking().Where(p => p.CaseId == file).OrderBy(p => p.Id).ToListAsync());

    private static string Flat(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
