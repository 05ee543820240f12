using Lianxin.Cases.Model;
using Lianxin.Platform.Access;

namespace Lianxin.Cases.Turns.Whistle;

/// <summary>Who stands where to a call.</summary>
internal static class Callers
{
    /// <summary>The actor's post that may call units to the place of a case: one of the place, or of the centre above it.</summary>
    public static ActorPost? MayWhistle(this CaseSeen seen) => seen.Post(CasesAccess.Whistle, seen.File.PlaceUnitId);

    /// <summary>The actor's post that speaks for the unit that called.</summary>
    public static ActorPost? For(CaseSeen seen, WhistleCall call) => seen.Post(CasesAccess.Whistle, call.ByUnitId);

    /// <summary>The actor's post that speaks for the unit that was called, its owner's where nobody works there; for a body without account the caller does.</summary>
    public static ActorPost? Called(CaseSeen seen, WhistleCall call) =>
        seen.Forest.Find(call.UnitId)?.Relation == Relation.Outside || seen.Dispatches.Find(d => d.Id == call.DispatchId) is not { } part ? null : seen.HandlerOf(part);

    /// <summary>The call the actor's unit has still to answer.</summary>
    public static WhistleCall? Waiting(CaseSeen seen) =>
        seen.Calls.FirstOrDefault(c => c.ArrivedAt is null && Called(seen, c) is not null && seen.Active.Any(d => d.Id == c.DispatchId));

    /// <summary>What both sides said is for the centre and those who supervise.</summary>
    public static bool SeesMarks(CaseSeen seen) => seen.Centre is not null || seen.Post(CasesAccess.Supervise, seen.File.AcceptUnitId) is not null;
}
