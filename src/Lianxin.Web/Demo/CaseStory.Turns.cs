using Lianxin.Cases;
using Lianxin.Cases.Act;
using Lianxin.Cases.Admin.Packs;
using Lianxin.Cases.Model;
using Lianxin.Cases.Resident.Track;
using Lianxin.Cases.Turns.Dispatch;
using Lianxin.Cases.Turns.Handle;
using Lianxin.Cases.Turns.Privacy;
using Lianxin.Cases.Turns.Reply;
using Lianxin.Cases.Turns.Review;
using Lianxin.Cases.Turns.Supervise;
using Lianxin.Platform.Access;

namespace Lianxin.Web.Demo;

/// <summary>What may come in between while a unit works on a case.</summary>
internal sealed partial class CaseStory
{
    private static readonly IReadOnlySet<Twist> Turning = new HashSet<Twist>
    {
        Twist.Note, Twist.Addition, Twist.Helper, Twist.HandUpByUnit, Twist.Urge, Twist.Reveal, Twist.Supervise, Twist.Reassign, Twist.Switch, Twist.Delegate, Twist.Recusal, Twist.Named,
        Twist.Extension, Twist.ExtensionRefused, Twist.Hold, Twist.HoldRefused, Twist.Whistle, Twist.Order, Twist.OrderLate, Twist.Papers, Twist.Withdrawn, Twist.Resumed, Twist.Voided, Twist.VoidRefused,
        Twist.Group, Twist.Letter, Twist.Secluded,
    };

    private async Task Turn(CaseTrack track, long unit)
    {
        switch (track.Fate.Twist)
        {
            case Twist.Note: await Note(track, unit); break;
            case Twist.Addition: await Add(track, unit); break;
            case Twist.Helper: await Help(track, unit); break;
            case Twist.Urge: await Urge(track); break;
            case Twist.Supervise: await Supervise(track); break;
            case Twist.Switch: await Switch(track, unit); break;
            case Twist.Delegate: await Delegate(track); break;
            case Twist.Recusal: await Recuse(track, unit); break;
            case Twist.Reveal: await Done<RevealReporter, ReasonInput>(track, await Revealing(track, unit), new ReasonInput { Reason = agenda.Say(DemoTalk.Reveal) }); break;
            case Twist.Named: await Name(track); break;
            case Twist.Group: await Join(track, unit); break;
            case Twist.Extension or Twist.ExtensionRefused: await Extend(track, unit); break;
            case Twist.Whistle: await Call(track); break;
            case Twist.Order: await Instruct(track, unit); break;
            case Twist.Papers: await Print(track); break;
            case Twist.Letter: await LetterBack(track); break;
            case Twist.Secluded: await Seclude(track); break;
            case Twist.OrderLate when await Instruct(track, unit): return;
            case Twist.Hold or Twist.HoldRefused when await Hold(track, unit): return;
            case Twist.Withdrawn or Twist.Resumed when await Withdraw(track): return;
            case Twist.Voided or Twist.VoidRefused when await Void(track, unit): return;
            case Twist.HandUpByUnit when await HandUp(track, await cast.Handler(track, unit)):
                agenda.Put(agenda.Later(.3, 3), () => Dispatch(track));
                return;
            case Twist.Reassign when await Reassign(track) is { } other:
                agenda.Put(agenda.Later(.3, 2), () => Sign(track, other));
                return;
        }

        if (track.Fate.Stand is not (Stand.Asked or Stand.Called or Stand.Ordered)) Work(track, unit);
    }

    private async Task Note(CaseTrack track, long unit) => await Done<NoteProgress, NoteInput>(track, await cast.Handler(track, unit), new NoteInput
    {
        Words = agenda.Pick(agenda.Manner.Extensions), Open = agenda.Chance(.8), Files = agenda.Chance(.4) ? [DemoPhoto.Take(agenda.Dice)] : [],
    });

    /// <summary>The reporter adds something, and who handles it reads that.</summary>
    private async Task Add(CaseTrack track, long unit)
    {
        var added = await Public(async scope => await scope.GetRequiredService<Tracking>().Add(new UpdateInput
        {
            Number = track.Number, Code = track.Code, Words = agenda.Pick(track.Template.Supplements),
        }));
        if (added) agenda.Put(agenda.Minutes(8, 90), async () => await Done<ReadUpdates, NoInput>(track, await cast.Handler(track, unit), new NoInput()));
    }

