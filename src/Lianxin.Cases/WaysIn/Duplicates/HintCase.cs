using System.ComponentModel.DataAnnotations;
using Lianxin.Cases.Act;
using Lianxin.Cases.Model;
using Lianxin.Platform.Forms;

namespace Lianxin.Cases.WaysIn.Duplicates;

internal sealed record HintInput
{
    [MaxLength(Case.HintMax), Label("写给村里人看的一句话")]
    public string Words { get; init; } = "";
}

/// <summary>公开提示: neighbours who come to report the same thing read that it is known.</summary>
internal sealed class HintCase(CaseDesk desk) : CaseAct<HintInput>
{
    public override string Key => "hint";

    public override string Text => "公开提示";

    public override string Explains => "这句话放在村（社区）的反映页上，来反映同一件事的人看到就知道已经在办。只写是什么事、打算怎么办，不写谁反映的、谁家的事。";

    public override bool Offered(CaseSeen seen) => seen.Centre is not null && seen.File is { Open: true, Mergeable: true };

    public override Task<IReadOnlyList<FormField>> Fields(CaseSeen seen) => Task.FromResult<IReadOnlyList<FormField>>(
        [new("words", "写给村里人看的一句话", FieldKind.Line) { Max = Case.HintMax, Value = seen.File.Hint, Hint = "例如：村口路灯不亮，已派人修，周五前修好。清空就是收回" }]);

    public override async Task Do(CaseSeen seen, HintInput input)
    {
        seen.File.Tell(input.Words);
        desk.Log(seen.File, EntryKind.Hinted, seen.Centre, parts: input.Words);
        await desk.Save(seen.File, "HintCase", seen.Centre);
    }
}
