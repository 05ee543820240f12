using System.ComponentModel.DataAnnotations;
using Lianxin.Cases.Act;
using Lianxin.Cases.Admin.Packs;
using Lianxin.Cases.Model;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Text;

namespace Lianxin.Cases.Turns.Handle;

/// <summary>A kind chosen by the handler or the centre, with the reason that goes on the timeline.</summary>
internal sealed record KindInput
{
    [Required, MaxLength(60), Label("办理方式", Chosen = true)]
    public string Kind { get; init; } = "";

    [Required, MinLength(2), MaxLength(ReasonInput.Max), Label("理由")]
    public string Reason { get; init; } = "";
}

/// <summary>Which kinds an actor may switch to, and the post that does it.</summary>
internal static class Switching
{
    public static KindChooser? Chooser(CaseSeen seen) => seen.Mine is { State: not DispatchState.Objected, Lead: true } ? KindChooser.Handler
        : seen.Centre is not null ? KindChooser.Centre : null;

    public static ActorPost Post(CaseSeen seen) => seen.Mine is { Lead: true } mine ? seen.HandlerOf(mine)! : seen.Centre!;

    public static IEnumerable<Catalog.HandlingKind> Open(CaseSeen seen, params KindNext[] next) =>
        Chooser(seen) is { } chooser && seen.Chapter is { } chapter && seen.OpenPlea is null
            && seen.File.Status is CaseStatus.Received or CaseStatus.Handling
            ? chapter.KindsAt(seen.Now).Where(k => k.OpenTo(chooser) && next.Contains(k.Next) && (k.Id != seen.File.KindId || k.Next == KindNext.Up))
            : [];

    public static IReadOnlyList<FormField> Fields(CaseSeen seen, string hint, params KindNext[] next)
    {
        var open = Open(seen, next).ToList();
        return
        [
            new("kind", "办理方式", open.Count == 1 ? FieldKind.Kept : FieldKind.Tiles) { Required = true, Value = open.FirstOrDefault()?.Key, Options = [.. open.Select(k => new FieldOption(k.Key, k.Name, k.Hint))] },
            ReasonInput.Field(hint: hint),
        ];
    }

    public static Catalog.HandlingKind Choose(CaseSeen seen, string key, params KindNext[] next) =>
        Open(seen, next).FirstOrDefault(k => k.Key == key) ?? throw new Refusal("请选择办理方式", "kind");
}

/// <summary>Switches between kinds that stay with the unit; its date is counted again from the dispatch: the condition's limit, or the kind's own clock where that is shorter.</summary>
internal sealed class SwitchKind(CaseDesk desk, Deadlines deadlines) : CaseAct<KindInput>
{
    private static readonly KindNext[] Staying = [KindNext.Close, KindNext.Handle];

    public override string Key => "kind";

    public override string Text => "改办理方式";

    public override char? Shortcut => 'M';

    public override bool Offered(CaseSeen seen) => seen.File.Status == CaseStatus.Handling && Switching.Open(seen, Staying).Any();

    /// <summary>Where there is nothing to choose the form does not ask; it says what it will be.</summary>
    public override Sentence? About(CaseSeen seen) => Switching.Open(seen, Staying).ToList() is [var only] ? new("改为“{0}”", only.Name) : null;

    public override Task<IReadOnlyList<FormField>> Fields(CaseSeen seen) => Task.FromResult(Switching.Fields(seen, "改动会记在流程里", Staying));

    public override async Task Do(CaseSeen seen, KindInput input)
    {
        var kind = Switching.Choose(seen, input.Kind, Staying);
        var post = Switching.Post(seen);
        string[] said = [seen.Kind?.Name ?? "", kind.Name];
        seen.File.HandleAs(kind.Id);
        if (seen.Lead is { Active: true, FixedDue: null } lead && seen.Condition is { } condition)
        {
            var due = await deadlines.Part(seen.File, condition, kind, lead.At, lead.GivenTo);
            lead.ReDue(due.Parts, due.Due);
            if (seen.Pauses(lead) is { Count: > 0 } pauses)
            {
                lead.Fix();
                lead.ReDue(due.Parts, await deadlines.Held(lead, pauses));
            }

            seen.File.FollowLead(lead);
            said = [.. said, lead.Due.ToString("O")];
        }

        desk.Log(seen.File, EntryKind.KindSwitched, post, input.Reason, parts: said);
        await desk.Save(seen.File, "SwitchKind", post, input.Reason);
    }
}

/// <summary>解释退回: what cannot be done is explained; the reason is shown to the reporter, who may appeal once.</summary>
internal sealed class ExplainCase(CaseDesk desk, Deadlines deadlines) : CaseAct<KindInput>
{
    public override string Key => "explain";

    public override string Text => "解释退回";

    public override char? Shortcut => 'Q';

    public override string Explains => "理由会原样给反映人看，反映人可以申诉一次。";

    public override bool Offered(CaseSeen seen) => Switching.Open(seen, KindNext.Explain).Any();

    public override Task<IReadOnlyList<FormField>> Fields(CaseSeen seen) =>
        Task.FromResult(Switching.Fields(seen, "写明依据什么规定、还可以找谁", KindNext.Explain));

    public override async Task Do(CaseSeen seen, KindInput input)
    {
        var kind = Switching.Choose(seen, input.Kind, KindNext.Explain);
        var post = Switching.Post(seen);
        foreach (var part in seen.Active.ToList())
        {
            if (part.Lead) part.Finish(desk.Now, desk.Mask(input.Reason, part.Id).Masked, null);
            else part.End(desk.Now);
        }

        // What is explained straight from 派单 was handled at this moment: no step is skipped.
        Step[] through = seen.File.Status == CaseStatus.Received ? [Step.Handle, Step.Feedback] : [Step.Feedback];
        seen.File.HandleAs(kind.Id);
        seen.File.Explain();
        await deadlines.RunKind(seen.File, kind);
        await desk.Move(seen.File, through);
        desk.Log(seen.File, EntryKind.Explained, post, input.Reason, parts: kind.Name);
        await desk.TellReplier(seen.File, "{0} {1}：解释退回，请答复反映人");
        await desk.Save(seen.File, "ExplainCase", post, input.Reason);
    }
}
