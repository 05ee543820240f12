using System.ComponentModel.DataAnnotations;
using Lianxin.Cases.Admin.Packs;
using Lianxin.Cases.Catalog;
using Lianxin.Cases.Model;
using Lianxin.Cases.Turns.Review;
using Lianxin.Cases.WaysIn.Report;
using Lianxin.Contracts.Cases;
using Lianxin.Platform;
using Lianxin.Platform.Data;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Protection;
using Lianxin.Platform.Text;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Cases.Resident.Track;

/// <summary>The reporter's key to a case: its number and the six digits handed over with it.</summary>
internal record TrackInput
{
    [Required, MaxLength(20), Label("编号")]
    public string Number { get; init; } = "";

    [Required, MaxLength(20), Label("查询码")]
    public string Code { get; init; } = "";
}

internal sealed record UpdateInput : TrackInput
{
    [Required, MinLength(2), MaxLength(1_000), Label("补充的情况")]
    public string Words { get; init; } = "";
}

internal sealed record RateInput : TrackInput
{
    [Label("解决了没有", Chosen = true)]
    public string Solved { get; init; } = "";

    /// <summary>The pack's axes in order; a pack has five at most.</summary>
    [Range(1, 5), Label("评分")]
    public int? Mark1 { get; init; }

    [Range(1, 5), Label("评分")]
    public int? Mark2 { get; init; }

    [Range(1, 5), Label("评分")]
    public int? Mark3 { get; init; }

    [Range(1, 5), Label("评分")]
    public int? Mark4 { get; init; }

    [Range(1, 5), Label("评分")]
    public int? Mark5 { get; init; }

    [MaxLength(Rating.WordsMax), Label("想说的话")]
    public string Words { get; init; } = "";
}

internal sealed record AppealInput : TrackInput
{
    [Required, MinLength(2), MaxLength(Plea.ReasonMax), Label("申诉理由")]
    public string Reason { get; init; } = "";
}

/// <summary>What a reporter can do without an account: look, add, rate, appeal.</summary>
internal sealed partial class Tracking(CaseDesk desk, AppDb db, Protector protector, TrackDoor door, CaseIndex index, Deciders deciders, PromiseAnew again, Verdict verdict)
{
    /// <summary>Opens the case for its reporter; refuses without saying which of the two was wrong.</summary>
    public async Task<CaseSeen> Open(TrackInput input)
    {
        var number = Case.Spell(input.Number);
        await door.Knock(number);
        var hashes = protector.Indexes($"{number} {Digits.Typed(input.Code, 20)}");
        var file = await db.Set<Case>().FirstOrDefaultAsync(c => c.Number == number && hashes.Contains(c.CodeHash));
        if (file is null) throw new Refusal("编号或查询码不对，请看回执上的编号和 6 位查询码", "code");
        await door.Enter(number);
        return await desk.See(file);
    }

    /// <summary>Something the reporter adds; whoever handles it must see it.</summary>
    public async Task Add(UpdateInput input)
    {
        var seen = await Open(input);
        if (!seen.File.Open) throw new Refusal("这件事已经办结，没解决请在评价里说“没有解决”");
        await door.Add(seen.File.Number);
        seen.File.HearMore();
        desk.Log(seen.File, EntryKind.Update, null, input.Words);
        await index.PutAgain(seen, input.Words);
        foreach (var part in seen.Active) await desk.TellUnit(seen.File, part.UnitId, CasesAccess.Handle, "{0} {1}：反映人有补充，请看");
        if (seen.Main is { Open: true } main)
        {
            // One of the others it is handled with: whoever handles that one must read it before answering.
            main.HearMore();
            desk.Touch(main);
            desk.Log(main, EntryKind.Update, null, input.Words, open: false, parts: seen.File.Number);
            foreach (var unit in await db.Set<Model.Dispatch>().Where(d => d.CaseId == main.Id && (d.State == DispatchState.Sent || d.State == DispatchState.Signed)).Select(d => d.UnitId).Distinct().ToListAsync())
                await desk.TellUnit(main, unit, CasesAccess.Handle, "{0} {1}：反映人有补充，请看");
        }

        if (!seen.Active.Any()) await desk.TellUnit(seen.File, seen.File.AcceptUnitId, CasesAccess.Dispatch, "{0} {1}：反映人有补充，请看");
        await desk.Save(seen.File, "AddUpdate");
    }

