using System.Net;
using Lianxin.Cases.Model;
using Lianxin.Platform.Access;

namespace Lianxin.Tests.Generated;

/// <summary>Units that change while work is open: the number, the dates and what was done stay, and somebody goes on.</summary>
internal sealed partial class Tale
{
    /// <summary>What lies below the village is moved under the one beside it, and split off from there again; a case reported in between comes along.</summary>
    public async Task MovedAndSplit()
    {
        var home = place.Line.First(u => u.Level == place.Beside.Level);
        if (place.Line.ElementAtOrDefault(place.Line.IndexOf(home) + 1) is not { } moved) return;
        var (fresh, sent) = (await Report(Plain), await Report(Plain));
        await cast.Dispatch(sent.Number, "plain");
        var (due, part) = ((await cast.Story.File(fresh.Number)).PromiseDue, await Lead(sent.Number));
        await Reorganise(moved, "move", new() { ["to"] = $"{place.Beside.Id}" });
        await Same();
        var between = await Report(Plain);
        await cast.Holds(between.Number);
        await Reorganise(place.Beside, "split", new() { ["to"] = $"{home.Id}", ["units"] = $"{moved.Id}" });
        await Same();
        await cast.Handle(sent.Number);
        await cast.Reply(sent.Number);
        foreach (var key in new[] { fresh, between })
        {
            await Through(key.Number);
            await cast.Rate(key, solved: true);
        }

        async Task Same()
        {
            Assert.Equal(due, (await cast.Story.File(fresh.Number)).PromiseDue);
            Assert.Equal((part.Id, part.UnitId, part.Due), ((await Lead(sent.Number)).Id, (await Lead(sent.Number)).UnitId, (await Lead(sent.Number)).Due));
            await cast.Holds(fresh.Number);
            await cast.Holds(sent.Number);
        }
    }

    /// <summary>An office is closed with a part in hand: not without somebody to receive it, who goes on by the same date.</summary>
    public async Task Closed()
    {
        var (gone, heir) = (Second, place.Offices.First(o => o.Relation != Relation.Outside && o.Id != Second.Id));
        var key = await Report(Plain);
        await cast.Dispatch(key.Number, "plain");
        await GiveTo(key.Number, gone);
        await cast.Do(key.Number, "sign");
        var part = await Lead(key.Number);
        var keeper = await site.As("keeper");
        await keeper.Open($"/admin/units/{gone.Code}/close");
        await keeper.Send($"/admin/units/{gone.Code}/close", new() { ["document"] = "〔2026〕2号", ["reason"] = "机构改革" });
        Assert.True(keeper.Status == (HttpStatusCode)422 && keeper.Text.Contains("请选接手的单位", StringComparison.Ordinal), $"{pack}: {keeper.Text}");
        await Reorganise(gone, "close", new() { ["to"] = $"{heir.Id}" });
        var now = await Lead(key.Number);
        Assert.Equal((part.Id, heir.Id, part.Due, DispatchState.Signed), (now.Id, now.UnitId, now.Due, now.State));
        Assert.Single(await cast.Story.Timeline(key.Number), e => e.Kind == EntryKind.HandedOver);
        await cast.Holds(key.Number);
        await cast.Handle(key.Number);
        await cast.Reply(key.Number);
    }

    /// <summary>Asked, read, confirmed; everybody signs in again.</summary>
    private async Task Reorganise(UnitInfo unit, string how, Dictionary<string, string> fields)
    {
        var keeper = await site.As("keeper");
        var address = $"/admin/units/{unit.Code}/{how}";
        await keeper.Open(address);
        await keeper.Send(address, new(fields) { ["document"] = "〔2026〕1号", ["reason"] = "调整" });
        Assert.True(keeper.Page.QuerySelector("button[value=sure]") is not null, $"{pack}: {how} {unit.Name}: {keeper.Text}");
        await keeper.Send(address, [], "sure");
        Assert.True(keeper.Status == HttpStatusCode.OK, $"{pack}: {keeper.Text}");
        await site.Settle();
        await place.SignIn();
    }
}
