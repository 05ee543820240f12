namespace Lianxin.Tests.Generated;

internal sealed record Span(int Amount, string Unit)
{
    public override string ToString() => $"{{amount: {Amount}, unit: {Unit}}}";
}

internal sealed record PlannedLevel(string Key, string Name, string? Body);

internal sealed record PlannedRole(string Key, string Name, string Face, string Level, IReadOnlyList<string> Rights);

internal sealed record PlannedKind(string Key, string Name, Span? Clock, IReadOnlyList<string> ChosenBy, IReadOnlyList<string> Needs, string Next, int Appeal)
{
    /// <summary>What a dispatcher may choose.</summary>
    public bool Dispatched => ChosenBy.Contains("centre") && Next is "close" or "handle";
}

internal sealed record PlannedCondition(string Key, string Name, Span Limit, string Kind, string? Function, bool Private = false, bool Danger = false, bool Protect = false);

internal sealed record PlannedCategory(string Key, string Name, string Top, string? Plain, IReadOnlyList<PlannedCondition> Conditions);

/// <summary>The lists of a level or of a function.</summary>
internal sealed record PlannedList(string? Level, string? Function, IReadOnlyList<string> Own, IReadOnlyList<string> Assist, IReadOnlyList<string> Upper);

/// <summary>A governance pack nobody wrote: everything a pack may say, said at random. The same seed says the same.</summary>
internal sealed partial class GeneratedPack
{
    private static readonly string[] Units = ["urgent-hour", "urgent-day", "work-hour", "work-day", "workday-by-date", "natural-day", "legal-day"];
    private static readonly string[] Continuous = ["urgent-hour", "urgent-day", "natural-day"];
    private readonly Random random;

    public GeneratedPack(int seed)
    {
        (Seed, random) = (seed, new Random(seed));
        Levels = MakeLevels();
        // Villages may stand on any level below the top, or be none at all; the centre is never below them.
        Committee = random.Next(6) == 0 ? null : random.Next(1, Levels.Count);
        Accepts = random.Next((Committee ?? (Levels.Count - 1)) + 1);
        Kinds = MakeKinds();
        Functions = [.. Enumerable.Range(0, random.Next(2, 6)).Select(i => $"function-{i}")];
        Categories = MakeCategories();
        Lists = MakeLists();
        Roles = MakeRoles();
        Axes = random.Next(1, 6);
        ReopenOnce = random.Next(3) > 0;
        Party = random.Next(3) == 0;
        Interval = Term(3);
        Allowance = Term(4);
        Unclassified = Term(10);
        Words = [.. Lianxin.Platform.Packs.WordingSection.Known.Where(_ => random.Next(3) == 0)];
        Whistled = random.Next(2) == 0;
        Frequent = [.. Categories.Where(_ => random.Next(2) == 0).Take(9).Select(c => c.Key)];
        Figures = MakeFigures();
    }

    public int Seed { get; }

    public string Key => $"generated-{Seed}";

    public IReadOnlyList<PlannedLevel> Levels { get; }

    /// <summary>Index of the level of villages; null where the pack has none.</summary>
    public int? Committee { get; }

    /// <summary>Index of the level whose centre takes in.</summary>
    public int Accepts { get; }

    /// <summary>The lowest level is one of grids where villages stand above it.</summary>
    public bool Grids => Committee < Levels.Count - 1;

    public IReadOnlyList<PlannedKind> Kinds { get; }

    public IReadOnlyList<string> Functions { get; }

    public IReadOnlyList<PlannedCategory> Categories { get; }

    public IReadOnlyList<PlannedList> Lists { get; }

    public IReadOnlyList<PlannedRole> Roles { get; }

    public int Axes { get; }

    public bool ReopenOnce { get; }

    /// <summary>Overdue rises along the party bodies.</summary>
    public bool Party { get; }

    public Span Interval { get; }

    public Span Allowance { get; }

    public Span Unclassified { get; }

    public IReadOnlyList<string> Words { get; }

    public bool Whistled { get; }

    public IReadOnlyList<string> Frequent { get; }

    public IEnumerable<PlannedCondition> Conditions => Categories.SelectMany(c => c.Conditions);

    public PlannedCategory CategoryOf(PlannedCondition condition) => Categories.First(c => c.Conditions.Contains(condition));

    public string Level(int order) => Levels[order].Key;

