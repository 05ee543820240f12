using System.Net;
using Lianxin.Cases.Model;
using Lianxin.Platform.Files;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Cases;

/// <summary>P10's father and son as far as cases carry them: a private case of several sittings with police and two officers, a note of law, an agreement, a check after thirty days, closed.</summary>
public sealed class SupportQuarrel
{
    private const string Petitions = "tanghui";
    private const string Justice = "xiamingli";
    private const string Police = "shiweidong";
    private const string Civil = "yutingting";
    private const string County = "qisuqin";

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_father_and_son_sit_down_four_times_agree_are_looked_after_for_a_month_and_nobody_in_the_village_finds_the_case(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var clerk = await site.As(Story.PhoneClerk);
        await clerk.Open("/desk/call");
        await clerk.Send("/desk/call", new()
        {
            ["words"] = "老人说儿子两年没给过赡养费，前天上门吵起来推了一把", ["unit"] = $"{await story.UnitId("石桥村")}", ["condition"] = "elder-support",
            ["phone"] = "19900000299", ["contact"] = "白天打，别让儿子接到",
        });
        var number = clerk.Address.Split('/')[^1];
        Assert.True((await story.File(number)).Private);
        await clerk.Open($"/desk/call/{number}");
        var key = Story.Told(clerk);

        // Nobody has to go on with mediation, and the page says so to either side of the desk (decisions 23c).
        foreach (var reader in new[] { await story.Track(key), await Opened(site, number) }) Assert.Contains("随时可以直接去法院", reader.Text);

        // 一警两员: the justice office leads; police, civil affairs and the peace office help, two of them by a leader's signature.
        await story.Dispatch(number, "elder-support", lead: "青溪司法所", login: Petitions);
        foreach (var (unit, signer) in new[] { ("青溪派出所", "陆正明"), ("公共服务办公室", ""), ("平安法治办公室", "陆正明") })
        {
            var helped = await story.Do(Petitions, number, "helper", new() { ["unit"] = $"{await story.UnitId(unit)}", ["signedFor"] = signer, ["reason"] = "一起到场调解" });
            Assert.True(helped.Status == HttpStatusCode.OK, helped.Text);
        }

        string[] team = [Justice, Police, Civil, Petitions];
        foreach (var login in team) await story.Do(login, number, "sign");
        await Sittings(site, story, number);

        // The agreement is kept as a picture; what is agreed is looked at again after thirty days, and meanwhile no clock runs.
        var agreed = await site.As(Justice);
        await agreed.Open($"/desk/{number}/note");
        await agreed.Send($"/desk/{number}/note", new() { ["words"] = "签了协议：每月 500 元，轮流陪住", ["open"] = "true" }, null, ("files", "xieyi.png", Files.Pictures.Png(40, 30)));
        var promised = (await story.File(number)).PromiseDue;
        var until = site.Time.GetUtcNow().UtcDateTime.AddHours(8).AddDays(30).ToString("yyyy-MM-dd");
        await story.Do(Justice, number, "hold", new() { ["until"] = until, ["reason"] = "看三十天协议有没有照做" });
        await story.Do(County, number, "decide-hold", new() { ["decision"] = "yes", ["reason"] = "同意，到期回访" });
        var held = await story.File(number);
        Assert.NotNull(held.HeldUntil);
        Assert.True(held.PromiseDue > promised);
        Assert.Contains("看三十天协议有没有照做", (await story.Track(key)).Text);

        site.Wait(TimeSpan.FromDays(30));
        await site.Tick("cases.held");
        Assert.Null((await story.File(number)).HeldUntil);
        await story.Do(Civil, number, "note", new() { ["words"] = "回访：两个月的钱都给了，上周陪去看病", ["open"] = "true" });
        foreach (var login in team) await story.Do(login, number, "finish", new() { ["result"] = "协议照做，父子能坐下说话了" });
        await story.Do(Petitions, number, "reply", new() { ["words"] = "协议照做，以后有变化随时打来", ["by"] = "Call" });
        Assert.Equal(CaseStatus.Closed, (await story.File(number)).Status);
        await NobodyElseFindsIt(site, number);

        var page = await story.Track(key);
        Assert.Contains("签了协议", page.Text);
        Assert.DoesNotContain("先各说各的", page.Text);
        await page.Send("/t/rate", new() { ["solved"] = "yes", ["mark1"] = "5", ["mark2"] = "5", ["mark3"] = "5" });
        Assert.Equal(CaseStatus.Rated, (await story.File(number)).Status);
    }

    /// <summary>Four sittings on four days, each on the record of who sat; the law that was read out stands among them, and what was said inside stays inside.</summary>
    private static async Task Sittings(TestSite site, Story story, string number)
    {
        (string Login, string Words, bool Open)[] sittings =
        [
            (Police, "第一次：派出所、司法所都在，先各说各的", false),
            (Justice, "第二次：讲了民法典第一千零六十七条、老年人权益保障法第十四条，成年子女有赡养义务", true),
            (Civil, "第三次：核了老人的养老金和低保，算出差多少", false),
            (Petitions, "第四次：请来舅舅一起说，父子都松了口", true),
        ];
        foreach (var (login, words, open) in sittings)
        {
            await story.Do(login, number, "note", new() { ["words"] = words, ["open"] = open ? "true" : "false" });
            site.Wait(TimeSpan.FromDays(2));
        }

        var notes = (await story.Timeline(number)).Where(e => e.Kind == EntryKind.Note).ToList();
        Assert.Equal(sittings.Select(s => (s.Words, s.Open)), notes.Select(n => (n.Words, n.Public)));
        Assert.Equal(4, notes.Select(n => n.At.Date).Distinct().Count());
        Assert.Equal(["石卫东", "夏明礼", "于婷婷", "唐慧"], notes.Select(n => n.By));
    }

    private static async Task NobodyElseFindsIt(TestSite site, string number)
    {
        foreach (var login in new[] { Story.Secretary, Story.Worker, Story.Dispatcher, Story.PhoneClerk, Story.CentreHead, "xiongfei", "zouke" })
        {
            var browser = await site.As(login);
            Assert.True(await browser.Open($"/desk/{number}") == HttpStatusCode.NotFound, login);
            await browser.Open("/desk?q=" + number);
            Assert.Empty(browser.Page.QuerySelectorAll($"a[href*='/{number}']"));
        }

        var file = await site.Look(db => db.Set<Case>().Where(c => c.Number == number).Select(c => c.Id).SingleAsync());
        var entry = await site.Look(db => db.Set<Entry>().Where(e => e.CaseId == file && e.Words.StartsWith("签了协议")).Select(e => e.Id).SingleAsync());
        var picture = await site.Look(db => db.Set<StoredFile>().Where(f => f.OwnerKind == "case-entry" && f.OwnerId == entry).Select(f => f.Id).SingleAsync());
        Assert.Equal(HttpStatusCode.NotFound, await (await site.As(Story.Secretary)).Open($"/files/{picture}"));
        Assert.Equal(HttpStatusCode.OK, await (await site.As(Justice)).Open($"/files/{picture}"));
    }

    private static async Task<Browser> Opened(TestSite site, string number)
    {
        var reader = await site.As(Petitions);
        await reader.Open($"/desk/{number}");
        return reader;
    }
}