    /// <summary>The verdict; “not solved” opens the case again once under the same number.</summary>
    public async Task Rate(RateInput input)
    {
        var seen = await Open(input);
        var file = seen.File;
        if (seen.OpenPlea is not null) throw new Refusal("您的申诉还没有结果，有了结果再评价");
        var solved = input.Solved == "yes";
        var marks = Marks(seen, input);
        var round = file.Round;
        if (await db.Set<Rating>().AnyAsync(r => r.CaseId == file.Id && r.Round == round)) throw new Refusal("您已经评价过了，谢谢");
        file.Rate(solved, seen.Chapter?.Rules.ReopenOnce ?? true);
        db.Add(Rating.Give(desk.NewId(), file.Id, round, solved, string.Join(' ', marks.Select(m => $"{m.Axis.Key}={m.Mark}")), desk.Mask(input.Words, 0).Masked, desk.Now));
        desk.Log(file, EntryKind.Rated, null, input.Words, parts: [solved ? "yes" : "no", string.Join('、', marks.Select(m => $"{m.Axis.Name} {m.Mark}"))]);
        desk.Tell(new CaseRated(file.Id, file.PlaceUnitId, solved, marks.ToDictionary(m => m.Axis.Key, m => m.Mark), file.Private, desk.Now));
        await verdict.Follow(seen);
        await desk.Save(file, "RateCase");
    }

    /// <summary>A mark for every axis the pack has, and the verdict above them.</summary>
    /// <exception cref="Refusal">Everything that was left out, at once.</exception>
    private static List<(Axis Axis, int Mark)> Marks(CaseSeen seen, RateInput input)
    {
        int?[] given = [input.Mark1, input.Mark2, input.Mark3, input.Mark4, input.Mark5];
        var axes = seen.Chapter?.Rules.Rated ?? [];
        var missing = axes.Select((axis, i) => given[i] is null ? new Refusal("请给“{0}”打分", $"mark{i + 1}", axis.Name) : null).OfType<Refusal>().ToList();
        if (input.Solved is not ("yes" or "no")) missing.Insert(0, new Refusal("请选择{0}", "solved", new Sentence("解决了没有")));
        if (missing.Count > 0) throw new Refusal(missing);
        return [.. axes.Select((axis, i) => (axis, given[i]!.Value))];
    }

    /// <summary>One appeal against what was not handled, or one review of what is not opened again.</summary>
    public async Task Appeal(AppealInput input)
    {
        var seen = await Open(input);
        var file = seen.File;
        var kind = CanAppeal(seen) ?? throw new Refusal("这件事不能申诉，没解决请在评价里说“没有解决”");
        if (kind == PleaKind.Appeal) file.Appeal();
        else file.AskDecision();
        var rated = file.Status == CaseStatus.Rated;
        var answered = await db.Set<Entry>().Where(e => e.CaseId == file.Id && (rated ? e.Kind == EntryKind.Replied
                : e.Kind == EntryKind.Explained || e.Kind == EntryKind.ReopeningRefused || e.Kind == EntryKind.Voided || e.Kind == EntryKind.Redirected))
            .OrderByDescending(e => e.Id).Select(e => e.ByPersonId).FirstOrDefaultAsync();
        var decides = await deciders.For(seen, answered);
        db.Add(Plea.File(desk.NewId(), file.Id, kind, null, desk.Mask(input.Reason, 0).Masked, desk.Now, decides, answered));
        await desk.Widen(file, decides);
        desk.Log(file, kind == PleaKind.Appeal ? EntryKind.Appealed : EntryKind.ReviewAsked, null, input.Reason);
        await desk.TellUnit(file, decides, CasesAccess.Decide, "{0} {1}：反映人申诉，请裁定");
        await desk.Save(file, "AppealCase");
    }

    /// <summary>What kind of second look the reporter may still ask for.</summary>
    public static PleaKind? CanAppeal(CaseSeen seen)
    {
        if (seen.OpenPlea is not null) return null;
        PleaKind? appeal = seen.File.Appealed ? null : PleaKind.Appeal;
        PleaKind? review = seen.Pleas.Exists(p => p.Kind == PleaKind.Review) ? null : PleaKind.Review;
        return seen.File switch
        {
            { Status: CaseStatus.Voided } => appeal,
            // Still not solved, and not opened again by saying so.
            { Status: CaseStatus.Rated } => seen.Solved == false ? review : null,
            { Status: CaseStatus.Closed, ReopeningRefused: true } => review,
            { Status: CaseStatus.Closed, Ending: Ending.Redirected } => appeal,
            { Status: CaseStatus.Closed } => seen.Kind is { Next: KindNext.Explain, Appeals: > 0 } ? appeal : null,
            _ => null,
        };
    }
}
