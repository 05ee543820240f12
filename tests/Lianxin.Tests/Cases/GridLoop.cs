using System.Net;
using Lianxin.Cases.Model;
using Lianxin.Platform.Access;
using Lianxin.Platform.Calendar;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Cases;

/// <summary>P9's loop as far as cases carry it: a hotline ticket comes in by paste, finds its grid, is kept off the village by the list, and its answer goes back with the time of each step.</summary>
public sealed class GridLoop
{
    private const string Owner = Story.CentreHead;

    private const string Ticket = """
        工单编号：JZ12345-20260302-0088
        来电人：焦素英    联系电话：19900000288
        诉求内容：老石桥头的晾衣绳拉到路中间，骑车的人看不见，想请人管一管。
        事发地址：老石桥头
        派单时间：2026-03-02 08:30
        办理时限：2026-03-06 12:00
        """;

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_hotline_ticket_is_found_its_grid_kept_off_the_village_by_the_list_owned_handled_answered_back_and_rated(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var clerk = await site.As(Story.PhoneClerk);
        await FromElsewhere.Paste(clerk, Ticket);
        await clerk.Send("/desk/paste", new() { ["condition"] = "other-matter" });
        var number = clerk.Address.Split('/')[^1];
        var file = await story.File(number);

        // Its own number and the outer date, ours the earlier one; the place is a grid with a worker.
        var outer = await site.Look(db => db.Set<OuterNumber>().SingleAsync(o => o.CaseId == file.Id));
        Assert.Equal("JZ12345-20260302-0088", outer.Number);
        Assert.True(file.PromiseDue < outer.Due, $"promised {file.PromiseDue}, the source asks by {outer.Due}");
        Assert.Equal(await story.UnitId("石桥村一网格"), file.PlaceUnitId);
        Assert.Contains(await story.Timeline(number), e => e.Kind == EntryKind.Placed && e.Basis.Contains("老石桥头", StringComparison.Ordinal));
        var worker = await site.As(Story.Worker);
        Assert.Equal(HttpStatusCode.OK, await worker.Open($"/desk/{number}"));
        Assert.Equal("乔淑珍", await site.Look(db => db.Set<Person>().Where(p => p.Id == file.ContactPersonId).Select(p => p.Name).SingleAsync()));

        // Not on the list of the village nor of the grid: the rule refuses both, whoever signs.
        site.Wait(TimeSpan.FromMinutes(20));
        foreach (var place in new[] { "石桥村", "石桥村一网格" })
        {
            var refused = await story.Dispatch(number, "other-matter", lead: place, more: new() { ["signedFor"] = "陆正明" });
            Assert.Equal((HttpStatusCode)422, refused.Status);
            Assert.Contains($"这类事不在{place}的履职事项清单里，不能派给村（社区）", refused.Text);
        }

        // As proposed: nobody fits, so the fallback post has it, and finds out whose it is.
        var desk = await site.As(Story.Dispatcher);
        await desk.Open($"/desk/{number}/dispatch");
        Assert.Contains("没有找到合适的单位，由兜底责任岗先接下", desk.Text);
        await desk.Send($"/desk/{number}/dispatch", []);
        Assert.True(Assert.Single(await Parts(site, file.Id)).Fallback);
        var inbox = await site.As(Owner);
        await inbox.Open("/inbox");
        Assert.Contains(number, inbox.Text);
        await story.Do(Owner, number, "sign");
        await story.Do(Owner, number, "reassign", new() { ["unit"] = $"{await story.UnitId("综合执法队")}", ["signedFor"] = "陆正明", ["reason"] = "占道的归你们先办" });
        site.Wait(TimeSpan.FromMinutes(50));
        await story.Do("dingzhigang", number, "sign");
        await story.Do("dingzhigang", number, "finish", new() { ["result"] = "绳子收到墙边，立了晾衣架" });

        // First asked was nobody: the centre's duty post answers, and the text goes back to where the ticket came from.
        site.Wait(TimeSpan.FromMinutes(30));
        await story.Do(Story.PhoneClerk, number, "reply", new() { ["words"] = "焦素英您好，绳子收到墙边了，立了晾衣架", ["by"] = "Call" });
        clerk = await site.As(Story.PhoneClerk);
        await clerk.Open($"/desk/{number}/answer-text");
        var answer = clerk.Page.QuerySelector("textarea")!.TextContent;
        Assert.Contains("工单编号：JZ12345-20260302-0088", answer);
        Assert.Contains("立了晾衣架", answer);
        Assert.DoesNotContain("焦素英", answer);
        await clerk.Send($"/desk/{number}/answer-source", []);
        Assert.NotNull((await site.Look(db => db.Set<OuterNumber>().SingleAsync(o => o.CaseId == file.Id))).AnsweredAt);

        // The number and code of the slip open the case to the resident, who rates it.
        await clerk.Open($"/desk/call/{number}");
        site.Wait(TimeSpan.FromMinutes(15));
        var resident = await story.Track(Story.Told(clerk));
        await resident.Send("/t/rate", new() { ["solved"] = "yes", ["mark1"] = "5", ["mark2"] = "4", ["mark3"] = "5" });
        Assert.Equal(CaseStatus.Rated, (await story.File(number)).Status);
        await StepsAreTimed(site, story, number);
    }

    /// <summary>Each of the five steps shows from when to when it ran.</summary>
    private static async Task StepsAreTimed(TestSite site, Story story, string number)
    {
        var desk = await site.As(Story.Dispatcher);
        await desk.Open($"/desk/{number}");
        var shown = desk.Page.QuerySelectorAll("ol.steps li").Select(li => li.GetAttribute("title")).ToList();
        var steps = await story.Steps(number);
        Assert.Equal([Step.Find, Step.Assign, Step.Handle, Step.Feedback, Step.Rate], steps.Select(s => s.Step));
        Assert.Equal(steps.Select(s => $"{Shanghai.Text(s.StartedAt)} – {Shanghai.Text(s.EndedAt!.Value)}"), shown);
        Assert.Equal([0, 20, 50, 30, 15], steps.Select(s => (int)(s.EndedAt!.Value - s.StartedAt).TotalMinutes));
    }

    private static Task<List<Lianxin.Cases.Model.Dispatch>> Parts(TestSite site, long caseId) =>
        site.Look(db => db.Set<Lianxin.Cases.Model.Dispatch>().AsNoTracking().Where(d => d.CaseId == caseId).ToListAsync());
}
