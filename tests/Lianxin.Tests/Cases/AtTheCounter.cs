using System.Net;
using AngleSharp.Dom;
using Lianxin.Cases.Model;
using Lianxin.Platform.Audit;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Cases;

/// <summary>Who comes in person, and what stood in the register on the counter.</summary>
public sealed class AtTheCounter
{
    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Who_comes_in_person_is_no_call_and_was_asked_face_to_face(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var village = await story.UnitId("石桥村");
        var clerk = await site.As(Story.PhoneClerk);
        foreach (var visit in new[] { "true", null })
        {
            await clerk.Open("/desk/call");
            Assert.Equal("false", clerk.Page.QuerySelector("input[name=visit][checked]")!.GetAttribute("value"));
            var said = new Dictionary<string, string> { ["words"] = "路灯不亮", ["unit"] = $"{village}", ["name"] = "王大娘" };
            if (visit is not null) said["visit"] = visit;
            await clerk.Send("/desk/call", said);
            var file = await story.File(Story.Told(clerk).Number);
            Assert.Equal(visit is null ? Channel.Phone : Channel.Visit, file.Channel);
            Assert.NotNull(file.FirstAskedPersonId);
            await clerk.Open($"/desk/{file.Number}");
            Assert.Contains(visit is null ? "来电登记" : "来访登记", clerk.Page.QuerySelector(".case-top")!.TextContent);
        }

        Assert.Equal(["来访人", "来电人"], await site.Look(db => db.Set<ActRow>().Where(a => a.UseCase == "TakeCall").OrderBy(a => a.Id).Select(a => a.OnBehalf).ToListAsync()));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_page_of_the_register_is_entered_once_and_each_row_gets_number_and_code_to_take_along(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var village = await story.UnitId("石桥村");
        var clerk = await site.As(Story.PhoneClerk);
        await clerk.Open("/desk/backfill");
        Assert.Equal(12, clerk.Page.QuerySelectorAll("fieldset").Length);

        // What is wrong in one row loses nothing of the others.
        await clerk.Send("/desk/backfill", new()
        {
            ["words-1"] = "路灯不亮", ["unit-1"] = $"{village}", ["name-1"] = "王大娘", ["at-1"] = "2026-02-27T15:30",
            ["words-12"] = "井盖松了", ["unit-12"] = $"{village}", ["phone-12"] = "123",
        });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, clerk.Status);
        Assert.Equal(0, await site.Look(db => db.Set<Case>().CountAsync()));
        Assert.Equal("路灯不亮", clerk.Page.QuerySelector("[name=words-1]")!.TextContent.Trim());
        Assert.Equal("123", clerk.Page.QuerySelector("[name=phone-12]")!.GetAttribute("value"));
        await clerk.Send("/desk/backfill", new() { ["phone-12"] = "19900000281" });
        Assert.StartsWith("/desk/backfill/done?case=", clerk.Address);
        var files = await site.Look(db => db.Set<Case>().OrderBy(c => c.Id).ToListAsync());
        Assert.Equal([(Channel.Paper, new DateTime(2026, 2, 27, 7, 30, 0, DateTimeKind.Utc)), (Channel.Paper, null)], files.Select(f => (f.Channel, f.HappenedAt)));
        var rows = clerk.Page.QuerySelectorAll("tbody tr").Select(r => r.QuerySelectorAll("td").Select(c => c.TextContent.Trim()).ToList()).ToList();
        Assert.Equal(files.Select(f => f.Number), rows.Select(r => r[0]));
        Assert.Equal(["路灯不亮", "井盖松了"], rows.Select(r => r[2]));
        var text = clerk.Page.QuerySelector("textarea#entered")!.TextContent;
        foreach (var row in rows)
        {
            Assert.Contains($"{row[0]}　{row[1]}", text);
            Assert.Contains(row[2], (await story.Track((row[0], row[1]))).Text);
        }

        var done = clerk.Address;
        await clerk.Open(clerk.Page.QuerySelector("a[href^='/desk/backfill/print']")!.GetAttribute("href")!);
        Assert.Equal(rows.Select(r => r[0] + r[1]), clerk.Page.QuerySelectorAll("tbody tr").Select(r => string.Concat(r.QuerySelectorAll("td").Take(2).Select(c => c.TextContent))));

        // The codes are for whoever entered them.
        Assert.Equal(HttpStatusCode.NotFound, await (await site.As("panlei")).Open(done));
        Assert.Equal(HttpStatusCode.Forbidden, await (await site.As(Story.Works)).Open(done));
    }
}
