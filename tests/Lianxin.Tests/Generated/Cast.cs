using System.Net;
using Lianxin.Cases.Model;
using Lianxin.Platform.Data;
using Lianxin.Tests.Cases;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Generated;

/// <summary>The people of a generated place. Whoever is offered an act does it; nobody is asked for by name.</summary>
internal sealed class Cast(TestSite site, GeneratedPlace place)
{
    /// <summary>Acts that move a case on: where it is open, somebody must be offered one of them.</summary>
    private static readonly string[] Onward = ["dispatch", "sign", "finish", "reply", "decide-objection", "decide-appeal", "unmerge"];

    private readonly Dictionary<string, Player> last = [];
    private readonly Clocks clocks = new(site, place.Pack);

    public Story Story { get; } = new(site);

    /// <summary>Who is offered an act on a case now.</summary>
    public async Task<Player?> Who(string number, string act, Func<Player, bool>? fits = null)
    {
        var first = last.GetValueOrDefault(act);
        foreach (var player in place.People.OrderByDescending(p => p == first))
        {
            if (fits?.Invoke(player) == false || !(await Offered(player, number)).Contains(act)) continue;
            return last[act] = player;
        }

        return null;
    }

    /// <summary>Does an act as whoever is offered it, with what the form proposes and these answers.</summary>
    public async Task<Player> Do(string number, string act, Dictionary<string, string>? fields = null, Func<Player, bool>? fits = null, HttpStatusCode expected = HttpStatusCode.OK)
    {
        var player = await Who(number, act, fits);
        Assert.True(player is not null, $"{place.Pack}: nobody is offered {act} on {number}, {await Where(number)}");
        await player.Browser.Open($"/desk/{number}/{act}");
        await player.Browser.Send($"/desk/{number}/{act}", fields ?? []);
        Assert.True(player.Browser.Status == expected, $"{place.Pack}: {act} by {player.Login} on {number}, {await Where(number)}: {player.Browser.Status} {player.Browser.Text}");
        if (expected == HttpStatusCode.OK) await Holds(number, player);
        return player;
    }

    /// <summary>Sends it to whom the form proposes; where a list forbids that, a leader signs for it.</summary>
    public async Task Dispatch(string number, string? condition = null)
    {
        var player = await Who(number, "dispatch");
        Assert.True(player is not null, $"{place.Pack}: nobody can dispatch {number}");
        var action = $"/desk/{number}/dispatch";
        await player.Browser.Open(condition is null ? action : $"{action}?condition={condition}");
        await player.Browser.Send(action, []);
        if (player.Browser.Status == (HttpStatusCode)422)
        {
            var signer = player.Browser.Page.QuerySelectorAll("[name=signedFor] option").Select(o => o.GetAttribute("value")).First(v => v is { Length: > 0 })!;
            await player.Browser.Send(action, new() { ["signedFor"] = signer });
            // What nobody may lead as proposed, an office of the centre may by that signature.
            if (player.Browser.Status != HttpStatusCode.OK) await player.Browser.Send(action, new() { ["signedFor"] = signer, ["lead"] = $"{place.Offices[0].Id}" });
        }

        Assert.True(player.Browser.Status == HttpStatusCode.OK, $"{place.Pack}: dispatch of {number} by {player.Login}: {player.Browser.Status} {player.Browser.Text}");
        var file = await Story.File(number);
        Assert.Equal(CaseStatus.Handling, file.Status);
        await clocks.Hold(file);
        await Holds(number, player);
    }

    /// <summary>Everybody who has a part signs and finishes it, with a service group where the way of handling wants one.</summary>
    public async Task Handle(string number)
    {
        for (var turn = 0; (await Story.File(number)).Status == CaseStatus.Handling; turn++)
        {
            Assert.True(turn < 12, $"{place.Pack}: {number} does not come to an end");
            if (await Sent(number)) await Do(number, "sign");
            else await Finish(number);
        }
    }

    private async Task Finish(string number)
    {
        var player = await Who(number, "finish");
        Assert.True(player is not null, $"{place.Pack}: nobody can finish {number}");
        await player.Browser.Open($"/desk/{number}/finish");
        await player.Browser.Send($"/desk/{number}/finish", new() { ["result"] = "办好了", ["materials"] = "两袋水泥" });
        if (player.Browser.Status == HttpStatusCode.OK) return;
        Assert.Contains("服务团", player.Browser.Text, StringComparison.Ordinal);
        // A group nobody of which is cleared takes no part in what is private: it is handled in another way.
        if ((await Story.File(number)).Private) await OtherKind(number);
        else await Do(number, "helper", new() { ["unit"] = $"{place.Group.Id}", ["reason"] = "请来搭把手" });
    }

    /// <summary>Another way of handling that wants no group, by whoever may choose it: the handler has other ways open than the centre.</summary>
    private async Task OtherKind(string number)
    {
        var alone = place.Pack.Kinds.Where(k => !k.Needs.Contains("group")).Select(k => k.Key).ToHashSet();
        foreach (var player in place.People)
        {
            if (!(await Offered(player, number)).Contains("kind")) continue;
            await player.Browser.Open($"/desk/{number}/kind");
            if (player.Browser.Page.QuerySelectorAll("[name=kind]").Select(k => k.GetAttribute("value")).FirstOrDefault(k => k is not null && alone.Contains(k)) is not { } kind) continue;
            await player.Browser.Send($"/desk/{number}/kind", new() { ["kind"] = kind, ["reason"] = "服务团不能参加" });
            Assert.True(player.Browser.Status == HttpStatusCode.OK, $"{place.Pack}: {kind} for {number} by {player.Login}: {player.Browser.Text}");
            return;
        }

        Assert.Fail($"{place.Pack}: nobody can handle {number} in a way that wants no group, {await Where(number)}");
    }

