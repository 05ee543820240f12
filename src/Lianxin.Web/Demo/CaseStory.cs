using Lianxin.Cases;
using Lianxin.Cases.Act;
using Lianxin.Cases.Catalog;
using Lianxin.Cases.Dispatch;
using Lianxin.Cases.Handle;
using Lianxin.Cases.Model;
using Lianxin.Cases.Packs;
using Lianxin.Cases.Public;
using Lianxin.Cases.Reply;
using Lianxin.Cases.Report;
using Lianxin.Cases.Review;
using Lianxin.Cases.Route;
using Lianxin.Cases.Supervise;
using Lianxin.Cases.Track;
using Lianxin.Cases.Work;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Packs;
using Microsoft.Extensions.DependencyInjection;

namespace Lianxin.Web.Demo;

/// <summary>How one case goes: who reports it, who takes it up, what turns it takes. Every act is the handler's own.</summary>
internal sealed partial class CaseStory(Agenda agenda, PackDraft draft)
{
    private readonly DemoCast cast = new(agenda.Stage);
    private readonly IReadOnlyList<DemoGrid> grids = draft.All<DemoGrid>();
    private readonly ILookup<string, DemoReporter> reporters = draft.All<DemoReporter>().ToLookup(r => r.Village);
    private readonly IReadOnlyDictionary<string, DemoMix> mixes = draft.All<DemoMix>().ToDictionary(m => m.Key);

    private sealed record Track(string Number, string Code, DemoCase Template, bool Private);

    private async Task Dispatch(Track track)
    {
        var centre = await cast.Centre(track.Private);
        var (unit, next) = await On(track, centre, async (seen, scope) =>
        {
            if (seen.File.Status != CaseStatus.Received) return (0L, "");
            var condition = await Condition(scope, track.Template);
            if (await Explained(track, seen, scope)) return (0L, "explained");
            var proposals = await scope.GetRequiredService<Router>().Units(seen, condition);
            var kind = seen.Chapter!.KindAt(condition.KindKey, Now) is { Next: KindNext.Close or KindNext.Handle } own ? own : seen.Chapter.KindsAt(Now).First(k => k.Next == KindNext.Handle);
            foreach (var proposal in proposals)
            {
                try
                {
                    await scope.GetRequiredService<DispatchCase>().Do(seen, new DispatchInput { Lead = proposal.Unit.Id, Condition = condition.Key, Kind = kind.Key });
                    return (proposal.Unit.Id, "sent");
                }
                catch (Refusal)
                {
                    scope.GetRequiredService<Lianxin.Platform.Data.AppDb>().ChangeTracker.Clear();
                    seen = (await scope.GetRequiredService<CaseDesk>().Find(track.Number))!;
                }
            }

            return (0L, "");
        });
        if (next == "explained") agenda.Put(agenda.Later(Now, 0.5, 4), () => Reply(track));
        if (next == "sent") agenda.Put(agenda.Later(Now, 0.3, 5), () => Sign(track, unit));
    }

    /// <summary>Half of what policy does not allow is explained instead of handled, by whoever the pack lets choose that.</summary>
    private async Task<bool> Explained(Track track, CaseSeen seen, IServiceProvider scope)
    {
        var act = scope.GetRequiredService<ExplainCase>();
        if (track.Template.Explain is not { } reason || !act.Offered(seen) || !agenda.Chance(.6)) return false;
        var kind = Switching.Open(seen, KindNext.Explain).First();
        await act.Do(seen, new KindInput { Kind = kind.Key, Reason = reason });
        return true;
    }

    private async Task Sign(Track track, long unit)
    {
        var handler = await cast.Handler(unit, track.Private) ?? await cast.Centre(track.Private);
        var objects = track.Template.Objection is not null && agenda.Chance(.3);
        var done = await On(track, handler, async (seen, scope) =>
        {
            if (objects && scope.GetRequiredService<ObjectToCase>() is var objection && objection.Offered(seen))
            {
                await objection.Do(seen, new ReasonInput { Reason = track.Template.Objection! });
                return "objected";
            }

            if (await Explained(track, seen, scope)) return "explained";
            var sign = scope.GetRequiredService<SignCase>();
            if (!sign.Offered(seen)) return "";
            await sign.Do(seen, new NoInput());
            return "signed";
        });
        if (done == "explained") agenda.Put(agenda.Later(Now, 0.5, 4), () => Reply(track));
        if (done == "objected") agenda.Put(agenda.Later(Now, 1, 6), () => Decide(track, unit));
        if (done != "signed") return;
        if (agenda.Chance(.12) && track.Template.Supplements.Count > 0) agenda.Put(agenda.Later(Now, 1, 4), () => Add(track));
        if (agenda.Chance(.1)) agenda.Put(agenda.Later(Now, 4, 12), () => Urge(track));
        agenda.Put(agenda.Chance(.07) ? agenda.Later(Now, 40, 120) : agenda.Later(Now, 1, 14), () => Finish(track, unit));
    }

