using System.ComponentModel.DataAnnotations;
using Lianxin.Cases.Act;
using Lianxin.Cases.Model;
using Lianxin.Cases.Turns.Review;
using Lianxin.Platform;
using Lianxin.Platform.Calendar;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Text;

namespace Lianxin.Cases.Turns.Pleas;

/// <summary>Something asked for until a day, with the reason.</summary>
internal sealed record UntilInput
{
    /// <summary>Nothing is put off for longer.</summary>
    public const int MostDays = 366;

    [Required, Label("日期")]
    public DateOnly? Until { get; init; }

    [Required, MinLength(2), MaxLength(ReasonInput.Max), Label("理由")]
    public string Reason { get; init; } = "";

    public static IReadOnlyList<FormField> Fields(string until, string hint, string reason) =>
        [new("until", until, FieldKind.Date) { Required = true, Hint = hint }, ReasonInput.Field(hint: reason)];

    /// <summary>Refuses what lies behind, or more than a year ahead.</summary>
    public void Check(DateTime now)
    {
        if (Until < Shanghai.Date(now)) throw new Refusal("日期不能早于今天", "until");
        if (Until!.Value.DayNumber - Shanghai.Date(now).DayNumber > MostDays) throw new Refusal("最多往后 {0} 天", "until", MostDays);
    }
}

/// <summary>延期: the unit that has a part asks for a later date; another post decides (decisions 1, 5). Until then the clock runs on.</summary>
internal sealed class AskExtension(CaseDesk desk, Deciders deciders, Deadlines deadlines) : CaseAct<UntilInput>
{
    public override string Key => "extension";

    public override string Text => "申请延期";

    public override char? Shortcut => 'E';

    public override string Explains => "由另一个岗位审批；批准前时限照常计算。超过承诺答复时间的，批准后反映人会看到新的时间和理由。";

    public override bool Offered(CaseSeen seen) =>
        seen.Mine is { State: DispatchState.Sent or DispatchState.Signed, HeldUntil: null } part && seen.Pleas.All(p => p.DecidedAt is not null || p.DispatchId != part.Id);

    public override Task<IReadOnlyList<FormField>> Fields(CaseSeen seen) =>
        Task.FromResult(UntilInput.Fields("延期到", "到这一天下班前办完", "为什么按期办不完，还要做什么"));

    public override async Task Do(CaseSeen seen, UntilInput input)
    {
        input.Check(desk.Now);
        var part = seen.Mine!;
        var post = seen.HandlerOf(part)!;
        var until = await deadlines.EndOf(input.Until!.Value, part.UnitId);
        if (until <= part.Due || until <= desk.Now) throw new Refusal("要晚于现在的时限 {0}", "until", Shanghai.Deadline(part.Due));
        var decides = await deciders.For(seen, seen.Actor.PersonId);
        desk.Db.Add(Plea.File(desk.NewId(), seen.File.Id, PleaKind.Extension, part.Id, desk.Mask(input.Reason, 0).Masked, desk.Now, decides, seen.Actor.PersonId, until));
        await desk.Widen(seen.File, decides);
        desk.Log(seen.File, EntryKind.ExtensionAsked, post, input.Reason, open: false, unitId: part.UnitId, parts: [seen.Forest.NameOf(part.UnitId), until.ToString("O")]);
        await desk.TellUnit(seen.File, decides, CasesAccess.Decide, "{0} {1}：承办单位申请延期，请审批");
        await desk.Save(seen.File, "AskExtension", post, input.Reason, seen.InsteadOf(part));
    }
}

/// <summary>Granted, the unit's date moves, and the promise with it where it would be passed: the reporter sees the new one and why. Refused, nothing moves.</summary>
internal sealed class DecideExtension(CaseDesk desk) : CaseAct<DecisionInput>
{
    public override string Key => "decide-extension";

    public override string Text => "审批延期";

    public override bool Primary => true;

    public override bool Offered(CaseSeen seen) => seen.Asked(PleaKind.Extension) is { } plea && Deciders.Post(seen, plea) is not null;

    public override Sentence? About(CaseSeen seen)
    {
        var plea = seen.Asked(PleaKind.Extension)!;
        var part = seen.Dispatches.First(d => d.Id == plea.DispatchId);
        return new("{0}要从{1}延到{2}：{3}", seen.Forest.NameOf(part.UnitId), Shanghai.Deadline(part.Due), Shanghai.Deadline(plea.Until!.Value), plea.Reason);
    }

    public override Task<IReadOnlyList<FormField>> Fields(CaseSeen seen) => Task.FromResult(DecisionInput.Fields("同意延期", "不同意，按原时限办"));

    public override async Task Do(CaseSeen seen, DecisionInput input)
    {
        var file = seen.File;
        var plea = seen.Asked(PleaKind.Extension)!;
        var post = Deciders.Post(seen, plea)!;
        var part = seen.Dispatches.First(d => d.Id == plea.DispatchId);
        plea.Decide(input.Upheld, desk.Mask(input.Reason, 0).Masked, desk.Now);
        var unit = seen.Forest.NameOf(part.UnitId);
        if (input.Upheld)
        {
            part.Extend(plea.Until!.Value, desk.Now);
            var moved = await desk.MovePromise(seen, part, PromiseWhy.Extended);
            desk.Log(file, EntryKind.ExtensionGranted, post, $"{plea.Reason}\n{input.Reason}", open: moved, unitId: part.UnitId, parts: [unit, part.Due.ToString("O"), moved ? "promise" : ""]);
        }
        else
        {
            desk.Log(file, EntryKind.ExtensionRefused, post, input.Reason, open: false, unitId: part.UnitId, parts: unit);
        }

        await desk.TellUnit(file, part.UnitId, CasesAccess.Handle, input.Upheld ? "{0} {1}：同意延期" : "{0} {1}：不同意延期，请按原时限办");
        await desk.Save(file, "DecideExtension", post, input.Reason);
    }
}
