using Lianxin.Cases.Act;
using Lianxin.Cases.Desk.Queue;
using Lianxin.Cases.Desk.Show;
using Lianxin.Cases.Model;
using Lianxin.Cases.Turns.Review;
using Lianxin.Platform;
using Lianxin.Platform.Calendar;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Text;

namespace Lianxin.Cases.Turns.Pleas;

/// <summary>挂账: what cannot be done before a day (frost, a harvest, a court's judgment) waits for it, with approval, a reason and an end.</summary>
internal sealed class AskHold(CaseDesk desk, Deciders deciders) : CaseAct<UntilInput>
{
    public override string Key => "hold";

    public override string Text => "申请挂账";

    public override char? Shortcut => 'H';

    public override string Explains => "由另一个岗位审批；批准后本单位的时限停下来，到了日子自动恢复，也可以提前恢复。";

    public override bool Offered(CaseSeen seen) =>
        seen.Mine is { State: DispatchState.Sent or DispatchState.Signed, HeldUntil: null } part && seen.Pleas.All(p => p.DecidedAt is not null || p.DispatchId != part.Id);

    public override Task<IReadOnlyList<FormField>> Fields(CaseSeen seen) =>
        Task.FromResult(UntilInput.Fields("哪天恢复办理", "这一天零点起，时限接着算", "现在为什么办不了，到时候凭什么能办"));

    public override async Task Do(CaseSeen seen, UntilInput input)
    {
        input.Check(desk.Now);
        var part = seen.Mine!;
        var post = seen.HandlerOf(part)!;
        var until = Shanghai.Utc(input.Until!.Value.ToDateTime(TimeOnly.MinValue));
        if (until <= desk.Now) throw new Refusal("恢复办理的日期要在今天以后", "until");
        var decides = await deciders.For(seen, seen.Actor.PersonId);
        desk.Db.Add(Plea.File(desk.NewId(), seen.File.Id, PleaKind.Hold, part.Id, desk.Mask(input.Reason, 0).Masked, desk.Now, decides, seen.Actor.PersonId, until));
        await desk.Widen(seen.File, decides);
        desk.Log(seen.File, EntryKind.HoldAsked, post, input.Reason, open: false, unitId: part.UnitId, parts: [seen.Forest.NameOf(part.UnitId), until.ToString("O")]);
        await desk.TellUnit(seen.File, decides, CasesAccess.Decide, "{0} {1}：承办单位申请挂账，请审批");
        await desk.Save(seen.File, "AskHold", post, input.Reason, seen.InsteadOf(part));
    }
}

/// <summary>Granted, the unit's clock stands still, and no supervision rises meanwhile; the reporter sees why and until when.</summary>
internal sealed class DecideHold(CaseDesk desk, Holds holds) : CaseAct<DecisionInput>
{
    public override string Key => "decide-hold";

    public override string Text => "审批挂账";

    public override bool Primary => true;

    public override bool Offered(CaseSeen seen) => seen.Asked(PleaKind.Hold) is { } plea && Deciders.Post(seen, plea) is not null;

    public override Sentence? About(CaseSeen seen)
    {
        var plea = seen.Asked(PleaKind.Hold)!;
        return new("{0}要挂账到{1}：{2}", seen.Forest.NameOf(seen.Dispatches.First(d => d.Id == plea.DispatchId).UnitId), EntryText.Day(plea.Until!.Value), plea.Reason);
    }

    public override Task<IReadOnlyList<FormField>> Fields(CaseSeen seen) => Task.FromResult(DecisionInput.Fields("同意挂账", "不同意，继续办理"));

    public override async Task Do(CaseSeen seen, DecisionInput input)
    {
        var file = seen.File;
        var plea = seen.Asked(PleaKind.Hold)!;
        var post = Deciders.Post(seen, plea)!;
        var part = seen.Dispatches.First(d => d.Id == plea.DispatchId);
        var unit = seen.Forest.NameOf(part.UnitId);
        if (input.Upheld && plea.Until <= desk.Now) throw new Refusal("申请恢复的日子已经过了，请选“不同意”");
        plea.Decide(input.Upheld, desk.Mask(input.Reason, 0).Masked, desk.Now);
        if (input.Upheld)
        {
            await holds.Begin(seen, part, plea);
            var moved = await desk.MovePromise(seen, part, PromiseWhy.Held);
            desk.Log(file, EntryKind.HoldGranted, post, $"{plea.Reason}\n{input.Reason}", unitId: part.UnitId,
                parts: [unit, plea.Until!.Value.ToString("O"), part.Due.ToString("O"), moved ? "promise" : ""]);
        }
        else
        {
            desk.Log(file, EntryKind.HoldRefused, post, input.Reason, open: false, unitId: part.UnitId, parts: unit);
        }

        await desk.TellUnit(file, part.UnitId, CasesAccess.Handle, input.Upheld ? "{0} {1}：同意挂账" : "{0} {1}：不同意挂账，请继续办理");
        await desk.Save(file, "DecideHold", post, input.Reason);
    }
}

/// <summary>恢复办理 before its day, by the unit or the centre.</summary>
internal sealed class WakeCase(CaseDesk desk, Holds holds) : CaseAct<ReasonInput>
{
    public override string Key => "wake";

    public override string Text => "恢复办理";

    public override bool Offered(CaseSeen seen) => Held(seen) is not null;

    public override Task<IReadOnlyList<FormField>> Fields(CaseSeen seen) => Task.FromResult<IReadOnlyList<FormField>>([ReasonInput.Field(hint: "为什么现在能办了")]);

    public override async Task Do(CaseSeen seen, ReasonInput input)
    {
        var part = Held(seen)!;
        var post = seen.HandlerOf(part) ?? seen.Centre!;
        await holds.End(seen, part, desk.Now, post, input.Reason);
        await desk.Save(seen.File, "WakeCase", post, input.Reason);
    }

    private static Model.Dispatch? Held(CaseSeen seen) =>
        seen.Mine is { HeldUntil: not null } mine ? mine : seen.Centre is null ? null : seen.Active.FirstOrDefault(d => d.HeldUntil is not null);
}
