using Lianxin.Platform.Access;
using Lianxin.Platform.Calendar.Store;
using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Platform.Calendar.Edit;

/// <summary>Something decided about the calendar, and by which unit; own when it is the unit looked at.</summary>
public sealed record Decided<T>(T What, long? RowId, string UnitName, bool Own);

/// <summary>One year's notice; a null notice is a gap, a null row id the shipped one.</summary>
public sealed record YearLine(int Year, YearNotice? Notice, long? RowId, string UnitName, bool Own);

/// <summary>The calendar of a unit as its page shows it.</summary>
public sealed record CalendarView(
    UnitInfo Unit, IReadOnlyList<UnitInfo> Units, int Year, WorkCalendar Calendar, IReadOnlyList<YearLine> Years,
    IReadOnlyList<Decided<WorkHours>> Hours, IReadOnlyList<Decided<LocalRun>> Local, IReadOnlyList<int> Gaps, IReadOnlyList<Decided<CalendarChange>> Changes);

/// <summary>Reads it: what holds, nearest unit first.</summary>
internal sealed class CalendarReader(AppDb db, UnitTree tree, WorkCalendars calendars, CalendarGaps gaps, CalendarDesk desk, Clock clock)
{
    private const int Latest = 10;

    public async Task<CalendarView> Read(UnitInfo unit, int? asked)
    {
        var year = asked is >= CalendarRange.First and <= CalendarRange.Last ? asked.Value : clock.Today.Year;
        var forest = await tree.Read();
        var line = forest.Upward(unit.Id).Select(u => u.Id).ToList();
        var missing = await gaps.Of(unit.Id);
        return new CalendarView(
            unit, await desk.Units(), year, await calendars.For(unit.Id),
            Years(unit, forest, line, await Rows<CalendarYear>(line), [.. missing, clock.Today.Year, year]),
            [.. (await Rows<WorkingPeriods>(line)).Select(h => new Decided<WorkHours>(h.ToHours(), h.Id, forest.NameOf(h.UnitId), h.UnitId == unit.Id))],
            [.. (await Rows<LocalRun>(line)).Where(l => l.FirstDay.Year <= year && l.LastDay.Year >= year).OrderBy(l => l.FirstDay)
                .Select(l => new Decided<LocalRun>(l, l.Id, forest.NameOf(l.UnitId), l.UnitId == unit.Id))],
            missing,
            [.. (await db.Set<CalendarChange>().AsNoTracking().Where(c => line.Contains(c.UnitId)).OrderByDescending(c => c.Id).Take(Latest).ToListAsync())
                .Select(c => new Decided<CalendarChange>(c, c.Id, forest.NameOf(c.UnitId), c.UnitId == unit.Id))]);
    }

    private static List<YearLine> Years(UnitInfo unit, UnitForest forest, List<long> line, List<CalendarYear> rows, IEnumerable<int> others)
    {
        var nearest = rows.OrderBy(r => line.IndexOf(r.UnitId)).DistinctBy(r => r.Year).ToDictionary(r => r.Year);
        var shipped = OfficialYears.All.ToDictionary(y => y.Year);
        return [.. nearest.Keys.Concat(shipped.Keys).Concat(others).Distinct().OrderDescending().Select(year =>
            nearest.TryGetValue(year, out var row) ? new YearLine(year, row.ToNotice(), row.Id, forest.NameOf(row.UnitId), row.UnitId == unit.Id)
            : new YearLine(year, shipped.GetValueOrDefault(year), null, "", Own: false))];
    }

    /// <summary>Rows in force of the units of a line, the nearest unit's last written first, as they win.</summary>
    private async Task<List<TRow>> Rows<TRow>(List<long> line) where TRow : CalendarRow
    {
        var rows = await db.Set<TRow>().AsNoTracking().Where(r => line.Contains(r.UnitId) && r.RetiredAt == null).ToListAsync();
        return [.. rows.OrderBy(r => line.IndexOf(r.UnitId)).ThenByDescending(r => r.Id)];
    }
}
