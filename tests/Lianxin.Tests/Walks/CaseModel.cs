using Lianxin.Cases.Model;

namespace Lianxin.Tests.Walks;

/// <summary>The people of a walk, by what their posts let them do.</summary>
internal enum Who
{
    /// <summary>Dispatches and replies at the centre.</summary>
    Dispatcher,

    /// <summary>Dispatches, replies and decides there.</summary>
    Head,

    /// <summary>Decides and supervises.</summary>
    Leader,

    /// <summary>Handles at the office the case is sent to.</summary>
    Works,

    /// <summary>Handles at the office that helps.</summary>
    Helper,

    /// <summary>Replies at the centre.</summary>
    Clerk,

    Reporter,
}

internal enum Deed
{
    Dispatch, Sign, Finish, Object, UpholdObjection, RefuseObjection, AskHelp, Reply, SendBack, Urge, Explain, RefuseReopening, AskVoid, GrantVoid, RefuseVoid, Read,
    GrantAppeal, RefuseAppeal, Add, RateSolved, RateUnsolved, Appeal, Withdraw, Resume,
}

internal sealed record Move(Who By, Deed Deed)
{
    public override string ToString() => $"{By}.{Deed}";
}

/// <summary>One office's part; whether it was objected to once, and the part there was before, which is the last again when this one is taken away.</summary>
internal sealed record Part(DispatchState State, Who SentBy, Part? Before = null, bool Questioned = false)
{
    public bool Active => State is DispatchState.Sent or DispatchState.Signed or DispatchState.Objected;

    public bool AtWork => State is DispatchState.Sent or DispatchState.Signed;
}

/// <summary>
/// All that decides which steps are allowed, in as few words as they can be said: where the case stands, its two parts, what
/// waits for a decision. Written from the rules, not from the product's code: where the two differ, one of them is wrong.
/// </summary>
internal sealed record CaseModel
{
    private const int MostAdditions = 6;

    public CaseStatus Status { get; init; }

    public int Round { get; init; }

    public Part? Lead { get; init; }

    public Part? Help { get; init; }

    public bool Unread { get; init; }

    /// <summary>Objections that wait, in the order they came: L for the lead's, H for the helper's.</summary>
    public string Objections { get; init; } = "";

    /// <summary>Whose answer is appealed against or reviewed; null while nothing of the kind waits.</summary>
    public Who? Questioned { get; init; }

    public bool ForReview { get; init; }

    public Who? VoidAskedBy { get; init; }

    public bool AsExplained { get; init; }

    /// <summary>Who last told the reporter no.</summary>
    public Who Denied { get; init; }

    /// <summary>Who last answered the reporter.</summary>
    public Who Answered { get; init; }

    /// <summary>The last verdict: not solved.</summary>
    public bool Unsolved { get; init; }

    public bool Appealed { get; init; }

    public bool Reviewed { get; init; }

    public bool ReopeningRefused { get; init; }

    public bool Resumed { get; init; }

    public int Additions { get; init; }

    private bool Open => Status is CaseStatus.Received or CaseStatus.Handling or CaseStatus.Feedback;

    private bool Waits => Objections.Length > 0 || Questioned is not null;

    private bool Active => Lead?.Active == true || Help?.Active == true;

    /// <summary>What it is after a step; null where the step is refused.</summary>
    public CaseModel? After(Move move) => move.Deed switch
    {
        Deed.Dispatch => Status == CaseStatus.Received && !Waits && Centre(move.By) ? this with { Status = CaseStatus.Handling, Lead = new(DispatchState.Sent, move.By, Lead), AsExplained = false } : null,
        Deed.Sign => Mine(move.By)?.State == DispatchState.Sent ? Put(move.By, p => p with { State = DispatchState.Signed }) : null,
        Deed.Finish => Mine(move.By)?.State == DispatchState.Signed && !Unread ? Put(move.By, p => p with { State = DispatchState.Done }).Done() : null,
        Deed.Object => Mine(move.By) is { AtWork: true, Questioned: false }
            ? Put(move.By, p => p with { State = DispatchState.Objected, Questioned = true }) with { Objections = Objections + (move.By == Who.Works ? "L" : "H") } : null,
        Deed.UpholdObjection or Deed.RefuseObjection => DecideObjection(move),
        Deed.AskHelp => Status == CaseStatus.Handling && Help?.Active != true && (Centre(move.By) || (move.By == Who.Works && Lead?.Active == true)) ? this with { Help = new(DispatchState.Sent, move.By, Help) } : null,
        Deed.Reply => Status == CaseStatus.Feedback && Replies(move.By) && !Unread ? this with { Status = CaseStatus.Closed, VoidAskedBy = null, Answered = move.By } : null,
        Deed.SendBack => Status == CaseStatus.Feedback && Lead?.State == DispatchState.Done && Replies(move.By) ? this with { Status = CaseStatus.Handling, Lead = Lead with { State = DispatchState.Signed } } : null,
        Deed.Urge => Status is CaseStatus.Handling or CaseStatus.Feedback && (Centre(move.By) || move.By == Who.Leader) ? this : null,
        Deed.Explain => Explain(move.By),
        Deed.RefuseReopening => Status == CaseStatus.Received && Round > 0 && !Waits && !Reviewed && Centre(move.By)
            ? this with { Status = CaseStatus.Closed, Help = Ended(Help), ReopeningRefused = true, VoidAskedBy = null, Denied = move.By } : null,
        Deed.AskVoid => Open && !Waits && VoidAskedBy is null && Centre(move.By) ? this with { VoidAskedBy = move.By } : null,
        Deed.GrantVoid => Open && Decides(move.By, VoidAskedBy) ? Drop(CaseStatus.Voided) with { Denied = move.By } : null,
        Deed.RefuseVoid => Open && Decides(move.By, VoidAskedBy) ? this with { VoidAskedBy = null } : null,
        Deed.Read => Unread && (Mine(move.By) is { Active: true } || (!Active && Replies(move.By))) ? this with { Unread = false } : null,
        Deed.GrantAppeal or Deed.RefuseAppeal => DecideAppeal(move),
        Deed.Add => move.By == Who.Reporter && Open && Additions < MostAdditions ? this with { Unread = true, Additions = Additions + 1 } : null,
        Deed.RateSolved or Deed.RateUnsolved => Rate(move),
        Deed.Appeal => Appeal(move.By),
        Deed.Withdraw => move.By == Who.Reporter && Open ? Drop(CaseStatus.Withdrawn) : null,
        Deed.Resume => move.By == Who.Reporter && Status == CaseStatus.Withdrawn && !Resumed ? this with { Status = CaseStatus.Received, Resumed = true } : null,
        _ => throw new ArgumentOutOfRangeException(nameof(move)),
    };

