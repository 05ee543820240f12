using Lianxin.Cases.Model;
using Lianxin.Cases.Turns.Pleas;
using Lianxin.Contracts.Cases;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Lianxin.Platform.Schedules;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Cases.Turns.Whistle;

/// <summary>Who was called and did not come: late when the time has run out, absent when it has run out twice.</summary>
internal sealed class NoteAbsent(AppDb db, CaseDesk desk, Deadlines deadlines, PostBook posts, Clock clock) : IJob
{
    private const int Round = 200;

    public async Task Run()
    {
        var now = clock.Now;
        var due = await db.Set<WhistleCall>().AsNoTracking().Where(c => c.NextAt <= now).OrderBy(c => c.NextAt).Take(Round).Select(c => new { c.Id, c.CaseId }).ToListAsync();
        await OneByOne.Run(db, due, async row =>
        {
            var seen = await desk.See(await db.Set<Case>().FirstAsync(c => c.Id == row.CaseId));
            if (seen.Calls.FirstOrDefault(c => c.Id == row.Id) is not { ArrivedAt: null, NextAt: { } at } call || at > now) return;
            await Note(seen, call);
            await desk.Save(seen.File, "NoteAbsent");
        });
    }

    private async Task Note(CaseSeen seen, WhistleCall call)
    {
        // Nor is it held against a unit that may not know of it any more, since it turned private.
        if (seen.Active.All(d => d.Id != call.DispatchId) || (seen.File.Private && (await posts.At([call.UnitId], CasesAccess.Private)).Count == 0))
        {
            call.Stop();
            return;
        }

        var first = call.LateAt is null;
        if (first) call.Late(clock.Now, (await deadlines.From(call.Due, call.UnitId, Term.Read(call.DueParts))).Due);
        else call.Miss(clock.Now);
        var unit = seen.Forest.NameOf(call.UnitId);
        desk.Log(seen.File, first ? EntryKind.CallLate : EntryKind.CallMissed, null, open: false, unitId: call.UnitId, parts: unit);
        if (!first) desk.Tell(new CallAnswered(seen.File.Id, call.UnitId, call.ByUnitId, call.Urgent, "absent", seen.File.Private, clock.Now));
        await desk.TellStill(seen.File, call.ByPersonId, first ? "{0} {1}：{2}没有按时到场" : "{0} {1}：{2}没有到场", urgent: true, unit);
        await desk.TellUnit(seen.File, call.UnitId, CasesAccess.Handle, first ? "{0} {1}：吹哨到场已经迟了，请马上去" : "{0} {1}：吹哨没有到场，已经记下", urgent: true);
    }
}
