namespace Lianxin.Contracts.Cases;

/// <summary>A case was taken in under a number.</summary>
/// <param name="PlaceUnitId">Where it happened: grid, village or, unknown, the accepting unit.</param>
public sealed record CaseReported(long CaseId, long PlaceUnitId, long AcceptUnitId, string Category, string Channel, bool Private, DateTime At) : Event;

/// <summary>A unit was given a part in a case.</summary>
public sealed record CaseDispatched(long CaseId, long DispatchId, long UnitId, bool Lead, bool OffList, bool Private, DateTime At) : Event;

/// <summary>A unit confirmed that its part is done.</summary>
public sealed record CaseHandled(long CaseId, long UnitId, long PlaceUnitId, string Condition, bool Late, bool Private, DateTime At) : Event;

/// <summary>The reporter was told the result and the case closed.</summary>
public sealed record CaseClosed(long CaseId, long PlaceUnitId, long AcceptUnitId, string Kind, bool Late, bool Private, DateTime At) : Event;

/// <summary>The reporter gave a verdict.</summary>
/// <param name="Marks">1 to 5 for each axis of the pack, by its key.</param>
public sealed record CaseRated(long CaseId, long PlaceUnitId, bool Solved, IReadOnlyDictionary<string, int> Marks, bool Private, DateTime At) : Event;

/// <summary>A case was opened again under its number.</summary>
public sealed record CaseReopened(long CaseId, long PlaceUnitId, bool Private, DateTime At) : Event;

/// <summary>A case ended without an answer: its reporter withdrew it, or it was voided with approval. It enters no rate.</summary>
/// <param name="How"><c>withdrawn</c> or <c>voided</c>.</param>
public sealed record CaseDropped(long CaseId, long PlaceUnitId, long AcceptUnitId, string How, bool Private, DateTime At) : Event;

/// <summary>吹哨: a unit called to a place came, or did not.</summary>
/// <param name="How"><c>in-time</c>, <c>late</c> or <c>absent</c>.</param>
public sealed record CallAnswered(long CaseId, long UnitId, long ByUnitId, bool Urgent, string How, bool Private, DateTime At) : Event;

/// <summary>A clock ran out and supervision rose to a unit.</summary>
/// <param name="Clock">Which clock: <c>promise</c> or <c>unit</c>.</param>
public sealed record CaseEscalated(long CaseId, long UnitId, long ToUnitId, string Clock, bool Private, DateTime At) : Event;
