using Lianxin.Cases.Model;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Cases.HandOver;

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
        var parts = (await db.Set<Model.Dispatch>().Where(d => ids.Contains(d.CaseId) && below.Contains(d.UnitId)).ToListAsync()).Where(d => d.Active).ToLookup(d => d.CaseId);
        var steps = (await db.Set<StepTime>().Where(s => ids.Contains(s.CaseId) && s.EndedAt == null).ToListAsync()).ToLookup(s => s.CaseId);
        foreach (var file in files)
        {
            foreach (var person in new[] { file.FirstAskedPersonId, file.DelegatePersonId }.OfType<long>().Where(theirs.Contains)) file.MoveReply(person);
            foreach (var part in parts[file.Id]) part.End(clock.Now);
            if (!parts[file.Id].Any(p => p.Lead) || file.Status != CaseStatus.Handling) continue;
            file.TakeBack();
            foreach (var step in steps[file.Id]) step.End(clock.Now);
            db.Add(StepTime.Start(desk.NewId(), file.Id, Step.Assign, file.Round, clock.Now));
            desk.Log(file, EntryKind.TakenBack, null, open: false, unitId: heir.Id, parts: heir.Name);
        }
    }
}
