using System.ComponentModel.DataAnnotations;
using Lianxin.Cases.Act;
using Lianxin.Cases.Admin.Packs;
using Lianxin.Cases.Catalog;
using Lianxin.Cases.Model;
using Lianxin.Cases.Turns.Privacy;
using Lianxin.Cases.Turns.Route;
using Lianxin.Cases.WaysIn.Report;
using Lianxin.Contracts.Cases;
using Lianxin.Contracts.Organization;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Forms;

namespace Lianxin.Cases.Turns.Dispatch;

internal sealed record DispatchInput
{
    [Required, Label("主办单位")]
    public long Lead { get; init; }

    [Label("协办单位")]
    public IReadOnlyList<string> Helpers { get; init; } = [];

    [Required, MaxLength(60), Label("立案条件", Chosen = true)]
    public string Condition { get; init; } = "";

    [Required, MaxLength(60), Label("办理方式", Chosen = true)]
    public string Kind { get; init; } = "";

    [Label("发生地")]
    public long? Place { get; init; }

    [MaxLength(60), Label("签字人")]
    public string SignedFor { get; init; } = "";

    [MaxLength(500), Label("交办意见")]
    public string Words { get; init; } = "";
}

/// <summary>派单: files it under a condition and gives it to a lead and co-handlers; also 改派 while it is being handled.</summary>
internal sealed class DispatchCase(CaseDesk desk, DispatchForm form, Deadlines deadlines, IDuties duties, Contacts contacts, CaseIndex index, Signers signers, Router router, Seclusion seclusion) : CaseAct<DispatchInput>
{
    public override string Key => "dispatch";

    public override string Text => "派单";

    public override char? Shortcut => 'D';

    public override bool Primary => true;

    public override bool Offered(CaseSeen seen) =>
        seen.Centre is not null && seen.OpenPlea is null && seen.File.Status is CaseStatus.Received;

    public override IReadOnlyList<string> Proposes => ["condition", "kind", "lead"];

    public override Task<IReadOnlyList<FormField>> Fields(CaseSeen seen, FormState answered) => form.Fields(seen, answered);

    public override async Task Do(CaseSeen seen, DispatchInput input)
    {
        var file = seen.File;
        var post = seen.Centre!;
        var wasPrivate = file.Private;
        var (condition, kind) = Choose(seen, input.Condition, input.Kind);
        var unknown = input.Lead == file.AcceptUnitId && await router.Unknown(seen, condition);
        await File(seen, condition, input.Place);
        if (file.KindId != kind.Id)
        {
            if (seen.Kind is { } before) desk.Log(file, EntryKind.KindSwitched, post, parts: [before.Name, kind.Name]);
            file.HandleAs(kind.Id);
        }

        var units = new List<(UnitInfo Unit, bool Lead)> { (Unit(seen, input.Lead, "lead"), true) };
        foreach (var helper in input.Helpers.Select(h => long.TryParse(h, out var id) ? id : 0).Where(h => h != input.Lead).Distinct())
            units.Add((Unit(seen, helper, "helpers"), false));
        var signed = await signers.Check(seen, input.SignedFor);
        var stances = await duties.Of(file.Category, [.. units.Select(u => u.Unit.Id)]);
        // A co-handler kept from before an objection goes on; as the lead it gets a part anew.
        foreach (var kept in seen.Active.ToList())
        {
            if (kept.UnitId == input.Lead) kept.End(desk.Now);
            else units.RemoveAll(u => u.Unit.Id == kept.UnitId);
        }

        foreach (var (unit, lead) in units)
        {
            DutyStance? stance = stances.TryGetValue(unit.Id, out var s) ? s : null;
            var fallback = lead && unknown && (stance is null or DutyStance.Own);
            var offList = DispatchRule.Check(seen, unit, stance, lead, signed, fallback: fallback);
            await Send(seen, unit, lead, kind, condition, offList ? signed : null, post, input.Words, fallback);
        }

        if (file.Private && !wasPrivate) await seclusion.Narrow(seen);
        await desk.Move(file, Step.Handle);
        await index.PutAgain(seen);
        await desk.SettleAsked(seen);
        await desk.Save(file, "DispatchCase", post, input.Words.Length > 0 ? input.Words : null);
    }

