using Lianxin.Contracts;
using Lianxin.Contracts.Organization;

namespace Lianxin.Cases.Admin.Succession;

/// <summary>Open cases after this one are still to be handed over: a batch tells the next, so that a stop in between loses and repeats nothing.</summary>
public sealed record HandingOver(UnitReorganised Told, long After) : Event;

/// <summary>Cases after this one are still to be opened to whoever inherits them.</summary>
public sealed record Inheriting(UnitReorganised Told, long After) : Event;
