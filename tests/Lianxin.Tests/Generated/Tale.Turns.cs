using Lianxin.Cases.Model;
using Lianxin.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Generated;

/// <summary>Turns off the straight way, what is private, and what is late.</summary>
internal sealed partial class Tale
{
    /// <summary>A later date and a wait, each with approval; void and withdrawn; sent back and given to another.</summary>
    public async Task Turns()
    {
        var key = await Report(Plain);
        await cast.Dispatch(key.Number, "plain");
        await cast.Do(key.Number, "sign");
        foreach (var kind in Staffed ? pack.Kinds.Skip(1).Where(k => k.Dispatched).Append(pack.Kinds[0]) : [])
        {
            await cast.Do(key.Number, "kind", new() { ["kind"] = kind.Key, ["reason"] = "换一种办法" }, p => p.Can("cases.dispatch"));
            await new Clocks(site, pack).Hold(await cast.Story.File(key.Number));
        }

        var due = (await cast.Story.File(key.Number)).NextDue;
        await cast.Do(key.Number, "extension", new() { ["until"] = "2026-06-10", ["reason"] = "配件没到" });
        await cast.Do(key.Number, "decide-extension", new() { ["decision"] = "yes", ["reason"] = "同意" });
        Assert.True((await cast.Story.File(key.Number)).NextDue > due);
        await cast.Do(key.Number, "hold", new() { ["until"] = "2026-04-10", ["reason"] = "等化冻" });
        await cast.Do(key.Number, "decide-hold", new() { ["decision"] = "yes", ["reason"] = "同意" });
        Assert.NotNull((await cast.Story.File(key.Number)).HeldUntil);
        await cast.Do(key.Number, "wake", new() { ["reason"] = "化冻了" });
        await cast.Do(key.Number, "hold", new() { ["until"] = "2026-04-10", ["reason"] = "又冻了" });
        await cast.Do(key.Number, "decide-hold", new() { ["decision"] = "no", ["reason"] = "能干" });
        Assert.Null((await cast.Story.File(key.Number)).HeldUntil);
        await cast.Do(key.Number, "urge", new() { ["reason"] = "请抓紧" });
        await cast.Do(key.Number, "supervise", new() { ["reason"] = "盯着办" });
        await cast.Handle(key.Number);
        await cast.Do(key.Number, "send-back", new() { ["reason"] = "没弄干净" });
        await cast.Handle(key.Number);
        await cast.Do(key.Number, "void", new() { ["reason"] = "试报的" });
        await cast.Do(key.Number, "decide-void", new() { ["decision"] = "no", ["reason"] = "是真事" });
        await cast.Do(key.Number, "void", new() { ["reason"] = "真是试报的" });
        await cast.Do(key.Number, "decide-void", new() { ["decision"] = "yes", ["reason"] = "作废" });
        Assert.Equal(CaseStatus.Voided, (await cast.Story.File(key.Number)).Status);
        var reporter = await cast.Story.Track(key);
        await reporter.Send("/t/appeal", new() { ["reason"] = "不是试报" });
        await cast.Do(key.Number, "decide-appeal", new() { ["decision"] = "yes", ["reason"] = "接着办" });
        await Withdrawn(key);
        await cast.Hidden(key.Number);
    }

    /// <summary>By the reporter, and once back again.</summary>
    private async Task Withdrawn((string Number, string Code) key)
    {
        var reporter = await cast.Story.Track(key);
        await reporter.Send("/t/withdraw", new() { ["reason"] = "自己弄好了" });
        Assert.Equal(CaseStatus.Withdrawn, (await cast.Story.File(key.Number)).Status);
        reporter = await cast.Story.Track(key);
        await reporter.Send("/t/resume", []);
        await cast.Holds(key.Number);
        await cast.Dispatch(key.Number, "plain");
        await cast.Handle(key.Number);
        await cast.Reply(key.Number);
        await cast.Rate(key, solved: true);
    }

