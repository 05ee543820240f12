using Lianxin.Cases.Act;
using Lianxin.Cases.Model;
using Lianxin.Platform.Access;
using Lianxin.Platform.Forms;

namespace Lianxin.Cases.Turns.Review;

/// <summary>异议: “not ours”, with a reason; decided by another post of the dispatching unit, else one level up (decisions 5). The clock runs on.</summary>
internal sealed class ObjectToCase(CaseDesk desk, Deciders deciders) : CaseAct<ReasonInput>
{
    public override string Key => "object";

    public override string Text => "提出异议";

    public override char? Shortcut => 'O';

    public override string Explains => "说明为什么不该由本单位办。裁定前时限照常计算。";

    public override bool Offered(CaseSeen seen) =>
        seen.Mine is { State: DispatchState.Sent or DispatchState.Signed } part && !seen.Pleas.Any(p => p.DispatchId == part.Id)
        && seen.Forest.Find(part.UnitId)?.Relation != Relation.Outside;

    public override Task<IReadOnlyList<FormField>> Fields(CaseSeen seen) =>
        Task.FromResult<IReadOnlyList<FormField>>([ReasonInput.Field(hint: "例如：按职责应由哪个单位办")]);

    public override async Task Do(CaseSeen seen, ReasonInput input)
    {
        var part = seen.Mine!;
        var post = seen.HandlerOf(part)!;
        part.Object();
        seen.File.AskDecision();
        var decides = await deciders.For(seen, part.ByPersonId);
        desk.Db.Add(Plea.File(desk.NewId(), seen.File.Id, PleaKind.Objection, part.Id, desk.Mask(input.Reason, 0).Masked, desk.Now, decides, part.ByPersonId));
        await desk.Widen(seen.File, decides);
        desk.Log(seen.File, EntryKind.Objected, post, input.Reason, unitId: part.UnitId, parts: seen.Forest.NameOf(part.UnitId));
        await desk.TellUnit(seen.File, decides, CasesAccess.Decide, "{0} {1}：承办单位提出异议，请裁定");
        await desk.Save(seen.File, "ObjectToCase", post, input.Reason);
    }
}

/// <summary>Upheld: back to 派单, the trail kept. Refused: it goes on, the clock having run.</summary>
internal sealed class DecideObjection(CaseDesk desk) : CaseAct<DecisionInput>
{
    public override string Key => "decide-objection";

    public override string Text => "裁定异议";

    public override char? Shortcut => 'Y';

    public override bool Primary => true;

    public override bool Offered(CaseSeen seen) => seen.OpenPlea is { Kind: PleaKind.Objection } plea && Deciders.Post(seen, plea) is not null;

    public override Task<IReadOnlyList<FormField>> Fields(CaseSeen seen) =>
        Task.FromResult(DecisionInput.Fields("异议成立，退回重新派单", "异议不成立，继续办理"));

    public override async Task Do(CaseSeen seen, DecisionInput input)
    {
        var plea = seen.OpenPlea!;
        var post = Deciders.Post(seen, plea)!;
        var part = seen.Dispatches.First(d => d.Id == plea.DispatchId);
        plea.Decide(input.Upheld, desk.Mask(input.Reason, 0).Masked, desk.Now);
        seen.File.Decided();
        if (input.Upheld)
        {
            part.End(desk.Now);
            if (part.Lead)
            {
                seen.File.TakeBack();
                desk.Tell(new Contracts.Cases.CaseTakenBack(seen.File.Id, part.UnitId, desk.Now));
                await desk.Move(seen.File, Step.Assign);
                await desk.TellUnit(seen.File, seen.File.AcceptUnitId, CasesAccess.Dispatch, "{0} {1}：异议成立，请重新派单");
            }
            else
            {
                await desk.PartEnded(seen);
            }
        }
        else
        {
            part.GoOn(desk.Now);
        }

        desk.Log(seen.File, input.Upheld ? EntryKind.ObjectionUpheld : EntryKind.ObjectionRefused, post, input.Reason, unitId: part.UnitId, parts: seen.Forest.NameOf(part.UnitId));
        await desk.TellUnit(seen.File, part.UnitId, CasesAccess.Handle, input.Upheld ? "{0} {1}：您单位的异议成立" : "{0} {1}：您单位的异议不成立，请继续办理");
        await desk.Save(seen.File, "DecideObjection", post, input.Reason);
    }
}
