using Lianxin.Platform.Access;
using Lianxin.Platform.Calendar.Store;
using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Platform.Calendar.Edit;

/// <summary>Takes back something a unit decided about its calendar; what stands above it holds again.</summary>
internal sealed class TakeBack(CalendarDesk desk, AppDb db)
{
    /// <summary>The row and its unit; null where there is none, it was taken back, or the actor does not reach it.</summary>
    public async Task<(CalendarRow Row, UnitInfo Unit)?> Find(string kind, long id)
    {
        CalendarRow? row = kind switch
        {
            "hours" => await Living<WorkingPeriods>(id),
            "year" => await Living<CalendarYear>(id),
            "local" => await Living<LocalRun>(id),
            _ => null,
        };
        return row is not null && await desk.Open(row.UnitId) is { } unit ? (row, unit) : null;
    }

    /// <returns>Where to go; null where the row is not to be found.</returns>
    public async Task<string?> Do(string kind, long id, TakeBackInput input)
    {
        if (await Find(kind, id) is not { } found) return null;
        found.Row.Retire(desk.Now);
        return await desk.Save("TakeBackCalendar", found.Unit, input.Reason, found.Row.Begins(), "{0}：已撤销");
    }

    private Task<TRow?> Living<TRow>(long id) where TRow : CalendarRow =>
        db.Set<TRow>().FirstOrDefaultAsync(r => r.Id == id && r.RetiredAt == null);
}