    private async Task<bool> Sent(string number)
    {
        var file = await Story.File(number);
        return await site.Look(db => db.Set<Dispatch>().AnyAsync(d => d.CaseId == file.Id && d.Round == file.Round && d.State == DispatchState.Sent));
    }

    public async Task Reply(string number)
    {
        if ((await Story.File(number)).Private && await Who(number, "mandatory-report") is not null)
        {
            await Do(number, "reply", new() { ["words"] = "办好了", ["by"] = "Page" }, expected: (HttpStatusCode)422);
            await Do(number, "mandatory-report", new() { ["duty"] = "Made", ["to"] = "派出所", ["words"] = "已经报告" });
        }

        await Do(number, "reply", new() { ["words"] = "办好了", ["by"] = "Page" });
        Assert.Equal(CaseStatus.Closed, (await Story.File(number)).Status);
    }

    /// <summary>The reporter's verdict, with a mark on every thing the pack asks.</summary>
    public async Task Rate((string Number, string Code) key, bool solved, int mark = 4)
    {
        var page = await Story.Track(key);
        var marks = Enumerable.Range(1, place.Pack.Axes).ToDictionary(i => $"mark{i}", _ => $"{mark}");
        Assert.Equal((HttpStatusCode)422, await page.Send("/t/rate", new() { ["solved"] = solved ? "yes" : "no" }));
        await page.Send("/t/rate", new(marks) { ["solved"] = solved ? "yes" : "no" });
        Assert.True(page.Status == HttpStatusCode.OK, page.Text);
    }

    /// <summary>What holds of a case after every act: one number, a promised date, somebody who can move it on, and every date opens why.</summary>
    public async Task Holds(string number, Player? viewer = null)
    {
        var file = await Story.File(number);
        Assert.True(file.PromiseDue > file.At, $"{place.Pack}: {number} promises nothing");
        Assert.Equal(file.Open && !file.Merged, file.NextDue is not null);
        var steps = await Story.Steps(number);
        Assert.Equal(file.Status is CaseStatus.Rated or CaseStatus.Withdrawn or CaseStatus.Voided ? 0 : 1, steps.Count(s => s.EndedAt is null));
        // Who is asked in after the promise has passed cannot keep it any more.
        var late = await site.Look(db => db.Set<Dispatch>().AsNoTracking().Where(d => d.CaseId == file.Id && d.Round == file.Round && d.Due > file.PromiseDue && d.At < file.PromiseDue).ToListAsync());
        Assert.True(!late.Exists(d => d.Active), $"{place.Pack}: a part of {number} may run past the promise");
        if (file.Open) Assert.True(await Moves(number), $"{place.Pack}: nobody can move {number} on, {await Where(number)}");
        viewer ??= place.People.First(p => p.Role == "leader");
        if (await viewer.Browser.Open($"/desk/{number}") != HttpStatusCode.OK) return;
        foreach (var why in viewer.Browser.Page.QuerySelectorAll("a[href*='/why']").Select(a => a.GetAttribute("href")!).Where(h => h.Contains(number, StringComparison.Ordinal)).Distinct().ToList())
        {
            Assert.Equal(HttpStatusCode.OK, await viewer.Browser.Open(why));
            Assert.Contains("到什么时候", viewer.Browser.Text, StringComparison.Ordinal);
        }
    }

    /// <summary>Who has nothing to do with it finds nothing, and of what is private nobody who is not cleared.</summary>
    public async Task Hidden(string number)
    {
        var isPrivate = (await Story.File(number)).Private;
        foreach (var player in place.Strangers.Concat(isPrivate ? place.People.Where(p => !p.Can("cases.private")) : []))
        {
            foreach (var address in new[] { $"/desk/{number}", $"/work/cases/{number}", $"/desk/{number}/why", $"/desk/{number}/note" })
                Assert.True(await player.Browser.Open(address) == HttpStatusCode.NotFound, $"{place.Pack}: {player.Login} finds {address}");
        }

        Assert.Equal(1, await site.Look(db => db.Set<Case>().CountAsync(c => c.Number == number)));
    }

    private async Task<bool> Moves(string number)
    {
        foreach (var player in place.People.OrderByDescending(last.ContainsValue))
        {
            if ((await Offered(player, number)).Any(Onward.Contains)) return true;
        }

        return false;
    }

    private static async Task<List<string>> Offered(Player player, string number)
    {
        if (await player.Browser.Open($"/desk/{number}") != HttpStatusCode.OK) return [];
        return [.. player.Browser.Page.QuerySelectorAll($"a[href^='/desk/{number}/'], form[action^='/desk/{number}/']")
            .Select(e => (e.GetAttribute("href") ?? e.GetAttribute("action"))!.Split('?')[0].Split('/')[^1])];
    }

    private async Task<string> Where(string number)
    {
        var file = await Story.File(number);
        var parts = await site.Look(db => db.Set<Dispatch>().Where(d => d.CaseId == file.Id).ToListAsync());
        return $"{file.Status} under {file.Category}/{file.KindId}, private {file.Private}, taken in by {file.AcceptUnitId}, parts {string.Join(' ', parts.Select(p => $"{p.UnitId}:{p.State}{(p.Fallback ? " fallback" : "")}"))}";
    }
}
