using System.ComponentModel.DataAnnotations;
using Lianxin.Cases.Act;
using Lianxin.Cases.Model;
using Lianxin.Cases.Turns.Handle;
using Lianxin.Platform;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Text;

namespace Lianxin.Cases.WaysIn.Redirect;

internal sealed record DeclineInput
{
    [Required, Label("哪一种情形", Chosen = true)]
    public RedirectKind? Kind { get; init; }

    [Required, MinLength(2), MaxLength(ReasonInput.Max), Label("理由")]
    public string Reason { get; init; } = "";
}

/// <summary>不予受理: one of the same kinds for which there is nowhere else to go.</summary>
internal sealed class DeclineCase(CaseDesk desk, Redirecting redirecting) : CaseAct<DeclineInput>
{
    public override string Key => "decline";

    public override string Text => "不予受理";

    public override string Explains => "理由会原样给反映人看，反映人可以申诉一次，由另一个岗位裁定。别处能办的，请用“转告别处”。";

    public override bool Offered(CaseSeen seen) => Redirecting.Offered(seen);

    public override Task<IReadOnlyList<FormField>> Fields(CaseSeen seen) => Task.FromResult<IReadOnlyList<FormField>>(
    [
        new("kind", "哪一种情形", FieldKind.Tiles) { Required = true, Options = RedirectText.Refused },
        ReasonInput.Field(hint: "说清楚依据什么不能受理"),
    ]);

    public override async Task Do(CaseSeen seen, DeclineInput input)
    {
        if (!RedirectText.Refused.Any(o => o.Value == input.Kind.ToString())) throw new Refusal("请选择{0}", "kind", new Sentence("哪一种情形"));
        await MandatoryReport.Settled(desk, seen);
        await redirecting.Do(seen.File, seen.Centre, input.Kind!.Value, RightPlace.Nowhere, input.Reason);
        await desk.Save(seen.File, "DeclineCase", seen.Centre, input.Reason);
    }
}
