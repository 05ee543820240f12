namespace Lianxin.Tests.Generated;

/// <summary>A rate as the pack counts it: (full + part × percent) ÷ (full + part + none).</summary>
internal sealed record PlannedRate(string Key, string Name, IReadOnlyList<string> Full, IReadOnlyList<string> Part, int Percent, IReadOnlyList<string> None, IReadOnlyList<string> LeftOut)
{
    /// <summary>What it comes to for so many of each fact, as a page says it.</summary>
    public string Of(IReadOnlyDictionary<string, int> facts)
    {
        int Sum(IEnumerable<string> some) => some.Sum(f => facts.GetValueOrDefault(f));
        var below = Sum(Full) + Sum(Part) + Sum(None);
        var percent = below == 0 ? (decimal?)null : Math.Round((100m * Sum(Full) + (decimal)Percent * Sum(Part)) / below, 1, MidpointRounding.AwayFromZero);
        return percent is { } known ? FormattableString.Invariant($"{known:0.0}%") : "—";
    }
}

internal sealed record PlannedFigures(Span Respond, int SatisfiedFrom, int BasicFrom, IReadOnlyList<PlannedRate> Rates)
{
    /// <summary>What a verdict counts as, with the same mark for everything.</summary>
    public string Verdict(bool solved, int mark) => !solved ? "unsolved" : mark >= SatisfiedFrom ? "satisfied" : mark >= BasicFrom ? "basic" : "dissatisfied";
}

/// <summary>How the rates are counted, at random too.</summary>
internal sealed partial class GeneratedPack
{
    private static readonly string[] Received = ["in-time", "late", "waiting", "dropped", "objected"];

    private static readonly string[] Said =
    [
        "satisfied", "basic", "dissatisfied", "unsolved", "explained-satisfied", "explained-basic", "explained-dissatisfied", "explained-unsolved", "unrated", "unreached", "declined", "returned", "redirected",
    ];

    public PlannedFigures Figures { get; }

    private PlannedFigures MakeFigures()
    {
        var satisfied = random.Next(3, 6);
        return new(new(random.Next(1, 9), Of(Continuous)), satisfied, random.Next(1, satisfied), [Rate("response", "响应率", Received), Rate("solved", "解决率", Said), Rate("satisfied", "满意率", Said)]);
    }

    /// <summary>The first fact counts in full, so that there is something above the line; the rest as it falls.</summary>
    private PlannedRate Rate(string key, string name, string[] facts)
    {
        var fate = facts.Skip(1).ToLookup(_ => random.Next(4));
        return new(key, name, [facts[0], .. fate[0]], [.. fate[1]], random.Next(0, 101), [.. fate[2]], [.. fate[3]]);
    }
}
