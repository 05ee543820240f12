using Lianxin.Cases.Act;
using Lianxin.Cases.Model;
using Lianxin.Cases.Turns.Dispatch;
using Lianxin.Cases.Turns.Handle;
using Lianxin.Cases.Turns.Outer;
using Lianxin.Cases.Turns.Reply;
using Lianxin.Cases.Turns.Review;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Packs;

namespace Lianxin.Web.Demo;

/// <summary>How one case goes: who reports it, who takes it up, what turns it takes. Every act is the handler's own.</summary>
internal sealed partial class CaseStory(Agenda agenda, PackDraft draft)
{
    private readonly DemoCast cast = new(agenda.Stage);
    private readonly IReadOnlyList<DemoGrid> grids = draft.All<DemoGrid>();
    private readonly ILookup<string, DemoReporter> reporters = draft.All<DemoReporter>().ToLookup(r => r.Village);
    private readonly IReadOnlyDictionary<string, DemoMix> mixes = draft.All<DemoMix>().ToDictionary(m => m.Key);

    private DateTime Now => agenda.Now;

    private async Task Sign(CaseTrack track, long unit)
    {
        var handler = await cast.Handler(track, unit);
        var objection = track.Template.Objection ?? agenda.Say(DemoTalk.Objection);
        if (!track.Turned && (track.Fate.Objects || (track.Template.Objection is not null && agenda.Chance(.15)))
            && await Done<ObjectToCase, ReasonInput>(track, handler, new ReasonInput { Reason = objection }))
        {
            track.Turned = true;
            if (track.Fate.Stand != Stand.Objected) agenda.Put(Next(track, track.Due, .02, .1), () => Decide(track, unit));
            return;
        }

        if (Explains(track) && await Explained(track, handler)) return;
        if (!await Done<SignCase, NoInput>(track, handler, new NoInput()) || track.Fate.Stand is Stand.Signed or Stand.Overdue) return;
        Work(track, unit);
    }

    /// <summary>From signing to the unit's own confirmation, with whatever comes in between.</summary>
    private void Work(CaseTrack track, long unit)
    {
        if (Turning.Contains(track.Fate.Twist) && !track.Turned)
        {
            track.Turned = true;
            agenda.Put(Next(track, track.Due, .03, .25), () => Turn(track, unit));
            return;
        }

        if (track.Fate is { Twist: Twist.None, Stand: Stand.None } && !track.Quick)
        {
            if (track.Template.Supplements.Count > 0 && agenda.Chance(.08)) agenda.Put(Next(track, track.Due, .02, .1), () => Add(track, unit));
            else if (agenda.Chance(.04)) agenda.Put(Next(track, track.Due, .05, .15), () => Note(track, unit));
        }

        agenda.Put(Finishing(track), () => Finish(track, unit));
    }

    private DateTime Finishing(CaseTrack track)
    {
        if (!track.Fate.Late || track.Status != CaseStatus.Handling) return Next(track, track.Due is { } due && track.Promise > Now && track.Promise < due ? track.Promise : track.Due, .2, .8);
        agenda.Put(Waking(track, 1, 5), () => Urge(track));
        if (agenda.Chance(.2)) agenda.Put(Waking(track, 5, 10), () => Supervise(track));
        return Waking(track, 6, agenda.Chance(.2) ? 150 : 50);
    }

    /// <summary>Hours after the date it was due.</summary>
    private DateTime Waking(CaseTrack track, int least, int most) => agenda.Waking((track.Due ?? Now).AddHours(least + agenda.Dice.NextDouble() * (most - least)));

    /// <summary>Part of the way to a date; minutes where the story ends soon.</summary>
    private DateTime Next(CaseTrack track, DateTime? due, double least, double most) =>
        track.Fate.Stand is not (Stand.None or Stand.Overdue) ? agenda.Minutes(4, 25)
        : due is not { } date || date <= Now.AddMinutes(5) ? agenda.Later(.3, 3)
        : track.Urgent ? Now + (date - Now) * (least + agenda.Dice.NextDouble() * (most - least))
        : agenda.Before(date, least, most);

