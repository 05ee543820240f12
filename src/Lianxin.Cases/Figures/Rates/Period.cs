using System.Globalization;
using Lianxin.Platform.Text;
using Microsoft.AspNetCore.Http;

namespace Lianxin.Cases.Figures.Rates;

/// <summary>The days figures are about, both included.</summary>
public sealed record Period(string Key, DateOnly From, DateOnly To)
{
    public const string Month = "month", LastMonth = "last-month", Quarter = "quarter", Year = "year", Range = "range";

    /// <summary>What can be chosen by one tap.</summary>
    public static readonly IReadOnlyList<(string Key, string Name)> Offered = [(Month, "本月"), (LastMonth, "上月"), (Quarter, "本季度"), (Year, "今年")];

    /// <summary>As asked for; this month otherwise.</summary>
    public static Period Read(IQueryCollection query, DateOnly today)
    {
        var month = new DateOnly(today.Year, today.Month, 1);
        return query["period"].ToString() switch
        {
            LastMonth => new(LastMonth, month.AddMonths(-1), month.AddDays(-1)),
            Quarter => new(Quarter, new(today.Year, ((today.Month - 1) / 3 * 3) + 1, 1), today),
            Year => new(Year, new(today.Year, 1, 1), today),
            Range when Day(query["from"]) is { } from && Day(query["to"]) is { } to && from <= to => new(Range, from, to),
            _ => new(Month, month, today),
        };
    }

    /// <summary>As part of an address.</summary>
    public string Query => Key == Range ? $"period={Key}&from={Say(From)}&to={Say(To)}" : $"period={Key}";

    public Sentence Words => new("{0} 至 {1}", Say(From), Say(To));

    public static string Say(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
