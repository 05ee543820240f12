using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Lianxin.Platform.Access;
using Lianxin.Tests.Cases;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Language;

/// <summary>Whoever chose English reads English, on every page and in every refusal; only what people wrote stays as written.</summary>
public sealed partial class EnglishPagesTests
{
    private const int PagesMax = 60;

    /// <summary>Chinese that is the matter of the page itself: how a notice is typed in, and what a language calls itself.</summary>
    private static readonly string[] Samples = ["元旦：2027-01-01 至 2027-01-03 放假；2027-01-09 上班", "中文"];

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Pages_without_an_account_keep_the_language_of_their_address(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var seen = new List<(string At, IDocument Page)>();
        var resident = site.Anonymous();
        async Task Look(Task step)
        {
            await step;
            seen.Add((resident.Address, resident.Page));
        }

        const string report = "/v/990101100200/report";
        foreach (var address in new[] { "/v/990101100200", "/v/990101100200/who", "/t", "/sign-in", "/tools/deadline", "/nowhere", report }) await Look(resident.Open(address + "?lang=en"));
        await Look(resident.Send(report, [], "what"));
        await Look(resident.Send(report, new() { ["words"] = "村口路灯不亮", ["category"] = "street-lamp" }, "what"));
        await Look(resident.Send(report, [], "where"));
        await Look(resident.Send(report, new() { ["phone"] = "123" }, "send"));
        await Look(resident.Send(report, new() { ["phone"] = "199 0000 0018", ["name"] = "张秀英" }, "send"));
        await Look(resident.Send("/t", []));
        await Look(resident.Send("/t/add", new() { ["words"] = "" }));
        await Look(resident.Send("/t/add", new() { ["words"] = "昨晚又有孩子摔了" }));
        await Look(resident.Open("/t?lang=en"));
        await Look(resident.Send("/t", new() { ["number"] = "2026-0302-0001", ["code"] = "1" }));
        await Look(resident.Send("/t", new() { ["number"] = "2026-0302-0001", ["code"] = "000000" }));
        await Look(resident.Open("/sign-in?lang=en"));
        await Look(resident.Send("/sign-in", new() { ["login"] = "nobody", ["password"] = "wrong" }));
        Assert.True(seen.Count(s => s.Page.QuerySelector(".tl") is not null) >= 2, resident.Text);
        await Judge(site, seen);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Accounts_that_speak_english_read_english_wherever_they_go(string engine)
    {
        await using var site = await TestSite.Township(engine);
        await site.Look(db => db.Set<Account>().ExecuteUpdateAsync(a => a.SetProperty(x => x.Language, "en")));
        var seen = await Play(site);
        foreach (var login in new[] { Story.Dispatcher, Story.CentreHead, Story.PhoneClerk, Story.Works, Story.Worker, Story.Secretary, "guchanghe", "qinguoliang", "muxiaolan", "baijingwen" })
            seen.AddRange(await Walk(site, login));
        await Judge(site, seen);
    }

    /// <summary>Cases in every state, with the pages that follow each act and the refusals of some.</summary>
    private static async Task<List<(string At, IDocument Page)>> Play(TestSite site)
    {
        var story = new Story(site);
        var seen = new List<(string At, IDocument Page)>();
        async Task Keep(Task<Browser> act)
        {
            var browser = await act;
            seen.Add(($"{browser.Address} ({(int)browser.Status})", browser.Page));
        }

        var lamp = await story.Scan("路灯不亮，学生放学看不清", "street-lamp", phone: "19900000018");
        await Keep(story.Dispatch(lamp.Number, "", "listed"));
        await Keep(story.Dispatch(lamp.Number, "lamp-single", lead: "石桥村", more: new() { ["signedFor"] = "镇长" }));
        await Keep(story.Dispatch(lamp.Number, "lamp-single"));
        await Keep(story.Do(Story.Works, lamp.Number, "sign"));
        await Keep(story.Do(Story.Works, lamp.Number, "note", new() { ["words"] = "配件明天到" }));
        await Keep(story.Do(Story.CentreHead, lamp.Number, "urge", new() { ["reason"] = "请抓紧" }));
        await Keep(story.Do(Story.Works, lamp.Number, "finish", new() { ["result"] = "" }));
        await Keep(story.Do(Story.Works, lamp.Number, "finish", new() { ["result"] = "换了灯头" }));
        await Keep(story.Do(Story.PhoneClerk, lamp.Number, "reply", new() { ["words"] = "灯修好了", ["by"] = "Call", ["at"] = "2036-01-01T08:00" }));
        await Keep(story.Do(Story.PhoneClerk, lamp.Number, "reply", new() { ["words"] = "灯修好了", ["by"] = "Call" }));

        var objected = await story.Scan("小区里的灯不亮", "street-lamp");
        await story.Dispatch(objected.Number, "lamp-single");
        await Keep(story.Do(Story.Works, objected.Number, "object", new() { ["reason"] = "这盏灯是物业装的" }));
        var late = await story.Scan("桥头路灯不亮", "street-lamp");
        await story.Dispatch(late.Number, "lamp-single");
        await story.Scan("又一盏灯不亮", "street-lamp");
        var worker = await site.As(Story.Worker);
        await worker.Open("/work/report");
        await worker.Send("/work/report", new() { ["category"] = "unsafe-house", ["words"] = "屋顶漏雨，已经盖好油布", ["settled"] = "yes", ["onBehalf"] = "yes", ["name"] = "刘桂兰" });
        await Keep(Task.FromResult(worker));
        site.Wait(TimeSpan.FromDays(4));
        await site.Tick("cases.overdue");
        await site.Settle();
        return seen;
    }

    /// <summary>Follows every link from the home page.</summary>
    private static async Task<List<(string At, IDocument Page)>> Walk(TestSite site, string login)
    {
        var browser = await site.As(login);
        var seen = new List<(string At, IDocument Page)>();
        var known = new HashSet<string>();
        var next = new Queue<string>(["/", "/work", "/desk", "/inbox", "/me", "/nowhere"]);
        while (next.TryDequeue(out var address) && seen.Count < PagesMax)
        {
            await browser.Open(address);
            if (browser.Response.Content.Headers.ContentType?.MediaType != "text/html") continue;
            seen.Add(($"{login} {browser.Address} ({(int)browser.Status})", browser.Page));
            foreach (var link in browser.Page.QuerySelectorAll("a[href^='/']").Select(a => a.GetAttribute("href")!.Split('#')[0]))
                if (!link.StartsWith("/files", StringComparison.Ordinal) && !link.Contains("lang=", StringComparison.Ordinal) && known.Add(link)) next.Enqueue(link);
        }

        Assert.True(seen.Count > 8, $"{login} saw only {seen.Count} pages");
        return seen;
    }

    private static async Task Judge(TestSite site, List<(string At, IDocument Page)> seen)
    {
        var data = await SpokenData.Read(site);
        var left = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (at, page) in seen)
        {
            if (page.DocumentElement.GetAttribute("lang") != "en") left.TryAdd("the whole page", at);
            foreach (var text in Readable(page).Where(Literals.Chinese))
            {
                var rest = Samples.Concat(data).Aggregate(MaskedName().Replace(text, ""), (t, known) => t.Replace(known, "", StringComparison.Ordinal));
                if (Literals.Chinese(rest)) left.TryAdd($"{rest.Trim()} ← {text.Trim()}", at);
            }
        }

        Assert.True(left.Count == 0, string.Join('\n', left.Select(l => $"{l.Key} ← {l.Value}")));
    }

    /// <summary>Every text of a page and every attribute that is shown or read out; what stands in a box to be edited is data.</summary>
    private static IEnumerable<string> Readable(IDocument page)
    {
        foreach (var element in page.QuerySelectorAll("script, style, textarea, [lang='zh-CN']").ToList()) element.Remove();
        foreach (var text in page.Descendants<IText>()) yield return text.Data;
        foreach (var element in page.All)
        {
            foreach (var name in new[] { "title", "placeholder", "aria-label", "alt", "label", "data-label", "data-confirm", "data-remove", "data-ok", "data-fail", "data-stop", "data-done" })
                if (element.GetAttribute(name) is { } said) yield return said;
        }
    }

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}\*+\p{IsCJKUnifiedIdeographs}?", RegexOptions.None, 5_000)]
    private static partial Regex MaskedName();
}
