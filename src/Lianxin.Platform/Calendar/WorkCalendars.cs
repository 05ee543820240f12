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
    private IReadOnlyList<CalendarRow>? ever;

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

    /// <summary>Whether dates in a year are counted without its notice: where a unit stands, or, where none is named, because nobody entered it.</summary>
    public async ValueTask<bool> Lacks(int year, long? unitId)
    {
        if (WorkCalendar.Official.HasNotice(year)) return false;
        return unitId is { } unit ? !(await For(unit)).HasNotice(year) : !(await Read()).Units.Values.Any(u => u.Years.Any(y => y.Year == year));
    }

    /// <summary>The calendars as they stood at a moment, so that a date counted then can be counted again.</summary>
    public async Task<WorkCalendars> AsOf(DateTime at) => With((await Ever()).Where(r => r.HeldAt(at)));

    /// <summary>The calendars as they would stand with a row put in and another taken out.</summary>
    internal async Task<WorkCalendars> Supposing(CalendarRow? comes, CalendarRow? goes)
    {
        var rows = (await Ever()).Where(r => r.RetiredAt is null && r.Id != goes?.Id);
        return With(comes is null ? rows : rows.Append(comes));
    }

    /// <summary>Tells every node, with this save, that a calendar has changed.</summary>
    internal static void Changed(AppDb db) => Marks.Raise(db, Mark);

    private WorkCalendars With(IEnumerable<CalendarRow> rows) => new(db, tree, cache) { read = Put(0, rows), ever = ever };

    private async ValueTask<CalendarCache.Reading> Read() => read ?? await db.InTurn(Look);

    private async Task<CalendarCache.Reading> Look()
    {
        if (read is not null) return read;
        var mark = await Marks.Read(db, Mark);
        if (cache.Kept is { } kept && kept.Mark == mark) return read = kept;
        return read = cache.Kept = Put(mark, [.. await Living<CalendarYear>(), .. await Living<WorkingPeriods>(), .. await Living<LocalRun>()]);
    }

    private static CalendarCache.Reading Put(long mark, IEnumerable<CalendarRow> rows) => new(mark, rows.GroupBy(r => r.UnitId).ToFrozenDictionary(
        unit => unit.Key,
        unit => new UnitCalendar(
            [.. unit.OfType<WorkingPeriods>().Select(h => h.ToHours())], [.. unit.OfType<CalendarYear>().Select(y => y.ToNotice())], [.. unit.OfType<LocalRun>()])));

    private async ValueTask<IReadOnlyList<CalendarRow>> Ever() =>
        ever ??= [.. await All<CalendarYear>().ToListAsync(), .. await All<WorkingPeriods>().ToListAsync(), .. await All<LocalRun>().ToListAsync()];

    private Task<List<TRow>> Living<TRow>() where TRow : CalendarRow => All<TRow>().Where(r => r.RetiredAt == null).ToListAsync();

    private IQueryable<TRow> All<TRow>() where TRow : CalendarRow => db.Set<TRow>().AsNoTracking().OrderBy(r => r.Id);
}
