using System.ComponentModel.DataAnnotations;
using Lianxin.Cases.Act;
using Lianxin.Cases.Model;
using Lianxin.Platform.Forms;

namespace Lianxin.Cases.Redirect;

internal sealed record RedirectInput
{
    [Required, Label("哪一种情形", Chosen = true)]
    public RedirectKind? Kind { get; init; }

    [Required, Label("该找谁", Chosen = true)]
    public RightPlace? To { get; init; }

    [Required, MinLength(2), MaxLength(ReasonInput.Max), Label("理由")]
    public string Reason { get; init; } = "";
}

/// <summary>转告或不予受理: one of the six kinds that are not dispatched but explained (rules 2.4), with the right place.</summary>
internal sealed class RedirectCase(CaseDesk desk, Redirecting redirecting) : CaseAct<RedirectInput>
{
    public override string Key => "redirect";

    public override string Text => "转告或不予受理";

    public override string Explains => "理由和该找谁会原样给反映人看。有危险的，先请反映人打 110、119 或 120。";

    public override bool Offered(CaseSeen seen) =>
        seen.Centre is not null && seen.File.Status == CaseStatus.Received && seen.OpenPlea is null && !seen.Active.Any() && seen.Merged.Count == 0;

    public override Task<IReadOnlyList<FormField>> Fields(CaseSeen seen) => Task.FromResult<IReadOnlyList<FormField>>(
    [
        new("kind", "哪一种情形", FieldKind.Tiles) { Required = true, Options = RedirectText.Kinds },
        new("to", "该找谁", FieldKind.Choice) { Required = true, Options = RedirectText.Places },
        ReasonInput.Field(hint: "说清楚依据什么、怎么找、带什么材料"),
    ]);

    public override async Task Do(CaseSeen seen, RedirectInput input)
    {
        await Handle.MandatoryReport.Settled(desk, seen);
        await redirecting.Do(seen.File, seen.Centre, input.Kind!.Value, input.To!.Value, input.Reason);
        await desk.Save(seen.File, "RedirectCase", seen.Centre, input.Reason);
    }
}

/// <summary>Closes a fresh case with the reason and the right place; the caller saves.</summary>
internal sealed class Redirecting(CaseDesk desk)
{
    public async Task Do(Case file, Platform.Access.ActorPost? post, RedirectKind kind, RightPlace place, string reason)
    {
        file.Redirect(desk.Now);
        // Read, decided and told in one go: no step is skipped.
        await desk.Move(file, Step.Handle, Step.Feedback, Step.Rate);
        desk.Log(file, EntryKind.Redirected, post, reason, parts: [kind.ToString(), place.ToString()]);
        desk.Tell(new Contracts.Cases.CaseClosed(file.Id, file.PlaceUnitId, file.AcceptUnitId, "redirected", desk.Now > file.PromiseDue, file.Private, desk.Now));
    }
}
