using System.ComponentModel.DataAnnotations;
using Lianxin.Cases.Act;
using Lianxin.Cases.Admin.Packs;
using Lianxin.Cases.Figures.Months;
using Lianxin.Cases.Model;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Forms;
using Microsoft.AspNetCore.Http;

namespace Lianxin.Cases.Turns.Handle;

/// <summary>上报: the kind, the reason, and what goes up with it.</summary>
internal sealed record HandUpInput
{
    [Required, MaxLength(60), Label("办理方式", Chosen = true)]
    public string Kind { get; init; } = "";

    [Required, MinLength(2), MaxLength(ReasonInput.Max), Label("理由")]
    public string Reason { get; init; } = "";

    [MaxLength(ReasonInput.Max), Label("上报材料")]
    public string Materials { get; init; } = "";

    public IReadOnlyList<IFormFile> Files { get; init; } = [];
}

/// <summary>提级 / 上报: the next level's centre decides from now on; the first person asked stays.</summary>
internal sealed class HandUpCase(CaseDesk desk, CaseFiles files, Deadlines deadlines) : CaseAct<HandUpInput>
{
    public override string Key => "hand-up";

    public override string Text => "提级上报";

    public override char? Shortcut => 'P';

    public override bool Offered(CaseSeen seen) => Above(seen) is not null && Switching.Open(seen, KindNext.Up).Any();

    public override Task<IReadOnlyList<FormField>> Fields(CaseSeen seen) => Task.FromResult<IReadOnlyList<FormField>>(
    [
        .. Switching.Fields(seen, "为什么本级办不了", KindNext.Up),
        new("materials", "上报材料", FieldKind.Words)
        {
            Max = ReasonInput.Max, Required = Switching.Open(seen, KindNext.Up).All(k => k.Wants(KindNeed.Materials)), Hint = "做过什么、现场情况、需要上级做什么；也可以不写，在下面传照片、文件",
        },
        new("files", "照片和附件", FieldKind.Files) { Hint = "写了上报材料的可以不传" },
    ]);

    public override async Task Do(CaseSeen seen, HandUpInput input)
    {
        var kind = Switching.Choose(seen, input.Kind, KindNext.Up);
        if (kind.Wants(KindNeed.Materials) && input.Materials.Length < 2 && input.Files.Count == 0) throw new Refusal("“{0}”要附上报材料：写清情况，或者传照片、文件", "materials", kind.Name);
        var post = Switching.Post(seen);
        var to = Above(seen)!;
        // Whoever was asked to dispatch it here has nothing left to do.
        await desk.SettleAsked(seen);
        foreach (var part in seen.Active.ToList()) part.End(desk.Now);
        seen.File.HandleAs(kind.Id);
        seen.File.HandUp(to.Id);
        await deadlines.RunKind(seen.File, kind);
        await desk.Move(seen.File, Step.Assign);
        await desk.Widen(seen.File, to.Id);
        var words = input.Materials.Length > 0 ? $"{input.Reason}\n{input.Materials}" : input.Reason;
        await files.Attach(desk.Log(seen.File, EntryKind.HandedUp, post, words, unitId: to.Id, parts: [to.Name, kind.Name]), input.Files);
        desk.Tell(new CaseMoved(seen.File.Id, desk.Now));
        await desk.TellUnit(seen.File, to.Id, CasesAccess.Dispatch, "{0} {1}：下级提级上报，请派单");
        await desk.Save(seen.File, "HandUpCase", post, input.Reason);
    }

    /// <summary>A unit below the accepting one hands up to it; the accepting unit to the level above it.</summary>
    private static UnitInfo? Above(CaseSeen seen)
    {
        var accept = seen.Forest.Find(seen.File.AcceptUnitId)!;
        if (seen.Mine is { } mine && seen.Forest.Find(mine.UnitId) is { } unit && unit.Relation != Relation.Outside && unit.Id != accept.Id) return accept;
        return seen.Centre is null && seen.Mine is null ? null : seen.Forest.Parent(accept);
    }
}
