using System.Net;
using Lianxin.Cases.Admin.Succession;
using Lianxin.Cases.Figures.Rates;
using Lianxin.Cases.Model;
using Lianxin.Contracts.Organization;
using Lianxin.Platform.Access;
using Lianxin.Platform.Audit;
using Lianxin.Platform.Data;
using Lianxin.Tests.Organization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lianxin.Tests.Cases;

/// <summary>“Village merged in mid-case”: reported in one village, merged into the next, answered and rated after; number, dates and history stay, nobody is lost.</summary>
public sealed class VillageMerged
{
    private const string NextSecretary = "liukuiyuan";

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_case_goes_on_with_the_receiver_under_its_number_and_dates_and_is_answered_and_rated(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("隔壁屋檐的水滴到我家院里", "neighbour-dispute");
        await story.Dispatch(key.Number, "neighbour-quarrel", lead: "石桥村");
        await story.Do(Story.Secretary, key.Number, "sign");
        var (before, part) = (await story.File(key.Number), await Lead(site, key.Number));
        await Merge(site);

        var after = await story.File(key.Number);
        Assert.Equal((before.PromiseDue, before.NextDue, before.NextClock, before.Status, before.RiseAt), (after.PromiseDue, after.NextDue, after.NextClock, after.Status, after.RiseAt));
        var now = await Lead(site, key.Number);
        Assert.Equal((part.Id, part.Due, part.At, part.SignedAt, part.State, part.DueParts), (now.Id, now.Due, now.At, now.SignedAt, now.State, now.DueParts));
        var (old, next) = (await site.Unit(Reorg.Shiqiao), await site.Unit(Reorg.Liutang));
        Assert.Equal((next.Id, old.Id, next.Id), (now.UnitId, now.GivenTo, after.PlaceUnitId));
        var line = Assert.Single(await story.Timeline(key.Number), e => e.Kind == EntryKind.HandedOver);
        Assert.Equal(("系统", true), (line.By, line.Public));

        var page = await story.Track(key);
        Assert.Contains("石桥村并入柳塘村，这件事由柳塘村接着办，答复时间不变", page.Text);
        Assert.Contains("柳塘村", page.Page.QuerySelector("dd.together")!.TextContent);
        var contact = await site.Look(db => db.Set<Person>().SingleAsync(p => p.Id == after.ContactPersonId));
        Assert.NotNull(await site.Post(contact.Name, Reorg.Liutang));
        Assert.Contains(contact.Name, page.Page.QuerySelector("dl.receipt")!.TextContent);

        var secretary = await site.As(NextSecretary);
        Assert.Equal(HttpStatusCode.OK, await secretary.Open($"/desk/{key.Number}"));
        Assert.Contains("石桥村", secretary.Text);
        await secretary.Open($"/desk/{key.Number}/why?clock={now.Id}");
        Assert.Equal(HttpStatusCode.OK, secretary.Status);
        await secretary.Open("/inbox");
        Assert.Contains("石桥村的 1 件没办完的事转给柳塘村", secretary.Text);
        await story.Do(NextSecretary, key.Number, "finish", new() { ["result"] = "两家说好了，装了接水槽" });
        await story.Do(Story.PhoneClerk, key.Number, "reply", new() { ["words"] = "已经装好接水槽", ["by"] = "Page" });
        await (await story.Track(key)).Send("/t/rate", new() { ["number"] = key.Number, ["code"] = key.Code, ["solved"] = "yes", ["mark1"] = "5", ["mark2"] = "5", ["mark3"] = "5" });
        Assert.Equal(CaseStatus.Rated, (await story.File(key.Number)).Status);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Figures_of_the_days_before_stay_with_the_village_of_those_days(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("隔壁屋檐的水滴到我家院里", "neighbour-dispute");
        await story.Dispatch(key.Number, "neighbour-quarrel", lead: "石桥村");
        await story.Do(Story.Secretary, key.Number, "sign");
        await site.Settle();
        var (old, next, town) = ((await site.Unit(Reorg.Shiqiao)).Id, (await site.Unit(Reorg.Liutang)).Id, (await site.Unit("990101100000")).Id);
        site.Wait(TimeSpan.FromHours(1));
        await Merge(site);
        site.Wait(TimeSpan.FromHours(1));
        await story.Do(NextSecretary, key.Number, "finish", new() { ["result"] = "两家说好了" });
        await story.Do(Story.PhoneClerk, key.Number, "reply", new() { ["words"] = "已经装好接水槽", ["by"] = "Page" });
        await site.Settle();
        async Task<long[]> Counted(CaseFact fact) => await site.Look(db => db.Set<Mark>().Where(m => m.Fact == fact && (m.UnitId == old || m.UnitId == next || m.UnitId == town)).Select(m => m.UnitId).OrderBy(u => u).ToArrayAsync());
        long[] before = [.. new[] { old, town }.Order()], after = [.. new[] { next, town }.Order()];
        Assert.Equal(before, await Counted(CaseFact.New));
        Assert.Equal(after, await Counted(CaseFact.Closed));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task What_was_closed_before_is_read_by_the_receiver_under_the_name_of_its_day_and_opens_again_there(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("隔壁屋檐的水滴到我家院里", "neighbour-dispute");
        await story.Dispatch(key.Number, "neighbour-quarrel", lead: "石桥村");
        await story.Do(Story.Secretary, key.Number, "sign");
        await story.Do(Story.Secretary, key.Number, "finish", new() { ["result"] = "说好了" });
        await story.Do(Story.PhoneClerk, key.Number, "reply", new() { ["words"] = "说好了", ["by"] = "Page" });
        var reader = await site.As(NextSecretary);
        Assert.Equal(HttpStatusCode.NotFound, await reader.Open($"/desk/{key.Number}"));
        await Merge(site);

        Assert.Equal(HttpStatusCode.OK, await reader.Open($"/desk/{key.Number}"));
        Assert.Contains("石桥村办完了", reader.Text);
        Assert.DoesNotContain(await story.Timeline(key.Number), e => e.Kind == EntryKind.HandedOver);
        Assert.Equal((await site.Unit(Reorg.Shiqiao)).Id, (await story.File(key.Number)).PlaceUnitId);

        await (await story.Track(key)).Send("/t/rate", new() { ["number"] = key.Number, ["code"] = key.Code, ["solved"] = "no", ["mark1"] = "2", ["mark2"] = "2", ["mark3"] = "2" });
        var again = await story.File(key.Number);
        Assert.Equal((CaseStatus.Received, (await site.Unit(Reorg.Liutang)).Id), (again.Status, again.PlaceUnitId));
        await story.Dispatch(key.Number, "neighbour-quarrel", lead: "柳塘村");
        Assert.Equal(CaseStatus.Handling, (await story.File(key.Number)).Status);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task The_old_code_leads_to_the_receiver_who_gets_what_is_reported_there_and_it_is_never_given_again(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var late = site.Anonymous();
        await late.Open($"/v/{Reorg.Shiqiao}/report");
        await Merge(site, settle: false);

        await late.Send($"/v/{Reorg.Shiqiao}/report", new() { ["words"] = "村口路灯不亮", ["category"] = "street-lamp" }, "what");
        var address = $"/v/{Reorg.Liutang}/report";
        await late.Send(address, [], "where");
        await late.Send(address, [], "send");
        var between = await story.File(Story.Receipt(late).Number);
        await site.Settle();
        var next = await site.Unit(Reorg.Liutang);
        Assert.Equal(next.Id, between.PlaceUnitId);

        var scanned = site.Anonymous();
        Assert.Equal(HttpStatusCode.OK, await scanned.Open($"/v/{Reorg.Shiqiao}"));
        Assert.Contains("石桥村已经调整，这里的事现在由柳塘村办", scanned.Text);
        Assert.Equal("柳塘村", scanned.Page.QuerySelector("h1")!.TextContent);
        await scanned.Open($"/v/{Reorg.Liutang}");
        Assert.DoesNotContain("已经调整", scanned.Text);
        var said = await story.Scan("路灯不亮", "street-lamp", unit: "990101100000", place: "石桥村里头");
        Assert.Equal(next.Id, (await story.File(said.Number)).PlaceUnitId);

        var admin = await site.As(Reorg.Admin);
        await admin.Open("/admin/units/990101100000/add");
        await admin.Send("/admin/units/990101100000/add", new() { ["name"] = "石桥新村", ["code"] = Reorg.Shiqiao, ["kind"] = "Territory" });
        Assert.Equal((HttpStatusCode)422, admin.Status);
        Assert.Contains("这个代码已经用过；撤销的单位的代码也不再用", admin.Page.QuerySelector(".field.bad #e-code")!.TextContent);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_reply_is_not_left_with_somebody_whose_post_ended_and_stays_with_who_goes_along(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var (leaves, stays) = (await Reported(site, Story.Secretary), await Reported(site, "mafuchun"));
        await Merge(site);
        var person = await site.Look(db => db.Set<Person>().Where(p => p.Name == "马福春").Select(p => p.Id).SingleAsync());
        Assert.Equal(person, (await story.File(stays)).FirstAskedPersonId);
        var moved = await story.File(leaves);
        Assert.Null(moved.FirstAskedPersonId);
        Assert.Equal(moved.AcceptUnitId, moved.FirstAskedUnitId);
        Assert.Single(await story.Timeline(leaves), e => e.Kind == EntryKind.ReplyHanded);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Handed_over_twice_or_from_the_middle_on_nothing_is_doubled_and_nothing_left(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var keys = new List<(string Number, string Code)>();
        for (var i = 0; i < 3; i++)
        {
            keys.Add(await story.Scan("隔壁屋檐的水滴到我家院里", "neighbour-dispute"));
            await story.Dispatch(keys[i].Number, "neighbour-quarrel", lead: "石桥村");
        }

        await Merge(site, settle: false);
        var first = await story.File(keys[0].Number);
        var told = new UnitReorganised(UnitReorganised.Merged, (await site.Unit(Reorg.Shiqiao)).Id, (await site.Unit(Reorg.Liutang)).Id, null, [(await site.Unit(Reorg.Shiqiao)).Id], site.Time.GetUtcNow().UtcDateTime);
        await Consume(site, new HandingOver(told, first.Id));
        Assert.Equal([0, 1, 1], await Counts(story, keys));
        await site.Settle();
        await Consume(site, new HandingOver(told, 0));
        Assert.Equal([1, 1, 1], await Counts(story, keys));
        var next = (await site.Unit(Reorg.Liutang)).Id;
        foreach (var key in keys) Assert.Equal(next, (await Lead(site, key.Number)).UnitId);
        Assert.NotEqual(0, await site.Look(db => db.Set<ActRow>().CountAsync(a => a.UseCase == "SuccessionWork")));
        Assert.Null(await site.With<Chain, BrokenLink?>(c => c.Verify()));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task What_complains_about_the_village_is_kept_from_whoever_has_taken_its_people_in(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var resident = site.Anonymous();
        var address = $"/v/{Reorg.Shiqiao}/report";
        await resident.Open(address);
        await resident.Send(address, new() { ["words"] = "村里办低保不公平" }, "what");
        await resident.Send(address, [], "where");
        await resident.Send(address, new() { ["accused"] = await site.Id(Reorg.Shiqiao) }, "send");
        var key = Story.Receipt(resident);
        await Merge(site);
        foreach (var login in new[] { NextSecretary, "mafuchun" })
            Assert.Equal(HttpStatusCode.NotFound, await (await site.As(login)).Open($"/desk/{key.Number}"));
        var sent = await story.Dispatch(key.Number, "neighbour-quarrel", lead: "柳塘村");
        Assert.Equal((HttpStatusCode)422, sent.Status);
        Assert.Contains("被反映的单位不能承办这件事", sent.Text);
    }

    internal static async Task<Browser> Merge(TestSite site, bool settle = true)
    {
        var secretary = await site.Post("石长庚", Reorg.Shiqiao);
        var admin = await site.Ask(Reorg.Shiqiao, "merge", new() { ["to"] = await site.Id(Reorg.Liutang), ["ending"] = $"{secretary!.Id}" });
        Assert.Contains("今天起，石桥村并入柳塘村", admin.Text);
        await admin.Send($"/admin/units/{Reorg.Shiqiao}/merge", [], "sure");
        Assert.Contains("石桥村的调整已经办好", admin.Text);
        if (settle) await site.Settle();
        return admin;
    }

    private static async Task<string> Reported(TestSite site, string login)
    {
        var worker = await site.As(login);
        await worker.Open("/work/report");
        await worker.Send("/work/report", new() { ["category"] = "street-lamp", ["words"] = "路灯不亮", ["unit"] = await site.Id(Reorg.Shiqiao) });
        return await site.Look(db => db.Set<Case>().OrderByDescending(c => c.Id).Select(c => c.Number).FirstAsync());
    }

    private static Task<bool> Consume(TestSite site, HandingOver told) => site.With<IServiceProvider, bool>(async scope =>
    {
        var db = scope.GetRequiredService<AppDb>();
        await scope.GetRequiredService<SuccessionWork>().Consume(told, db);
        await db.Write();
        return true;
    });

    private static async Task<IReadOnlyList<int>> Counts(Story story, List<(string Number, string Code)> keys)
    {
        var counts = new List<int>();
        foreach (var key in keys) counts.Add((await story.Timeline(key.Number)).Count(e => e.Kind == EntryKind.HandedOver));
        return counts;
    }

    private static Task<Dispatch> Lead(TestSite site, string number) => site.Look(db => (
        from part in db.Set<Dispatch>().AsNoTracking() join file in db.Set<Case>() on part.CaseId equals file.Id
        where file.Number == number && part.Lead && part.State != DispatchState.Ended select part).SingleAsync());
}