    /// <summary>Two reports of one thing; one that is not dispatched at all.</summary>
    public async Task Together()
    {
        var (main, other) = (await Report(Plain), await Report(Plain));
        await cast.Do(other.Number, "merge", new() { ["main"] = "", ["other"] = main.Number });
        Assert.Null(await cast.Who(other.Number, "dispatch"));
        await cast.Do(other.Number, "unmerge", new() { ["reason"] = "不是一件" });
        await cast.Do(other.Number, "merge", new() { ["main"] = "", ["other"] = main.Number });
        await cast.Dispatch(main.Number, "plain");
        await cast.Handle(main.Number);
        await cast.Reply(main.Number);
        Assert.Equal(CaseStatus.Closed, (await cast.Story.File(other.Number)).Status);
        await cast.Rate(other, solved: true);
        await cast.Rate(main, solved: true);

        var elsewhere = await Report(Plain);
        await cast.Do(elsewhere.Number, "split", new() { ["words"] = "留下的一半", ["other"] = "分出去的一半" });
        var (kept, half) = (await cast.Story.File(elsewhere.Number), await site.Look(db => db.Set<Case>().AsNoTracking().OrderBy(c => c.Id).LastAsync()));
        Assert.Equal((kept.Id, kept.PromiseDue), (half.SplitFromId!.Value, half.PromiseDue));
        await cast.Holds(half.Number);
        await cast.Do(elsewhere.Number, "redirect", new() { ["kind"] = "Outside", ["to"] = "Petition", ["reason"] = "请找对的地方" });
        Assert.Equal(CaseStatus.Closed, (await cast.Story.File(elsewhere.Number)).Status);
        Assert.Contains("请找对的地方", (await cast.Story.Track(elsewhere)).Text, StringComparison.Ordinal);
    }

    /// <summary>What is private is seen, dispatched, handled and answered by cleared posts alone.</summary>
    public async Task Private()
    {
        foreach (var condition in pack.Conditions.Where(c => c.Key is "private" or "protect"))
        {
            var number = await Call(condition.Key, "只在上午打");
            Assert.True((await cast.Story.File(number)).Private);
            await cast.Hidden(number);
            await cast.Dispatch(number, condition.Key);
            await cast.Hidden(number);
            await cast.Handle(number);
            await cast.Reply(number);
            await cast.Hidden(number);
        }
    }

    /// <summary>What is late rises through the generated levels, each once, along the chain the pack names.</summary>
    public async Task Overdue()
    {
        var key = await Report(Plain);
        var part = await Report(Plain);
        await cast.Dispatch(part.Number, "plain");
        site.Wait(TimeSpan.FromDays(300));
        for (var i = 0; i < 3; i++) await site.Tick("cases.overdue");
        var above = place.Line.Take(pack.Accepts + 1).Reverse().Where(u => u.Kind == UnitKind.Territory && (!pack.Party || Body(u) is not null)).Select(u => u.Id).ToList();
        Assert.Equal(above, (await Risen(key.Number)).Select(e => e.UnitId!.Value));
        var lead = (await cast.Story.Timeline(part.Number)).First(e => e.Kind == EntryKind.Dispatched).UnitId;
        var own = (await Risen(part.Number)).Where(e => e.Parts.Contains("\"unit\"", StringComparison.Ordinal)).Select(e => e.UnitId!.Value);
        Assert.Equal(above.Where(u => u != lead), own);
        if (pack.Party) Assert.All(await Risen(key.Number), e => Assert.Contains("支部", e.Parts, StringComparison.Ordinal));
        await place.SignIn();
        await cast.Holds(key.Number);
        await cast.Holds(part.Number);
        await cast.Handle(part.Number);
        await cast.Reply(part.Number);
    }

    private string? Body(UnitInfo unit) => pack.Levels.First(l => l.Key == unit.Level).Body;

    private async Task<List<Entry>> Risen(string number) => [.. (await cast.Story.Timeline(number)).Where(e => e.Kind == EntryKind.Escalated)];
}
