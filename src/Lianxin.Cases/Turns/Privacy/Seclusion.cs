using Lianxin.Cases.Model;
using Lianxin.Cases.Turns.Review;
using Lianxin.Cases.WaysIn.Duplicates;
using Lianxin.Contracts.Cases;
using Lianxin.Platform.Access;
using Lianxin.Platform.Notices;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Cases.Turns.Privacy;

/// <summary>
/// What follows when a case turns private in mid-life: who is not cleared knows no more of it, parts nobody cleared could
/// go on with come back to the centre, a cleared post owes the reply. No clock begins anew.
/// </summary>
internal sealed class Seclusion(CaseDesk desk, PostBook posts, Circle circle, Deciders deciders, NoticeBoard notices)
{
    /// <summary>
    /// Whether somebody of a unit sees what is private and handles it, or a cleared owner has it where nobody there handles
    /// anything. For a body without account the centre does.
    /// </summary>
    /// <param name="fallback">It is there because nobody else fitted: the owner counts as well.</param>
    public async Task<bool> Cleared(CaseSeen seen, long unitId, bool fallback)
    {
        if (seen.Forest.Find(unitId)?.Relation == Relation.Outside) return true;
        var cleared = (await posts.At([unitId], CasesAccess.Private)).Select(h => h.PersonId).ToHashSet();
        var able = (await posts.At([unitId], CasesAccess.Handle)).Where(h => !seen.Recused.Contains(h.PersonId)).ToList();
        if (able.Exists(h => cleared.Contains(h.PersonId))) return true;
        return (fallback || able.Count == 0) && await circle.Owner(seen.File, unitId, seen.Recused) is { } owner
            && (await posts.At([owner.UnitId], CasesAccess.Private)).Any(h => h.PersonId == owner.PersonId);
    }

    /// <summary>Parts under way that nobody cleared could go on with.</summary>
    public async Task<List<Model.Dispatch>> Lost(CaseSeen seen)
    {
        var lost = new List<Model.Dispatch>();
        foreach (var part in seen.Active.ToList())
            if (!await Cleared(seen, part.UnitId, part.Fallback)) lost.Add(part);
        return lost;
    }

    /// <summary>Units that go on with it, and all above them.</summary>
    public static IReadOnlySet<long> Staying(CaseSeen seen, IReadOnlyCollection<Model.Dispatch> lost) =>
        seen.Dispatches.Where(d => d.State != DispatchState.Ended && !lost.Contains(d)).Select(d => d.UnitId)
            .Concat(seen.Pleas.Where(p => p.DecidedAt is null).Select(p => p.DecideUnitId)).Append(seen.File.AcceptUnitId).Append(seen.File.FirstAskedUnitId)
            .SelectMany(unit => seen.Forest.Upward(unit)).Select(u => u.Id).ToHashSet();

    /// <summary>Everything but who else may see it, which depends on what the caller still does: <see cref="Narrow"/>.</summary>
    public async Task Go(CaseSeen seen, ActorPost? by, string? why = null)
    {
        var file = seen.File;
        var owed = file.Status == CaseStatus.Feedback;
        desk.Log(file, EntryKind.TurnedPrivate, by, why);
        desk.Tell(new CaseTurnedPrivate(file.Id, desk.Now));
        await desk.SetApart(seen);
        var lost = await Lost(seen);
        foreach (var part in lost)
        {
            part.End(desk.Now);
            desk.Log(file, EntryKind.TakenBack, by, unitId: part.UnitId, parts: seen.Forest.NameOf(part.UnitId));
        }

        await MovePleas(seen);
        var left = await desk.MoveReplyOfPrivate(file, by);
        if (lost.Exists(p => p.Lead))
        {
            file.TakeBack();
            await desk.Move(file, Step.Assign);
            await desk.TellUnit(file, file.AcceptUnitId, CasesAccess.Dispatch, "{0} {1}：转为不公开，已收回，请重新派单");
        }
        else
        {
            await desk.PartEnded(seen);
        }

        if (owed && left.Count == 0) await desk.TellReplier(file, "{0} {1}：不公开事项，请负责答复反映人");
        await TellLeft(seen, lost, left);
    }

    /// <summary>Whether a part that was done may be taken up again where it is.</summary>
    public async Task<bool> GoesOn(CaseSeen seen, Model.Dispatch part) => !seen.File.Private || await Cleared(seen, part.UnitId, part.Fallback);

    /// <summary>Below the centre only who goes on with it may still know of it.</summary>
    public async Task Narrow(CaseSeen seen)
    {
        var file = seen.File;
        var (staying, below) = (Staying(seen, []), seen.Forest.Below(seen.Forest.Find(file.AcceptUnitId)!).Select(u => u.Id).ToHashSet());
        var sights = await desk.Db.Set<Scope>().Where(s => s.CaseId == file.Id).ToListAsync();
        desk.Db.RemoveRange(sights.Where(s => below.Contains(s.UnitId) && !staying.Contains(s.UnitId)));
    }

    /// <summary>What still waits for a decision waits for somebody who may know of it.</summary>
    private async Task MovePleas(CaseSeen seen)
    {
        foreach (var plea in seen.Pleas.Where(p => p.DecidedAt is null && (p.DispatchId is not { } part || seen.Active.Any(d => d.Id == part))))
        {
            var to = await deciders.For(seen, plea.NotPersonId);
            if (to == plea.DecideUnitId) continue;
            plea.DecideAt(to);
            await desk.Widen(seen.File, to);
            await desk.TellUnit(seen.File, to, CasesAccess.Decide, "{0} {1}：不公开事项有申请待审批");
        }
    }

    /// <summary>Who was at it, or owed the reply, learns that somebody else is, and nothing more: what they were told before is gone from their inbox.</summary>
    private async Task TellLeft(CaseSeen seen, List<Model.Dispatch> lost, IReadOnlyList<long> left)
    {
        var handlers = (await posts.At([.. lost.Select(p => p.UnitId)], CasesAccess.Handle)).Select(h => h.PersonId);
        var members = seen.Members.Where(m => lost.Exists(p => p.Id == m.DispatchId)).Select(m => m.PersonId);
        var told = handlers.Concat(members).Concat(left).Distinct().Where(p => p != seen.Actor.PersonId && !seen.Recused.Contains(p));
        notices.Tell(told, "{0}：已转给专门的人办，您这里不用再管", "/inbox", urgent: false, seen.File.Number);
    }
}
