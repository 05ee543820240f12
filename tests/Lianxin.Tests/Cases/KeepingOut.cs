using System.Net;
using Lianxin.Cases.Model;
using Lianxin.Platform.Access;
using Lianxin.Platform.Notices;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Cases;

/// <summary>回避, and who takes over what nobody can handle (公务员法 第七十六条; decisions 3 and 23a).</summary>
public sealed class KeepingOut
{
    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Who_is_kin_neither_sees_nor_hears_of_it_and_a_colleague_goes_on(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("我家房顶漏雨", "unsafe-house");
        await story.Dispatch(key.Number, "house-leak");
        Assert.Equal(HttpStatusCode.OK, await (await site.As(Story.Works)).Open($"/desk/{key.Number}"));
        var me = await Person(site, "崔鹏");
        var self = await story.Do(Story.Works, key.Number, "recuse", new() { ["person"] = $"{me}", ["tie"] = "Kin" });
        Assert.Equal(HttpStatusCode.OK, self.Status);
        Assert.Equal(HttpStatusCode.NotFound, await self.Open($"/desk/{key.Number}"));
        Assert.Equal(HttpStatusCode.NotFound, await self.Open($"/desk/{key.Number}/finish"));
        await self.Open("/desk?q=" + key.Number);
        Assert.Empty(self.Page.QuerySelectorAll(".q"));
        var before = await Heard(site, me);
        await story.Do("hedayong", key.Number, "sign");
        await story.Do(Story.Dispatcher, key.Number, "urge", new() { ["reason"] = "抓紧" });
        Assert.Equal(before, await Heard(site, me));
        await story.Do("hedayong", key.Number, "finish", new() { ["result"] = "补好了" });
        Assert.Equal(CaseStatus.Feedback, (await story.File(key.Number)).Status);
        Assert.Contains(await story.Timeline(key.Number), e => e.Kind == EntryKind.Recused && !e.Public);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Only_the_centre_names_somebody_else(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("我家房顶漏雨", "unsafe-house");
        await story.Dispatch(key.Number, "house-leak");
        var head = await Person(site, "贺大勇");
        var other = await story.Do(Story.Works, key.Number, "recuse", new() { ["person"] = $"{head}", ["tie"] = "Self" });
        Assert.Equal((HttpStatusCode)422, other.Status);
        await story.Do(Story.Dispatcher, key.Number, "recuse", new() { ["person"] = $"{head}", ["tie"] = "Self" });
        Assert.Equal(HttpStatusCode.NotFound, await (await site.As("hedayong")).Open($"/desk/{key.Number}"));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Row", "S4.74")]
    public async Task When_everybody_of_a_unit_is_out_the_owner_above_takes_over(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("我家房顶漏雨", "unsafe-house");
        await story.Dispatch(key.Number, "house-leak");
        var before = await site.As(Story.CentreHead);
        await before.Open($"/desk/{key.Number}/sign");
        Assert.Empty(before.Page.QuerySelectorAll("form[action$='/sign']"));
        foreach (var name in new[] { "崔鹏", "贺大勇" })
            await story.Do(Story.Dispatcher, key.Number, "recuse", new() { ["person"] = $"{await Person(site, name)}", ["tie"] = "Kin" });
        var owner = await story.Do(Story.CentreHead, key.Number, "sign");
        Assert.Equal(HttpStatusCode.OK, owner.Status);
        Assert.Contains(await story.Timeline(key.Number), e => e.Kind == EntryKind.Signed);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Row", "S4.74")]
    public async Task What_nobody_fits_is_told_to_the_fallback_post_which_may_sign_and_finish_beside_those_who_handle(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("电线杆上的喜鹊窝老掉树枝", "other");
        var desk = await site.As(Story.Dispatcher);
        await desk.Open($"/desk/{key.Number}/dispatch");
        Assert.Contains("没有找到合适的单位，由兜底责任岗先接下", desk.Text);
        var (owner, handler) = (await Person(site, "方建国"), await Person(site, "唐慧"));
        var (told, toldToo) = (await Heard(site, owner), await Heard(site, handler));
        await desk.Send($"/desk/{key.Number}/dispatch", new() { ["condition"] = "other-matter", ["kind"] = "listed" });
        Assert.True(desk.Status == HttpStatusCode.OK, desk.Text);
        var file = await story.File(key.Number);
        Assert.True(await site.Look(db => db.Set<Dispatch>().AnyAsync(d => d.CaseId == file.Id && d.UnitId == file.AcceptUnitId && d.Fallback)));
        Assert.Equal((told + 1, toldToo + 1), (await Heard(site, owner), await Heard(site, handler)));

        Assert.Equal(HttpStatusCode.OK, await (await site.As("tanghui")).Open($"/desk/{key.Number}/sign"));
        var today = await site.As(Story.CentreHead);
        await today.Open("/work");
        Assert.Contains("喜鹊窝", today.Text);
        var signed = await story.Do(Story.CentreHead, key.Number, "sign");
        Assert.True(signed.Status == HttpStatusCode.OK, signed.Text);
        await story.Do(Story.Dispatcher, key.Number, "urge", new() { ["reason"] = "抓紧" });
        Assert.Equal(told + 2, await Heard(site, owner));
        await story.Do(Story.CentreHead, key.Number, "finish", new() { ["result"] = "请供电所挪走了" });
        Assert.Equal(CaseStatus.Feedback, (await story.File(key.Number)).Status);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Every_unit_of_the_township_has_an_owner(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var units = await site.Look(db => db.Set<Unit>().Where(u => u.ValidTo == null).Select(u => new { u.Id, u.Name, u.Code }).ToListAsync());
        foreach (var unit in units)
            Assert.True(await site.With<PostBook, bool>(async posts => await posts.Owner(unit.Id, new HashSet<long>()) is not null), unit.Name);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_case_that_turns_private_is_answered_by_a_cleared_post(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var worker = await site.As(Story.Worker);
        await worker.Open("/work/report");
        await worker.Send("/work/report", new() { ["category"] = "neighbour-dispute", ["words"] = "儿媳妇说婆婆打她" });
        var file = await site.Look(db => db.Set<Case>().SingleAsync());
        Assert.NotNull(file.FirstAskedPersonId);
        await story.Dispatch(file.Number, "family-quarrel", "listed", "青溪司法所");
        file = await story.File(file.Number);
        Assert.True(file.Private);
        Assert.Null(file.FirstAskedPersonId);
        Assert.Equal(HttpStatusCode.NotFound, await worker.Open($"/desk/{file.Number}"));
        Assert.Equal(HttpStatusCode.NotFound, await worker.Open($"/work/cases/{file.Number}"));
        Assert.Contains(await story.Timeline(file.Number), e => e.Kind == EntryKind.ReplyMoved);
    }

    private static Task<long> Person(TestSite site, string name) =>
        site.Look(db => db.Set<Person>().Where(p => p.Name == name).Select(p => p.Id).SingleAsync());

    private static Task<int> Heard(TestSite site, long person) => site.Look(db => db.Set<Notice>().CountAsync(n => n.PersonId == person));
}
