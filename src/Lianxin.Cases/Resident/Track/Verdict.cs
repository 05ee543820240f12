using Lianxin.Cases.Model;
using Lianxin.Cases.Turns.Review;
using Lianxin.Contracts.Cases;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Cases.Resident.Track;

/// <summary>What follows from a verdict, given on the tracking page or on the phone: the case is opened again under its number, or its last step ends.</summary>
internal sealed class Verdict(CaseDesk desk, PromiseAnew again)
{
    public async Task Follow(CaseSeen seen)
    {
        var file = seen.File;
        if (file.Status != CaseStatus.Received)
        {
            foreach (var step in await desk.Db.Set<StepTime>().Where(s => s.CaseId == file.Id && s.EndedAt == null).ToListAsync()) step.End(desk.Now);
            return;
        }

        await again.Promise(seen, PromiseWhy.Reopened);
        await desk.Move(file, Step.Assign);
        desk.Log(file, EntryKind.Reopened, null, parts: [file.PromiseDue.ToString("O")]);
        desk.Tell(new CaseReopened(file.Id, file.PlaceUnitId, file.Private, desk.Now));
        await desk.TellUnit(file, file.AcceptUnitId, CasesAccess.Dispatch, "{0} {1}：反映人说没有解决，重新办理");
    }
}
