using Lianxin.Contracts;

namespace Lianxin.Cases.Figures.Months;

/// <summary>A case went to other hands or was taken up again, of which no other event tells: handed up, handed over with a unit, resumed by its reporter.</summary>
public sealed record CaseMoved(long CaseId, DateTime At) : Event;

/// <summary>Words were carried by hand between this system and another: a ticket was pasted or imported, or an answer is back in its source.</summary>
/// <param name="Out">True on the way out.</param>
public sealed record CaseCopied(long CaseId, long AcceptUnitId, bool Out, bool Private, DateTime At) : Event;