    private static bool Centre(Who who) => who is Who.Dispatcher or Who.Head;

    private static bool Replies(Who who) => Centre(who) || who == Who.Clerk;

    /// <summary>Another than whoever asked, or is questioned.</summary>
    private static bool Decides(Who who, Who? not) => not is not null && who is Who.Head or Who.Leader && who != not;

    private static Part? Ended(Part? part) => part?.Active == true ? part.Before : part;

    private Part? Mine(Who who) => who switch { Who.Works => Lead, Who.Helper => Help, _ => null };

    private CaseModel Put(Who who, Func<Part, Part> change) => who == Who.Works ? this with { Lead = change(Lead!) } : this with { Help = change(Help!) };

    /// <summary>When nobody is at it any more and the lead is done, the reply is owed.</summary>
    private CaseModel Done() => Status == CaseStatus.Handling && !Active && Lead?.State == DispatchState.Done ? this with { Status = CaseStatus.Feedback } : this;

    private CaseModel? DecideObjection(Move move)
    {
        if (Objections.Length == 0) return null;
        var lead = Objections[^1] == 'L';
        if (!Decides(move.By, (lead ? Lead : Help)!.SentBy)) return null;
        var rest = this with { Objections = Objections[..^1] };
        var whose = lead ? Who.Works : Who.Helper;
        if (move.Deed == Deed.RefuseObjection) return rest.Put(whose, p => p with { State = DispatchState.Signed });
        return lead ? rest with { Lead = Ended(Lead), Status = CaseStatus.Received } : (rest with { Help = Ended(Help) }).Done();
    }

    private CaseModel? Explain(Who by)
    {
        if (Status is not (CaseStatus.Received or CaseStatus.Handling) || Waits || AsExplained) return null;
        if (!Centre(by) && !(by == Who.Works && Lead?.AtWork == true)) return null;
        return this with { Status = CaseStatus.Feedback, Lead = Lead?.Active == true ? Lead with { State = DispatchState.Done } : Lead, Help = Ended(Help), AsExplained = true, Denied = by };
    }

    private CaseModel Drop(CaseStatus to) => this with { Status = to, Lead = Ended(Lead), Help = Ended(Help), Unread = false, Objections = "", VoidAskedBy = null };

    private CaseModel? Rate(Move move)
    {
        if (move.By != Who.Reporter || Status != CaseStatus.Closed || Waits) return null;
        return move.Deed == Deed.RateSolved || Round > 0 ? this with { Status = CaseStatus.Rated, Unsolved = move.Deed == Deed.RateUnsolved } : this with { Status = CaseStatus.Received, Round = 1, Lead = null, Help = null };
    }

    private CaseModel? Appeal(Who by)
    {
        if (by != Who.Reporter || Status is not (CaseStatus.Closed or CaseStatus.Voided or CaseStatus.Rated) || Waits) return null;
        if (Status == CaseStatus.Rated) return !Unsolved || Reviewed ? null : this with { Questioned = Answered, ForReview = true, Reviewed = true };
        if (Status == CaseStatus.Closed && ReopeningRefused) return Reviewed ? null : this with { Questioned = Denied, ForReview = true, Reviewed = true };
        return Appealed || (Status == CaseStatus.Closed && !AsExplained) ? null : this with { Questioned = Denied, ForReview = false, Appealed = true };
    }

    private CaseModel? DecideAppeal(Move move)
    {
        if (!Decides(move.By, Questioned)) return null;
        var decided = this with { Questioned = null };
        if (move.Deed == Deed.RefuseAppeal) return decided;
        if (Status == CaseStatus.Rated) return decided with { Status = CaseStatus.Received, Round = Round + 1, Lead = null, Help = null };
        var again = decided with { Status = CaseStatus.Received, ReopeningRefused = false };
        if (ForReview) return again;
        return again with { AsExplained = false, Status = Lead is null ? CaseStatus.Received : CaseStatus.Handling, Lead = Lead is null ? null : Lead with { State = DispatchState.Signed } };
    }
}
