using Lianxin.Cases.Model;
using Lianxin.Platform.Packs;

namespace Lianxin.Cases.Admin.Packs;

/// <summary>响应率、解决率、满意率.</summary>
public enum RateKey
{
    Response,
    Solved,
    Satisfied,
}

/// <summary>How one rate is counted: (full + part × percent) ÷ (full + part + none).</summary>
/// <param name="Full">Counts above and below the line.</param>
/// <param name="Part">Counts below the line, and above it with a share.</param>
/// <param name="None">Counts below the line alone.</param>
/// <param name="LeftOut">Counts nowhere, and is shown beside the rate.</param>
internal sealed record RatePlan(
    RateKey Key, IReadOnlyList<CaseFact> Full, IReadOnlyList<CaseFact> Part, int Percent, IReadOnlyList<CaseFact> None, IReadOnlyList<CaseFact> LeftOut)
{
    public IEnumerable<CaseFact> Below => [.. Full, .. Part, .. None];
}

/// <summary>How the rates of a place are counted.</summary>
/// <param name="RespondWithin">How soon the lead must confirm receipt.</param>
/// <param name="SatisfiedFrom">The mean of a reporter's marks from which they are satisfied.</param>
/// <param name="BasicFrom">The same for 基本满意.</param>
internal sealed record RatesPlan(PackTerm RespondWithin, int SatisfiedFrom, int BasicFrom, IReadOnlyList<RatePlan> Rates)
{
    private static readonly CaseFact[] Silent = [CaseFact.Unrated, CaseFact.Unreached, CaseFact.Declined, CaseFact.Returned, CaseFact.Redirected];

    /// <summary>Where a pack says nothing. Unanswered calls are left out, never counted as satisfied.</summary>
    public static readonly RatesPlan Ours = new(new PackTerm(24, PackUnit.UrgentHour), 4, 3,
    [
        new(RateKey.Response, [CaseFact.InTime], [], 0, [CaseFact.Late], [CaseFact.Waiting, CaseFact.Dropped, CaseFact.Objected]),
        new(RateKey.Solved, [CaseFact.Satisfied, CaseFact.Basic, CaseFact.Dissatisfied], [], 0, [CaseFact.Unsolved],
            [CaseFact.ExplainedSatisfied, CaseFact.ExplainedBasic, CaseFact.ExplainedDissatisfied, CaseFact.ExplainedUnsolved, .. Silent]),
        new(RateKey.Satisfied, [CaseFact.Satisfied, CaseFact.ExplainedSatisfied], [CaseFact.Basic, CaseFact.ExplainedBasic], 80,
            [CaseFact.Dissatisfied, CaseFact.Unsolved, CaseFact.ExplainedDissatisfied, CaseFact.ExplainedUnsolved], Silent),
    ]);
}

/// <summary>每月回访.</summary>
/// <param name="UnratedMost">At most so many of those that nobody rated.</param>
/// <param name="RatedPercent">The share drawn of those that were rated.</param>
/// <param name="Tries">How often somebody is called who does not answer.</param>
/// <param name="Script">What is said, a line each; {单位}, {事项}, {编号} and {日期} are filled in.</param>
internal sealed record RevisitPlan(int UnratedMost, int RatedPercent, int Tries, IReadOnlyList<string> Script)
{
    public const int LineMax = 120;

    public static readonly RevisitPlan Ours = new(60, 20, 3,
    [
        "您好，这里是{单位}，打扰您一分钟。",
        "您{日期}反映的“{事项}”，我们这边记的是已经办完了。",
        "请问现在解决了没有？办得您满意吗？",
        "谢谢您。以后有事还可以打这个电话。",
    ]);
}
