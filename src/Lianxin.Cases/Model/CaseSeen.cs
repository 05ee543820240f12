using Lianxin.Cases.Catalog;
using Lianxin.Platform.Access;
using Lianxin.Platform.Calendar;

namespace Lianxin.Cases.Model;

/// <summary>A case with its parts, as one actor stands before it.</summary>
public sealed class CaseSeen
{
    public required Case File { get; init; }

    public required List<Dispatch> Dispatches { get; init; }

    /// <summary>Persons who must keep out of it (回避).</summary>
    public required IReadOnlySet<long> Recused { get; set; }

    /// <summary>By unit still at it where nobody can handle it, or which has it only because nobody else fitted: the post that owns it.</summary>
    public required IReadOnlyDictionary<long, long> Owners { get; init; }

    /// <summary>The post that owes the reply where nobody of the unit that was asked can give it.</summary>
    public required long? ReplyOwner { get; init; }

    /// <summary>The post that decides where nobody at the unit that took it in, nor above it, can dispatch.</summary>
    public required long? CentreOwner { get; init; }

    /// <summary>Its numbers in other systems.</summary>
    public IReadOnlyList<OuterNumber> Outers { get; init; } = [];

    /// <summary>The case it was taken out of; null where it is a whole, or where the actor may not see that one.</summary>
    public Whole? SplitFrom { get; init; }

    /// <summary>Cases handled with this one, still to be answered.</summary>
    public IReadOnlyList<Case> Merged { get; init; } = [];

    /// <summary>The case this one is handled with.</summary>
    public Case? Main { get; init; }

    public required List<Plea> Pleas { get; init; }

    /// <summary>批示: what leaders wrote on it, each with its date.</summary>
    public IReadOnlyList<Instruction> Orders { get; init; } = [];

    /// <summary>Those that wait to be reported back.</summary>
    public IReadOnlyList<Instruction> OpenOrders => [.. Orders.Where(o => o.DoneAt is null)];

    /// <summary>服务团: those its leader has put on its part.</summary>
    public IReadOnlyList<Member> Members { get; init; } = [];

    /// <summary>Whether the actor is one of them.</summary>
    public bool IsMember => Members.Any(m => m.PersonId == Actor.PersonId);

    /// <summary>Documents issued on it.</summary>
    public IReadOnlyList<IssuedPaper> Papers { get; init; } = [];

    /// <summary>吹哨: units called to its place.</summary>
    public IReadOnlyList<WhistleCall> Calls { get; init; } = [];

    /// <summary>Every date the reporter was promised, the one that holds last.</summary>
    public required IReadOnlyList<Promised> Promises { get; init; }

    /// <summary>Dates promised before the one that holds.</summary>
    public IEnumerable<Promised> Earlier => Promises.SkipLast(1);

    /// <summary>The same, each date once, and not the one that holds: it may have been promised on several occasions.</summary>
    public IEnumerable<Promised> OtherDates => Earlier.Where(p => p.Due != File.PromiseDue).GroupBy(p => p.Due).Select(g => g.Last());

    /// <summary>Who had the lead last of a case that nobody handles any more.</summary>
    public Dispatch? FormerLead => Lead is null && !File.Open ? Dispatches.LastOrDefault(d => d.Lead && d.Round == File.Round) : null;

    /// <summary>The last verdict of its reporter; null while there is none that stands.</summary>
    public bool? Solved { get; init; }

    public required Chapter? Chapter { get; init; }

    public required Condition? Condition { get; init; }

    public required HandlingKind? Kind { get; init; }

    public required UnitForest Forest { get; init; }

    public required Actor Actor { get; init; }

    public required DateTime Now { get; init; }

    /// <summary>The page of the case on the face the actor works on.</summary>
    public string Home => Actor.Current?.Face == Face.Work ? $"/work/cases/{File.Number}" : $"/desk/{File.Number}";

    /// <summary>The lead's part of this round, while it is not taken away.</summary>
    public Dispatch? Lead => Dispatches.LastOrDefault(d => d.Lead && d.State != DispatchState.Ended && d.Round == File.Round);

    /// <summary>Parts of this round still under way.</summary>
    public IEnumerable<Dispatch> Active => Dispatches.Where(d => d.Active && d.Round == File.Round);

    /// <summary>The active part that falls to one of the actor's posts: their own unit's before one they only keep for a body without account.</summary>
    public Dispatch? Mine => Active.Where(d => HandlerOf(d) is not null)
        .OrderBy(d => Forest.Find(d.UnitId)?.Relation == Relation.Outside).ThenByDescending(d => d.Lead).FirstOrDefault();

    /// <summary>What stops the case until it is decided: an objection, an appeal, a review.</summary>
    public Plea? OpenPlea => Pleas.LastOrDefault(p => p is { DecidedAt: null, Aside: false });

    /// <summary>What was asked for of this kind and waits for its decision, the oldest first.</summary>
    public Plea? Asked(PleaKind kind) => Pleas.FirstOrDefault(p => p.DecidedAt is null && p.Kind == kind);

    /// <summary>挂账: the times a part's clock stood still, or will.</summary>
    public IReadOnlyList<Pause> Pauses(Dispatch part) =>
        [.. Pleas.Where(p => p.Kind == PleaKind.Hold && p.DispatchId == part.Id && p.Upheld == true).Select(p => new Pause(p.DecidedAt!.Value, p.EndedAt ?? p.Until!.Value))];

    /// <summary>The actor's post that holds a permission at a unit or above it.</summary>
    public ActorPost? Post(string permission, long unitId) =>
        Forest.Find(unitId) is { } unit ? Actor.PostFor(permission, unit.Line().ToHashSet()) : null;

    /// <summary>The actor's post that handles a part: at that very unit, or its owner where nobody there can or nobody else fitted; for a unit without account, the centre's.</summary>
    public ActorPost? HandlerOf(Dispatch part)
    {
        if (Forest.Find(part.UnitId) is not { } unit) return null;
        if (unit.Relation == Relation.Outside) return Centre;
        return Actor.PostFor(CasesAccess.Handle, new HashSet<long> { unit.Id })
            ?? (Owners.TryGetValue(unit.Id, out var owner) ? Actor.Posts.FirstOrDefault(p => p.Id == owner) : null);
    }

    /// <summary>外单位 has no account: the centre records for it, and the act says so.</summary>
    public string? InsteadOf(Dispatch part) => Forest.Find(part.UnitId)?.Relation == Relation.Outside ? "外单位" : null;

    /// <summary>The actor's post that decides on the case where it was taken in.</summary>
    public ActorPost? Centre => Post(CasesAccess.Dispatch, File.AcceptUnitId) ?? Actor.Posts.FirstOrDefault(p => p.Id == CentreOwner);

    /// <summary>首问人: the person asked, their delegate, or the duty post of the unit that was asked.</summary>
    public bool OwesReply
    {
        get
        {
            if (Actor.PersonId is not { } me) return false;
            if (File.DelegatePersonId == me) return true;
            if (File.FirstAskedPersonId is { } asked) return asked == me;
            return Actor.PostFor(CasesAccess.Reply, new HashSet<long> { File.FirstAskedUnitId }) is not null || Actor.Posts.Any(p => p.Id == ReplyOwner);
        }
    }
}

/// <summary>A case something was taken out of.</summary>
/// <param name="Owes">A source waits for its answer under a number of its own.</param>
public sealed record Whole(string Number, bool Owes);
