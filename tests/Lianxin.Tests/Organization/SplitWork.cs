using System.Net;
using Lianxin.Cases.Model;
using Lianxin.Contracts.Organization;
using Lianxin.Organization.Duties;
using Lianxin.Organization.Grids;
using Lianxin.Tests.Cases;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Organization;

/// <summary>What is open with a unit that is split goes where its place or the duty is, and where neither says it, where the order says.</summary>
public sealed class SplitWork
{
    private const string Office = "农业农村办公室";
    private const string Made = "990101100290";

    public static TheoryData<string, string> EnginesAndRest =>
        [.. from engine in TestSite.Engines.Select(row => row.Data) from rest in new[] { "Stay", "Go" } select new TheoryDataRow<string, string>(engine, rest)];

    [Theory, MemberData(nameof(EnginesAndRest))]
    public async Task Of_a_village_what_lies_in_the_part_goes_and_what_nothing_places_goes_as_ordered(string engine, string rest)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var place = (await site.With<RegisterPlace, long?>(async r => await r.Do((await site.Unit(Reorg.Shiqiao)).Id, new() { Name = "大柳树下" })))!.Value;
        var grid = (await story.Scan("隔壁滴水", "neighbour-dispute", unit: Reorg.Shiqiao + "001")).Number;
        var named = (await story.Scan("隔壁滴水", "neighbour-dispute", place: "大柳树下东边")).Number;
        var other = (await story.Scan("隔壁滴水", "neighbour-dispute", unit: Reorg.Shiqiao + "002")).Number;
        var nowhere = (await story.Scan("隔壁滴水", "neighbour-dispute")).Number;
        foreach (var number in new[] { grid, named, other, nowhere }) await story.Dispatch(number, "neighbour-quarrel", lead: "石桥村");
        var clerk = await site.As(Story.PhoneClerk);
        await clerk.Open("/desk/call");
        await clerk.Send("/desk/call", new() { ["words"] = "村里占了我家的地", ["unit"] = await site.Id(Reorg.Shiqiao), ["accused"] = await site.Id(Reorg.Shiqiao), ["condition"] = "homestead-boundary" });
        var accusing = clerk.Address.Split('/')[^1];
        Assert.Equal((await site.Unit(Reorg.Shiqiao)).Id, (await story.File(accusing)).AccusedUnitId);
        var dues = await Dues(site);
        var fields = new Dictionary<string, string>
        {
            ["name"] = "石桥新村", ["code"] = Made, ["units"] = await site.Id(Reorg.Shiqiao + "001"), ["places"] = $"{place}", ["rest"] = rest, ["posts"] = $"{(await site.Post("马福春", Reorg.Shiqiao))!.Id}",
        };
        var preview = await site.Ask(Reorg.Shiqiao, "split", fields);
        Assert.Contains("其中 2 件，事情发生在划出去的地方", preview.Text, StringComparison.Ordinal);
        Assert.Contains(rest == "Go" ? "2 件没办完的事留在石桥村" : "3 件没办完的事留在石桥村", preview.Text, StringComparison.Ordinal);
        Assert.Equal(rest == "Go", preview.Text.Contains("其中 1 件说不清归哪边，按您选的归石桥新村", StringComparison.Ordinal));
        await site.Reorganise(Reorg.Shiqiao, "split", fields);

