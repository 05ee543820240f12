using System.ComponentModel.DataAnnotations;
using Lianxin.Cases.Act;
using Lianxin.Cases.Model;
using Lianxin.Cases.Turns.Dispatch;
using Lianxin.Cases.WaysIn.Report;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Calendar;
using Lianxin.Platform.Forms;

namespace Lianxin.Cases.Turns.Whistle;

internal enum Urgency
{
    Urgent,
    Ordinary,
}

internal sealed record WhistleInput
{
    [Required, Label("叫哪些部门")]
    public IReadOnlyList<string> Units { get; init; } = [];

    [Required, Label("急不急")]
    public Urgency? Urgency { get; init; }

    [Required, MinLength(2), MaxLength(WhistleCall.PlaceMax), Label("到哪里")]
    public string Place { get; init; } = "";

    [Required, MinLength(2), MaxLength(ReasonInput.Max), Label("要做什么")]
    public string Words { get; init; } = "";
}

/// <summary>吹哨: calls departments to a place at once. Each gets a part as a co-handler and a time to be there; it is coordination, so no duty list is asked.</summary>
internal sealed class BlowWhistle(CaseDesk desk, DispatchCase dispatch, Deadlines deadlines) : CaseAct<WhistleInput>
{
    private const int Most = 8;

    public override string Key => "whistle";

    public override string Text => "吹哨";

    public override char? Shortcut => 'G';

    public override string Explains => "叫几个部门马上到一个地方。到场要确认：对方点“到了”、输现场码，或者您确认；迟到、没到都会记下来，事后双方互评。";

    public override bool Offered(CaseSeen seen) =>
        seen.File.Status is CaseStatus.Received or CaseStatus.Handling && seen.Chapter is not null && seen.MayWhistle() is not null;

    public override Task<IReadOnlyList<FormField>> Fields(CaseSeen seen) => Task.FromResult<IReadOnlyList<FormField>>(
    [
        new("units", "叫哪些部门", FieldKind.Units) { Required = true, Options = [.. Choices(seen).Select(u => new FieldOption(u.Id.ToString(), u.Name, Group: Relations.Name(u.Relation)))] },
        new("urgency", "急不急", FieldKind.Tiles) { Required = true, Options = [new("Urgent", "急事"), new("Ordinary", "一般")] },
        new("place", "到哪里", FieldKind.Line) { Required = true, Max = WhistleCall.PlaceMax, Value = $"{seen.Forest.NameOf(seen.File.PlaceUnitId)} {seen.File.PlaceWords}".Trim() },
        new("words", "要做什么", FieldKind.Words) { Required = true, Max = ReasonInput.Max },
    ]);

    public override async Task Do(CaseSeen seen, WhistleInput input)
    {
        var file = seen.File;
        var post = seen.MayWhistle()!;
        var choices = Choices(seen).ToDictionary(u => u.Id);
        var units = input.Units.Select(u => long.TryParse(u, out var id) ? choices.GetValueOrDefault(id) : null).Distinct().ToList();
        if (units.Contains(null)) throw new Refusal("请从列出的单位里选择", "units");
        if (units.Count > Most) throw new Refusal("一次最多叫 {0} 个部门", "units", Most);
        var urgent = input.Urgency == Urgency.Urgent;
        var rules = seen.Chapter!.Rules;
        var term = urgent ? new Term(rules.WhistleUrgent, rules.WhistleUrgentUnit) : new Term(rules.WhistleOrdinary, rules.WhistleOrdinaryUnit);
        var whistle = desk.NewId();
        var place = desk.Mask(input.Place, 0).Masked;
        foreach (var unit in units.OfType<UnitInfo>())
        {
            if (seen.Calls.Any(c => c.UnitId == unit.Id && c.ArrivedAt is null && seen.Active.Any(d => d.Id == c.DispatchId))) throw new Refusal("已经叫过{0}，还没到", "units", unit.Name);
            var part = seen.Active.FirstOrDefault(d => d.UnitId == unit.Id)
                ?? await dispatch.Give(seen, unit, lead: false, await Limit(seen, unit), null, post, "units");
            var due = await deadlines.From(desk.Now, unit.Id, term);
            desk.Db.Add(WhistleCall.To(desk.NewId(), whistle, part, post.UnitId, seen.Actor.PersonId, urgent, place, due));
            desk.Log(file, EntryKind.Whistled, post, input.Words, open: false, unitId: unit.Id, parts: [unit.Name, place, due.Due.ToString("O"), urgent ? "urgent" : ""]);
            await desk.TellUnit(file, unit.Id, CasesAccess.Handle, "吹哨：{0} {1}，请 {2} 前到{3}", urgent, Shanghai.Deadline(due.Due), file.Private ? "…" : place);
        }

        file.Whistle();
        await desk.Save(file, "BlowWhistle", post, input.Words);
    }

    /// <summary>The time of the part itself: as any helper's, or the pack's for what is not filed yet; never past the promise that lies ahead.</summary>
    private async Task<Deadline> Limit(CaseSeen seen, UnitInfo unit)
    {
        if (seen is { Condition: { } condition, Kind: { } kind }) return await deadlines.Part(seen.File, condition, kind, desk.Now, unit.Id);
        var due = await deadlines.From(desk.Now, unit.Id, ReportCase.Unclassified(seen.Chapter!));
        return due.Due > seen.File.PromiseDue && seen.File.PromiseDue > desk.Now ? new Deadline(desk.Now, "", seen.File.PromiseDue) : due;
    }

    /// <summary>Departments of the level nearest to the place that has any, bodies without account among them; never the one complained about.</summary>
    private static IEnumerable<UnitInfo> Choices(CaseSeen seen)
    {
        var accused = seen.Forest.Accused(seen.File);
        var town = seen.Forest.Upward(seen.File.PlaceUnitId).First(u => u.ParentId is null || seen.Forest.Children(u.Id).Any(c => c is { Kind: UnitKind.Department, Closed: false }));
        return seen.Forest.Below(town).Where(u => !u.Closed && u.Kind == UnitKind.Department
            && (accused is null || !u.Path.StartsWith(accused.Path, StringComparison.Ordinal)));
    }
}
