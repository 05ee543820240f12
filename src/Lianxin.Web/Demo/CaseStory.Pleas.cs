using Lianxin.Cases.Act;
using Lianxin.Cases.Model;
using Lianxin.Cases.Resident.Track;
using Lianxin.Cases.Turns.Review;
using Lianxin.Platform;
using Lianxin.Platform.Access;

namespace Lianxin.Web.Demo;

/// <summary>What is asked for and decided by another post, and what a reporter does without an account.</summary>
internal sealed partial class CaseStory
{
    private async Task Decide(CaseTrack track, long unit)
    {
        var upheld = track.Fate.Twist == Twist.ObjectionUpheld || (track.Fate.Twist != Twist.ObjectionRefused && agenda.Chance(.45));
        var decision = new DecisionInput { Decision = upheld ? "yes" : "no", Reason = agenda.Say(upheld ? DemoTalk.Upheld : DemoTalk.Refused) };
        if (!await Done<DecideObjection, DecisionInput>(track, await cast.Decider(track), decision)) return;
        if (upheld) agenda.Put(agenda.Minutes(15, 120), () => Dispatch(track));
        else Work(track, unit);
    }

    private async Task Rate(CaseTrack track, bool solved)
    {
        var marks = !solved ? agenda.Manner.Poor : agenda.Chance(.82) ? agenda.Manner.Good : agenda.Manner.Fair;
        var best = marks == agenda.Manner.Good ? 5 : solved ? 4 : 2;
        var rated = await Public(async scope => await scope.GetRequiredService<Tracking>().Rate(new RateInput
        {
            Number = track.Number, Code = track.Code, Solved = solved ? "yes" : "no", Mark1 = best, Mark2 = Math.Max(1, best - agenda.Dice.Next(2)), Mark3 = best,
            Words = agenda.Chance(.5) ? agenda.Pick(solved ? marks : agenda.Manner.Reopen) : "",
        }));
        if (!rated || solved || track.Fate.Stand == Stand.Reopened) return;
        if (track.Fate.Reopens && !track.Turned) agenda.Put(agenda.Later(.5, 4), () => LeaveClosed(track));
        else agenda.Put(agenda.Later(.5, 3), () => Dispatch(track));
    }

    /// <summary>The centre looked again and does not open it; some reporters have that reviewed.</summary>
    private async Task LeaveClosed(CaseTrack track)
    {
        track.Turned = true;
        var centre = await cast.Centre(track);
        if (!await Done<RefuseReopening, ReasonInput>(track, centre, new ReasonInput { Reason = agenda.Say(DemoTalk.Unopened) })) return;
        track.By = centre.PersonId;
        if (track.Fate.Twist is Twist.ReviewGranted or Twist.ReviewRefused) agenda.Put(agenda.Later(2, 12), () => Appeal(track, agenda.Say(DemoTalk.Review)));
    }

    private async Task Appeal(CaseTrack track, string reason)
    {
        track.Turned = true;
        var appealed = await Public(async scope => await scope.GetRequiredService<Tracking>().Appeal(new AppealInput { Number = track.Number, Code = track.Code, Reason = reason }));
        if (appealed && track.Fate.Stand != Stand.Appealed) agenda.Put(agenda.Later(3, 16), () => DecideAppeal(track));
    }

    private async Task DecideAppeal(CaseTrack track)
    {
        var granted = track.Fate.Twist is Twist.AppealGranted or Twist.ReviewGranted;
        var decision = new DecisionInput { Decision = granted ? "yes" : "no", Reason = agenda.Say(granted ? DemoTalk.Granted : DemoTalk.Confirmed) };
        var lead = 0L;
        var decided = await Done<DecideAppeal, DecisionInput>(track, await cast.Decider(track), (seen, _) =>
        {
            lead = seen.Lead?.UnitId ?? 0;
            return Task.FromResult<DecisionInput?>(decision);
        });
        if (!decided || !granted) return;
        track.Explained = false;
        if (track.Status == CaseStatus.Handling) agenda.Put(agenda.Later(2, 16), () => Finish(track, lead));
        else agenda.Put(agenda.Later(.5, 3), () => Dispatch(track));
    }

    /// <summary>What a resident does without an account; a closed door is part of the story.</summary>
    private Task<bool> Public(Func<IServiceProvider, Task> act) => agenda.Stage.Act(async scope =>
    {
        try
        {
            await act(scope);
            return true;
        }
        catch (Refusal refusal)
        {
            agenda.Refused(nameof(Tracking), refusal);
            return false;
        }
    }, Actor.Public);
}
