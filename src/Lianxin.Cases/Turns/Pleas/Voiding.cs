using Lianxin.Cases.Act;
using Lianxin.Cases.Model;
using Lianxin.Cases.Turns.Review;
using Lianxin.Cases.WaysIn.Duplicates;
using Lianxin.Contracts.Cases;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Text;

namespace Lianxin.Cases.Turns.Pleas;

/// <summary>作废: what never was a matter, asked for by the centre.</summary>
internal sealed class AskVoid(CaseDesk desk, Deciders deciders) : CaseAct<ReasonInput>
{
    public override string Key => "void";

    public override string Text => "申请作废";

    public override string Explains => "由另一个岗位审批。批准后反映人会看到理由，可以申诉一次。";

    public override bool Offered(CaseSeen seen) => seen.File.Open && seen.Centre is not null && seen.OpenPlea is null && seen.Asked(PleaKind.Voiding) is null;

    public override Task<IReadOnlyList<FormField>> Fields(CaseSeen seen) =>
        Task.FromResult<IReadOnlyList<FormField>>([ReasonInput.Field(hint: "例如：误报、试报；为什么不该办")]);

    public override async Task Do(CaseSeen seen, ReasonInput input)
    {
        var decides = await deciders.For(seen, seen.Actor.PersonId);
        desk.Db.Add(Plea.File(desk.NewId(), seen.File.Id, PleaKind.Voiding, null, desk.Mask(input.Reason, 0).Masked, desk.Now, decides, seen.Actor.PersonId));
        await desk.Widen(seen.File, decides);
        desk.Log(seen.File, EntryKind.VoidAsked, seen.Centre, input.Reason, open: false);
        await desk.TellUnit(seen.File, decides, CasesAccess.Decide, "{0} {1}：申请作废，请审批");
        await desk.Save(seen.File, "AskVoid", seen.Centre, input.Reason);
    }
}

/// <summary>Approved, it ends; the reporter reads why and may appeal as against 解释退回.</summary>
internal sealed class DecideVoid(CaseDesk desk) : CaseAct<DecisionInput>
{
    public override string Key => "decide-void";

    public override string Text => "审批作废";

    public override bool Primary => true;

    public override bool Offered(CaseSeen seen) => seen.Asked(PleaKind.Voiding) is { } plea && seen.File.Open && Deciders.Post(seen, plea) is not null;

    public override string Explains => "批准的理由会原样给反映人看，反映人可以申诉一次。";

    public override Sentence? About(CaseSeen seen) => new("申请作废的理由：{0}", seen.Asked(PleaKind.Voiding)!.Reason);

    public override Task<IReadOnlyList<FormField>> Fields(CaseSeen seen) => Task.FromResult(DecisionInput.Fields("批准作废", "不同意，继续办理"));

    public override async Task Do(CaseSeen seen, DecisionInput input)
    {
        var file = seen.File;
        var plea = seen.Asked(PleaKind.Voiding)!;
        var post = Deciders.Post(seen, plea)!;
        plea.Decide(input.Upheld, desk.Mask(input.Reason, 0).Masked, desk.Now);
        if (input.Upheld)
        {
            foreach (var part in seen.Active) await desk.TellUnit(file, part.UnitId, CasesAccess.Handle, "{0} {1}：已作废，不用再办");
            await desk.SetApart(seen);
            file.Void(desk.Now);
            await desk.EndParts(seen);
            desk.Tell(new CaseDropped(file.Id, file.PlaceUnitId, file.AcceptUnitId, "voided", file.Private, desk.Now));
        }

        desk.Log(file, input.Upheld ? EntryKind.Voided : EntryKind.VoidRefused, post, input.Reason, open: input.Upheld);
        await desk.TellUnit(file, file.AcceptUnitId, CasesAccess.Dispatch, input.Upheld ? "{0} {1}：同意作废" : "{0} {1}：不同意作废，请继续办理");
        await desk.Save(file, "DecideVoid", post, input.Reason);
    }
}
