using System.Net;
using Lianxin.Cases.Model;

namespace Lianxin.Tests.Cases;

/// <summary>屋顶漏雨: one number whichever way it comes in, closed on the spot, the reply recorded by the first person asked.</summary>
public sealed class RoofLeaks
{
    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_worker_settles_it_on_the_spot_in_one_save_with_five_timed_steps(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var worker = await site.As(Story.Worker);
        await worker.Open("/work/report");
        var required = worker.Page.QuerySelectorAll("form[action='/work/report'] [required]").Select(e => e.GetAttribute("name")).Distinct().ToList();
        Assert.True(required.Count <= 2, string.Join(' ', required));
        await worker.Send("/work/report", new() { ["category"] = "unsafe-house", ["words"] = "刘奶奶家屋顶漏雨，已经盖好油布、换了两片瓦", ["settled"] = "yes", ["name"] = "刘桂兰", ["phone"] = "19900000017" });
        Assert.Equal(HttpStatusCode.OK, worker.Status);
        var number = worker.Address.Split('/')[^1];
        var file = await new Story(site).File(number);
        Assert.Equal(CaseStatus.Closed, file.Status);
        Assert.NotNull(file.RepliedAt);
        Assert.Equal(5, (await new Story(site).Steps(number)).Select(s => s.Step).Distinct().Count());
        Assert.Contains(await new Story(site).Timeline(number), e => e.Kind == EntryKind.Replied && e.ByPersonId == file.FirstAskedPersonId);
        Assert.Contains("199****0017", worker.Text);
        Assert.DoesNotContain("19900000017", worker.Page.DocumentElement.OuterHtml);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Row", "S0.30")]
    [Trait("Row", "S0.33")]
    public async Task The_clerk_who_took_the_call_owes_the_reply_through_every_transfer(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var clerk = await site.As(Story.PhoneClerk);
        await clerk.Open("/desk/call");
        await clerk.Send("/desk/call", new() { ["phone"] = "199 0000 0018", ["name"] = "张秀英", ["words"] = "屋顶漏雨，老人一个人住", ["unit"] = (await story.UnitId("石桥村")).ToString(), ["condition"] = "house-leak" });
        Assert.Equal(HttpStatusCode.OK, clerk.Status);
        var number = clerk.Address.Split('/')[^1];
        await story.Dispatch(number, (await ConditionOf(site, number)) ?? "house-leak");
        await story.Do(Story.Works, number, "sign");
        await story.Do(Story.Works, number, "finish", new() { ["result"] = "换了瓦，做了防水" });
        Assert.Equal(CaseStatus.Feedback, (await story.File(number)).Status);

        var handler = await site.As(Story.Works);
        await handler.Open($"/desk/{number}");
        Assert.Empty(handler.Page.QuerySelectorAll($"a[href='/desk/{number}/reply']"));
        await handler.Open($"/desk/{number}/reply");
        Assert.Empty(handler.Page.QuerySelectorAll($"form[action='/desk/{number}/reply']"));

        await story.Do(Story.PhoneClerk, number, "reply", new() { ["words"] = "师傅换了瓦，下雨您再看看", ["by"] = "Call" });
        var file = await story.File(number);
        Assert.Equal(CaseStatus.Closed, file.Status);
        var reply = Assert.Single(await story.Timeline(number), e => e.Kind == EntryKind.Replied);
        Assert.Equal(file.FirstAskedPersonId, reply.ByPersonId);
        Assert.Contains("Call", reply.Parts);

        await clerk.Open("/desk/call");
        var token = clerk.Page.QuerySelector("form[action='/desk/call'] input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        await clerk.Post("/desk/call/caller", new() { ["phone"] = "199 0000 0018", ["__RequestVerificationToken"] = token });
        Assert.Contains("屋顶漏雨", clerk.Text);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_resident_without_an_account_gets_number_code_person_and_date(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("屋顶漏雨，床都湿了，电话19900000017", phone: "19900000017");
        var file = await story.File(key.Number);
        Assert.Equal(Channel.Code, file.Channel);
        Assert.Null(file.FirstAskedPersonId);
        Assert.DoesNotContain("19900000017", file.Words);
        var page = await story.Track(key);
        Assert.Contains("青溪镇", page.Text);
        Assert.Contains("前", page.Text);
        Assert.False(page.Response.Headers.Contains("Set-Cookie"));
    }

    private static async Task<string?> ConditionOf(TestSite site, string number)
    {
        var file = await new Story(site).File(number);
        return await site.With<Lianxin.Cases.Catalog.CaseBook, string?>(async book => (await book.Condition(file.ConditionId))?.Key);
    }
}
