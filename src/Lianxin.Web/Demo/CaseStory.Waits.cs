using Lianxin.Cases.Act;
using Lianxin.Cases.Turns.Pleas;
using Lianxin.Cases.Turns.Review;
using Lianxin.Platform.Calendar;

namespace Lianxin.Web.Demo;

/// <summary>More time, or none for a while, is asked for and decided by another post.</summary>
internal sealed partial class CaseStory
{
    /// <summary>The work goes on while it is decided.</summary>
    private async Task Extend(CaseTrack track, long unit)
    {
        var handler = await cast.Handler(track, unit);
        if (!await Done<AskExtension, UntilInput>(track, handler, Until(track, 3, DemoTalk.Extension))) return;
        track.By = handler.PersonId;
        if (track.Fate.Stand != Stand.Asked) agenda.Put(agenda.Minutes(20, 90), async () => await Done<DecideExtension, DecisionInput>(track, await cast.Decider(track), Decision(track.Fate.Twist == Twist.Extension)));
    }

    /// <summary>Nobody works on it until its day, when it wakes by itself, or until somebody can earlier.</summary>
    private async Task<bool> Hold(CaseTrack track, long unit)
    {
        var (handler, granted) = (await cast.Handler(track, unit), track.Fate.Twist == Twist.Hold);
        var held = Until(track, 9, DemoTalk.Hold);
        if (!await Done<AskHold, UntilInput>(track, handler, held)) return false;
        track.By = handler.PersonId;
        agenda.Put(agenda.Minutes(20, 90), async () =>
        {
            if (!await Done<DecideHold, DecisionInput>(track, await cast.Decider(track), Decision(granted)) || !granted) Work(track, unit);
            else if (track.Fate.Stand != Stand.Held && agenda.Chance(.5)) agenda.Put(agenda.Later(8, 20), () => Wake(track, unit));
            else agenda.Put(Shanghai.Utc(held.Until!.Value.ToDateTime(new TimeOnly(10, 0))), () =>
            {
                Work(track, unit);
                return Task.CompletedTask;
            });
        });
        return true;
    }

    private async Task Wake(CaseTrack track, long unit)
    {
        await Done<WakeCase, ReasonInput>(track, await cast.Handler(track, unit), new ReasonInput { Reason = agenda.Say(DemoTalk.Wake) });
        Work(track, unit);
    }

    private UntilInput Until(CaseTrack track, int days, DemoTalk why) =>
        new() { Until = Shanghai.Date(track.Promise > Now ? track.Promise : Now).AddDays(days), Reason = agenda.Say(why) };

    private DecisionInput Decision(bool granted) => new() { Decision = granted ? "yes" : "no", Reason = agenda.Say(granted ? DemoTalk.Allowed : DemoTalk.Refused) };
}
