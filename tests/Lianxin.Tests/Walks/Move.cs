namespace Lianxin.Tests.Walks;

/// <summary>The people of a walk, by what their posts let them do.</summary>
internal enum Who
{
    /// <summary>Dispatches, calls and replies at the centre.</summary>
    Dispatcher,

    /// <summary>Dispatches, calls, replies, decides and supervises there.</summary>
    Head,

    /// <summary>Decides and supervises.</summary>
    Leader,

    /// <summary>Dispatches, decides and supervises a level above.</summary>
    County,

    /// <summary>Decides and supervises a level above.</summary>
    Watch,

    /// <summary>Handles at the office the case is sent to.</summary>
    Works,

    /// <summary>Handles at the office it is given to instead.</summary>
    Other,

    /// <summary>Handles at the office that helps.</summary>
    Helper,

    /// <summary>Replies at the centre.</summary>
    Clerk,

    Reporter,
}

internal enum Deed
{
    Dispatch, Sign, Finish, Object, UpholdObjection, RefuseObjection, AskHelp, SendLetter, Reassign, HandUp, Reply, SendBack, Urge, Explain, RefuseReopening, AskVoid, GrantVoid, RefuseVoid, Read,
    GrantAppeal, RefuseAppeal, AskHold, GrantHold, RefuseHold, Wake, AskExtension, GrantExtension, RefuseExtension, Whistle, Arrive, ConfirmArrival, Merge, Unmerge, Redirect, TakeOrder, CloseOrder,
    Add, RateSolved, RateUnsolved, Appeal, Withdraw, Resume,
}

internal sealed record Move(Who By, Deed Deed)
{
    public override string ToString() => $"{By}.{Deed}";
}

/// <summary>Which step of a walk: any there is, or one of those the model allows just then, so that walks come far. Reads well when FsCheck has made a failing walk short.</summary>
internal sealed record Choice(bool Any, int Index, int Second)
{
    /// <summary>Chosen more often, so that a walk sees the end of a case as well as its beginning.</summary>
    private static readonly Deed[] Onward =
    [
        Deed.Dispatch, Deed.Sign, Deed.Object, Deed.UpholdObjection, Deed.RefuseObjection, Deed.Finish, Deed.Reply, Deed.SendBack, Deed.RateSolved, Deed.RateUnsolved, Deed.Appeal, Deed.RefuseReopening,
        Deed.AskHold, Deed.GrantHold, Deed.RefuseHold, Deed.Wake, Deed.AskExtension, Deed.GrantExtension, Deed.RefuseExtension, Deed.Arrive, Deed.Unmerge,
    ];

    private static readonly Move[] All =
    [
        .. from who in Enum.GetValues<Who>() from deed in Enum.GetValues<Deed>() where deed >= Deed.Add == (who == Who.Reporter) from weight in Enumerable.Range(0, Onward.Contains(deed) ? 4 : 1) select new Move(who, deed),
    ];

    public Move In(CaseModel model) => Pick(model, Any, Index, _ => true);

    /// <summary>A second step by another person, allowed before the first is done: the same step where another may take it, every other time.</summary>
    public Move Beside(CaseModel model, Move first)
    {
        if (Second % 2 == 0 && All.Any(m => Twin(m) && model.After(m) is not null)) return Pick(model, false, Second / 2, Twin);
        return Pick(model, Any && Index % 2 == 0, Second, m => m.By != first.By);

        bool Twin(Move other) => other.By != first.By && other.Deed == first.Deed;
    }

    private static Move Pick(CaseModel model, bool any, int index, Func<Move, bool> fits)
    {
        var told = All.Where(m => fits(m)).ToList();
        var open = told.Where(m => any || model.After(m) is not null).ToList();
        if (open.Count == 0) open = told;
        return open[index % open.Count];
    }
}
