using System.Net;
using Lianxin.Cases.Model;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Cases;

/// <summary>The other turns a case takes: urged, supervised, reassigned, helped, sent back, replied by a delegate, revealed.</summary>
public sealed class Turns
{
    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Row", "S0.22")]
    public async Task Dispatch_urge_supervise_and_reassign_are_all_on_the_timeline(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await Signed(story);
        await story.Do(Story.Dispatcher, key.Number, "urge", new() { ["reason"] = "反映人又来电话问了" });
        await story.Do("luzhengming", key.Number, "supervise", new() { ["reason"] = "今天必须修好" });
        await story.Do(Story.Dispatcher, key.Number, "reassign", new() { ["unit"] = (await story.UnitId("环境卫生管理站")).ToString(), ["signedFor"] = "陆正明", ["reason"] = "借用环卫站的升降车" });
        var kinds = (await story.Timeline(key.Number)).Select(e => e.Kind).ToList();
        Assert.Equal([EntryKind.Urged, EntryKind.Supervised, EntryKind.TakenBack, EntryKind.Dispatched], kinds[^4..]);
        var file = await story.File(key.Number);
        Assert.Equal(1, file.Urges);
        Assert.NotNull(file.SupervisedAt);
        var queue = await site.As(Story.Dispatcher);
        await queue.Open("/desk");
        Assert.Contains(key.Number, queue.Text);
        var old = await site.As(Story.Works);
        await old.Open($"/desk/{key.Number}/finish");
        Assert.Empty(old.Page.QuerySelectorAll($"form[action='/desk/{key.Number}/finish']"));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Sent_back_for_rework_keeps_the_clock_of_the_first_dispatch(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await Signed(story);
        var due = (await story.File(key.Number)).NextDue;
        await story.Do(Story.Works, key.Number, "finish", new() { ["result"] = "修好了" });
        site.Wait(TimeSpan.FromHours(2));
        await story.Do(Story.Dispatcher, key.Number, "send-back", new() { ["reason"] = "照片里还是黑的" });
        var file = await story.File(key.Number);
        Assert.Equal((CaseStatus.Handling, due), (file.Status, file.NextDue));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_helper_must_finish_too_before_the_reply_is_owed(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await Signed(story);
        await story.Do(Story.Works, key.Number, "helper", new() { ["unit"] = (await story.UnitId("应急管理办公室")).ToString(), ["signedFor"] = "陆正明", ["reason"] = "请拉警戒线" });
        await story.Do(Story.Works, key.Number, "finish", new() { ["result"] = "修好了" });
        Assert.Equal(CaseStatus.Handling, (await story.File(key.Number)).Status);
        await story.Do("leizhenhai", key.Number, "sign");
        await story.Do("leizhenhai", key.Number, "finish", new() { ["result"] = "警戒线已撤" });
        Assert.Equal(CaseStatus.Feedback, (await story.File(key.Number)).Status);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_helper_that_is_not_needed_any_more_is_released_and_the_case_waits_for_it_no_longer(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await Signed(story);
        var helper = (await story.UnitId("应急管理办公室")).ToString();
        await story.Do(Story.Works, key.Number, "helper", new() { ["unit"] = helper, ["signedFor"] = "陆正明", ["reason"] = "请拉警戒线" });
        await story.Do(Story.Works, key.Number, "finish", new() { ["result"] = "修好了" });
        Assert.Null(await Form(site, Story.Works, key.Number, "release"));
        var wrong = await story.Do(Story.Dispatcher, key.Number, "release", new() { ["unit"] = (await story.UnitId("村镇建设办公室")).ToString(), ["reason"] = "不用了" });
        Assert.Equal((HttpStatusCode)422, wrong.Status);
        await story.Do(Story.Dispatcher, key.Number, "release", new() { ["unit"] = helper, ["reason"] = "已经修好，不用拉线" });
        Assert.Equal(CaseStatus.Feedback, (await story.File(key.Number)).Status);
        var last = (await story.Timeline(key.Number)).Last(e => e.Kind == EntryKind.TakenBack);
        Assert.Equal("已经修好，不用拉线", last.Words);
        Assert.Null(await Form(site, "leizhenhai", key.Number, "sign"));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_superior_names_a_delegate_only_after_one_absent_workday(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var worker = await site.As(Story.Worker);
        await worker.Open("/work/report");
        await worker.Send("/work/report", new() { ["category"] = "street-lamp", ["words"] = "路灯不亮，王大爷说的", ["settled"] = "no", ["name"] = "王大爷" });
        var number = worker.Address.Split('/')[^1];
        await story.Dispatch(number, "lamp-single");
        await story.Do(Story.Works, number, "sign");
        await story.Do(Story.Works, number, "finish", new() { ["result"] = "修好了" });
        var clerk = await site.Look(db => Task.FromResult(db.Set<Lianxin.Platform.Access.Person>().Single(p => p.Name == "宋美玲").Id));
        var early = await story.Do(Story.CentreHead, number, "delegate", new() { ["person"] = clerk.ToString(), ["reason"] = "首问人请假" });
        Assert.Equal((HttpStatusCode)422, early.Status);
        site.Wait(TimeSpan.FromDays(1.5));
        await story.Do(Story.CentreHead, number, "delegate", new() { ["person"] = clerk.ToString(), ["reason"] = "首问人请假" });
        await story.Do(Story.PhoneClerk, number, "reply", new() { ["words"] = "修好了", ["by"] = "Call" });
        Assert.Equal(CaseStatus.Closed, (await story.File(number)).Status);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Whoever_was_asked_first_names_their_own_delegate_at_once_and_nobody_who_works_elsewhere(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var worker = await site.As(Story.Worker);
        await worker.Open("/work/report");
        await worker.Send("/work/report", new() { ["category"] = "street-lamp", ["words"] = "路灯不亮，王大爷说的", ["settled"] = "no", ["name"] = "王大爷" });
        var number = worker.Address.Split('/')[^1];
        await story.Dispatch(number, "lamp-single");
        await story.Finish(number, "修好了");
        var (cadre, stranger) = (await Person("乔淑珍"), await Person("陶红霞"));
        await worker.Open($"/desk/{number}/delegate");
        var offered = worker.Page.QuerySelectorAll("#f-person option").Select(o => o.GetAttribute("value")).ToList();
        Assert.Contains($"{cadre}", offered);
        Assert.DoesNotContain($"{stranger}", offered);
        Assert.DoesNotContain($"{await Person("田小菊")}", offered);
        await worker.Send($"/desk/{number}/delegate", new() { ["person"] = $"{stranger}", ["reason"] = "我去县里开会" });
        Assert.Equal((HttpStatusCode)422, worker.Status);
        await worker.Send($"/desk/{number}/delegate", new() { ["person"] = $"{cadre}", ["reason"] = "我去县里开会" });
        Assert.Equal(cadre, (await story.File(number)).DelegatePersonId);
        var instead = await site.As("qiaoshuzhen");
        await instead.Open("/inbox");
        Assert.Contains("请您代首问人答复反映人", instead.Text, StringComparison.Ordinal);
        await story.Do("qiaoshuzhen", number, "reply", new() { ["words"] = "灯亮了", ["by"] = "Face" });
        var file = await story.File(number);
        Assert.Equal((CaseStatus.Closed, await Person("田小菊")), (file.Status, file.FirstAskedPersonId));

        Task<long> Person(string name) => site.Look(db => Task.FromResult(db.Set<Lianxin.Platform.Access.Person>().Single(p => p.Name == name).Id));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Requirement", "5"), Trait("Requirement", "38")]
    public async Task A_phone_is_masked_until_a_reason_is_given_and_every_look_is_on_record(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("路灯不亮", "street-lamp", phone: "19900000021");
        var desk = await site.As(Story.Dispatcher);
        await desk.Open($"/desk/{key.Number}");
        Assert.Contains("199****0021", desk.Text);
        Assert.DoesNotContain("19900000021", desk.Page.DocumentElement.OuterHtml);
        await desk.Open($"/desk/{key.Number}/reveal");
        await desk.Send($"/desk/{key.Number}/reveal", new() { ["reason"] = "打电话核实位置" });
        Assert.Contains("19900000021", desk.Text);
        Assert.Contains(await story.Timeline(key.Number), e => e is { Kind: EntryKind.Revealed, Words: "打电话核实位置" });
        var other = await site.As(Story.CentreHead);
        await other.Open($"/desk/{key.Number}");
        Assert.DoesNotContain("19900000021", other.Page.DocumentElement.OuterHtml);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Two_characters_a_number_and_a_phone_find_a_case_within_ones_reach(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("水塔边的路灯坏了", "street-lamp", phone: "19900000022", place: "水塔东边");
        var desk = await site.As(Story.Dispatcher);
        foreach (var words in new[] { "水塔", "路灯", "塔边", key.Number, "199 0000 0022" })
        {
            await desk.Open("/desk?q=" + Uri.EscapeDataString(words));
            Assert.Contains(key.Number, desk.Text);
        }

        await desk.Open("/desk?q=" + Uri.EscapeDataString("井盖"));
        Assert.DoesNotContain(key.Number, desk.Text);
        var elsewhere = await site.As("taohongxia");
        await elsewhere.Open("/desk?q=" + Uri.EscapeDataString("水塔"));
        Assert.DoesNotContain(key.Number, elsewhere.Text);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Within_the_hour_the_same_person_urges_only_whom_they_have_not_urged(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await Signed(story);
        site.Wait(TimeSpan.FromMinutes(5));
        await story.Do(Story.Dispatcher, key.Number, "urge", new() { ["reason"] = "反映人又来电话问了" });
        site.Wait(TimeSpan.FromMinutes(50));
        var again = await story.Do(Story.Dispatcher, key.Number, "urge", new() { ["reason"] = "快一点" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Contains("已在2026-03-02 09:05催办过，一小时内不用再催", again.Text, StringComparison.Ordinal);
        Assert.Equal(1, (await story.File(key.Number)).Urges);
        // Another person's word is another's, and a unit that came since has not heard it.
        await story.Do(Story.CentreHead, key.Number, "urge", new() { ["reason"] = "今天要有结果" });
        await story.Do(Story.Works, key.Number, "helper", new() { ["unit"] = (await story.UnitId("应急管理办公室")).ToString(), ["signedFor"] = "陆正明", ["reason"] = "请拉警戒线" });
        await story.Do(Story.Dispatcher, key.Number, "urge", new() { ["reason"] = "快一点" });
        Assert.Equal(3, (await story.File(key.Number)).Urges);
        Assert.Equal((2, 1), (await Urged(Story.Works), await Urged("leizhenhai")));
        site.Wait(TimeSpan.FromMinutes(61));
        await story.Do(Story.Dispatcher, key.Number, "urge", new() { ["reason"] = "还没有动静" });
        Assert.Equal(4, (await story.File(key.Number)).Urges);

        Task<int> Urged(string login) => site.Look(db => db.Set<Lianxin.Platform.Notices.Notice>().CountAsync(n => n.Text.StartsWith("催办") && db.Set<Lianxin.Platform.Access.Account>().Any(a => a.Login == login && a.PersonId == n.PersonId)));
    }

    private static async Task<AngleSharp.Dom.IElement?> Form(TestSite site, string login, string number, string act)
    {
        var browser = await site.As(login);
        await browser.Open($"/desk/{number}/{act}");
        return browser.Page.QuerySelector($"form[action^='/desk/{number}/{act}']");
    }

    private static async Task<(string Number, string Code)> Signed(Story story)
    {
        var key = await story.Scan("路灯不亮", "street-lamp");
        await story.Dispatch(key.Number, "lamp-single");
        await story.Do(Story.Works, key.Number, "sign");
        return key;
    }
}
