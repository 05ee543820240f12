using System.ComponentModel.DataAnnotations;
using Lianxin.Cases.Act;
using Lianxin.Cases.Model;
using Lianxin.Contracts.Organization;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Text;

namespace Lianxin.Cases.Turns.Dispatch;

internal sealed record UnitInput
{
    [Required, Label("单位")]
    public long Unit { get; init; }

    [MaxLength(60), Label("签字人")]
    public string SignedFor { get; init; } = "";

    [Required, MinLength(2), MaxLength(ReasonInput.Max), Label("理由")]
    public string Reason { get; init; } = "";

    public static async Task<IReadOnlyList<FormField>> Fields(CaseSeen seen, Signers signers, string reason) =>
    [
        new("unit", "单位", FieldKind.Unit)
        {
            Required = true,
            Options = [.. Reach(seen)
                .Where(u => !u.Closed && u.Kind != UnitKind.Grid && seen.Active.All(d => d.UnitId != u.Id))
                .Select(u => new FieldOption(u.Id.ToString(), u.Name, Group: Relations.Name(u.Relation)))],
        },
        await signers.Field(seen),
        ReasonInput.Field(reason),
    ];

    /// <summary>Everything below the unit that took it in, and service groups of the levels above.</summary>
    private static IEnumerable<UnitInfo> Reach(CaseSeen seen)
    {
        var accept = seen.Forest.Find(seen.File.AcceptUnitId)!;
        return seen.Forest.Below(accept).Concat(Groups(seen).Where(u => !u.Path.StartsWith(accept.Path, StringComparison.Ordinal)));
    }

    /// <summary>Service groups below the unit that took it in and of the levels above.</summary>
    public static IEnumerable<UnitInfo> Groups(CaseSeen seen)
    {
        var accept = seen.Forest.Find(seen.File.AcceptUnitId)!;
        return seen.Forest.Below(accept).Concat(seen.Forest.Upward(accept.ParentId).SelectMany(u => seen.Forest.Children(u.Id))).Where(u => u is { Kind: UnitKind.Team, Closed: false });
    }

    public UnitInfo Find(CaseSeen seen) =>
        Reach(seen).FirstOrDefault(u => u.Id == Unit) is { } unit
            ? unit
            : throw new Refusal("请从列出的单位里选择", "unit");
}

/// <summary>增加协办: another unit helps, with a clock of its own.</summary>
internal sealed class AddHelper(CaseDesk desk, DispatchCase dispatch, IDuties duties, Signers signers) : CaseAct<UnitInput>
{
    public override string Key => "helper";

    public override string Text => "增加协办";

    public override char? Shortcut => 'A';

    public override bool Offered(CaseSeen seen) =>
        seen.File.Status == CaseStatus.Handling && seen.Kind is not null && seen.Condition is not null && (seen.Centre is not null || seen.Mine is { Lead: true });

    public override Sentence? About(CaseSeen seen) => Hears.Of(new Sentence("新加的协办单位"));

    public override Task<IReadOnlyList<FormField>> Fields(CaseSeen seen) => UnitInput.Fields(seen, signers, "请对方做什么");

    public override async Task Do(CaseSeen seen, UnitInput input)
    {
        var post = seen.Centre ?? seen.HandlerOf(seen.Mine!)!;
        var unit = input.Find(seen);
        if (seen.Active.Any(d => d.UnitId == unit.Id)) throw new Refusal("{0}已经在办", "unit", unit.Name);
        var stances = await duties.Of(seen.File.Category, [unit.Id]);
        var signed = await signers.Check(seen, input.SignedFor);
        var offList = DispatchRule.Check(seen, unit, stances.TryGetValue(unit.Id, out var s) ? s : null, lead: false, signed, "unit");
        await dispatch.Send(seen, unit, lead: false, seen.Kind!, seen.Condition!, offList ? signed : null, post, input.Reason);
        await desk.Save(seen.File, "AddHelper", post, input.Reason);
    }
}

/// <summary>改派: another unit becomes the lead; the trail and the first person asked stay.</summary>
internal sealed class ReassignCase(CaseDesk desk, DispatchCase dispatch, IDuties duties, Signers signers) : CaseAct<UnitInput>
{
    public override string Key => "reassign";

    public override string Text => "改派";

    public override char? Shortcut => 'T';

    public override bool Offered(CaseSeen seen) =>
        seen.File.Status == CaseStatus.Handling && seen.Centre is not null && seen.OpenPlea is null && seen.Kind is not null && seen.Condition is not null
        && seen.Lead is { Active: true };

    public override Sentence? About(CaseSeen seen) => Hears.Of(new Sentence("{0}和新的主办单位", seen.Forest.NameOf(seen.Lead!.UnitId)));

    public override Task<IReadOnlyList<FormField>> Fields(CaseSeen seen) => UnitInput.Fields(seen, signers, "为什么改派");

    public override async Task Do(CaseSeen seen, UnitInput input)
    {
        var unit = input.Find(seen);
        var lead = seen.Lead!;
        if (lead.UnitId == unit.Id) throw new Refusal("{0}已经在办", "unit", unit.Name);
        var stances = await duties.Of(seen.File.Category, [unit.Id]);
        var signed = await signers.Check(seen, input.SignedFor);
        var offList = DispatchRule.Check(seen, unit, stances.TryGetValue(unit.Id, out var s) ? s : null, lead: true, signed, "unit");
        lead.End(desk.Now);
        desk.Log(seen.File, EntryKind.TakenBack, seen.Centre, input.Reason, unitId: lead.UnitId, parts: seen.Forest.NameOf(lead.UnitId));
        await desk.TellUnit(seen.File, lead.UnitId, CasesAccess.Handle, "{0} {1}：已改派，您单位不用再办");
        await dispatch.Send(seen, unit, lead: true, seen.Kind!, seen.Condition!, offList ? signed : null, seen.Centre!, input.Reason);
        await desk.Save(seen.File, "ReassignCase", seen.Centre, input.Reason);
    }
}
