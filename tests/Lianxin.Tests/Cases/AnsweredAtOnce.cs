using System.Net;
using Lianxin.Cases.Model;
using Lianxin.Cases.WaysIn.Answers;
using Lianxin.Platform.Calendar;
using Lianxin.Platform.Counters;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Cases;

/// <summary>Most calls are questions: answered from what is written down, counted, and sent to nobody.</summary>
public sealed class AnsweredAtOnce
{
    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task An_answer_is_found_by_two_characters_told_counted_and_linked_to_its_version(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var head = await site.As(Story.CentreHead);
        await Write(head, "/admin/answers/new", "医保断缴了怎么补", "带身份证到便民服务中心办理", "2026-03-10");
        var clerk = await site.As(Story.PhoneClerk);
        await clerk.Open("/desk/call");
        var token = clerk.Page.QuerySelector("form[action='/desk/call'] input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        await clerk.Post("/desk/answers", new() { ["q"] = "断缴", ["__RequestVerificationToken"] = token });
        Assert.Contains("带身份证到便民服务中心办理", clerk.Text);

        var answer = await site.Look(db => db.Set<Answer>().SingleAsync());
        await Write(head, $"/admin/answers/{answer.Id}", "医保断缴了怎么补", "手机上就能补", "2026-03-10");
        await clerk.Open("/desk/answers?q=" + Uri.EscapeDataString("医保"));
        Assert.Contains("手机上就能补", clerk.Text);
        Assert.DoesNotContain("便民服务中心", clerk.Text);
        await clerk.Send($"/desk/answers/{answer.Id}/told", []);
        Assert.Equal(HttpStatusCode.OK, clerk.Status);
        var told = await site.Look(db => db.Set<AnsweredCall>().SingleAsync());
        Assert.Equal((answer.Id, 2), (told.AnswerId, told.Number));
        var today = Shanghai.Date(TestSite.Morning);
        var township = await story.UnitId("青溪镇");
        Assert.Equal(1, await site.Look(db => Tally.Sum(db, "cases.answered-at-once", township, today, today)));
        await head.Open("/figures");
        Assert.Contains("当场解答 1", head.Text);
        Assert.Equal(0, await site.Look(db => db.Set<Case>().CountAsync()));
        await head.Open($"/admin/answers/{answer.Id}");
        Assert.Contains("便民服务中心", head.Text);

        site.Wait(TimeSpan.FromDays(10));
        var late = await site.As(Story.PhoneClerk);
        await late.Open("/desk/answers?q=" + Uri.EscapeDataString("医保"));
        Assert.Contains("已过期，先核实", late.Text);
        var again = await site.As(Story.CentreHead);
        await again.Open("/admin/answers?expired=yes");
        Assert.Contains("医保断缴了怎么补", again.Text);
        await again.Open($"/admin/answers/{answer.Id}");
        await again.Send($"/admin/answers/{answer.Id}/retire", []);
        await late.Open("/desk/answers?q=" + Uri.EscapeDataString("医保"));
        Assert.Contains("问答里没有找到", late.Text);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Only_who_keeps_the_answers_writes_them_and_two_do_not_overwrite_each_other(string engine)
    {
        await using var site = await TestSite.Township(engine);
        Assert.Equal(HttpStatusCode.Forbidden, await (await site.As(Story.Works)).Open("/admin/answers"));
        var head = await site.As(Story.CentreHead);
        await Write(head, "/admin/answers/new", "医保断缴了怎么补", "带身份证办理", "");
        var id = (await site.Look(db => db.Set<Answer>().SingleAsync())).Id;
        var other = await site.As(Story.CentreHead);
        await other.Open($"/admin/answers/{id}");
        await Write(head, $"/admin/answers/{id}", "医保断缴了怎么补", "手机上补", "");
        await other.Send($"/admin/answers/{id}", new() { ["text"] = "不用补" });
        Assert.Equal(HttpStatusCode.Conflict, other.Status);
        Assert.Equal("手机上补", (await site.Look(db => db.Set<Answer>().SingleAsync())).Text);
    }

    private static async Task Write(Browser head, string address, string title, string text, string until)
    {
        await head.Open(address);
        await head.Send(address, new() { ["title"] = title, ["text"] = text, ["source"] = "县医保局 2026 年 3 号通知", ["validUntil"] = until });
        Assert.True(head.Status == HttpStatusCode.OK, head.Text);
    }
}
