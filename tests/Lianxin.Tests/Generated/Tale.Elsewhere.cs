using System.Net;
using Lianxin.Cases.Model;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Generated;

/// <summary>What comes from elsewhere or from above, what several are called to, and what goes on after it was answered.</summary>
internal sealed partial class Tale
{
    /// <summary>A ticket of the hotline is pasted, answered, pasted back, and sent again.</summary>
    public async Task Pasted()
    {
        var clerk = place.People.First(p => p.Can("cases.phone-desk")).Browser;
        var outer = $"GEN-{pack.Seed}";
        await Paste();
        var number = (await site.Look(db => db.Set<Case>().AsNoTracking().OrderBy(c => c.Id).LastAsync())).Number;
        await cast.Holds(number);
        await Through(number);
        Assert.Contains($"工单编号：{outer}", await Text(), StringComparison.Ordinal);
        await clerk.Send($"/desk/{number}/answer-source", []);
        Assert.NotNull((await Kept()).AnsweredAt);
        await Paste();
        Assert.Equal((CaseStatus.Received, 1), ((await cast.Story.File(number)).Status, (await cast.Story.File(number)).Round));
        Assert.Null((await Kept()).AnsweredAt);
        await cast.Holds(number);
        await Through(number);
        Assert.Contains("办理结果：办好了", await Text(), StringComparison.Ordinal);
        await cast.Hidden(number);

        async Task Paste()
        {
            await clerk.Open("/desk/paste");
            await clerk.Send("/desk/paste/read", new() { ["text"] = $"工单编号：{outer}\n来电人：老韩\n诉求内容：{Plain.Name}，请来看看\n办理时限：2026-12-20 12:00" });
            await clerk.Send("/desk/paste", new() { ["unit"] = $"{place.Ground.Id}", ["condition"] = "plain" });
            Assert.True(clerk.Status == HttpStatusCode.OK, $"{pack}: {clerk.Text}");
        }

        async Task<string> Text()
        {
            await clerk.Open($"/desk/{number}/answer-text");
            return clerk.Page.QuerySelector("textarea")!.TextContent;
        }

        Task<OuterNumber> Kept() => site.Look(db => db.Set<OuterNumber>().AsNoTracking().SingleAsync(o => o.Number == outer));
    }

    /// <summary>Every office is called to a place; who has people says they are there, for a body without account the caller does, and both sides say what they think.</summary>
    public async Task Whistled()
    {
        var key = await Report(Plain);
        await cast.Dispatch(key.Number, "plain");
        foreach (var office in place.Offices)
        {
            await cast.Do(key.Number, "whistle", new() { ["units"] = $"{office.Id}", ["urgency"] = "Urgent", ["place"] = "村口", ["words"] = "请来看看" });
            var call = await Call(office.Id);
            var outside = office.Relation == Lianxin.Platform.Access.Relation.Outside;
            if (outside) await cast.Do(key.Number, "arrived", new() { ["call"] = $"{call.Id}" });
            else await cast.Do(key.Number, "arrive");
            Assert.Equal(outside ? Arrival.Word : Arrival.Tap, (await Call(office.Id)).How);
        }

        while (await cast.Who(key.Number, "rate-call") is { } player)
        {
            await player.Browser.Open($"/desk/{key.Number}/rate-call");
            var call = player.Browser.Page.QuerySelector("[name=call]")!.GetAttribute("value")!;
            await player.Browser.Send($"/desk/{key.Number}/rate-call", new() { ["call"] = call, ["mark"] = "4" });
            Assert.True(player.Browser.Status == HttpStatusCode.OK, $"{pack}: {player.Browser.Text}");
        }

        await cast.Handle(key.Number);
        await cast.Reply(key.Number);
        await cast.Hidden(key.Number);

        Task<WhistleCall> Call(long unit) => site.Look(db => db.Set<WhistleCall>().AsNoTracking().OrderBy(c => c.Id).LastAsync(c => c.UnitId == unit));
    }

    /// <summary>批示: with a date of its own, and back to who signed.</summary>
    public async Task Ordered()
    {
        var key = await Report(Plain);
        await cast.Do(key.Number, "order", new() { ["other"] = "分管领导老郑", ["words"] = "请抓紧办", ["due"] = "2026-12-10T12:00", ["signedOn"] = "2026-03-01" });
        Assert.NotNull((await cast.Story.File(key.Number)).OrderId);
        await cast.Dispatch(key.Number, "plain");
        await cast.Do(key.Number, "order-done", new() { ["words"] = "在办了" });
        Assert.Null((await cast.Story.File(key.Number)).OrderId);
        await cast.Handle(key.Number);
        await cast.Reply(key.Number);
        await cast.Hidden(key.Number);
    }

    /// <summary>回访 of what the last month closed; “not solved” opens a case again where the pack says so.</summary>
    public async Task CalledBack()
    {
        var now = site.Time.GetUtcNow().UtcDateTime;
        site.Time.Stand(new DateTime(now.Year, now.Month, 1, 1, 0, 0, DateTimeKind.Utc).AddMonths(1));
        await site.Settle();
        await site.Tick("cases.revisits");
        await place.SignIn();
        var caller = place.People.First(p => p.Can("cases.revisit")).Browser;
        await caller.Open("/revisits");
        Assert.True(caller.Status == HttpStatusCode.OK, caller.Text);
        var drawn = await site.Look(db => db.Set<Revisit>().AsNoTracking().Where(r => r.Result == null && r.Round == 0).OrderBy(r => r.Turn).Take(2).ToListAsync());
        Assert.True(drawn.Count > 0, $"{pack}: nobody was drawn");
        foreach (var (revisit, answer) in drawn.Zip(["Unsolved", "Satisfied"]))
        {
            await caller.Open($"/revisits/{revisit.Id}");
            await caller.Send($"/revisits/{revisit.Id}", new() { ["answer"] = answer, ["words"] = "问过了" });
            Assert.True(caller.Status == HttpStatusCode.OK, $"{pack}: {caller.Text}");
            var file = await site.Look(db => db.Set<Case>().AsNoTracking().SingleAsync(c => c.Id == revisit.CaseId));
            Assert.Equal(answer == "Unsolved" && pack.ReopenOnce ? (CaseStatus.Received, 1) : (CaseStatus.Rated, 0), (file.Status, file.Round));
            await cast.Holds(file.Number);
            if (file.Open) await Through(file.Number);
        }
    }

    /// <summary>The unit beside takes over; what is open goes on under its number, and the old code leads there. Told last: the line is another one after it.</summary>
    public async Task Merged()
    {
        var key = await Report(Plain);
        var (gone, due) = (place.Line.First(u => u.Level == place.Beside.Level), (await cast.Story.File(key.Number)).PromiseDue);
        await Reorganise(gone, "merge", new() { ["to"] = $"{place.Beside.Id}" });
        var file = await cast.Story.File(key.Number);
        Assert.Equal(due, file.PromiseDue);
        Assert.NotEqual(gone.Id, file.PlaceUnitId);
        await cast.Holds(key.Number);
        await Through(key.Number);
        var resident = site.Anonymous();
        Assert.Equal(HttpStatusCode.OK, await resident.Open($"/v/{gone.Code}"));
        Assert.Contains(place.Beside.Name, resident.Text, StringComparison.Ordinal);
    }

    private async Task Through(string number)
    {
        await cast.Dispatch(number, "plain");
        await cast.Handle(number);
        await cast.Reply(number);
    }
}