    /// <summary>Gives one unit its part with its own clock and tells it.</summary>
    public async Task<Model.Dispatch> Send(CaseSeen seen, UnitInfo unit, bool lead, HandlingKind kind, Condition condition, string? signedFor, ActorPost post, string words, bool fallback = false)
    {
        var file = seen.File;
        var due = await deadlines.Part(file, condition, kind, desk.Now, unit.Id);
        var part = await Give(seen, unit, lead, due, signedFor, post, lead ? "lead" : "helpers", fallback);
        desk.Log(file, lead ? EntryKind.Dispatched : EntryKind.CoAdded, post, words, unitId: unit.Id,
            parts: [unit.Name, kind.Name, due.Due.ToString("O"), signedFor ?? "", part.Letter ?? ""]);
        await desk.TellUnit(file, unit.Id, CasesAccess.Handle, "派给您单位：{0} {1}");
        return part;
    }

    /// <summary>A part with its date; the caller says so on the timeline and to the unit.</summary>
    /// <param name="field">Field of the form the unit was chosen in.</param>
    public async Task<Model.Dispatch> Give(CaseSeen seen, UnitInfo unit, bool lead, Deadline due, string? signedFor, ActorPost post, string field, bool fallback = false)
    {
        var file = seen.File;
        if (file.Private && !await seclusion.Cleared(seen, unit.Id, fallback))
            throw new Refusal("这件事不公开，{0}没有可以办理的专岗", field, unit.Name);
        if (seen.Active.Any(d => d.UnitId == unit.Id)) throw new Refusal("{0}已经在办", field, unit.Name);
        var letter = unit.Relation == Relation.Outside ? $"{file.Number}-{seen.Dispatches.Count(d => d.Letter != null) + 1}" : null;
        var part = Model.Dispatch.Send(desk.NewId(), file, unit.Id, lead, desk.Now, post.Id, seen.Actor.PersonId, due.Parts, due.Due, signedFor, letter, fallback);
        desk.Db.Add(part);
        seen.Dispatches.Add(part);
        if (lead) file.Dispatch(part);
        if (signedFor is not null) file.SendOffList();
        await desk.Widen(file, unit.Id);
        desk.Tell(new CaseDispatched(file.Id, part.Id, unit.Id, lead, signedFor is not null, file.Private, desk.Now));
        return part;
    }

    /// <summary>The condition and kind a dispatcher chose, in the versions of today.</summary>
    public static (Condition Condition, HandlingKind Kind) Choose(CaseSeen seen, string conditionKey, string kindKey)
    {
        var chapter = seen.Chapter ?? throw new Refusal("这里还没有安装治理包");
        var condition = seen.Condition?.Key == conditionKey ? seen.Condition : chapter.ConditionAt(conditionKey, seen.Now) ?? throw new Refusal("请选择立案条件", "condition");
        var kind = chapter.KindAt(kindKey, seen.Now);
        if (kind is null || !kind.OpenTo(KindChooser.Centre)) throw new Refusal("请选择办理方式", "kind");
        if (kind.Next is KindNext.Up or KindNext.Explain) throw new Refusal("这种办理方式不用派单，请用相应的按钮", "kind");
        return (condition, kind);
    }

    /// <summary>Confirms what it is and where; a promise may only move earlier by this.</summary>
    private async Task File(CaseSeen seen, Condition condition, long? placeId)
    {
        var file = seen.File;
        if (file.ConditionId != condition.Id)
        {
            var wasPrivate = file.Private;
            file.Classify(condition.Id, condition.CategoryKey, condition.Private, condition.Danger);
            var promise = await deadlines.From(file.PromiseStart, file.AcceptUnitId, ReportCase.Allowance(seen.Chapter!), new Term(condition.Limit, condition.LimitUnit));
            var earlier = promise.Due < file.PromiseDue;
            if (earlier) desk.Promise(file, promise, PromiseWhy.Classified);
            desk.Log(file, EntryKind.Classified, seen.Centre, open: !file.Private, parts: [seen.Chapter!.Path(condition), earlier ? file.PromiseDue.ToString("O") : ""]);
            if (file.Private && !wasPrivate) await seclusion.Go(seen, seen.Centre);
        }

        if (placeId is not { } place || place == file.PlaceUnitId) return;
        var unit = Unit(seen, place, "place");
        var contact = file.Hidden ? null : await contacts.At(unit.Id, file.AccusedUnitId);
        file.Locate(unit.Id, contact?.PersonId);
        if (!file.Hidden && !file.Private) await desk.Widen(file, unit.Id);
        desk.Log(file, EntryKind.Placed, seen.Centre, parts: [unit.Name, file.ContactPersonId is null ? "" : contact!.Name]);
    }

    private static UnitInfo Unit(CaseSeen seen, long id, string field)
    {
        var accept = seen.Forest.Find(seen.File.AcceptUnitId)!;
        var unit = seen.Forest.Find(id);
        if (unit is null || !unit.Path.StartsWith(accept.Path, StringComparison.Ordinal)) throw new Refusal("请从列出的单位里选择", field);
        return unit;
    }
}
