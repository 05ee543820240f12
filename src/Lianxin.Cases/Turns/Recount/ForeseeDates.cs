using Lianxin.Cases.Model;
using Lianxin.Cases.Turns.Outer;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Calendar;
using Lianxin.Platform.Data;
using Lianxin.Platform.Settings;
using Lianxin.Platform.Text;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Cases.Turns.Recount;

/// <summary>Before a change of the calendar is saved: which dates of open cases it would move.</summary>
internal sealed class ForeseeDates(AppDb db, UnitTree tree, CurrentActor current, ClockReader clocks, SettingsBook settings, Clock clock) : IForesee
{
    /// <summary>No more cases are counted for a look; a change that reaches further says “at least”.</summary>
    private const int Most = 5_000;

    private const int Shown = 5;

    public async Task<Foreseen> Foresee(UnitInfo unit, DateOnly from, WorkCalendars then)
    {
        var forest = await tree.Read();
        var units = forest.Below(unit).Select(u => u.Id).ToHashSet();
        var first = Shanghai.Utc(from.ToDateTime(TimeOnly.MinValue));
        var ids = await clocks.Open(units, first > clock.Now ? first : clock.Now).AsNoTracking().OrderBy(c => c.Id).Select(c => c.Id).Take(Most + 1).ToListAsync();
        var shifts = new Shifts(new Deadlines(then, clock), new OuterClock(then, settings, clock), units, clock.Now);
        var moved = new List<(Case File, DateShift Shift)>();
        foreach (var running in await clocks.Read([.. ids.Take(Most)], kept: false))
            foreach (var shift in await shifts.Of(running)) moved.Add((running.File, shift));
        var soonest = moved.OrderBy(m => m.Shift.Was).ThenBy(m => m.File.Id).Take(Shown).ToList();
        var shown = soonest.Select(m => m.File.Id).ToList();
        var seen = (await db.Set<Case>().AsNoTracking().VisibleTo(current.Actor, db).Where(c => shown.Contains(c.Id)).Select(c => c.Id).ToListAsync()).ToHashSet();
        return new Foreseen(
            moved.Select(m => m.File.Id).Distinct().Count(), moved.Count, ids.Count > Most,
            [.. soonest.Select(m => seen.Contains(m.File.Id)
                ? new ForeseenDate(new("{0}　{1}", m.File.Number, m.File.Title), CaseDesk.Link(m.File), Name(m.Shift, forest), m.Shift.Was, m.Shift.Due)
                : new ForeseenDate(new("{0}的一件事项", forest.NameOf(m.Shift.UnitId)), null, Name(m.Shift, forest), m.Shift.Was, m.Shift.Due))]);
    }

    private static Sentence Name(DateShift shift, UnitForest forest) => DateShift.Name(shift.Clock, forest.NameOf(shift.UnitId));
}