    private async Task Decide(Track track, long unit)
    {
        var upheld = agenda.Chance(.45);
        var head = await cast.Decider();
        var decided = await On(track, head, async (seen, scope) =>
        {
            var act = scope.GetRequiredService<DecideObjection>();
            if (!act.Offered(seen)) return false;
            await act.Do(seen, new DecisionInput { Decision = upheld ? "yes" : "no", Reason = upheld ? "确不属于该单位职责，退回重新分办。" : "职责清单写明由你单位办理，请抓紧。" });
            return true;
        });
        if (!decided) return;
        if (upheld) agenda.Put(agenda.Later(Now, 0.5, 3), () => Dispatch(track with { Template = track.Template with { Objection = null } }));
        else agenda.Put(agenda.Later(Now, 2, 20), () => Finish(track, unit));
    }

    private async Task Finish(Track track, long unit)
    {
        var handler = await cast.Handler(unit, track.Private) ?? await cast.Centre(track.Private);
        var done = await On(track, handler, async (seen, scope) =>
        {
            var act = scope.GetRequiredService<FinishCase>();
            if (!act.Offered(seen)) return false;
            await act.Do(seen, new FinishInput { Result = agenda.Pick(track.Template.Results), Materials = track.Template.Material ?? "", Cost = track.Template.Cost is { } fen ? fen / 100 : null });
            return seen.File.Status == CaseStatus.Feedback;
        });
        if (done) agenda.Put(agenda.Later(Now, 0.3, 8), () => Reply(track));
    }

    private async Task Reply(Track track)
    {
        var replier = await cast.Replier(track.Number);
        var done = replier is not null && await On(track, replier, async (seen, scope) =>
        {
            var act = scope.GetRequiredService<ReplyToReporter>();
            if (!act.Offered(seen)) return false;
            var words = seen.Kind?.Next == KindNext.Explain ? track.Template.Explain! : agenda.Pick(track.Template.Replies);
            await act.Do(seen, new ReplyInput { Words = words, By = agenda.Chance(.6) ? ReplyBy.Call : agenda.Chance(.5) ? ReplyBy.Face : ReplyBy.Page });
            return true;
        });
        if (done && track.Template.Appeal is not null && agenda.Chance(.5)) agenda.Put(agenda.Later(Now, 4, 20), () => Appeal(track));
        else if (done && agenda.Chance(.72)) agenda.Put(agenda.Later(Now, 1, 30), () => Rate(track));
    }

    private Task Add(Track track) => Public(async scope => await scope.GetRequiredService<Tracking>().Add(new UpdateInput
    {
        Number = track.Number, Code = track.Code, Words = agenda.Pick(track.Template.Supplements),
    }));

    private async Task Urge(Track track) => await On(track, await cast.Centre(track.Private), async (seen, scope) =>
    {
        var act = scope.GetRequiredService<UrgeCase>();
        if (act.Offered(seen)) await act.Do(seen, new ReasonInput { Reason = agenda.Pick(agenda.Manner.Urges) });
        return true;
    });

    private async Task Rate(Track track)
    {
        var marks = agenda.Chance(.8) ? agenda.Manner.Good : agenda.Chance(.6) ? agenda.Manner.Fair : agenda.Manner.Poor;
        var solved = marks != agenda.Manner.Poor;
        var best = marks == agenda.Manner.Good ? 5 : solved ? 4 : 2;
        await Public(async scope => await scope.GetRequiredService<Tracking>().Rate(new RateInput
        {
            Number = track.Number, Code = track.Code, Solved = solved ? "yes" : "no", Mark1 = best, Mark2 = Math.Max(1, best - agenda.Dice.Next(2)), Mark3 = best,
            Words = agenda.Chance(.5) ? solved ? agenda.Pick(marks) : agenda.Pick(agenda.Manner.Reopen) : "",
        }));
        if (!solved) agenda.Put(agenda.Later(Now, 0.5, 4), () => Dispatch(track));
    }

    private async Task Appeal(Track track)
    {
        await Public(async scope => await scope.GetRequiredService<Tracking>().Appeal(new AppealInput { Number = track.Number, Code = track.Code, Reason = track.Template.Appeal! }));
        agenda.Put(agenda.Later(Now, 3, 16), async () => await On(track, await cast.Decider(), async (seen, scope) =>
        {
            var act = scope.GetRequiredService<DecideAppeal>();
            if (act.Offered(seen)) await act.Do(seen, new DecisionInput { Decision = "no", Reason = "已查核政策文件，原答复没有错；可按答复里说的途径办理。" });
            return true;
        }));
    }

    /// <summary>What a resident does without an account; a closed door is part of the story.</summary>
    private Task<bool> Public(Func<IServiceProvider, Task> act) => agenda.Stage.Act(async scope =>
    {
        try
        {
            await act(scope);
            return true;
        }
        catch (Refusal)
        {
            return false;
        }
    }, Actor.Public);

    private Task<T?> On<T>(Track track, Actor by, Func<CaseSeen, IServiceProvider, Task<T>> act) => agenda.Stage.Act(async scope =>
        await scope.GetRequiredService<CaseDesk>().Find(track.Number) is { } seen ? await act(seen, scope) : default, by);
}
