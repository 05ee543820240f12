using System.Globalization;
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

/// <summary>
/// The cases behind a figure, as the address of the desk says it: <c>Satisfied.Basic~2026-03-01~2026-03-31~639…</c> or
/// <c>Overdue~~~639…</c>. The moment is that of the figure, so that the list is as of then.
/// </summary>
public sealed record Figure(IReadOnlyList<CaseFact> Facts, DateOnly From, DateOnly To, DateTime At)
{
    /// <summary>Characters an address may spend on one.</summary>
    public const int Most = 400;

    public OpenFigure? Open { get; private init; }

    public static Figure Of(OpenFigure open, DateTime at) => new([], default, default, at) { Open = open };

    public static Figure Of(IEnumerable<CaseFact> facts, Period period, DateTime at) => new([.. facts], period.From, period.To, at);

    public override string ToString() => Open is { } open
        ? $"{open}~~~{At.Ticks}"
        : $"{string.Join('.', Facts)}~{Period.Say(From)}~{Period.Say(To)}~{At.Ticks}";

    public static Figure? Read(string text)
    {
        if (text.Split('~') is not [var names, var from, var to, var ticks] || !long.TryParse(ticks, CultureInfo.InvariantCulture, out var at) || at < 0 || at > DateTime.MaxValue.Ticks) return null;
        var moment = new DateTime(at, DateTimeKind.Utc);
        if (from.Length == 0) return Parse<OpenFigure>(names) is { } open ? Of(open, moment) : null;
        var facts = names.Split('.').Select(Parse<CaseFact>).ToList();
        return facts.Contains(null) || Period.Day(from) is not { } first || Period.Day(to) is not { } last ? null : new([.. facts.OfType<CaseFact>()], first, last, moment);
    }

    /// <summary>The desk with exactly these cases.</summary>
    public string Link(long unitId) => $"/desk?tab=All&unit={unitId}&figure={this}";

    private static T? Parse<T>(string name) where T : struct, Enum => Enum.TryParse<T>(name, out var one) && Enum.IsDefined(one) && one.ToString() == name ? one : null;
}
