using Lianxin.Cases.Model;
using Lianxin.Contracts.Cases;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Cases.Admin.Succession;

/// <summary>
/// Whoever takes over a unit that is complained about has its people now: from then on they neither see those open cases
/// nor handle them (信访工作条例 第三十条).
/// </summary>
internal sealed class KeepApart(AppDb db, UnitTree tree, Contacts contacts, CaseDesk desk, Clock clock)
{
    public async Task Go(long unitId)
    {
        var forest = await tree.Read();
        if (Accusing.Of(forest, unitId) is not { } heir || heir.Id == unitId) return;
        var below = forest.Below(heir).Select(u => u.Id).ToList();
        var files = await db.Set<Case>().Where(c => c.AccusedUnitId == unitId && (c.Status == CaseStatus.Received || c.Status == CaseStatus.Handling || c.Status == CaseStatus.Feedback)).ToListAsync();
        if (files.Count == 0) return;
        var ids = files.ConvertAll(f => f.Id);
        var theirs = await contacts.Theirs(unitId);
        db.RemoveRange(await db.Set<Scope>().Where(s => ids.Contains(s.CaseId) && below.Contains(s.UnitId)).ToListAsync());
        var parts = (await db.Set<Model.Dispatch>().Where(d => ids.Contains(d.CaseId)).ToListAsync()).ToLookup(d => d.CaseId);
        var steps = (await db.Set<StepTime>().Where(s => ids.Contains(s.CaseId) && s.EndedAt == null).ToListAsync()).ToLookup(s => s.CaseId);
        foreach (var file in files)
        {
            foreach (var person in new[] { file.FirstAskedPersonId, file.DelegatePersonId }.OfType<long>().Where(theirs.Contains)) file.MoveReply(person);
            var theirParts = parts[file.Id].Where(p => p.Active && below.Contains(p.UnitId)).ToList();
            foreach (var part in theirParts) part.End(clock.Now);
            desk.Tell(new CaseAccused(file.Id, clock.Now));
            if (theirParts.Count == 0 || file.Status != CaseStatus.Handling) continue;
            desk.Log(file, EntryKind.TakenBack, null, open: false, unitId: heir.Id, parts: heir.Name);
            if (theirParts.Exists(p => p.Lead))
            {
                file.TakeBack();
                Go(file, Step.Assign, steps[file.Id]);
                await desk.TellUnit(file, file.AcceptUnitId, CasesAccess.Dispatch, "{0} {1}：从被反映的单位收回，请重新派单");
            }
            else if (!parts[file.Id].Any(p => p.Active) && parts[file.Id].LastOrDefault(p => p.Lead && p.Round == file.Round)?.State == DispatchState.Done)
            {
                file.Finish();
                Go(file, Step.Feedback, steps[file.Id]);
                await desk.TellReplier(file, "{0} {1}：已办完，请答复反映人");
            }
        }
    }

    private void Go(Case file, Step to, IEnumerable<StepTime> running)
    {
        foreach (var step in running) step.End(clock.Now);
        db.Add(StepTime.Start(desk.NewId(), file.Id, to, file.Round, clock.Now));
    }
}
