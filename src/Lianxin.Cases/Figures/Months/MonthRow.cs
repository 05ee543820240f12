using Lianxin.Cases.Model;
using Lianxin.Platform.Access;

namespace Lianxin.Cases.Figures.Months;

/// <summary>One month of a unit, of a class of matter or of a way in: 上月结转 + 收到 + 重新办理 = 办结 + 其他结束 + 结转下月.</summary>
/// <param name="Carried">Open when the month began.</param>
public sealed record MonthRow(DateOnly Month, long Carried, IReadOnlyDictionary<StayKind, long> Moved)
{
    public static readonly StayKind[] In = [StayKind.New, StayKind.Came];
    public static readonly StayKind[] Other = [StayKind.Explained, StayKind.Returned, StayKind.Redirected, StayKind.Withdrawn, StayKind.Voided, StayKind.Refused, StayKind.Passed];

    public long Received => Sum(In);

    public long Reopened => Sum(StayKind.Reopened);

    public long Done => Sum(StayKind.Done);

    public long Unfinished => Sum(Other);

    public long Next => Carried + Received + Reopened - Done - Unfinished;

    public bool Empty => Carried == 0 && Moved.Values.All(v => v == 0);

    public long Sum(params IEnumerable<StayKind> kinds) => kinds.Sum(k => Moved.GetValueOrDefault(k));
}

/// <summary>Words carried by hand between this system and others.</summary>
public sealed record Copied(long In, long Out);

/// <summary>A line of the account under a name.</summary>
/// <param name="Part">Of which part of the unit's cases, as <see cref="CaseStays"/> writes it; empty for all.</param>
/// <param name="Copied">Null where it is not counted by this.</param>
public sealed record MonthLine(UnitInfo Unit, string Part, string Name, MonthRow Row, Copied? Copied = null);

/// <summary>A unit's month laid open.</summary>
public sealed record MonthAccount(MonthLine Whole, IReadOnlyList<MonthLine> Categories, IReadOnlyList<MonthLine> Channels, IReadOnlyList<MonthLine> Below, IReadOnlyList<MonthLine> Year)
{
    /// <summary>Name of the class the year is shown for; null for all.</summary>
    public string? Category { get; init; }
}
