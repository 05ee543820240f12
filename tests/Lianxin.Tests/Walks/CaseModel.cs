using Lianxin.Cases.Model;

namespace Lianxin.Tests.Walks;

/// <summary>
/// All that decides which steps are allowed, in as few words as they can be said: where the case stands, its parts, what
/// waits for a decision. Written from the rules, not from the product's code: where the two differ, one of them is wrong.
/// </summary>
internal sealed partial record CaseModel
{
    private const int MostAdditions = 6;

    public CaseStatus Status { get; init; }

    public int Round { get; init; }

    public Part? Lead { get; init; }

    public Part? Help { get; init; }

    /// <summary>A body without account: the centre does for it what others do for themselves.</summary>
    public Part? Letter { get; init; }

    /// <summary>How many parts were given, ever.</summary>
    public int Given { get; init; }

    public bool Unread { get; init; }

    /// <summary>The level above decides on it.</summary>
    public bool Above { get; init; }

    /// <summary>Another case is handled for it.</summary>
    public bool Merged { get; init; }

    /// <summary>How many leaders wrote on it and wait to hear.</summary>
    public int Orders { get; init; }

    public bool AsExplained { get; init; }

    public bool Redirected { get; init; }

    public bool Resumed { get; init; }

    public int Additions { get; init; }

    public IEnumerable<Part> Parts => new[] { Lead, Help, Letter }.OfType<Part>();

    private bool Open => Status is CaseStatus.Received or CaseStatus.Handling or CaseStatus.Feedback;

    private bool Active => Parts.Any(p => p.Active);

    /// <summary>What it is after a step; null where the step is refused.</summary>
    public CaseModel? After(Move move)
    {
        if (Merged && move.Deed is not (Deed.Unmerge or Deed.Read or Deed.Add or Deed.Withdraw)) return null;
        // Who wrote on it hears when it ends, and it is no longer handled with another.
        return Step(move) is { } next ? next.Open ? next : next with { Orders = 0, Merged = false } : null;
    }

    private CaseModel? Step(Move move) => move.Deed switch
    {
        Deed.Dispatch => Status == CaseStatus.Received && !Waits && Centre(move.By) ? Give(part => this with { Status = CaseStatus.Handling, Lead = part, AsExplained = false }, Who.Works, move.By, Lead) : null,
        Deed.Sign => Mine(move.By) is { State: DispatchState.Sent } part ? Put(part, part with { State = DispatchState.Signed }) : null,
        Deed.Finish => Mine(move.By) is { State: DispatchState.Signed, Called: false } part && !Unread ? Put(part, part.Done()).Done() : null,
        Deed.AskHelp => Helps(move.By) && Help?.Active != true ? Give(part => this with { Help = part }, Who.Helper, move.By, Help) : null,
        Deed.SendLetter => Helps(move.By) && Letter?.Active != true ? Give(part => this with { Letter = part }, Who.Dispatcher, move.By, Letter) : null,
        Deed.Reassign => Status == CaseStatus.Handling && !Waits && Centre(move.By) && Lead is { Active: true } && Lead.Unit != Who.Other ? Give(part => this with { Lead = part }, Who.Other, move.By, Lead.Before) : null,
        Deed.HandUp => HandUp(move.By),
        Deed.Reply => Status == CaseStatus.Feedback && Replies(move.By) && !Unread ? this with { Status = CaseStatus.Closed, VoidAskedBy = null, Answered = move.By } : null,
        Deed.SendBack => Status == CaseStatus.Feedback && Lead?.State == DispatchState.Done && (Centre(move.By) || Replies(move.By)) ? this with { Status = CaseStatus.Handling, Lead = Lead with { State = DispatchState.Signed } } : null,
        Deed.Urge => Status is CaseStatus.Handling or CaseStatus.Feedback && (Centre(move.By) || Supervises(move.By)) ? this : null,
        Deed.Explain => Explain(move.By),
        Deed.Redirect => Status == CaseStatus.Received && !Waits && !Active && !Appealed && Centre(move.By) ? this with { Status = CaseStatus.Closed, Redirected = true, VoidAskedBy = null, Denied = move.By } : null,
        Deed.RefuseReopening => Status == CaseStatus.Received && Round > 0 && !Waits && !Reviewed && Centre(move.By) ? Without() with { Status = CaseStatus.Closed, ReopeningRefused = true, VoidAskedBy = null, Denied = move.By } : null,
        Deed.Read => Unread && (Mine(move.By) is { Active: true } || (!Active && (Centre(move.By) || Replies(move.By)))) ? this with { Unread = false } : null,
        Deed.Whistle => Whistle(move.By),
        Deed.Arrive => move.By == Who.Helper && Help is { Active: true, Called: true } ? this with { Help = Help.Come() } : null,
        Deed.ConfirmArrival => Calls(move.By) && Help is { Active: true, Called: true } ? this with { Help = Help.Come() } : null,
        Deed.Merge => Merge(move.By),
        Deed.Unmerge => Merged && Centre(move.By) ? this with { Merged = false } : null,
        Deed.TakeOrder => Open && (Centre(move.By) || Supervises(move.By)) ? this with { Orders = Orders + 1 } : null,
        Deed.CloseOrder => Orders > 0 && (Centre(move.By) || Leads(move.By)) ? this with { Orders = Orders - 1 } : null,
        Deed.Add => move.By == Who.Reporter && Open && Additions < MostAdditions ? this with { Unread = true, Additions = Additions + 1 } : null,
        Deed.RateSolved or Deed.RateUnsolved => Rate(move),
        Deed.Withdraw => move.By == Who.Reporter && Open ? Drop(CaseStatus.Withdrawn) : null,
        Deed.Resume => move.By == Who.Reporter && Status == CaseStatus.Withdrawn && !Resumed ? this with { Status = CaseStatus.Received, Resumed = true } : null,
        _ => Ask(move),
    };

