using System.Net;
using Lianxin.Cases.Model;
using Lianxin.Organization.Grids;
using Lianxin.Platform.Access;
using Lianxin.Platform.Audit;
using Lianxin.Platform.Counters;
using Lianxin.Tests.Cases;
using Lianxin.Tests.Requirements;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Organization;

/// <summary>Units moved, merged, split and closed, from the pages of an administrator.</summary>
public sealed class ReorganiseTests
{
    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task The_preview_counts_what_goes_where_and_changes_nothing(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        await story.Scan("路灯不亮", "street-lamp");
        await story.Scan("路又不平", "road");
        var ending = await site.Post("石长庚", Reorg.Shiqiao);
        var admin = await site.Ask(Reorg.Shiqiao, "merge", new() { ["to"] = await site.Id(Reorg.Liutang), ["ending"] = $"{ending!.Id}" });
        foreach (var said in new[]
        {
            "今天起，石桥村并入柳塘村", "2 件没办完的事跟着归柳塘村，编号、查询码和答复时间不变", "下级单位 4 个转到柳塘村下面，名称和代码不变",
            "岗位 2 个转到柳塘村：乔淑珍（村干部）、马福春（村干部）", "岗位 1 个到时结束：石长庚（村支书）",
            "代码 990101100200 以后不再用；贴出去的二维码照样能扫，转到柳塘村", "依据：县政发〔2026〕3号",
        }) Assert.Contains(said, admin.Text);
        Assert.Null((await site.Unit(Reorg.Shiqiao)).ValidTo);
        await admin.Send($"/admin/units/{Reorg.Shiqiao}/merge", [], "again");
        Assert.Equal("县政发〔2026〕3号", admin.Page.QuerySelector("#f-document")!.GetAttribute("value"));
        Assert.True(admin.Page.QuerySelector($"input[name=ending][value='{ending.Id}']")!.HasAttribute("checked"));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_merged_village_gives_its_grids_people_names_and_lists_away_and_stays_in_history(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var place = (await site.With<RegisterPlace, long?>(async r => await r.Do((await site.Unit(Reorg.Shiqiao)).Id, new() { Name = "老石桥头" })))!.Value;
        await site.Reorganise(Reorg.Shiqiao, "merge", new() { ["to"] = await site.Id(Reorg.Liutang) });
        var (old, next) = (await site.Unit(Reorg.Shiqiao), await site.Unit(Reorg.Liutang));
        Assert.Equal((next.Id, true), (old.SuccessorId, old.ValidTo is not null));
        Assert.Equal((next.Id, $"{next.Path}{(await site.Unit(Reorg.Shiqiao + "001")).Id}/"), ((await site.Unit(Reorg.Shiqiao + "001")).ParentId, (await site.Unit(Reorg.Shiqiao + "001")).Path));
        Assert.Equal("village-secretary", (await site.Post("石长庚", Reorg.Liutang))!.Role);
        Assert.Null(await site.Post("石长庚", Reorg.Shiqiao));
        var admin = await site.As(Reorg.Admin);
        await admin.Open($"/admin/units/{Reorg.Liutang}");
        foreach (var said in new[] { "老石桥头", "石桥村一网格", "石桥村并入柳塘村", "县政发〔2026〕3号" }) Assert.Contains(said, admin.Text);
        await admin.Open($"/admin/units/{Reorg.Shiqiao}");
        Assert.Contains("由柳塘村接手", admin.Text);
        Assert.NotEqual(0, place);
        var spans = await site.Look(db => db.Set<UnitSpan>().Where(s => s.UnitId == old.Id || s.ParentId == next.Id || s.ParentId == old.Id).ToListAsync());
        Assert.Equal(4, spans.Count(s => s.ParentId == old.Id && s.To is not null));
        Assert.Equal(8, spans.Count(s => s.ParentId == next.Id && s.To is null));
        Assert.All(spans.Where(s => s.UnitId == old.Id), s => Assert.NotNull(s.To));
        var act = await site.Look(db => db.Set<ActRow>().SingleAsync(a => a.UseCase == "MergeUnit"));
        Assert.Equal("县政发〔2026〕3号 村级建制调整", act.Why);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Closing_without_a_receiver_is_refused_while_work_is_open_and_with_one_the_work_goes_there(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("路灯不亮", "street-lamp");
        await story.Dispatch(key.Number, "lamp-single");
        var code = await site.Look(db => db.Set<Unit>().Where(u => u.Name == "村镇建设办公室").Select(u => u.Code).SingleAsync());
        var refused = await site.Ask(code, "close", []);
        Assert.Equal((HttpStatusCode)422, refused.Status);
        Assert.Contains("村镇建设办公室还有 1 件没办完的事，请选接手的单位", refused.Page.QuerySelector(".field.bad #e-to")!.TextContent);
        Assert.Null((await site.Unit(code)).ValidTo);

        await site.Reorganise(code, "close", new() { ["to"] = $"{await story.UnitId("应急管理办公室")}" });
        Assert.NotNull((await site.Unit(code)).ValidTo);
        Assert.Null(await site.Post("崔鹏", code));
        var handler = await site.As("leizhenhai");
        Assert.Equal(HttpStatusCode.OK, await handler.Open($"/desk/{key.Number}"));
        Assert.Contains("村镇建设办公室撤销，这件事由应急管理办公室接着办", handler.Text);
        await story.Do("leizhenhai", key.Number, "sign");
        await story.Do("leizhenhai", key.Number, "finish", new() { ["result"] = "换了灯头" });
        Assert.Equal(CaseStatus.Feedback, (await story.File(key.Number)).Status);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_split_founds_a_village_with_the_grids_people_and_open_cases_of_its_part(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var (gone, kept) = (await story.Scan("隔壁滴水", "neighbour-dispute", unit: Reorg.Shiqiao + "001"), await story.Scan("隔壁滴水", "neighbour-dispute", unit: Reorg.Shiqiao + "002"));
        foreach (var key in new[] { gone, kept }) await story.Dispatch(key.Number, "neighbour-quarrel", lead: "石桥村");
        var fields = new Dictionary<string, string> { ["name"] = "石桥新村", ["code"] = Reorg.Liutang, ["units"] = await site.Id(Reorg.Shiqiao + "001"), ["posts"] = $"{(await site.Post("马福春", Reorg.Shiqiao))!.Id}" };
        var used = await site.Ask(Reorg.Shiqiao, "split", fields);
        Assert.Equal((HttpStatusCode)422, used.Status);
        Assert.Contains("已经用过", used.Page.QuerySelector(".field.bad #e-code")!.TextContent);
        await site.Reorganise(Reorg.Shiqiao, "split", new(fields) { ["code"] = "990101100290" });

        var made = await site.Unit("990101100290");
        Assert.Equal(("石桥新村", "village", Relation.Village), (made.Name, made.Level, made.Relation));
        Assert.Equal(made.Id, (await site.Unit(Reorg.Shiqiao + "001")).ParentId);
        Assert.NotNull(await site.Post("马福春", made.Code));
        Assert.Equal((made.Id, (await site.Unit(Reorg.Shiqiao)).Id), (await Lead(site, gone.Number), await Lead(site, kept.Number)));
        var cadre = await site.As("mafuchun");
        Assert.Equal(HttpStatusCode.OK, await cadre.Open($"/work/cases/{gone.Number}"));
        Assert.Equal(HttpStatusCode.NotFound, await cadre.Open($"/work/cases/{kept.Number}"));
        Assert.Contains("石桥村的一部分划给石桥新村，这件事由石桥新村接着办", (await story.Track(gone)).Text);
        Assert.DoesNotContain("划给", (await story.Track(kept)).Text);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_moved_village_is_seen_by_the_new_parent_and_no_more_by_the_old_and_figures_stay_with_the_tree_of_their_day(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        await Estate.Furnish(site);
        var (before, closed) = (await story.Scan("路灯不亮", "street-lamp"), await story.Scan("灯又不亮", "street-lamp"));
        await site.Settle();
        var (old, next) = (await site.Unit("990101100000"), await site.Unit(Estate.OtherTownship));
        var was = (Old: await Reported(site, old.Id), Next: await Reported(site, next.Id));
        var admin = await site.Reorganise(Reorg.Shiqiao, "move", new() { ["to"] = $"{next.Id}" });
        Assert.Contains("石桥村的调整已经办好", admin.Text);
        site.Wait(TimeSpan.FromMinutes(5));
        var after = await story.Scan("桥上路灯不亮", "street-lamp");
        await site.Settle();

        var dispatcher = await site.As(Story.Dispatcher);
        Assert.Equal(HttpStatusCode.NotFound, await dispatcher.Open($"/desk/{after.Number}"));
        Assert.Equal(HttpStatusCode.OK, await dispatcher.Open($"/desk/{before.Number}"));
        Assert.Equal((next.Id, next.Id), ((await story.File(after.Number)).AcceptUnitId, (await story.File(before.Number)).AcceptUnitId));
        Assert.Contains("石桥村划归白沙镇，这件事转给白沙镇，答复时间不变", (await story.Track(before)).Text);
        Assert.Equal(HttpStatusCode.OK, await (await site.As(Story.Secretary)).Open($"/desk/{after.Number}"));
        Assert.Equal(HttpStatusCode.OK, await (await site.As("shenyue")).Open($"/desk/{after.Number}"));
        Assert.Equal((was.Old, was.Next + 1), (await Reported(site, old.Id), await Reported(site, next.Id)));
        Assert.NotEmpty(closed.Number);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_merged_grid_gives_its_ground_and_its_names_to_the_other(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var (one, two) = (await site.Unit(Reorg.Shiqiao + "001"), await site.Unit(Reorg.Shiqiao + "002"));
        var (gone, kept) = (await Ground(site, one.Id), await Ground(site, two.Id));
        var names = await Names(site, one.Id);
        Assert.NotEmpty(names);
        await site.Reorganise(one.Code, "merge", new() { ["to"] = $"{two.Id}" });
        var both = await Ground(site, two.Id);
        Assert.InRange(both.Area, gone.Area + kept.Area - 10, gone.Area + kept.Area + 10);
        Assert.Subset((await Names(site, two.Id)).ToHashSet(), names.ToHashSet());
        Assert.Equal(two.Id, (await site.With<Lianxin.Contracts.Organization.IPlaces, Lianxin.Contracts.Organization.PlaceFound?>(p => p.At(gone.Longitude, gone.Latitude)))!.UnitId);
        Assert.Equal("grid-worker", (await site.Post("田小菊", two.Code))!.Role);
        var key = await story.Scan("路灯不亮", "street-lamp", unit: two.Code);
        Assert.Equal(two.Id, (await story.File(key.Number)).PlaceUnitId);
        var scanned = site.Anonymous();
        await scanned.Open($"/v/{one.Code}");
        Assert.Contains($"{one.Name}已经调整，这里的事现在由{two.Name}办", scanned.Text);
    }

    private static Task<Grid> Ground(TestSite site, long unit) => site.Look(db => db.Set<Grid>().AsNoTracking().SingleAsync(g => g.UnitId == unit));

    private static Task<List<string>> Names(TestSite site, long unit) =>
        site.Look(db => db.Set<Lianxin.Platform.Targets.Target>().Where(t => t.UnitId == unit && t.Kind == "place" && t.RetiredAt == null).Select(t => t.Name).ToListAsync());

    private static Task<long> Reported(TestSite site, long unit) =>
        site.Look(db => Tally.Sum(db, "cases.reported", unit, new(2026, 3, 1), new(2026, 3, 31)));

    private static Task<long> Lead(TestSite site, string number) => site.Look(db => (
        from part in db.Set<Dispatch>() join file in db.Set<Case>() on part.CaseId equals file.Id
        where file.Number == number && part.Lead && part.State != DispatchState.Ended select part.UnitId).SingleAsync());
}
