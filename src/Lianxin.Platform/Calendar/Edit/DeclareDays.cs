using System.Globalization;
using Lianxin.Platform.Calendar.Store;
using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Platform.Calendar.Edit;

/// <summary>Declares a local holiday, or days worked instead, for a unit and everything below it.</summary>
internal sealed class DeclareDays(CalendarDesk desk, AppDb db, Ids ids)
{
    /// <param name="instead">What it stands in the place of.</param>
    /// <returns>Null where the actor does not reach the unit.</returns>
    public async Task<CalendarEdit?> Make(LocalInput input, LocalRun? instead = null)
    {
        if (await desk.Open(instead?.UnitId ?? input.Unit) is not { } unit) return null;
        input.NeedReason();
        if (input.Kind is not ("off" or "work")) throw new Refusal("请选择{0}", "kind", new Text.Sentence("放假还是上班"));
        var from = input.From!.Value;
        var to = input.To ?? from;
        if (to < from) throw new Refusal(CalendarText.OffReversed, "to", input.Name);
        if (to.DayNumber - from.DayNumber >= LocalRun.LengthMax) throw new Refusal(CalendarText.RunLong, "to", LocalRun.LengthMax);
        if (from.Year < CalendarRange.First || to.Year > CalendarRange.Last) throw CalendarRange.Outside("from").Refuse("from");
        var but = instead?.Id;
        var twice = await db.Set<LocalRun>().AsNoTracking()
            .Where(d => d.UnitId == unit.Id && d.RetiredAt == null && d.Id != but && d.FirstDay <= to && d.LastDay >= from).OrderBy(d => d.FirstDay).FirstOrDefaultAsync();
        if (twice is not null)
            throw new Refusal(CalendarText.DayTwice, "from", (twice.FirstDay < from ? from : twice.FirstDay).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        return new CalendarEdit(instead is null ? "DeclareLocalDays" : "ChangeCalendar", unit, input.Reason, LocalRun.Declare(ids.Next(), unit.Id, from, to, input.Name, input.Kind == "work"), instead, "{0}的地方假日已保存");
    }
}
