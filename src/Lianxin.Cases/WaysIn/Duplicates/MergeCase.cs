using System.ComponentModel.DataAnnotations;
using Lianxin.Cases.Act;
using Lianxin.Cases.Model;
using Lianxin.Platform;
using Lianxin.Platform.Forms;

namespace Lianxin.Cases.WaysIn.Duplicates;

internal sealed record MergeInput
{
    [MaxLength(20), Label("并到哪一件")]
    public string Main { get; init; } = "";

    [MaxLength(20), Label("或者填编号")]
    public string Other { get; init; } = "";
}

/// <summary>并入另一件: one case is handled for both; each reporter is answered under their own number.</summary>
internal sealed class MergeCase(CaseDesk desk, Near near) : CaseAct<MergeInput>
{
    public override string Key => "merge";

    public override string Text => "并入另一件";

    public override string Explains => "这件事的编号、原话、反映人和期限都留着；那一件答复时，这里的反映人也会在自己的查询页看到答复。";

    public override bool Offered(CaseSeen seen) => seen.Centre is not null && seen.File is { Status: CaseStatus.Received, Mergeable: true }
        && seen.OpenPlea is null && !seen.Active.Any() && seen.Merged.Count == 0;

    public override async Task<IReadOnlyList<FormField>> Fields(CaseSeen seen)
    {
        var alike = await near.Of(new NearTo($"{seen.File.Words}\n{seen.File.PlaceWords}", seen.File.PlaceUnitId, seen.File.Longitude, seen.File.Latitude), seen.File.Id);
        var typed = new FormField("other", alike.Count == 0 ? "并到哪一件的编号" : "或者填编号", FieldKind.Line) { OneOf = true, Max = 20 };
        return alike.Count == 0 ? [typed] :
            [new("main", "并到哪一件", FieldKind.Tiles) { OneOf = true, Options = [.. alike.Select(c => new FieldOption(c.Number, c.Title, c.Number))] }, typed];
    }

    public override async Task Do(CaseSeen seen, MergeInput input)
    {
        var (file, number) = (seen.File, Case.Spell(input.Other.Length > 0 ? input.Other : input.Main));
        if (number.Length == 0) throw new Refusal("请选一件，或者填编号", "other");
        if (await desk.Find(number) is not { Centre: not null } main) throw new Refusal("没有找到这个编号，或者不归您派单", "other");
        file.MergeInto(main.File);
        desk.Touch(main.File);
        desk.Log(file, EntryKind.Merged, seen.Centre, parts: main.File.Number);
        desk.Log(main.File, EntryKind.MergedIn, seen.Centre, file.Words, open: false, parts: file.Number);
        await desk.Save(file, "MergeCase", seen.Centre);
    }
}

/// <summary>拆开: it was not the same thing after all.</summary>
internal sealed class UnmergeCase(CaseDesk desk) : CaseAct<ReasonInput>
{
    public override string Key => "unmerge";

    public override string Text => "拆开单独办";

    public override bool Primary => true;

    public override bool OnMerged => true;

    public override bool Offered(CaseSeen seen) => seen.File.Merged && seen.Centre is not null;

    public override Task<IReadOnlyList<FormField>> Fields(CaseSeen seen) => Task.FromResult<IReadOnlyList<FormField>>([ReasonInput.Field()]);

    public override async Task Do(CaseSeen seen, ReasonInput input)
    {
        seen.File.Unmerge();
        desk.Log(seen.File, EntryKind.Unmerged, seen.Centre, input.Reason, parts: seen.Main?.Number ?? "");
        if (seen.Main is { } main)
        {
            desk.Touch(main);
            desk.Log(main, EntryKind.UnmergedFrom, seen.Centre, input.Reason, open: false, parts: seen.File.Number);
        }

        await desk.TellUnit(seen.File, seen.File.AcceptUnitId, CasesAccess.Dispatch, "{0} {1}：已拆开单独办，请派单");
        await desk.Save(seen.File, "UnmergeCase", seen.Centre, input.Reason);
    }
}
