using System.Text.RegularExpressions;
using Lianxin.Cases.Model;
using Lianxin.Platform.Access;
using Lianxin.Platform.Notices;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Cases;

/// <summary>Rows of the source systems that no story tells by itself.</summary>
public sealed partial class RowsOfTheLoop
{
    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Row", "S1.52")]
    public async Task What_came_of_it_reaches_whoever_works_there_and_whoever_reported_it(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("路灯不亮", "street-lamp", phone: "19900000061", unit: "990101100200001");
        await story.Dispatch(key.Number, "lamp-single");
        await story.Finish(key.Number, "换了灯头");
        await story.Do(Story.PhoneClerk, key.Number, "reply", new() { ["words"] = "灯亮了，请放心", ["by"] = "Call" });
        var contact = (await story.File(key.Number)).ContactPersonId;
        Assert.NotNull(contact);
        Assert.True(await site.Look(db => db.Set<Post>().AnyAsync(p => p.PersonId == contact)));
        Assert.True(await site.Look(db => db.Set<Notice>().AnyAsync(n => n.PersonId == contact && n.Link == $"/desk/{key.Number}" && n.Text.EndsWith("已答复反映人"))));
        Assert.Contains("灯亮了，请放心", (await story.Track(key)).Text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Row", "S2.102")]
    public async Task By_phone_at_the_counter_on_paper_or_by_the_code_everything_gets_one_number(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var unit = (await story.UnitId("石桥村")).ToString();
        var clerk = await site.As(Story.PhoneClerk);
        foreach (var visit in new[] { "false", "true" })
        {
            await clerk.Open("/desk/call");
            await clerk.Send("/desk/call", new() { ["words"] = $"路灯不亮，{visit}", ["unit"] = unit, ["visit"] = visit });
        }

        await clerk.Open("/desk/backfill");
        await clerk.Send("/desk/backfill", new() { ["words-1"] = "路灯不亮，登记本上的", ["unit-1"] = unit });
        await story.Scan("路灯不亮，扫码的", "street-lamp");
        var files = await site.Look(db => db.Set<Case>().OrderBy(c => c.Id).Select(c => new { c.Number, c.Channel }).ToListAsync());
        Assert.Equal(4, files.Select(f => f.Channel).Distinct().Count());
        Assert.Equal(4, files.Select(f => f.Number).Distinct().Count());
        Assert.All(files, f => Assert.Matches(Number(), f.Number));
        foreach (var file in files)
        {
            await clerk.Open($"/desk?q={file.Number}");
            Assert.Single(clerk.Page.QuerySelectorAll("[data-row]"));
        }
    }

    [GeneratedRegex("^[0-9]{4}-[0-9]{4}-[0-9]{4}$", RegexOptions.None, 1000)]
    private static partial Regex Number();
}
