using Lianxin.Cases.Model;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Generated;

/// <summary>三率, counted by the pack's own formulas and held to what was done on a day.</summary>
internal sealed partial class Tale
{
    private static readonly (bool Solved, int Mark)[] Verdicts = [(true, 5), (true, 3), (true, 1), (false, 4)];

    /// <summary>A day on which one of each thing happens; when time to confirm has run out, what was awaited is late.</summary>
    public async Task Counted()
    {
        var (facts, figures) = (new Dictionary<string, int>(StringComparer.Ordinal), pack.Figures);
        void Count(string fact) => facts[fact] = facts.GetValueOrDefault(fact) + 1;

        foreach (var (solved, mark) in Verdicts)
        {
            var key = await Report(Plain);
            await Through(key.Number);
            await cast.Rate(key, solved, mark);
            Count("in-time");
            Count(figures.Verdict(solved, mark));
        }

        await Through((await Report(Plain)).Number);
        Count("in-time");
        Count("unrated");
        foreach (var kind in pack.Kinds.Where(k => k.Next == "explain" && k.ChosenBy.Contains("centre")).Take(1))
        {
            var key = await Report(Plain);
            await cast.Do(key.Number, "explain", new() { ["kind"] = kind.Key, ["reason"] = "按规定办不了" });
            await cast.Reply(key.Number);
            await cast.Rate(key, solved: true, 3);
            Count($"explained-{figures.Verdict(true, 3)}");
        }

        await cast.Do((await Report(Plain)).Number, "redirect", new() { ["kind"] = "Outside", ["to"] = "Petition", ["reason"] = "请找对的地方" });
        Count("redirected");
        var dropped = await Report(Plain);
        await cast.Dispatch(dropped.Number, "plain");
        await (await cast.Story.Track(dropped)).Send("/t/withdraw", new() { ["reason"] = "自己弄好了" });
        Count("dropped");
        var awaited = await Report(Plain);
        await cast.Dispatch(awaited.Number, "plain");
        Count("waiting");
        await site.Settle();
        var day = site.Time.GetUtcNow().UtcDateTime.AddHours(8).ToString("yyyy-MM-dd");
        await Compare(day, facts);

        var part = await site.Look(db => db.Set<Dispatch>().OrderBy(d => d.Id).LastAsync());
        site.Time.Stand(new Clocks(site, pack).After(figures.Respond, part.At).AddSeconds(1));
        facts.Remove("waiting");
        Count("late");
        await place.SignIn();
        await Compare(day, facts);
        await cast.Handle(awaited.Number);
        await cast.Reply(awaited.Number);
    }

    private async Task Compare(string day, Dictionary<string, int> facts)
    {
        var leader = place.People.First(p => p.Role == "leader").Browser;
        await leader.Open($"/figures?unit={place.Centre.Id}&period=range&from={day}&to={day}");
        foreach (var rate in pack.Figures.Rates)
        {
            var said = Lianxin.Tests.Cases.Counted.Percent(leader, rate.Name);
            Assert.True(said == rate.Of(facts), $"{pack}: {rate} is {said} and not {rate.Of(facts)} for {string.Join(' ', facts)}");
        }
    }
}
