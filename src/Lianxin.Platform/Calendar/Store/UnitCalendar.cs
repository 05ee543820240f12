namespace Lianxin.Platform.Calendar.Store;

/// <summary>What one unit decided for its subtree.</summary>
internal sealed record UnitCalendar(IReadOnlyList<WorkHours> Hours, IReadOnlyList<YearNotice> Years, IReadOnlyList<LocalRun> Local)
{
    /// <summary>
    /// The calendar where the units of <paramref name="line"/> stand above each other, nearest first: of a year's
    /// notices and of what is said about a date the nearest wins, the shipped notices come last; hours of a nearer
    /// unit go before those above it wherever they are in force.
    /// </summary>
    internal static WorkCalendar Assemble(string region, IReadOnlyList<UnitCalendar> line)
    {
        var years = line.SelectMany(u => u.Years).Concat(OfficialYears.All).DistinctBy(y => y.Year).OrderBy(y => y.Year).ToList();
        var noticed = years.Select(y => y.Year).ToHashSet();
        var local = line.SelectMany(u => u.Local).SelectMany(run => run.Dates().Select(date => (date, run))).DistinctBy(d => d.date).ToList();
        return WorkCalendar.Create(new CalendarData(
            region,
            [.. line.Reverse().SelectMany(u => u.Hours)],
            [.. years.Select(y => Clip(y, noticed))],
            new LocalDays(
                [.. local.Where(d => !d.run.Works).Select(d => new DaysOff(d.date, d.date, d.run.Name))],
                [.. local.Where(d => d.run.Works).Select(d => new MakeUpDay(d.date, d.run.Name))]))).Sure();
    }

    // A notice may reach over New Year; where the other year has a notice of its own, that one speaks for its days.
    private static YearNotice Clip(YearNotice notice, HashSet<int> noticed)
    {
        var first = noticed.Contains(notice.Year - 1) ? new DateOnly(notice.Year, 1, 1) : DateOnly.MinValue;
        var last = noticed.Contains(notice.Year + 1) ? new DateOnly(notice.Year, 12, 31) : DateOnly.MaxValue;
        return notice with
        {
            Off = [.. notice.Off.Select(o => o with { From = o.From < first ? first : o.From, To = o.To > last ? last : o.To }).Where(o => o.From <= o.To)],
            Work = [.. notice.Work.Where(w => w.Date >= first && w.Date <= last)],
        };
    }
}
