using Lianxin.Cases.Act;
using Lianxin.Cases.Desk.Print;
using Lianxin.Cases.Model;
using Lianxin.Cases.Resident.Public;
using Lianxin.Cases.Resident.Track;
using Lianxin.Cases.Turns.Handle;
using Lianxin.Cases.Turns.Letter;
using Lianxin.Cases.Turns.Order;
using Lianxin.Cases.Turns.Outer;
using Lianxin.Cases.Turns.Pleas;
using Lianxin.Cases.Turns.Whistle;
using Lianxin.Cases.WaysIn.Duplicates;
using Lianxin.Cases.WaysIn.Paste;
using Lianxin.Cases.WaysIn.Redirect;
using Lianxin.Cases.WaysIn.Report;
using Lianxin.Platform.Access;
using Lianxin.Platform.Calendar;
using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lianxin.Web.Demo;

/// <summary>What a case may turn out to be, be ordered to, and how it may be given up.</summary>
internal sealed partial class CaseStory
{
    /// <summary>Before anybody has it: not ours, already reported, two things in one. False lets it be dispatched.</summary>
    private async Task<bool> Sorted(CaseTrack track)
    {
        if (track.Turned) return false;
        var centre = await cast.Centre(track);
        switch (track.Fate.Twist)
        {
            case Twist.Redirected:
                track.Turned = true;
                return await Done<RedirectCase, RedirectInput>(track, centre, new RedirectInput { Kind = RedirectKind.Outside, To = RightPlace.Hotline, Reason = agenda.Say(DemoTalk.Redirect) });
            case Twist.TicketReturned:
                track.Turned = true;
                return await Done<ReturnToSource, ReasonInput>(track, centre, new ReasonInput { Reason = agenda.Say(DemoTalk.Objection) });
            case Twist.Split:
                await Split(track, centre);
                return false;
            case Twist.Merged or Twist.Unmerged:
                await Merge(track, centre);
                return track.Fate.Stand == Stand.Merged;
            default: return false;
        }
    }

    /// <summary>The hotline sends its ticket a second time.</summary>
    private async Task SentAgain(CaseTrack track)
    {
        track.Turned = true;
        var again = await On(track, await cast.Centre(track), async (seen, scope) =>
        {
            if (!Cases.WaysIn.Paste.SentAgain.Offered(seen)) return false;
            var ticket = seen.Outers[0];
            await scope.GetRequiredService<SentAgain>().Take(seen, new PasteInput { Source = ticket.Source, Number = ticket.Number, Words = seen.File.Words, Due = Now.AddDays(6), ReturnBy = Now.AddHours(24) });
            return true;
        });
        if (again) agenda.Put(agenda.Minutes(20, 60), () => Dispatch(track));
    }

    /// <summary>Somebody else reports the same; the second is put to the first, and some are taken apart later.</summary>
    private async Task Merge(CaseTrack track, Actor centre)
    {
        track.Turned = true;
        if (await Again(track) is not { } twin) return;
        if (!await Done<MergeCase, MergeInput>(twin, centre, new MergeInput { Other = track.Number })) agenda.Put(agenda.Minutes(20, 60), () => Dispatch(twin));
        else if (track.Fate.Twist == Twist.Unmerged) agenda.Put(agenda.Minutes(20, 60), async () =>
        {
            if (await Done<UnmergeCase, ReasonInput>(twin, centre, new ReasonInput { Reason = agenda.Say(DemoTalk.Unmerge) })) await Dispatch(twin);
        });
    }

    private Task<CaseTrack?> Again(CaseTrack track) => Taken(Actor.Public, track.Template, new Fate(), (category, _) => new Found
    {
        Channel = Channel.Code, Words = agenda.Pick(track.Template.Texts["resident"]).Replace("{place}", "", StringComparison.Ordinal).Replace("{when}", agenda.Pick(agenda.Manner.When), StringComparison.Ordinal),
        UnitId = track.Place, Category = category,
    });

    /// <summary>Two things in one report: each goes its own way from here.</summary>
    private async Task Split(CaseTrack track, Actor centre)
    {
        track.Turned = true;
        if (!await Done<SplitCase, SplitInput>(track, centre, (seen, _) => Task.FromResult<SplitInput?>(new SplitInput { Words = seen.File.Words, Other = agenda.Say(DemoTalk.Other) }))) return;
        // The reporter finds the new number and its code on the page of the first.
        var other = await On(track, centre, async (seen, scope) =>
        {
            var (number, code) = (await scope.GetRequiredService<StoryReader>().Read(seen.File)).Splits[^1];
            var file = await scope.GetRequiredService<AppDb>().Set<Case>().AsNoTracking().FirstAsync(c => c.Number == number);
            return new CaseTrack(track.Template, track.Plan, new Fate(), code).See(file);
        });
        if (other is not null) agenda.Put(agenda.Minutes(5, 30), () => Dispatch(other));
    }