    /// <summary>Who decides above may do so below as well; the other way round nobody may.</summary>
    private bool Centre(Who who) => who == Who.County || (!Above && who is Who.Dispatcher or Who.Head);

    private bool Supervises(Who who) => who is Who.County or Who.Watch || (!Above && who is Who.Head or Who.Leader);

    /// <summary>Whoever was asked first answers, whoever decides.</summary>
    private static bool Replies(Who who) => who is Who.Dispatcher or Who.Head or Who.Clerk;

    /// <summary>Units are called to a place by those who look after the place.</summary>
    private static bool Calls(Who who) => who is Who.Dispatcher or Who.Head;

    private bool Leads(Who who) => Lead is { Active: true } lead && lead.Unit == who;

    private bool Helps(Who who) => Status == CaseStatus.Handling && (Centre(who) || Leads(who));

    private Part? Mine(Who who) => who switch
    {
        Who.Works or Who.Other => Lead?.Unit == who ? Lead : null,
        Who.Helper => Help,
        _ => Centre(who) ? Letter : null,
    };

    private CaseModel Give(Func<Part, CaseModel> to, Who unit, Who by, Part? before) => to(new(DispatchState.Sent, unit, by, Given, before)) with { Given = Given + 1 };

    private CaseModel Put(Part was, Part now) => this with
    {
        Lead = ReferenceEquals(Lead, was) ? now : Lead, Help = ReferenceEquals(Help, was) ? now : Help, Letter = ReferenceEquals(Letter, was) ? now : Letter,
    };

    /// <summary>Nobody is at it any more.</summary>
    private CaseModel Without() => this with { Lead = Ended(Lead), Help = Ended(Help), Letter = Ended(Letter) };

    private static Part? Ended(Part? part) => part?.Active == true ? part.Before : part;

    /// <summary>When nobody is at it any more and the lead is done, the reply is owed.</summary>
    private CaseModel Done() => Status == CaseStatus.Handling && !Active && Lead?.State == DispatchState.Done ? this with { Status = CaseStatus.Feedback } : this;

    private CaseModel? HandUp(Who by)
    {
        if (Status is not (CaseStatus.Received or CaseStatus.Handling) || Waits) return null;
        var up = Centre(by) && !Above;
        if (!up && !(Leads(by) && Lead!.AtWork)) return null;
        return Without() with { Status = CaseStatus.Received, Above = Above || up, AsExplained = false };
    }

    /// <summary>Not while a leader waits for it, an appeal is open or somebody is on the way; and the other stands below.</summary>
    private CaseModel? Merge(Who by) =>
        Status is CaseStatus.Received or CaseStatus.Handling && Centre(by) && !Above && Orders == 0 && Questioned is null && Letter?.Active != true && !Parts.Any(p => p is { Active: true, Called: true })
            ? Without() with { Status = CaseStatus.Received, Merged = true, VoidAskedBy = null } : null;

    private CaseModel? Explain(Who by)
    {
        if (Status is not (CaseStatus.Received or CaseStatus.Handling) || Waits || AsExplained) return null;
        if (!Centre(by) && !(Leads(by) && Lead!.AtWork)) return null;
        return Without() with { Status = CaseStatus.Feedback, Lead = Lead?.Active == true ? Lead.Done() : Lead, AsExplained = true, Denied = by };
    }

    private CaseModel? Whistle(Who by)
    {
        if (!Calls(by) || Status is not (CaseStatus.Received or CaseStatus.Handling)) return null;
        if (Help is { Active: true }) return Help.Called ? null : this with { Help = Help with { Called = true } };
        return Give(part => this with { Help = part with { Called = true } }, Who.Helper, by, Help);
    }

    private CaseModel Drop(CaseStatus to) => Without() with { Status = to, Unread = false, VoidAskedBy = null };

    private CaseModel? Rate(Move move)
    {
        if (move.By != Who.Reporter || Status != CaseStatus.Closed || Waits || Redirected) return null;
        return move.Deed == Deed.RateSolved || Round > 0 ? this with { Status = CaseStatus.Rated, Unsolved = move.Deed == Deed.RateUnsolved } : Anew();
    }

    /// <summary>Handled again from the beginning, under its number.</summary>
    private CaseModel Anew() => this with { Status = CaseStatus.Received, Round = Round + 1, Lead = null, Help = null, Letter = null };
}
