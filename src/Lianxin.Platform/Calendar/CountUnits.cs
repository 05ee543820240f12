using System.Collections.Frozen;

namespace Lianxin.Platform.Calendar;

/// <summary>Keys, Chinese names and limits of <see cref="CountUnit"/>. Keys are stored and public: they never change.</summary>
public static class CountUnits
{
    private static readonly FrozenDictionary<CountUnit, (string Key, string Name)> Words =
        new Dictionary<CountUnit, (string, string)>
        {
            [CountUnit.UrgentHour] = ("urgent-hour", "紧急工作时"),
            [CountUnit.WorkHour] = ("work-hour", "工作时"),
            [CountUnit.WorkDay] = ("work-day", "工作日（按工时）"),
            [CountUnit.WorkdayByDate] = ("workday-by-date", "工作日（按日期）"),
            [CountUnit.LegalDay] = ("legal-day", "日（法定期间）"),
            [CountUnit.NaturalDay] = ("natural-day", "自然日"),
        }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, CountUnit> ByKey =
        Words.ToFrozenDictionary(w => w.Value.Key, w => w.Key, StringComparer.Ordinal);

    /// <summary>All units, in the order a person chooses from.</summary>
    public static IReadOnlyList<CountUnit> All { get; } = Enum.GetValues<CountUnit>();

    /// <summary>The stored key, for example <c>work-hour</c>.</summary>
    public static string Key(this CountUnit unit) => Words[unit].Key;

    /// <summary>The Chinese name, itself a key of the localizer.</summary>
    public static string Name(this CountUnit unit) => Words[unit].Name;

    /// <summary>Reads a stored key, exactly as written.</summary>
    public static bool TryParse(string? key, out CountUnit unit) => ByKey.TryGetValue(key ?? "", out unit);

    /// <summary>True where whole dates are counted and the hour of the start does not matter.</summary>
    public static bool ByDate(this CountUnit unit) => unit is CountUnit.WorkdayByDate or CountUnit.LegalDay;

    /// <summary>True where only working periods count.</summary>
    public static bool Working(this CountUnit unit) => unit is CountUnit.WorkHour or CountUnit.WorkDay;

    /// <summary>The largest amount that is counted: 10,000 hours, or ten years of days. Keeps one question cheap.</summary>
    public static int Most(this CountUnit unit) => unit is CountUnit.UrgentHour or CountUnit.WorkHour ? 10_000 : 3_660;
}
