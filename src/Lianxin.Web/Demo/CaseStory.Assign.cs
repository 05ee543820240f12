using Lianxin.Cases.Act;
using Lianxin.Cases.Admin.Packs;
using Lianxin.Cases.Model;
using Lianxin.Cases.Turns.Dispatch;
using Lianxin.Cases.Turns.Handle;
using Lianxin.Cases.Turns.Route;
using Lianxin.Cases.WaysIn.Duplicates;
using Lianxin.Contracts.Organization;
using Lianxin.Platform;
using Lianxin.Platform.Access;

namespace Lianxin.Web.Demo;

/// <summary>At the desk of the centre: to whom a case goes.</summary>
internal sealed partial class CaseStory
{
    private async Task Dispatch(CaseTrack track)
    {
        if (await Sorted(track)) return;
        var centre = await cast.Centre(track);
        if (track.Fate.Twist == Twist.Hint) await Hint(track, centre);
        if (!track.Turned && (track.Fate.Twist == Twist.HandUp || track.Fate.Stand == Stand.HandedUp))
        {
            track.Turned = true;
            if (await HandUp(track, centre))
            {
                if (track.Fate.Stand != Stand.HandedUp) agenda.Put(agenda.Later(.5, 4), () => Dispatch(track));
                return;
            }
        }

        if (Explains(track) && agenda.Chance(.5) && await Explained(track, centre)) return;
        var ordered = track.Fate.Twist == Twist.SignedOrder && !track.Turned;
        var unit = ordered ? await Ordered(track, centre) ?? await Proposed(track, centre) : await Proposed(track, centre) ?? await Ordered(track, centre);
        if (unit is not { } lead) return;
        (track.By, track.Explained) = (centre.PersonId, false);
        if (ordered) track.Turned = true;
        if (track.Fate.Stand != Stand.Sent) agenda.Put(track.Quick ? agenda.Minutes(2, track.Urgent ? 9 : 40) : Next(track, track.Due < Now.AddHours(30) ? track.Due : Now.AddHours(30), .02, .3), () => Sign(track, lead));
    }

    /// <summary>Neighbours read on the village's page that it is known.</summary>
    private Task<bool> Hint(CaseTrack track, Actor centre) => Done<HintCase, HintInput>(track, centre, (seen, _) => Task.FromResult(
        seen.Chapter?.Category(seen.Chapter.ConditionAt(track.Template.Condition, Now)!.CategoryKey)?.Plain is { } plain ? new HintInput { Words = $"{plain}：已经知道，正在办" } : null));

    /// <summary>To the first unit the router proposes that the rules let it go to, and that has not just given it back.</summary>
    private async Task<long?> Proposed(CaseTrack track, Actor centre)
    {
        List<long>? units = null;
        for (var i = 0; units is null || i < units.Count; i++)
        {
            var turn = i;
            var sent = await Done<DispatchCase, DispatchInput>(track, centre, async (seen, scope) =>
            {
                units ??= await Proposals(seen, scope, track);
                return turn < units.Count ? Input(track, seen, units[turn]) : null;
            });
            if (sent) return units![turn];
            units ??= [];
        }

        return null;
    }

    private async Task<List<long>> Proposals(CaseSeen seen, IServiceProvider scope, CaseTrack track)
    {
        var condition = seen.Chapter!.ConditionAt(track.Template.Condition, Now);
        var back = seen.Dispatches.Where(d => d.State == DispatchState.Ended && d.Round == seen.File.Round).Select(d => d.UnitId).ToHashSet();
        return [.. (await scope.GetRequiredService<Router>().Units(seen, condition)).Select(p => p.Unit.Id).Where(u => !back.Contains(u))];
    }

    /// <summary>应急 / 领导指定: to a department whose list does not have it, signed for by a leader.</summary>
    private async Task<long?> Ordered(CaseTrack track, Actor centre)
    {
        long? unit = null;
        var sent = await Done<DispatchCase, DispatchInput>(track, centre, async (seen, scope) =>
        {
            unit = await Department(seen, scope, listed: false);
            return unit is { } lead ? Input(track, seen, lead, await Signer(seen, scope)) : null;
        });
        return sent ? unit : null;
    }

    private static async Task<string> Signer(CaseSeen seen, IServiceProvider scope) =>
        (await scope.GetRequiredService<Signers>().Field(seen)).Options.Select(o => o.Value).FirstOrDefault() ?? "";

    private DispatchInput Input(CaseTrack track, CaseSeen seen, long unit, string signedFor = "")
    {
        var kinds = seen.Chapter!.KindsAt(Now).Where(k => k.Next is KindNext.Close or KindNext.Handle).ToList();
        var kind = kinds.Find(k => k.Key == track.Plan.Kind) ?? kinds.First(k => k.Next == KindNext.Handle);
        var words = signedFor.Length > 0 ? agenda.Say(DemoTalk.Order) : track.Accept == agenda.Stage.Units["yunling"] ? agenda.Say(DemoTalk.County) : "";
        return new DispatchInput { Lead = unit, Condition = track.Template.Condition, Kind = kind.Key, SignedFor = signedFor, Words = words };
    }

    /// <summary>A department of the township's own that is not at it: one whose list has such cases, or one whose list has not.</summary>
    private async Task<long?> Department(CaseSeen seen, IServiceProvider scope, bool listed)
    {
        var busy = seen.Dispatches.Where(d => d.Round == seen.File.Round).Select(d => d.UnitId).ToHashSet();
        var offices = seen.Forest.Below(seen.Forest.Find(seen.File.AcceptUnitId)!)
            .Where(u => u is { Closed: false, Kind: UnitKind.Department, Relation: Relation.Internal, Functions.Count: > 0 } && !busy.Contains(u.Id)).Select(u => u.Id).ToList();
        var stances = await scope.GetRequiredService<IDuties>().Of(seen.File.Category, offices);
        var fit = offices.Where(u => listed ? stances.TryGetValue(u, out var s) && s == DutyStance.Own : !stances.ContainsKey(u)).ToList();
        return fit.Count == 0 ? null : agenda.Pick(fit);
    }

    private Task<bool> HandUp(CaseTrack track, Actor by) => Done<HandUpCase, HandUpInput>(track, by, (seen, _) => Task.FromResult<HandUpInput?>(new HandUpInput
    {
        Kind = Switching.Open(seen, KindNext.Up).First().Key, Reason = agenda.Say(DemoTalk.HandUp), Materials = agenda.Say(DemoTalk.Materials),
        Files = agenda.Chance(.5) ? [DemoPhoto.Take(agenda.Dice)] : [],
    }));

    /// <summary>What policy does not allow is explained instead of handled: always where the reporter is to appeal, else mostly.</summary>
    private bool Explains(CaseTrack track) => track.Template.Explain is not null && !track.Turned
        && (track.Fate.Appeals || (track.Fate is { Twist: Twist.None, Stand: Stand.None } && agenda.Chance(.5)));

    private async Task<bool> Explained(CaseTrack track, Actor by)
    {
        var done = await Done<ExplainCase, KindInput>(track, by, (seen, _) => Task.FromResult<KindInput?>(
            new KindInput { Kind = Switching.Open(seen, KindNext.Explain).First().Key, Reason = track.Template.Explain! }));
        if (!done) return false;
        track.Explained = true;
        track.By = by.PersonId;
        Answer(track);
        return true;
    }
}
