namespace Lianxin.Cases.Model;

/// <summary>
/// What a case counts as in the figures. A case counts as each of them once at most, so that a figure and the list behind
/// it always hold the same cases: only its first round enters the rates, what comes after “not solved” stands beside them.
/// </summary>
public enum CaseFact
{
    /// <summary>新收, on the day it was reported.</summary>
    New,

    /// <summary>办结, on the day it was first closed.</summary>
    Closed,

    /// <summary>重新办理, on the day it was first opened again.</summary>
    Reopened,

    /// <summary>回访说没解决, on the day of the call.</summary>
    RevisitUnsolved,

    /// <summary>The lead confirmed receipt in time; like the four below on the day it was sent to the lead.</summary>
    InTime,

    /// <summary>The lead confirmed receipt late, or has not and the time is over.</summary>
    Late,

    /// <summary>Not confirmed, and the time is not over.</summary>
    Waiting,

    /// <summary>Withdrawn or voided after it was sent.</summary>
    Dropped,

    /// <summary>Sent to a unit whose objection was upheld; counts for that unit alone.</summary>
    Objected,

    /// <summary>The first verdict, or why there is none: each closed case counts as one of these, on the day it was first closed.</summary>
    Satisfied,
    Basic,
    Dissatisfied,
    Unsolved,

    /// <summary>The same where it had been explained and returned: it was not ours to solve.</summary>
    ExplainedSatisfied,
    ExplainedBasic,
    ExplainedDissatisfied,
    ExplainedUnsolved,

    /// <summary>Nobody has said anything yet.</summary>
    Unrated,

    /// <summary>Called as often as is done, and nobody answered.</summary>
    Unreached,

    /// <summary>Answered the call and would not say.</summary>
    Declined,

    /// <summary>Given back to the system it came from.</summary>
    Returned,

    /// <summary>Told the right place, not handled here.</summary>
    Redirected,
}
