using System.ComponentModel.DataAnnotations;
using Lianxin.Cases.Act;
using Lianxin.Cases.Model;
using Lianxin.Contracts.Cases;
using Lianxin.Platform;
using Lianxin.Platform.Forms;
using Microsoft.EntityFrameworkCore;

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

    public override string Explains => "这件事的编号、原话、反映人和期限都留着；那一件答复时，这里的反映人也会在自己的查询页看到答复。已经派出去的会收回，那些单位会收到消息。";

    public override bool Offered(CaseSeen seen) => seen.Centre is not null && seen.File is { Status: CaseStatus.Received or CaseStatus.Handling, Mergeable: true }
        && seen.OpenPlea is null or { Kind: PleaKind.Objection };

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
        if (seen.Calls.FirstOrDefault(c => !c.Settled && seen.Active.Any(d => d.Id == c.DispatchId)) is { } call)
            throw new Refusal("{0}正按吹哨赶去现场，到场以后再并；或者打开另一件，把它并到这一件来", null, seen.Forest.NameOf(call.UnitId));
        if (seen.Active.FirstOrDefault(d => d.Letter is not null) is { } letter)
            throw new Refusal("给{0}的协调函已经发出去，不能并到别的事里；请打开另一件，把它并到这一件来", null, seen.Forest.NameOf(letter.UnitId));
        var handled = file.Status == CaseStatus.Handling;
        file.MergeInto(main.File);
        foreach (var other in seen.Merged)
        {
            other.MergeWith(main.File);
            desk.Log(other, EntryKind.Merged, seen.Centre, open: false, parts: main.File.Number);
        }

        desk.Touch(main.File);
        if (handled) await desk.Move(file, Step.Assign);
        await TakeBack(seen, main);
        foreach (var other in seen.Merged.Prepend(file)) desk.Log(main.File, EntryKind.MergedIn, seen.Centre, other.Words, open: false, parts: other.Number);
        if (file.Unread) await CarryUnread(file, main.File);
        await desk.Save(file, "MergeCase", seen.Centre);
    }

    /// <summary>Whoever had a part is told where it goes on; what was asked for and not decided ends with it.</summary>
    private async Task TakeBack(CaseSeen seen, CaseSeen main)
    {
        var (file, number) = (seen.File, main.File.Number);
        var asked = seen.Pleas.Where(p => p.DecidedAt is null).ToList();
        foreach (var plea in asked) plea.Lapse(desk.Now);
        await desk.SettleNotices(seen);
        foreach (var part in seen.Active.ToList())
        {
            var goesOn = main.Active.Any(d => d.UnitId == part.UnitId);
            await desk.TellUnit(file, part.UnitId, CasesAccess.Handle, goesOn ? "{0} {1}：已并入{2}，请在那一件上接着办" : "{0} {1}：已并入{2}，您单位不用再办", parts: number);
            part.End(desk.Now);
            desk.Log(file, EntryKind.TakenBack, seen.Centre, unitId: part.UnitId, parts: seen.Forest.NameOf(part.UnitId));
            if (part.Lead) desk.Tell(new CaseTakenBack(file.Id, part.UnitId, desk.Now));
        }

        desk.Log(file, EntryKind.Merged, seen.Centre, parts: [number, asked.Count > 0 ? "asked" : ""]);
    }

    /// <summary>What a reporter added and nobody has read must be read before the answer for both.</summary>
    private async Task CarryUnread(Case file, Case main)
    {
        main.HearMore();
        foreach (var added in await desk.Db.Set<Entry>().AsNoTracking().Where(e => e.CaseId == file.Id && e.Kind == EntryKind.Update && e.ReadAt == null).OrderBy(e => e.Id).ToListAsync())
            desk.Log(main, EntryKind.Update, null, added.Words, open: false, parts: file.Number);
    }
}

/// <summary>拆开: it was not the same thing after all.</summary>
internal sealed class UnmergeCase(CaseDesk desk) : CaseAct<ReasonInput>
{
    public override string Key => "unmerge";

    public override string Text => "拆开单独办";

    public override string Explains => "拆开以后回到待派单，编号、原话、反映人和期限都还是原来的；并之前派出去的已经收回，要重新派单。";

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
