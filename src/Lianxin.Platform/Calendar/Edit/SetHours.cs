using System.Text.RegularExpressions;
using Lianxin.Platform.Calendar.Store;
using Lianxin.Platform.Data;

namespace Lianxin.Platform.Calendar.Edit;

/// <summary>Sets the working periods of a unit and everything below it from a date on; the last one set goes before those earlier.</summary>
internal sealed partial class SetHours(CalendarDesk desk, Ids ids)
{
    /// <param name="instead">What it stands in the place of.</param>
    /// <returns>Null where the actor does not reach the unit.</returns>
    public async Task<CalendarEdit?> Make(HoursInput input, WorkingPeriods? instead = null)
    {
        if (await desk.Open(instead?.UnitId ?? input.Unit) is not { } unit) return null;
        input.NeedReason();
        var periods = PeriodText.Read(input.Periods);
        if (!periods.Ok) throw periods.Fault.Refuse("periods");
        var from = input.From!.Value;
        if (CalendarRange.Check(from.ToDateTime(default), "from") is { } outside) throw outside.Refuse("from");
        if (input.To < from) throw new Refusal(CalendarText.SeasonOrder, "to");
        var (seasonFrom, seasonTo) = (Season(input.SeasonFrom, "seasonFrom"), Season(input.SeasonTo, "seasonTo"));
        if (seasonFrom is null != seasonTo is null) throw new Refusal(CalendarText.SeasonUnread, seasonFrom is null ? "seasonFrom" : "seasonTo");
        var hours = new WorkHours(periods.Value, from, input.To, seasonFrom, seasonTo);
        if (hours.Check() is { } fault) throw fault.Refuse("periods");
        return new CalendarEdit(instead is null ? "SetWorkingPeriods" : "ChangeCalendar", unit, input.Reason, WorkingPeriods.Set(ids.Next(), unit.Id, hours, from), instead, "{0}的上班时间已保存");
    }

    private static MonthDay? Season(string text, string field)
    {
        if (text.Trim().Length == 0) return null;
        if (Shape().Match(text.Trim()) is not { Success: true } match) throw new Refusal(CalendarText.SeasonUnread, field);
        var day = new MonthDay(int.Parse(match.Groups[1].ValueSpan), int.Parse(match.Groups[2].ValueSpan));
        return day.Exists ? day : throw new Refusal(CalendarText.SeasonDay, field);
    }

    [GeneratedRegex("^([0-9]{1,2})(?:-|/|月)([0-9]{1,2})日?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Shape();
}
