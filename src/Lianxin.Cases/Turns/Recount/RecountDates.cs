using Lianxin.Cases.Model;
using Lianxin.Cases.Turns.Outer;
using Lianxin.Cases.Turns.Pleas;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Calendar;
using Lianxin.Platform.Calendar.Store;
using Lianxin.Platform.Data;
using Lianxin.Platform.Schedules;
using Lianxin.Platform.Text;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Cases.Turns.Recount;

/// <summary>How many cases are counted again with one save.</summary>
public sealed record RecountPace(int Batch = 100);

/// <summary>期限重算: after a change of the calendar every date that still runs is counted again, batch by batch; what was cut off goes on where it stood.</summary>
internal sealed class RecountDates(AppDb db, CaseDesk desk, UnitTree tree, ClockReader clocks, Deadlines deadlines, OuterClock outer, TellMoved tell, RecountPace pace, Clock clock) : IJob
{
    /// <summary>Oldest change first. Where somebody acted on a case meanwhile, or another node is at it, the next round goes on from there.</summary>
    public async Task Run() =>
        await OneByOne.Run(db, await db.Set<RecountRun>().AsNoTracking().Where(r => r.DoneAt == null).OrderBy(r => r.Id).Select(r => r.Id).ToListAsync(), Go);

    private async Task Go(long id)
    {
        var run = await db.Set<RecountRun>().AsNoTracking().FirstAsync(r => r.Id == id);
        var change = await db.Set<CalendarChange>().AsNoTracking().FirstAsync(c => c.Id == run.ChangeId);
        var forest = await tree.Read();
        var units = forest.Find(change.UnitId) is { } top ? forest.Below(top).Select(u => u.Id).ToHashSet() : [];
        var first = Shanghai.Utc(change.FirstDay.ToDateTime(TimeOnly.MinValue));
        var left = await clocks.Open(units, first > clock.Now ? first : clock.Now).AsNoTracking().Where(c => c.Id > run.Reached).OrderBy(c => c.Id).Select(c => c.Id).ToListAsync();
        var shifts = new Shifts(deadlines, outer, units, clock.Now);
        foreach (var batch in left.Chunk(pace.Batch)) await Recount(id, change, batch, shifts, forest);
        var done = await db.Set<RecountRun>().FirstAsync(r => r.Id == id);
        if (done.DoneAt is not null) return;
        await tell.Tell(change);
        done.Finish(clock.Now);
        await Save(change);
    }

    private async Task Recount(long id, CalendarChange change, long[] batch, Shifts shifts, UnitForest forest)
    {
        var run = await db.Set<RecountRun>().FirstAsync(r => r.Id == id);
        if (run.Reached >= batch[0]) throw new Overtaken();
        foreach (var running in await clocks.Read(batch, kept: true))
        {
            var moved = running.File.Open ? await shifts.Of(running) : [];
            if (moved.Count > 0) Move(running, moved, change, forest);
            run.Count(moved);
        }

        run.Reach(batch[^1]);
        await Save(change);
    }

    private void Move(RunningClocks running, IReadOnlyList<DateShift> moved, CalendarChange change, UnitForest forest)
    {
        var file = running.File;
        foreach (var shift in moved.Where(s => s.Clock == DateClock.Part)) running.Parts.First(p => p.Id == shift.PartId).Redate(shift.Due);
        foreach (var shift in moved.Where(s => s.Clock == DateClock.Arrival)) running.Calls.First(c => c.Id == shift.PartId).Redate(shift.Due);
        var promise = moved.FirstOrDefault(s => s.Clock == DateClock.Promise);
        file.Redate(promise?.Due ?? file.PromiseDue, moved.FirstOrDefault(s => s.Clock == DateClock.Kind)?.Due ?? file.KindDue, running.Lead);
        if (promise is not null) db.Add(Promised.Keep(desk.NewId(), file, PromiseWhy.Calendar, clock.Now, running.PromiseUnit));
        foreach (var shift in moved)
        {
            db.Add(MovedDate.Keep(desk.NewId(), change.Id, file.Id, shift, clock.Now));
            desk.Log(file, EntryKind.DateMoved, null, open: shift.Clock == DateClock.Promise, unitId: shift.Clock == DateClock.Promise ? null : shift.UnitId,
                parts: [shift.Clock.ToString(), forest.NameOf(shift.UnitId), shift.Was.ToString("O"), shift.Due.ToString("O"), Sentence.Pack([change.Says()]), $"{forest.NameOf(change.UnitId)} {change.By}", $"{change.Id}"]);
        }

        desk.Touch(file);
    }

    private async Task Save(CalendarChange change)
    {
        await db.Save(new("RecountDates", Actor.System) { Why = change.Says().ToString() });
        db.ChangeTracker.Clear();
    }
}
