using System.Collections.Frozen;
using Lianxin.Platform.Access;
using Lianxin.Platform.Calendar.Store;
using Lianxin.Platform.Data;
using Lianxin.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Platform.Calendar;

/// <summary>The working calendar that holds where a unit stands: what it and the units above it decided, over the shipped notices.</summary>
public sealed class WorkCalendars(AppDb db, UnitTree tree, CalendarCache cache)
{
    private const string Mark = "calendar";
    private CalendarCache.Reading? read;

    /// <summary>The calendar of a unit as of this request; of an unknown unit the official one.</summary>
    public async ValueTask<WorkCalendar> For(long unitId)
    {
        var reading = await Read();
        if (reading.Units.Count == 0) return WorkCalendar.Official;
        var line = (await tree.Read()).Upward(unitId).Where(u => reading.Units.ContainsKey(u.Id)).ToList();
        if (line.Count == 0) return WorkCalendar.Official;
        return reading.Made.GetOrAdd(
            string.Join('/', line.Select(u => u.Id)),
            _ => UnitCalendar.Assemble(line[0].Code, [.. line.Select(u => reading.Units[u.Id])]));
    }

    /// <summary>Units that decided something of their own, by id.</summary>
    public async ValueTask<IReadOnlyCollection<long>> Deciding() => (await Read()).Units.Keys;

    /// <summary>Tells every node, with this save, that a calendar has changed.</summary>
    internal static void Changed(AppDb db) => Marks.Raise(db, Mark);

    private async ValueTask<CalendarCache.Reading> Read()
    {
        if (read is not null) return read;
        var mark = await Marks.Read(db, Mark);
        if (cache.Kept is { } kept && kept.Mark == mark) return read = kept;
        var years = (await Living<CalendarYear>()).ToLookup(y => y.UnitId, y => y.ToNotice());
        var hours = (await Living<WorkingPeriods>()).ToLookup(h => h.UnitId, h => h.ToHours());
        var local = (await Living<LocalRun>()).ToLookup(l => l.UnitId);
        var units = years.Select(y => y.Key).Concat(hours.Select(h => h.Key)).Concat(local.Select(l => l.Key)).Distinct();
        return read = cache.Kept = new(mark, units.ToFrozenDictionary(u => u, u => new UnitCalendar([.. hours[u]], [.. years[u]], [.. local[u]])));
    }

    private Task<List<TRow>> Living<TRow>() where TRow : CalendarRow =>
        db.Set<TRow>().AsNoTracking().Where(r => r.RetiredAt == null).OrderBy(r => r.Id).ToListAsync();
}
