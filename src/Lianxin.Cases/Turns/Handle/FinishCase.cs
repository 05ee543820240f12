using System.ComponentModel.DataAnnotations;
using Lianxin.Cases.Act;
using Lianxin.Cases.Admin.Packs;
using Lianxin.Cases.Model;
using Lianxin.Contracts.Cases;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Forms;
using Microsoft.AspNetCore.Http;

namespace Lianxin.Cases.Turns.Handle;

internal sealed record FinishInput
{
    [Required, MinLength(2), MaxLength(Model.Dispatch.ResultMax), Label("办理结果")]
    public string Result { get; init; } = "";

    /// <summary>Yuan; stored in fen.</summary>
    [Range(0, 10_000_000), Label("花费")]
    public int? Cost { get; init; }

    [MaxLength(200), Label("材料")]
    public string Materials { get; init; } = "";

    public IReadOnlyList<IFormFile> Files { get; init; } = [];
}

/// <summary>The unit's own confirmation that its part is done: the moment its clock stops.</summary>
internal sealed class FinishCase(CaseDesk desk, CaseFiles files) : CaseAct<FinishInput>
{
    public override string Key => "finish";

    public override string Text => "办完";

    public override char? Shortcut => 'F';

    public override bool Primary => true;

    public override bool Offered(CaseSeen seen) => seen.Mine?.State == DispatchState.Signed;

    public override Task<IReadOnlyList<FormField>> Fields(CaseSeen seen) => Task.FromResult<IReadOnlyList<FormField>>(
    [
        new("result", "办理结果", FieldKind.Words) { Required = true, Max = Model.Dispatch.ResultMax, Hint = "办了什么、现在怎么样；首问人会据此答复反映人" },
        new("materials", "材料", FieldKind.Line) { Max = 200, Hint = "用了什么料，留了什么凭据", Required = seen.Kind?.Wants(KindNeed.Materials) == true },
        new("cost", "花费（元）", FieldKind.Number),
        new("files", "现场照片", FieldKind.Files) { Hint = seen is { Condition.Evidence: true, Mine.Lead: true } ? "这件事要有照片或者材料才能办完；进展里传过的也算" : null },
    ]);

    public override async Task Do(CaseSeen seen, FinishInput input)
    {
        var part = seen.Mine!;
        var post = seen.HandlerOf(part)!;
        var file = seen.File;
        if (file.Unread) throw new Refusal("反映人有补充还没看，请先点“补充已看”");
        if (seen.Calls.Any(c => c.DispatchId == part.Id && !c.Settled)) throw new Refusal("吹哨叫您单位到场，请先点“到了”登记到场，再办完");
        if (seen.Kind is { } kind)
        {
            if (kind.Wants(KindNeed.Materials) && input.Materials.Length == 0) throw new Refusal("请填写{0}", "materials", new Platform.Text.Sentence("材料"));
            if (kind.Wants(KindNeed.Group) && !WithGroup(seen))
                throw new Refusal("“{0}”要先请服务团参加（增加协办）", null, kind.Name);
        }

        if (part.Lead && seen.Condition is { Evidence: true } condition && input.Files.Count == 0 && !await files.Shown(part))
            throw new Refusal("“{0}”要有照片或者材料才能办完，请传上来", "files", condition.Name);
        var words = input.Materials.Length > 0 ? $"{input.Result}\n材料：{input.Materials}" : input.Result;
        part.Finish(desk.Now, desk.Mask(words, part.Id).Masked, input.Cost * 100L);
        var entry = desk.Log(file, EntryKind.Done, post, words, unitId: part.UnitId, parts: seen.Forest.NameOf(part.UnitId));
        await files.Attach(entry, input.Files);
        desk.Tell(new CaseHandled(file.Id, part.UnitId, file.PlaceUnitId, seen.Condition?.Key ?? "", part.LateAt(desk.Now), file.Private, desk.Now));
        await desk.PartEnded(seen);
        await desk.Save(file, "FinishCase", post, onBehalf: seen.InsteadOf(part));
    }

    /// <summary>A service group takes part; where the place has none, any other unit that helps.</summary>
    private static bool WithGroup(CaseSeen seen)
    {
        var taking = seen.Dispatches.Where(d => d.State != DispatchState.Ended && d.Round == seen.File.Round).ToList();
        if (taking.Exists(d => seen.Forest.Find(d.UnitId)?.Kind == UnitKind.Team)) return true;
        return taking.Exists(d => !d.Lead) && !Dispatch.UnitInput.Groups(seen).Any();
    }
}