        var (made, old) = ((await site.Unit(Made)).Id, (await site.Unit(Reorg.Shiqiao)).Id);
        Assert.Equal([made, made, old, rest == "Go" ? made : old], await Leads(site, grid, named, other, nowhere));
        Assert.Equal((made, rest == "Go" ? made : old), ((await story.File(named)).PlaceUnitId, (await story.File(nowhere)).PlaceUnitId));
        Assert.Equal(dues, await Dues(site));
        // Whoever goes along handles it; both still read what was theirs.
        Assert.Equal(HttpStatusCode.OK, await (await site.As("mafuchun")).Open($"/work/cases/{named}"));
        Assert.Equal(HttpStatusCode.OK, await (await site.As(Story.Secretary)).Open($"/desk/{named}"));
        foreach (var kept in new[] { other, accusing }) Assert.Equal(HttpStatusCode.NotFound, await (await site.As("mafuchun")).Open($"/work/cases/{kept}"));
        Assert.Equal(rest == "Go" ? 3 : 2, await site.Look(db => db.Set<Entry>().CountAsync(e => e.Kind == EntryKind.HandedOver)));
    }

    [Theory, MemberData(nameof(EnginesAndRest))]
    public async Task Of_an_office_what_belongs_to_the_functions_that_go_goes_on_the_day_it_was_ordered_for(string engine, string rest)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var (water, field, lamp, closed) = (await Sent("pipe-leak", "water-supply"), await Sent("crop-pest", "farming"), await Sent("lamp-single", "street-lamp"), await Sent("pipe-leak", "water-supply"));
        await story.Do("kongqinghe", closed, "sign");
        await story.Do("kongqinghe", closed, "finish", new() { ["result"] = "换了水表" });
        await story.Do(Story.PhoneClerk, closed, "reply", new() { ["words"] = "换好了", ["by"] = "Page" });
        await site.Settle();
        var old = await story.UnitId(Office);
        var code = await site.Look(db => db.Set<Lianxin.Platform.Access.Unit>().Where(u => u.Id == old).Select(u => u.Code).SingleAsync());
        var post = (await site.Post("孔庆河", code))!.Id;
        var fields = new Dictionary<string, string> { ["name"] = "水务站", ["functions"] = "water", ["posts"] = $"{post}", ["rest"] = rest, ["day"] = "2026-03-05" };
        var preview = await site.Ask(code, "split", fields);
        Assert.Contains("其中 1 件，按职能和履职清单归水务站", preview.Text, StringComparison.Ordinal);
        Assert.Contains(rest == "Go" ? $"1 件没办完的事留在{Office}" : $"2 件没办完的事留在{Office}", preview.Text, StringComparison.Ordinal);
        Assert.Equal(rest == "Go", preview.Text.Contains("其中 1 件说不清归哪边，按您选的归水务站", StringComparison.Ordinal));
        Assert.Contains($"职能划给水务站，{Office}不再办：水务", preview.Text, StringComparison.Ordinal);
        await site.Reorganise(code, "split", fields);
        Assert.Equal([old, old, old], await Leads(site, water, field, lamp));
        // What is sent to it until that day is divided as well.
        var late = await Sent("pipe-leak", "water-supply");
        site.Time.Stand(new DateTime(2026, 3, 4, 16, 0, 30, DateTimeKind.Utc));
        await site.Tick("organization.reorganise");
        await site.Settle();

        var made = await story.UnitId("水务站");
        Assert.Equal([made, old, rest == "Go" ? made : old, made], await Leads(site, water, field, lamp, late));
        var lists = await site.Look(db => db.Set<Duty>().Where(d => d.CategoryKey == "water-supply" && d.Stance == DutyStance.Own && (d.UnitId == made || d.UnitId == old)).Select(d => d.UnitId).ToListAsync());
        Assert.Equal([made], lists);
        var handler = await site.As("kongqinghe");
        foreach (var number in new[] { water, closed }) Assert.Equal(HttpStatusCode.OK, await handler.Open($"/desk/{number}"));
        Assert.Equal(HttpStatusCode.NotFound, await handler.Open($"/desk/{field}"));
        await story.Do("kongqinghe", water, "sign");
        await story.Do("kongqinghe", water, "finish", new() { ["result"] = "换了水表" });
        Assert.Equal(CaseStatus.Feedback, (await story.File(water)).Status);
        var dispatcher = await site.As(Story.Dispatcher);
        var next = await story.Scan("水管又漏了", "water-supply");
        await dispatcher.Open($"/desk/{next.Number}/dispatch?condition=pipe-leak");
        Assert.Contains("按规定由水务站办理", dispatcher.Text, StringComparison.Ordinal);

        async Task<string> Sent(string condition, string category)
        {
            var number = (await story.Scan("请来看看", category)).Number;
            await story.Dispatch(number, condition, lead: Office, more: condition == "lamp-single" ? new() { ["signedFor"] = "陆正明" } : null);
            Assert.Equal(CaseStatus.Handling, (await story.File(number)).Status);
            return number;
        }
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Only_functions_the_unit_has_are_given_away(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var code = await site.Look(db => db.Set<Lianxin.Platform.Access.Unit>().Where(u => u.Name == Office).Select(u => u.Code).SingleAsync());
        var asked = await site.Ask(code, "split", new() { ["name"] = "水务站", ["functions"] = "works" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.Status);
        Assert.Contains("请从列出的职能里选择", asked.Text, StringComparison.Ordinal);
        var nothing = await site.Ask(code, "split", new() { ["name"] = "水务站" });
        Assert.Contains("请选要划出去的下级单位、人员、地名或职能", nothing.Text, StringComparison.Ordinal);
    }

    private static async Task<List<long>> Leads(TestSite site, params string[] numbers)
    {
        var leads = new List<long>();
        foreach (var number in numbers)
            leads.Add(await site.Look(db => db.Set<Dispatch>().Where(d => d.Lead && d.State != DispatchState.Ended && db.Set<Case>().Any(c => c.Id == d.CaseId && c.Number == number)).Select(d => d.UnitId).SingleAsync()));
        return leads;
    }

    private static Task<List<(DateTime, DateTime?)>> Dues(TestSite site) =>
        site.Look(async db => (await db.Set<Case>().AsNoTracking().OrderBy(c => c.Id).ToListAsync()).ConvertAll(c => (c.PromiseDue, c.NextDue)));
}
