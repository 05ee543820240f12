using Lianxin.Platform.Calendar.Store;
using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Platform.Calendar.Edit;

/// <summary>Enters a year's notice for a unit and everything below it, in the place of the one it entered before.</summary>
internal sealed class EnterYear(CalendarDesk desk, AppDb db, Ids ids)
{
    /// <summary>The notice as it would be entered.</summary>
    /// <exception cref="Refusal">The text cannot be read or contradicts itself.</exception>
    public static YearNotice Read(YearInput input)
    {
        var days = NoticeText.Read(input.Text, input.Year);
        if (!days.Ok) throw days.Fault.Refuse("text");
        var notice = new YearNotice(
            input.Year,
            input.Title.Length > 0 ? input.Title : $"国务院办公厅关于{input.Year}年部分节假日安排的通知",
            input.Number.Length > 0 ? input.Number : NoticeText.Number(input.Text),
            days.Value.Off,
            days.Value.Work);
        var alone = WorkCalendar.Create(CalendarData.Official with { Years = [notice] });
        return alone.Ok ? notice : throw alone.Fault.Refuse("text");
    }

    /// <returns>Null where the actor does not reach the unit.</returns>
    public async Task<CalendarEdit?> Make(YearInput input)
    {
        if (await desk.Open(input.Unit) is not { } unit) return null;
        var notice = Read(input);
        if (input.Step == "save") input.NeedReason();
        var before = await db.Set<CalendarYear>().FirstOrDefaultAsync(y => y.UnitId == unit.Id && y.Year == input.Year && y.RetiredAt == null);
        return new CalendarEdit("EnterYearNotice", unit, input.Reason, CalendarYear.Enter(ids.Next(), unit.Id, notice), before, "{0}的放假安排已保存");
    }
}
