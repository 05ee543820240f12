using System.Globalization;
using Lianxin.Cases.Admin.Packs;
using Lianxin.Cases.Model;

namespace Lianxin.Cases.Figures.Rates;

/// <summary>What stands at this moment and is read from the open cases.</summary>
public enum OpenFigure
{
    /// <summary>正在办.</summary>
    Open,

    /// <summary>超期.</summary>
    Overdue,

    /// <summary>今日到期.</summary>
    DueToday,
}

/// <summary>Which side of a month.</summary>
public enum MonthEdge
{
    /// <summary>上月结转: open when it began.</summary>
    Carried,

    /// <summary>结转下月: open when it ended.</summary>
    Next,
}

/// <summary>What of a month's account: its edge, or what came and went in it.</summary>
/// <param name="Part">Of which class or way in, as its counter has it; empty for all.</param>
public sealed record MonthPart(DateOnly Month, string Part, MonthEdge? Edge, IReadOnlyList<StayKind> Kinds);

/// <summary>
/// The cases behind a figure, as the address of the desk says it: <c>Satisfied.Basic~2026-03-01~2026-03-31~639…</c> or
/// <c>Overdue~~~639…</c>; of a rate <c>Rate.Solved~2026-03-01~…</c>, of a month's account <c>Month.New.Came~2026-03-01~.street-lamp~639…</c>. The moment is that of the figure, so that the list is as of then.
/// </summary>
public sealed record Figure(IReadOnlyList<CaseFact> Facts, DateOnly From, DateOnly To, DateTime At)
{
    /// <summary>Characters an address may spend on one.</summary>
    public const int Most = 400;

    public OpenFigure? Open { get; private init; }

    /// <summary>What stands below the line of a rate, each day by its own formula.</summary>
    public RateKey? Rate { get; private init; }

    public MonthPart? Month { get; private init; }

    public static Figure Of(RateKey rate, Period period, DateTime at) => new([], period.From, period.To, at) { Rate = rate };

    public static Figure Of(MonthPart month, DateTime at) => new([], default, default, at) { Month = month };

    public static Figure Of(OpenFigure open, DateTime at) => new([], default, default, at) { Open = open };

    public static Figure Of(IEnumerable<CaseFact> facts, Period period, DateTime at) => new([.. facts], period.From, period.To, at);

    public override string ToString() => Open is { } open ? $"{open}~~~{At.Ticks}"
        : Month is { } month ? $"{nameof(Month)}.{(month.Edge is { } edge ? $"{edge}" : string.Join('.', month.Kinds))}~{Period.Say(month.Month)}~{month.Part}~{At.Ticks}"
        : $"{(Rate is { } rate ? $"{nameof(Rate)}.{rate}" : string.Join('.', Facts))}~{Period.Say(From)}~{Period.Say(To)}~{At.Ticks}";

    public static Figure? Read(string text)
    {
        if (text.Split('~') is not [var names, var from, var to, var ticks] || !long.TryParse(ticks, CultureInfo.InvariantCulture, out var at) || at < 0 || at > DateTime.MaxValue.Ticks) return null;
        var moment = new DateTime(at, DateTimeKind.Utc);
        if (from.Length == 0) return Parse<OpenFigure>(names) is { } open ? Of(open, moment) : null;
        if (names.StartsWith($"{nameof(Month)}.", StringComparison.Ordinal)) return Account(names.Split('.')[1..], Period.Day(from), to) is { } part ? Of(part, moment) : null;
        if (names.StartsWith($"{nameof(Rate)}.", StringComparison.Ordinal))
            return Parse<RateKey>(names[(nameof(Rate).Length + 1)..]) is { } rate && Period.Day(from) is { } begin && Period.Day(to) is { } end ? new([], begin, end, moment) { Rate = rate } : null;
        var facts = names.Split('.').Select(Parse<CaseFact>).ToList();
        return facts.Contains(null) || Period.Day(from) is not { } first || Period.Day(to) is not { } last ? null : new([.. facts.OfType<CaseFact>()], first, last, moment);
    }

    /// <summary>The desk with exactly these cases.</summary>
    public string Link(long unitId) => $"/desk?tab=All&unit={unitId}&figure={this}";

    private static MonthPart? Account(string[] names, DateOnly? month, string part)
    {
        if (month is not { } first) return null;
        if (names is [var one] && Parse<MonthEdge>(one) is { } edge) return new(first, part, edge, []);
        var kinds = names.Select(Parse<StayKind>).ToList();
        return kinds.Contains(null) ? null : new(first, part, null, [.. kinds.OfType<StayKind>()]);
    }

    private static T? Parse<T>(string name) where T : struct, Enum => Enum.TryParse<T>(name, out var one) && Enum.IsDefined(one) && one.ToString() == name ? one : null;
}
