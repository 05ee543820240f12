using System.ComponentModel.DataAnnotations;
using Lianxin.Cases.Act;
using Lianxin.Cases.Model;
using Lianxin.Cases.Turns.Handle;
using Lianxin.Platform;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Text;

namespace Lianxin.Cases.WaysIn.Redirect;

internal sealed record RedirectInput
{
    public const int PhoneMax = 20;

    [Required, Label("哪一种情形", Chosen = true)]
    public RedirectKind? Kind { get; init; }

    [Required, Label("该找谁", Chosen = true)]
    public RightPlace? To { get; init; }

    [MaxLength(PhoneMax), Label("那里的电话")]
    public string Phone { get; init; } = "";

    [Required, MinLength(2), MaxLength(ReasonInput.Max), Label("理由")]
    public string Reason { get; init; } = "";
}

/// <summary>转告: one of the six kinds that are not dispatched but explained (rules 2.4), with the right place.</summary>
internal sealed class RedirectCase(CaseDesk desk, Redirecting redirecting) : CaseAct<RedirectInput>
{
    public override string Key => "redirect";

    public override string Text => "转告别处";

    public override string Explains => "不在这里办，告诉反映人该找谁。理由会原样给反映人看，反映人可以申诉一次。有危险的，先请反映人打 110、119 或 120。";

    public override bool Offered(CaseSeen seen) => Redirecting.Offered(seen);

    public override Task<IReadOnlyList<FormField>> Fields(CaseSeen seen) => Task.FromResult<IReadOnlyList<FormField>>(
    [
        new("kind", "哪一种情形", FieldKind.Tiles) { Required = true, Options = RedirectText.Kinds },
        new("to", "该找谁", FieldKind.Choice) { Required = true, Options = RedirectText.Places },
        new("phone", "那里的电话", FieldKind.Line) { Max = RedirectInput.PhoneMax, Hint = "名称里带号码的不用填，反映人点一下就能打" },
        ReasonInput.Field(hint: "说清楚依据什么、怎么找、带什么材料"),
    ]);

    public override async Task Do(CaseSeen seen, RedirectInput input)
    {
        if (input.Phone.Any(c => !char.IsAsciiDigit(c) && c is not (' ' or '-'))) throw new Refusal("电话只能填数字", "phone");
        if (input.To == RightPlace.Nowhere) throw new Refusal("请选择{0}", "to", new Sentence("该找谁"));
        await MandatoryReport.Settled(desk, seen);
        await redirecting.Do(seen.File, seen.Centre, input.Kind!.Value, input.To!.Value, input.Reason, input.Phone);
        await desk.Save(seen.File, "RedirectCase", seen.Centre, input.Reason);
    }
}

/// <summary>Closes a fresh case with the reason and the right place; the caller saves.</summary>
internal sealed class Redirecting(CaseDesk desk)
{
    public static bool Offered(CaseSeen seen) =>
        seen.Centre is not null && seen.File.Status == CaseStatus.Received && seen.OpenPlea is null && !seen.Active.Any() && seen.Merged.Count == 0
        // What was handled again on appeal is handled: there would be no second appeal.
        && !seen.File.Appealed;

    public async Task Do(Case file, Platform.Access.ActorPost? post, RedirectKind kind, RightPlace place, string reason, string phone = "")
    {
        file.Redirect(desk.Now);
        // Read, decided and told in one go: no step is skipped.
        await desk.Move(file, Step.Handle, Step.Feedback, Step.Rate);
        desk.Log(file, EntryKind.Redirected, post, reason, parts: [kind.ToString(), place.ToString(), phone]);
        desk.Tell(new Contracts.Cases.CaseClosed(file.Id, file.PlaceUnitId, file.AcceptUnitId, "redirected", desk.Now > file.PromiseDue, file.Private, desk.Now));
    }
}
