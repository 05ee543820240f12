using System.ComponentModel.DataAnnotations;
using Lianxin.Cases.Act;
using Lianxin.Cases.Model;
using Lianxin.Platform;
using Lianxin.Platform.Forms;

namespace Lianxin.Cases.Turns.Dispatch;

internal sealed record ReleaseInput
{
    [Required, Label("单位")]
    public long Unit { get; init; }

    [Required, MinLength(2), MaxLength(ReasonInput.Max), Label("理由")]
    public string Reason { get; init; } = "";
}

/// <summary>不用协办了: a helper's part is taken away, so that a case does not wait for somebody who is not needed.</summary>
internal sealed class ReleaseHelper(CaseDesk desk) : CaseAct<ReleaseInput>
{
    public override string Key => "release";

    public override string Text => "不用协办了";

    public override bool Offered(CaseSeen seen) =>
        seen.File.Status == CaseStatus.Handling && seen.Centre is not null && seen.OpenPlea is null && Helpers(seen).Count > 0;

    public override Task<IReadOnlyList<FormField>> Fields(CaseSeen seen)
    {
        var helpers = Helpers(seen);
        return Task.FromResult<IReadOnlyList<FormField>>(
        [
            new("unit", "单位", FieldKind.Tiles)
            {
                Required = true, Value = helpers.Count == 1 ? $"{helpers[0].UnitId}" : null,
                Options = [.. helpers.Select(d => new FieldOption($"{d.UnitId}", seen.Forest.NameOf(d.UnitId)))],
            },
            ReasonInput.Field(),
        ]);
    }

    public override async Task Do(CaseSeen seen, ReleaseInput input)
    {
        var part = Helpers(seen).Find(d => d.UnitId == input.Unit) ?? throw new Refusal("请从列出的单位里选择", "unit");
        part.End(desk.Now);
        desk.Log(seen.File, EntryKind.TakenBack, seen.Centre, input.Reason, unitId: part.UnitId, parts: seen.Forest.NameOf(part.UnitId));
        await desk.TellUnit(seen.File, part.UnitId, CasesAccess.Handle, "{0} {1}：不用您单位协办了");
        await desk.PartEnded(seen);
        await desk.Save(seen.File, "ReleaseHelper", seen.Centre, input.Reason);
    }

    private static List<Model.Dispatch> Helpers(CaseSeen seen) => [.. seen.Active.Where(d => !d.Lead)];
}