    private async Task Urge(CaseTrack track) => await Done<UrgeCase, ReasonInput>(track, await cast.Centre(track), new ReasonInput { Reason = agenda.Pick(agenda.Manner.Urges) });

    private async Task Supervise(CaseTrack track)
    {
        var opinion = new ReasonInput { Reason = agenda.Say(DemoTalk.Supervise) };
        if (await cast.Supervisor(county: false) is { } leader && await Done<SuperviseCase, ReasonInput>(track, leader, opinion)) return;
        if (await cast.Supervisor(county: true) is { } county) await Done<SuperviseCase, ReasonInput>(track, county, opinion);
    }

    private async Task Switch(CaseTrack track, long unit) => await Done<SwitchKind, KindInput>(track, await cast.Handler(track, unit), (seen, _) => Task.FromResult<KindInput?>(
        new KindInput { Kind = Switching.Open(seen, KindNext.Close, KindNext.Handle).First().Key, Reason = agenda.Say(DemoTalk.Switch) }));

    private async Task Delegate(CaseTrack track)
    {
        if (track.Asked is not { } asked) return;
        await Done<DelegateReply, DelegateInput>(track, await cast.Person(asked), async (seen, scope) =>
            (await scope.GetRequiredService<DelegateReply>().Fields(seen)).First(f => f.Name == "person").Options is { Count: > 0 } people
                ? new DelegateInput { Person = long.Parse(agenda.Pick(people).Value, System.Globalization.CultureInfo.InvariantCulture), Reason = agenda.Say(DemoTalk.Delegate) } : null);
    }

    /// <summary>Who handles it says that it concerns them; somebody else of the unit goes on, else its owner.</summary>
    private async Task Recuse(CaseTrack track, long unit)
    {
        var handler = await cast.Handler(track, unit);
        if (handler.PersonId is { } person && await Done<RecuseFromCase, RecuseInput>(track, handler, new RecuseInput { Person = person, Tie = agenda.Chance(.6) ? Tie.Kin : Tie.Other, Reason = agenda.Say(DemoTalk.Recuse) }))
            track.Out.Add(person);
    }

    /// <summary>The words turn out to be about the village; the office goes on with it, the village sees it no more.</summary>
    private async Task Name(CaseTrack track) => await Done<NameAccused, AccusedInput>(track, await cast.Centre(track), (seen, _) => Task.FromResult(
        seen.Forest.Upward(seen.File.PlaceUnitId).FirstOrDefault(u => u is { Kind: UnitKind.Territory, Relation: Relation.Village }) is { } village
            ? new AccusedInput { Unit = village.Id, Reason = agenda.Say(DemoTalk.Named) }
            : null));

    /// <summary>It turns out to be nobody else's business; the office has somebody who goes on with it.</summary>
    private async Task Seclude(CaseTrack track) =>
        await Done<TurnPrivate, TurnPrivateInput>(track, await cast.Officer(track), new TurnPrivateInput { Reason = agenda.Say(DemoTalk.Seclude) });

    /// <summary>Whoever may look at a number: the handler where the post has that right, else the centre.</summary>
    private async Task<Actor> Revealing(CaseTrack track, long unit) =>
        await cast.Handler(track, unit) is var handler && handler.Can(CasesAccess.Reveal) ? handler : await cast.Centre(track);

    private async Task<long?> Reassign(CaseTrack track)
    {
        long? other = null;
        var centre = await cast.Centre(track);
        var done = await Done<ReassignCase, UnitInput>(track, centre, async (seen, scope) =>
        {
            other = await Department(seen, scope, listed: true) ?? await Department(seen, scope, listed: false);
            return other is { } one ? new UnitInput { Unit = one, SignedFor = await Signer(seen, scope), Reason = agenda.Say(DemoTalk.Reassign) } : null;
        });
        track.By = centre.PersonId;
        return done ? other : null;
    }

    private async Task SendBack(CaseTrack track, long unit)
    {
        if (await Done<SendBackCase, ReasonInput>(track, await cast.Centre(track), new ReasonInput { Reason = agenda.Say(DemoTalk.Rework) })) agenda.Put(Next(track, track.Due, .1, .6), () => Finish(track, unit));
        else Answer(track);
    }
}