    /// <summary>A leader wrote on it. Where nobody takes it up at once the order runs over its date; its signer sits elsewhere and has the report on paper.</summary>
    private async Task<bool> Instruct(CaseTrack track, long unit)
    {
        var late = track.Fate.Twist == Twist.OrderLate;
        var taken = await Done<TakeOrder, OrderInput>(track, await cast.Centre(track), async (seen, scope) =>
            (await scope.GetRequiredService<TakeOrder>().Fields(seen))[0].Options is { Count: > 0 } leaders ? new OrderInput
            {
                Signer = late ? null : Number(leaders[0].Value), Other = late ? agenda.Say(DemoTalk.Leader) : "", SignedOn = Shanghai.Date(Now), Words = agenda.Say(DemoTalk.Instruction),
                Due = late ? Now.AddHours(2) : Now.AddDays(3), Files = agenda.Chance(.5) ? [DemoPhoto.Take(agenda.Dice)] : [],
            } : null);
        if (taken && track.Fate.Stand != Stand.Ordered) agenda.Put(late ? agenda.Waking(Now.AddHours(20)) : agenda.Later(2, 6), async () =>
        {
            await Done<CloseOrder, ReportBackInput>(track, await cast.Handler(track, unit), new ReportBackInput { Words = agenda.Pick(track.Template.Results) });
            if (!late) return;
            agenda.Put(agenda.Later(2, 8), () => TakeReport(track));
            Work(track, unit);
        });
        return taken;
    }

    private async Task TakeReport(CaseTrack track)
    {
        var centre = await cast.Centre(track);
        await Done<TellOrder, TellOrderInput>(track, centre, new TellOrderInput { On = Shanghai.Date(Now), Who = centre.Name });
    }

    private async Task Print(CaseTrack track)
    {
        var centre = await cast.Centre(track);
        var issued = await Done<IssuePaper, PaperInput>(track, centre, async (seen, scope) =>
            (await scope.GetRequiredService<IssuePaper>().Fields(seen))[0].Options is { Count: > 0 } papers ? new PaperInput { Paper = papers[0].Value } : null);
        if (issued) agenda.Put(agenda.Minutes(40, 200), async () => await Done<ScanPaper, ScanInput>(track, centre, (seen, _) => Task.FromResult<ScanInput?>(
            seen.Papers.Count > 0 ? new ScanInput { Paper = seen.Papers[^1].Id, Words = "已签收", Files = [DemoPhoto.Take(agenda.Dice)] } : null)));
    }

    /// <summary>The unit outside has the letter; what it will do, it says on the phone later.</summary>
    private async Task LetterBack(CaseTrack track)
    {
        var centre = await cast.Centre(track);
        await Done<ReceiveLetter, ReceiveInput>(track, centre, (seen, _) => Task.FromResult(
            Letters.Of(seen).FirstOrDefault() is { } sent ? new ReceiveInput { Letter = sent.Letter!, On = Shanghai.Date(Now), Who = "值班室" } : null));
        agenda.Put(agenda.Minutes(40, 200), async () => await Done<AnswerLetter, AnswerLetterInput>(track, centre, (seen, _) => Task.FromResult(
            Letters.Of(seen).FirstOrDefault() is { } sent ? new AnswerLetterInput { Letter = sent.Letter!, On = Shanghai.Date(Now), Words = track.Template.Results[0] } : null)));
    }

    /// <summary>The reporter takes it back; some want it after all.</summary>
    private async Task<bool> Withdraw(CaseTrack track)
    {
        var resumes = track.Fate.Twist == Twist.Resumed;
        var key = new WithdrawInput { Number = track.Number, Code = track.Code, Reason = agenda.Say(DemoTalk.Withdraw) };
        if (!await Public(scope => scope.GetRequiredService<Tracking>().Withdraw(key))) return false;
        if (resumes) agenda.Put(agenda.Later(1, 5), async () =>
        {
            if (await Public(scope => scope.GetRequiredService<Tracking>().Resume(new ResumeInput { Number = track.Number, Code = track.Code }))) await Dispatch(track);
        });
        return true;
    }

    /// <summary>The centre asks to have it voided; another post decides.</summary>
    private async Task<bool> Void(CaseTrack track, long unit)
    {
        var granted = track.Fate.Twist == Twist.Voided;
        var centre = await cast.Centre(track);
        if (!await Done<AskVoid, ReasonInput>(track, centre, new ReasonInput { Reason = agenda.Say(DemoTalk.Void) })) return false;
        track.By = centre.PersonId;
        agenda.Put(agenda.Minutes(20, 90), async () =>
        {
            if (!await Done<DecideVoid, DecisionInput>(track, await cast.Decider(track), Decision(granted)) || !granted) Work(track, unit);
        });
        return true;
    }
}
