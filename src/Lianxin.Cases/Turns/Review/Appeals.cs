using Lianxin.Cases.Act;
using Lianxin.Cases.Admin.Packs;
using Lianxin.Cases.Model;
using Lianxin.Cases.Turns.Pleas;
using Lianxin.Cases.Turns.Privacy;
using Lianxin.Cases.WaysIn.Duplicates;
using Lianxin.Contracts.Cases;
using Lianxin.Platform.Forms;

namespace Lianxin.Cases.Turns.Review;

/// <summary>Decides an appeal against 解释退回, or the review of a refused reopening. Granted: handled again under its number. Confirmed: the reasons are sent, and there is no second one.</summary>
internal sealed class DecideAppeal(CaseDesk desk, PromiseAnew again, Seclusion seclusion) : CaseAct<DecisionInput>
{
    public override string Key => "decide-appeal";

    public override string Text => "裁定申诉";

    public override char? Shortcut => 'Y';

    public override bool Primary => true;

    public override bool Offered(CaseSeen seen) =>
        seen.OpenPlea is { Kind: PleaKind.Appeal or PleaKind.Review } plea && Deciders.Post(seen, plea) is not null;

    public override Task<IReadOnlyList<FormField>> Fields(CaseSeen seen) =>
        Task.FromResult(DecisionInput.Fields("申诉成立，重新办理", "维持原答复"));

    public override async Task Do(CaseSeen seen, DecisionInput input)
    {
        var plea = seen.OpenPlea!;
        var file = seen.File;
        var post = Deciders.Post(seen, plea)!;
        plea.Decide(input.Upheld, desk.Mask(input.Reason, 0).Masked, desk.Now);
        var appeal = plea.Kind == PleaKind.Appeal;
        if (input.Upheld)
        {
            var lead = appeal ? seen.Lead : null;
            if (lead is not null && !await seclusion.GoesOn(seen, lead))
            {
                lead.End(desk.Now);
                lead = null;
            }

            if (lead is { State: DispatchState.Done }) lead.Rework();
            if (appeal && HandledAs(seen) is { } kind) file.HandleAnewAs(kind.Id);
            file.Grant(lead is { Active: true } ? lead : null);
            await again.Promise(seen, PromiseWhy.Granted);
            // An extension once approved still holds: the promise is not broken before the part that goes on is due.
            if (lead is { Active: true }) await desk.MovePromise(seen, lead, PromiseWhy.Extended);
            if (lead is { Active: true }) await desk.TellUnit(file, lead.UnitId, CasesAccess.Handle, "{0} {1}：申诉成立，请重新办理");
            await desk.Move(file, lead is { Active: true } ? Step.Handle : Step.Assign);
            desk.Tell(new CaseReopened(file.Id, file.PlaceUnitId, file.Private, desk.Now));
            await desk.TellUnit(file, file.AcceptUnitId, CasesAccess.Dispatch, "{0} {1}：申诉成立，请重新办理");
        }
        else
        {
            file.Decided();
        }

        desk.Log(file, (appeal, input.Upheld) switch
        {
            (true, true) => EntryKind.AppealGranted,
            (true, false) => EntryKind.AppealRefused,
            (false, true) => EntryKind.ReviewGranted,
            _ => EntryKind.ReviewRefused,
        }, post, input.Reason, parts: input.Upheld ? [file.PromiseDue.ToString("O")] : []);
        await desk.Save(file, "DecideAppeal", post, input.Reason);
    }

    /// <summary>What it is handled as again: the condition's own kind, or the simplest one that goes to a unit.</summary>
    private static Catalog.HandlingKind? HandledAs(CaseSeen seen)
    {
        var kinds = seen.Chapter?.KindsAt(seen.Now).Where(k => k.Next is KindNext.Close or KindNext.Handle).ToList() ?? [];
        return kinds.Find(k => k.Key == (seen.Condition?.KindKey ?? seen.Chapter!.Rules.UnclassifiedKind)) ?? kinds.Find(k => k.Next == KindNext.Handle);
    }
}

/// <summary>The centre does not open a case again, with a reason the reporter sees and may have reviewed once.</summary>
internal sealed class RefuseReopening(CaseDesk desk) : CaseAct<ReasonInput>
{
    public override string Key => "refuse-reopening";

    public override string Text => "不再重办";

    public override string Explains => "理由会给反映人看，反映人可以要求另一个岗位复核一次。";

    public override bool Offered(CaseSeen seen) =>
        seen.Centre is not null && seen.File is { Status: CaseStatus.Received, Round: > 0 } && seen.OpenPlea is null
        && seen.Pleas.All(p => p.Kind != PleaKind.Review);

    public override Task<IReadOnlyList<FormField>> Fields(CaseSeen seen) => Task.FromResult<IReadOnlyList<FormField>>([ReasonInput.Field()]);

    public override async Task Do(CaseSeen seen, ReasonInput input)
    {
        foreach (var part in seen.Active.ToList()) part.End(desk.Now);
        await desk.SetApart(seen);
        seen.File.RefuseReopening(desk.Now);
        await desk.Move(seen.File, Step.Handle, Step.Feedback, Step.Rate);
        desk.Tell(new CaseClosed(seen.File.Id, seen.File.PlaceUnitId, seen.File.AcceptUnitId, "reopening-refused", false, seen.File.Private, desk.Now));
        desk.Log(seen.File, EntryKind.ReopeningRefused, seen.Centre, input.Reason);
        await desk.Save(seen.File, "RefuseReopening", seen.Centre, input.Reason);
    }
}
