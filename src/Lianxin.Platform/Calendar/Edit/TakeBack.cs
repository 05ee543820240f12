using Lianxin.Platform.Access;
using Lianxin.Platform.Calendar.Store;
using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Platform.Calendar.Edit;

/// <summary>Takes back something a unit decided about its calendar, or ends it on a day; what stands above it holds again.</summary>
internal sealed class TakeBack(CalendarDesk desk, AppDb db, Ids ids)
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

    /// <returns>Null where the row is not to be found.</returns>
    public async Task<CalendarEdit?> Make(string kind, long id, TakeBackInput input) =>
        await Find(kind, id) is { } found ? new CalendarEdit("TakeBackCalendar", found.Unit, input.Reason, null, found.Row, "{0}：已撤销") : null;

    /// <summary>In force up to and including a day; a year's notice is replaced or taken back instead.</summary>
    /// <returns>Null where the row is not to be found.</returns>
    public async Task<CalendarEdit?> End(string kind, long id, EndInput input)
    {
        if (await Find(kind, id) is not { Row: not CalendarYear } found) return null;
        var last = input.Last!.Value;
        var first = found.Row.Begins();
        if (last < first) throw new Refusal("不能早于开始用的那天 {0}；整条都不用，请撤销", "last", $"{first:yyyy-MM-dd}");
        if ((found.Row is WorkingPeriods hours ? hours.LastDay : ((LocalRun)found.Row).LastDay) <= last) throw new Refusal("这一条本来就只用到 {0}", "last", $"{(found.Row as WorkingPeriods)?.LastDay ?? ((LocalRun)found.Row).LastDay:yyyy-MM-dd}");
        CalendarRow shorter = found.Row switch
        {
            WorkingPeriods set => set.Until(ids.Next(), last),
            LocalRun run => LocalRun.Declare(ids.Next(), run.UnitId, run.FirstDay, last, run.Name, run.Works),
            _ => throw new InvalidOperationException("A notice has no last day."),
        };
        return new CalendarEdit("EndCalendar", found.Unit, input.Reason, shorter, found.Row, "{0}：已停用");
    }

    private Task<TRow?> Living<TRow>(long id) where TRow : CalendarRow =>
        db.Set<TRow>().FirstOrDefaultAsync(r => r.Id == id && r.RetiredAt == null);
}