    public override string ToString() =>
        $"seed {Seed}: {string.Join(" > ", Levels.Select((l, i) => l.Name + (i == Accepts ? " (takes in)" : "") + (i == Committee ? " (village)" : "")))}, {Kinds.Count} kinds, {Conditions.Count()} conditions, {(Party ? "party" : "governance")} chain";

    private Span Term(int most, bool continuous = false) => new(random.Next(1, most + 1), Of(continuous ? Continuous : Units));

    private T Of<T>(IReadOnlyList<T> some) => some[random.Next(some.Count)];

    private List<string> Some(params string[] all) => [.. all.Where(_ => random.Next(2) == 0)];

    private List<PlannedLevel> MakeLevels()
    {
        string[] names = ["甲区", "乙片", "丙街", "丁坊", "戊里", "己弄", "庚院"];
        return [.. Enumerable.Range(0, random.Next(3, 8)).Select(i => new PlannedLevel($"level-{i}", names[i], random.Next(2) == 0 ? names[i] + "支部" : null))];
    }

    private List<PlannedKind> MakeKinds()
    {
        // One that goes to a unit and one that may be closed on the spot; the rest as it falls.
        var kinds = new List<PlannedKind> { Kind(0, "handle", ["centre", "handler"]), Kind(1, "close", ["centre", .. Some("field", "handler")]) };
        for (var i = random.Next(1, 6); i > 0; i--)
        {
            var chosen = Some("field", "centre", "handler");
            kinds.Add(Kind(kinds.Count, Of(["close", "handle", "up", "explain"]), chosen.Count > 0 ? chosen : ["handler"]));
        }

        return kinds;
    }

    private PlannedKind Kind(int i, string next, IReadOnlyList<string> chosenBy)
    {
        var needs = next switch
        {
            "up" => Some("reason", "materials"),
            "explain" => ["reason", .. Some("reply")],
            "handle" => Some("result", "reply", "materials", "group"),
            _ => Some("result", "reply"),
        };
        return new($"kind-{i}", $"第{i + 1}种办法", random.Next(2) == 0 ? null : Term(20), chosenBy, needs, next, next == "explain" ? random.Next(2) : 0);
    }

    private List<PlannedCategory> MakeCategories()
    {
        var all = new List<PlannedCategory>();
        var tops = random.Next(1, 4);
        for (var i = 0; i < random.Next(4, 9); i++)
        {
            var conditions = Enumerable.Range(0, random.Next(1, 4)).Select(n => Condition($"matter-{i}-{n}")).ToList();
            // Whatever falls, there is something plain, something private, something dangerous and somebody to protect.
            if (i == 0) conditions = [Condition("plain") with { Private = false, Danger = false, Protect = false, Function = Of(Functions), Kind = "kind-0" }];
            if (i == 1) conditions = [Condition("private") with { Private = true, Danger = false, Protect = false, Function = Of(Functions) }];
            if (i == 2) conditions = [new("danger", "危险的事", Term(9, continuous: true), "kind-1", Of(Functions), Danger: true), new("homeless", "没有单位管的事", Term(9), "kind-0", null)];
            if (i == 3) conditions = [new("protect", "要护着人的事", Term(9), Of(Kinds).Key, random.Next(2) == 0 ? null : Of(Functions), Private: true, Protect: true)];
            all.Add(new($"category-{i}", $"第{i}类事", $"top-{random.Next(tops)}", random.Next(2) == 0 ? $"说法{i}" : null, conditions));
        }

        return all;
    }

    private PlannedCondition Condition(string key)
    {
        var isPrivate = random.Next(6) == 0;
        var danger = !isPrivate && random.Next(6) == 0;
        return new(key, $"{key} 的情形", Term(20, danger), Of(Kinds).Key, random.Next(4) == 0 ? null : Of(Functions), isPrivate, danger);
    }

    private List<PlannedList> MakeLists()
    {
        var lists = new List<PlannedList>();
        foreach (var function in Functions)
        {
            var own = Categories.Where(c => c.Conditions.Any(x => x.Function == function) && (c.Key == "category-0" || random.Next(4) > 0)).Select(c => c.Key).ToList();
            lists.Add(new(null, function, own, [.. Categories.Select(c => c.Key).Except(own).Where(_ => random.Next(3) == 0)], []));
        }

        foreach (var level in Levels.Where(_ => random.Next(3) > 0))
        {
            var fate = Categories.ToLookup(_ => random.Next(5), c => c.Key);
            lists.Add(new(level.Key, null, [.. fate[0]], [.. fate[1]], [.. fate[2]]));
        }

        return lists;
    }
}
