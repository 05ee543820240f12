using System.Net;
using Lianxin.Cases.Model;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Cases;

/// <summary>A case turns private in mid-life: what was asked for, called and signed before goes on among those who may know of it.</summary>
public sealed class TurnedPrivate
{
    private const string Petitions = "qisuqin";

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Requests_whistles_and_instructions_keep_to_those_who_may_know(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("儿媳妇说婆婆打她", "neighbour-dispute");
        foreach (var unit in new[] { "应急管理办公室", "青溪派出所" })
            await story.Do(Story.Dispatcher, key.Number, "whistle", new() { ["units"] = $"{await story.UnitId(unit)}", ["urgency"] = "Urgent", ["place"] = "三组", ["words"] = "劝开两家" });
        var leader = await site.Look(db => db.Set<Lianxin.Platform.Access.Person>().Where(p => p.Name == "陆正明").Select(p => p.Id).SingleAsync());
        await story.Do(Story.Dispatcher, key.Number, "order", new() { ["signer"] = $"{leader}", ["words"] = "马上去人", ["due"] = "2026-03-02T09:30" });
        await story.Do(Story.Dispatcher, key.Number, "void", new() { ["reason"] = "像是重复报的" });
        await story.Dispatch(key.Number, "family-quarrel", "listed", "青溪司法所");
        Assert.True((await story.File(key.Number)).Private);
        var plea = await site.Look(db => db.Set<Plea>().SingleAsync());
        Assert.Equal(await story.UnitId("云岭县"), plea.DecideUnitId);
        foreach (var login in new[] { Story.CentreHead, "leizhenhai", "luzhengming" })
            Assert.Equal(HttpStatusCode.NotFound, await (await site.As(login)).Open($"/desk/{key.Number}"));
        site.Wait(TimeSpan.FromHours(2.5));
        await site.Tick("cases.calls");
        await site.Tick("cases.orders");
        var late = Assert.Single(await story.Timeline(key.Number), e => e.Kind == EntryKind.CallLate);
        Assert.Equal(await story.UnitId("青溪派出所"), late.UnitId);
        Assert.Single(await story.Timeline(key.Number), e => e.Kind == EntryKind.OrderLate);
        var inbox = await site.As("luzhengming");
        await inbox.Open("/inbox");
        Assert.DoesNotContain("您的批示过了时间", inbox.Text);
        var petitions = await story.Do(Petitions, key.Number, "decide-void", new() { ["decision"] = "no", ["reason"] = "不是重复" });
        Assert.Equal(HttpStatusCode.OK, petitions.Status);
        Assert.False((await story.File(key.Number)).Pending);
    }
}
