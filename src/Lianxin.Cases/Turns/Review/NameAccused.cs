using System.ComponentModel.DataAnnotations;
using Lianxin.Cases.Act;
using Lianxin.Cases.Model;
using Lianxin.Cases.WaysIn.Duplicates;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Forms;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Cases.Turns.Review;

internal sealed record AccusedInput
{
    [Required, Label("被反映的单位")]
    public long Unit { get; init; }

    [Required, MinLength(2), MaxLength(ReasonInput.Max), Label("理由")]
    public string Reason { get; init; } = "";
}

/// <summary>
/// The words of a report turn out to complain about a unit: from then on it and everything below neither see the case nor
/// handle it (信访工作条例 第三十条). Whoever took it in must stand outside that unit; else it is handed up first.
/// </summary>
internal sealed class NameAccused(CaseDesk desk, Contacts contacts) : CaseAct<AccusedInput>
{
    public override string Key => "accused";

    public override string Text => "标明被反映单位";

    public override string Explains => "标明以后，那个单位和它下面的单位都看不到这件事，也不能承办。";

    public override bool Offered(CaseSeen seen) => seen.File is { Open: true, AccusedUnitId: null } && seen.Centre is not null;

    public override Task<IReadOnlyList<FormField>> Fields(CaseSeen seen) => Task.FromResult<IReadOnlyList<FormField>>(
    [
        new("unit", "被反映的单位", FieldKind.Choice)
        {
            Required = true, Options = [.. Choices(seen).Select(u => new FieldOption(u.Id.ToString(), u.Name, Group: Relations.Name(u.Relation)))],
        },
        ReasonInput.Field(hint: "从哪句话看出来的"),
    ]);

    public override async Task Do(CaseSeen seen, AccusedInput input)
    {
        var file = seen.File;
        if (Choices(seen).FirstOrDefault(u => u.Id == input.Unit) is not { } accused) throw new Refusal("请从列出的单位里选择", "unit");
        var below = seen.Forest.Below(accused).Select(u => u.Id).ToHashSet();
        await desk.SetApart(seen);
        file.Accuse(accused.Id);
        foreach (var sight in await desk.Db.Set<Scope>().Where(s => s.CaseId == file.Id && below.Contains(s.UnitId)).ToListAsync()) desk.Db.Remove(sight);
        foreach (var part in seen.Active.Where(d => below.Contains(d.UnitId)).ToList())
        {
            part.End(desk.Now);
            if (!part.Lead) continue;
            file.TakeBack();
            await desk.Move(file, Step.Assign);
        }

        await desk.PartEnded(seen);

        var theirs = await contacts.Theirs(accused.Id);
        foreach (var person in new[] { file.FirstAskedPersonId, file.DelegatePersonId }.OfType<long>().Where(theirs.Contains)) file.MoveReply(person);
        if (below.Contains(file.FirstAskedUnitId)) file.AnswerBy(file.AcceptUnitId);
        file.Locate(file.PlaceUnitId, file.Hidden ? null : (await contacts.At(file.PlaceUnitId, accused.Id))?.PersonId);
        desk.Tell(new Contracts.Cases.CaseAccused(file.Id, desk.Now));
        desk.Log(file, EntryKind.Accused, seen.Centre, input.Reason, open: false, parts: accused.Name);
        await desk.Save(file, "NameAccused", seen.Centre, input.Reason);
    }

    /// <summary>Everything under the unit that took it in, that unit itself excepted.</summary>
    private static IEnumerable<UnitInfo> Choices(CaseSeen seen) =>
        seen.Forest.Below(seen.Forest.Find(seen.File.AcceptUnitId)!).Where(u => !u.Closed && u.Id != seen.File.AcceptUnitId && u.Kind != UnitKind.Grid);
}
