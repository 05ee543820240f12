using Lianxin.Cases.Act;
using Lianxin.Cases.Model;
using Lianxin.Cases.Turns.Privacy;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Calendar;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Text;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Cases.Turns.Supervise;

/// <summary>催办: asks every unit still at it to get on. The same person asks the same unit once an hour.</summary>
internal sealed class UrgeCase(CaseDesk desk) : CaseAct<ReasonInput>
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    public override string Key => "urge";

    public override string Text => "催办";

    public override char? Shortcut => 'U';

    public override bool Offered(CaseSeen seen) =>
        seen.File.Status is CaseStatus.Handling or CaseStatus.Feedback && (seen.Centre ?? seen.Post(CasesAccess.Supervise, seen.File.AcceptUnitId)) is not null;

    public override Sentence? About(CaseSeen seen) => Hears.OfAll(seen);

    public override Task<IReadOnlyList<FormField>> Fields(CaseSeen seen) =>
        Task.FromResult<IReadOnlyList<FormField>>([ReasonInput.Field("催办的话") with { Value = "请抓紧办理，并回报进展", Replace = true }]);

    public override async Task Do(CaseSeen seen, ReasonInput input)
    {
        var post = seen.Centre ?? seen.Post(CasesAccess.Supervise, seen.File.AcceptUnitId);
        var last = await Last(seen);
        var parts = seen.Active.Where(d => last is null || d.At >= last).ToList();
        var reply = seen.File.Status == CaseStatus.Feedback && (last is null || seen.Dispatches.Any(d => d.DoneAt >= last));
        if (last is { } before && parts.Count == 0 && !reply) throw new Refusal("已在{0}催办过，一小时内不用再催", null, Shanghai.Text(before));
        seen.File.Urge();
        desk.Log(seen.File, EntryKind.Urged, post, input.Reason, open: false, parts: seen.File.Urges.ToString());
        foreach (var part in parts) await desk.TellUnit(seen.File, part.UnitId, CasesAccess.Handle, "催办：{0} {1}", urgent: true);
        if (reply) await desk.TellReplier(seen.File, "催办：请答复 {0} {1}", urgent: true);
        await desk.Save(seen.File, "UrgeCase", post, input.Reason);
    }

    /// <summary>When the actor urged last, within the hour.</summary>
    private async Task<DateTime?> Last(CaseSeen seen)
    {
        var (since, me) = (desk.Now - Pause, seen.Actor.PersonId);
        return await desk.Db.Set<Entry>().Where(e => e.CaseId == seen.File.Id && e.Kind == EntryKind.Urged && e.ByPersonId == me && e.At > since).OrderByDescending(e => e.At).Select(e => (DateTime?)e.At).FirstOrDefaultAsync();
    }
}

/// <summary>督办 by a level above: units of the township's own; a stationed body is coordinated through its county bureau instead (decisions 9b).</summary>
internal sealed class SuperviseCase(CaseDesk desk) : CaseAct<ReasonInput>
{
    public override string Key => "supervise";

    public override string Text => "督办";

    public override char? Shortcut => 'W';

    public override bool Offered(CaseSeen seen) =>
        seen.File.Open && seen.File.SupervisedAt is null && seen.Post(CasesAccess.Supervise, seen.File.AcceptUnitId) is { } post
        && (seen.Lead is null || seen.Forest.Find(seen.Lead.UnitId)?.Relation != Relation.Stationed || post.UnitId != seen.File.AcceptUnitId);

    public override Sentence? About(CaseSeen seen)
    {
        var centre = seen.Forest.NameOf(seen.File.AcceptUnitId);
        return Hears.Of(seen.Active.Any() ? new Sentence("{0}和{1}", Hears.Units(seen), centre) : centre);
    }

    public override Task<IReadOnlyList<FormField>> Fields(CaseSeen seen) =>
        Task.FromResult<IReadOnlyList<FormField>>([ReasonInput.Field("督办意见")]);

    public override async Task Do(CaseSeen seen, ReasonInput input)
    {
        var post = seen.Post(CasesAccess.Supervise, seen.File.AcceptUnitId)!;
        seen.File.Supervise(desk.Now);
        desk.Log(seen.File, EntryKind.Supervised, post, input.Reason);
        foreach (var part in seen.Active) await desk.TellUnit(seen.File, part.UnitId, CasesAccess.Handle, "督办：{0} {1}", urgent: true);
        await desk.TellUnit(seen.File, seen.File.AcceptUnitId, CasesAccess.Dispatch, "督办：{0} {1}", urgent: true);
        await desk.Save(seen.File, "SuperviseCase", post, input.Reason);
    }
}

/// <summary>退回重办: not good enough; the unit's clock has been running all along.</summary>
internal sealed class SendBackCase(CaseDesk desk, Seclusion seclusion) : CaseAct<ReasonInput>
{
    public override string Key => "send-back";

    public override string Text => "退回重办";

    public override char? Shortcut => 'B';

    public override bool Offered(CaseSeen seen) =>
        seen.File.Status == CaseStatus.Feedback && seen.Lead is { State: DispatchState.Done } && (seen.Centre is not null || seen.OwesReply);

    public override Task<IReadOnlyList<FormField>> Fields(CaseSeen seen) =>
        Task.FromResult<IReadOnlyList<FormField>>([ReasonInput.Field(hint: "哪里还没办好")]);

    public override async Task Do(CaseSeen seen, ReasonInput input)
    {
        var lead = seen.Lead!;
        lead.Rework();
        seen.File.SendBack(lead);
        await desk.Move(seen.File, Step.Handle);
        desk.Log(seen.File, EntryKind.SentBack, seen.Centre ?? seen.Actor.Current, input.Reason, unitId: lead.UnitId, parts: seen.Forest.NameOf(lead.UnitId));
        if (await seclusion.GoesOn(seen, lead))
        {
            await desk.TellUnit(seen.File, lead.UnitId, CasesAccess.Handle, "{0} {1}：退回重办");
        }
        else
        {
            lead.End(desk.Now);
            seen.File.TakeBack();
            await desk.Move(seen.File, Step.Assign);
            desk.Log(seen.File, EntryKind.TakenBack, seen.Centre ?? seen.Actor.Current, unitId: lead.UnitId, parts: seen.Forest.NameOf(lead.UnitId));
            await desk.TellUnit(seen.File, seen.File.AcceptUnitId, CasesAccess.Dispatch, "{0} {1}：要重办，原来的单位没有专岗，请重新派单");
        }

        await desk.Save(seen.File, "SendBackCase", seen.Centre, input.Reason);
    }
}
