using Lianxin.Cases.Model;
using Lianxin.Platform;
using Lianxin.Platform.Data;
using Lianxin.Platform.Schedules;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Cases.Turns.Pleas;

/// <summary>What was held until a day goes on by itself.</summary>
internal sealed class WakeHeld(AppDb db, CaseDesk desk, Holds holds, Clock clock) : IJob
{
    private const int Round = 200;

    public async Task Run()
    {
        var now = clock.Now;
        var due = await db.Set<Model.Dispatch>().AsNoTracking().Where(d => d.HeldUntil <= now).OrderBy(d => d.HeldUntil).Take(Round).Select(d => new { d.Id, d.CaseId }).ToListAsync();
        await OneByOne.Run(db, due, async held =>
        {
            var seen = await desk.See(await db.Set<Case>().FirstAsync(c => c.Id == held.CaseId));
            if (seen.Dispatches.Find(d => d.Id == held.Id) is not { Active: true, HeldUntil: { } until } part || until > now) return;
            await holds.End(seen, part, until, null, null);
            await desk.Save(seen.File, "WakeHeld");
        });
    }
}

/// <summary>Rows a schedule works through, each in a save of its own: what fails does not hold up the rest, and is told at the end.</summary>
internal static class OneByOne
{
    public static async Task Run<T>(AppDb db, IReadOnlyList<T> rows, Func<T, Task> act)
    {
        var faults = new List<Exception>();
        foreach (var row in rows)
        {
            try
            {
                await act(row);
            }
            catch (Overtaken)
            {
                // Somebody acted on the case meanwhile; the next round looks at it as it then stands.
            }
            catch (Exception e)
            {
                faults.Add(e);
            }

            db.ChangeTracker.Clear();
        }

        if (faults.Count > 0) throw new AggregateException(faults);
    }
}
