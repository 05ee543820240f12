using System.Collections.Frozen;
using System.Globalization;

namespace Lianxin.Platform.Calendar;

internal sealed record StatutoryRule(string Law, IReadOnlyList<StatutoryDay> Days);

/// <summary>One holiday of the law: reckoned by the solar calendar, the lunar one, or as 清明.</summary>
internal sealed record StatutoryDay(string Name, string Reckoning, int Length, int Month = 0, int Day = 0, int Before = 0);

/// <summary>
/// The thirteen statutory days (全国年节及纪念日放假办法 art. 2, text in force since 2025-01-01) of a year whose
/// notice is not known. Which days are made up for is left open: only the notice says so.
/// </summary>
internal static class StatutoryDays
{
    private static readonly ChineseLunisolarCalendar Lunar = new();

    private static readonly Lazy<FrozenDictionary<DateOnly, string>> Days = new(() =>
    {
        var found = new Dictionary<DateOnly, string>();
        for (var year = CalendarRange.First; year <= CalendarRange.Last; year++)
            foreach (var day in OfficialYears.Statutory.Days)
                for (var i = 0; i < day.Length; i++)
                    found.TryAdd(Start(year, day).AddDays(i), day.Name);
        return found.ToFrozenDictionary();
    });

    internal static string? Name(DateOnly date) => Days.Value.GetValueOrDefault(date);

    private static DateOnly Start(int year, StatutoryDay day) => day.Reckoning switch
    {
        "solar" => new(year, day.Month, day.Day),
        "lunar" => FromLunar(year, day.Month, day.Day).AddDays(-day.Before),
        "qingming" => new(year, 4, Qingming(year)),
        _ => throw new InvalidOperationException(day.Reckoning),
    };

    private static DateOnly FromLunar(int year, int month, int day)
    {
        // The calendar numbers the months of a leap year 1–13, so those after the leap month move up by one.
        var leap = Lunar.GetLeapMonth(year);
        var number = leap > 0 && month >= leap ? month + 1 : month;
        return DateOnly.FromDateTime(Lunar.ToDateTime(year, number, day, 0, 0, 0, 0));
    }

    // The usual approximation for the 21st century: solar longitude 15° falls 0.2422 days later each year, less the leap days.
    private static int Qingming(int year)
    {
        var n = year - 2000;
        return (int)((n * 0.2422) + 4.81) - ((n == 100 ? 99 : n) / 4);
    }
}
