namespace Lianxin.Contracts.Cases;

/// <summary>The unit that has the lead confirmed receipt: the first sign that somebody is at it.</summary>
public sealed record CaseSigned(long CaseId, long UnitId, DateTime At) : Event;

/// <summary>The lead has it no longer: its objection was upheld, or another case is handled for this one.</summary>
public sealed record CaseTakenBack(long CaseId, long UnitId, DateTime At) : Event;

/// <summary>A unit turned out to be complained about: it and everything below know of the case no longer.</summary>
public sealed record CaseAccused(long CaseId, DateTime At) : Event;

/// <summary>A case turned private in mid-life: figures of those who may not know of it count it no longer.</summary>
public sealed record CaseTurnedPrivate(long CaseId, DateTime At) : Event;

/// <summary>回访: something was noted about a call on a closed case, or taken back.</summary>
public sealed record CaseRevisited(long CaseId, DateTime At) : Event;