    private async Task Finish(CaseTrack track, long unit)
    {
        var handler = await cast.Handler(track, unit);
        await Done<ReadUpdates, NoInput>(track, handler, new NoInput());
        var result = new FinishInput
        {
            Result = agenda.Pick(track.Template.Results), Materials = track.Template.Material ?? "", Cost = track.Template.Cost is { } fen ? fen / 100 : null,
            Files = agenda.Chance(track.Private ? 0 : .15) || track.Plan.Evidence ? [DemoPhoto.Take(agenda.Dice)] : [],
        };
        if (!await Done<FinishCase, FinishInput>(track, handler, result) || track.Status != CaseStatus.Feedback) return;
        if (track.Fate.Twist == Twist.Rework && !track.Turned)
        {
            track.Turned = true;
            agenda.Put(agenda.Later(.3, 2), () => SendBack(track, unit));
        }
        else
        {
            Answer(track);
        }
    }

    private void Answer(CaseTrack track)
    {
        if (track.Fate.Stand == Stand.Feedback) return;
        var soon = Now.AddHours(track.Quick ? 5 : 30);
        agenda.Put(Next(track, track.Promise > Now.AddMinutes(30) && track.Promise < soon ? track.Promise : soon, .05, .6), () => Reply(track));
    }

    private async Task Reply(CaseTrack track)
    {
        if (await cast.Replier(track) is not { } replier) return;
        var explained = track.Explained;
        var words = explained ? track.Template.Explain! : agenda.Pick(track.Template.Replies);
        var by = agenda.Chance(.6) ? ReplyBy.Call : agenda.Chance(.5) ? ReplyBy.Face : ReplyBy.Page;
        await Done<ReadUpdates, NoInput>(track, replier, new NoInput());
        if (track.Plan.Protect)
            await Done<MandatoryReport, MandatoryReportInput>(track, replier, new MandatoryReportInput { Duty = ReportDuty.NotOwed, Words = "成年人，本人不愿再报，已告知可以报警、可以申请人身安全保护令" });
        if (!await Done<ReplyToReporter, ReplyInput>(track, replier, new ReplyInput { Words = words, By = by }) || track.Fate.Stand == Stand.Closed) return;
        if (track.Fate.Twist == Twist.Ticket)
        {
            agenda.Put(agenda.Minutes(10, 60), async () => await Done<AnswerSource, NoInput>(track, await cast.Centre(track), new NoInput()));
            if (track.Fate.Old && !track.Turned)
            {
                agenda.Put(agenda.Later(8, 40), () => SentAgain(track));
                return;
            }
        }

        if (track.Fate.Reopens && !track.Turned) agenda.Put(Next(track, Now.AddHours(40), .1, .9), () => Rate(track, solved: false));
        else if (explained && !track.Turned && !track.Private && track.Template.Appeal is not null && (track.Fate.Appeals || agenda.Chance(.3))) agenda.Put(Next(track, Now.AddHours(70), .1, .9), () => Appeal(track, track.Template.Appeal!));
        else if (agenda.Chance(.72)) agenda.Put(Next(track, Now.AddHours(90), .05, .9), () => Rate(track, solved: !agenda.Chance(.025)));
    }

    /// <summary>Does an act as its handler does where it is offered to this person. The dispatcher tries several units; any other refusal is told.</summary>
    private Task<bool> Done<TAct, TInput>(CaseTrack track, Actor by, TInput input) where TAct : CaseAct<TInput> where TInput : class, new() =>
        Done<TAct, TInput>(track, by, (_, _) => Task.FromResult<TInput?>(input));

    private Task<bool> Done<TAct, TInput>(CaseTrack track, Actor by, Func<CaseSeen, IServiceProvider, Task<TInput?>> choose) where TAct : CaseAct<TInput> where TInput : class, new() =>
        On(track, by, async (seen, scope) =>
        {
            var act = scope.GetRequiredService<TAct>();
            if (!act.Open(seen) || await choose(seen, scope) is not { } input) return false;
            try
            {
                await act.Do(seen, input);
                return true;
            }
            catch (Refusal refusal)
            {
                // Who dispatches tries several units; who looks for a number does not know whether one was left.
                if (act is not (DispatchCase or RevealReporter)) agenda.Refused(typeof(TAct).Name, refusal);
                return false;
            }
        });

    private Task<T?> On<T>(CaseTrack track, Actor by, Func<CaseSeen, IServiceProvider, Task<T>> act) => agenda.Stage.Act(async scope =>
    {
        if (await scope.GetRequiredService<CaseDesk>().Find(track.Number) is not { } seen) return default;
        var done = await act(seen, scope);
        track.See(seen.File);
        return done;
    }, by);
}
