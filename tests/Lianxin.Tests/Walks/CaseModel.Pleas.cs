using Lianxin.Cases.Model;

namespace Lianxin.Tests.Walks;

/// <summary>What is asked for and decided by another.</summary>
internal sealed partial record CaseModel
{
    /// <summary>How many things were asked for, ever.</summary>
    public int Asks { get; init; }

    /// <summary>Whose answer is appealed against or reviewed; null while nothing of the kind waits.</summary>
    public Who? Questioned { get; init; }

    public bool ForReview { get; init; }

    public Who? VoidAskedBy { get; init; }

    /// <summary>It was asked for when the level above decided already.</summary>
    public bool VoidAbove { get; init; }

    /// <summary>Who last told the reporter no.</summary>
    public Who Denied { get; init; }

    /// <summary>Who last answered the reporter.</summary>
    public Who Answered { get; init; }

    /// <summary>The last verdict: not solved.</summary>
    public bool Unsolved { get; init; }

    public bool Appealed { get; init; }

    public bool Reviewed { get; init; }

    public bool ReopeningRefused { get; init; }

    /// <summary>An objection, an appeal, a review: nothing else is decided meanwhile.</summary>
    private bool Waits => Questioned is not null || Parts.Any(p => p.Asked?.Kind == PleaKind.Objection);

    private CaseModel? Ask(Move move) => move.Deed switch
    {
        Deed.Object => move.By is Who.Works or Who.Other or Who.Helper && Mine(move.By) is { AtWork: true, Pleaded: false } part ? Ask(part with { State = DispatchState.Objected }, part, PleaKind.Objection, move.By) : null,
        Deed.UpholdObjection or Deed.RefuseObjection => DecideObjection(move),
        Deed.AskHold => Mine(move.By) is { AtWork: true, Held: false, Asked: null } part ? Ask(part, part, PleaKind.Hold, move.By) : null,
        Deed.GrantHold or Deed.RefuseHold => Decide(move.By, PleaKind.Hold, part => part with { Held = move.Deed == Deed.GrantHold }),
        Deed.Wake => Mine(move.By) is { Held: true } mine ? Put(mine, mine with { Held = false })
            : Centre(move.By) && Parts.Where(p => p.Held).MinBy(p => p.No) is { } held ? Put(held, held with { Held = false }) : null,
        Deed.AskExtension => Mine(move.By) is { AtWork: true, Held: false, Asked: null } part ? Ask(part, part, PleaKind.Extension, move.By) : null,
        Deed.GrantExtension or Deed.RefuseExtension => Decide(move.By, PleaKind.Extension, part => part),
        Deed.AskVoid => Open && !Waits && VoidAskedBy is null && Centre(move.By) ? this with { VoidAskedBy = move.By, VoidAbove = Above } : null,
        Deed.GrantVoid => Open && Decides(move.By, VoidAskedBy, VoidAbove) ? Drop(CaseStatus.Voided) with { Denied = move.By } : null,
        Deed.RefuseVoid => Open && Decides(move.By, VoidAskedBy, VoidAbove) ? this with { VoidAskedBy = null } : null,
        Deed.Appeal => Appeal(move.By),
        Deed.GrantAppeal or Deed.RefuseAppeal => DecideAppeal(move),
        _ => throw new ArgumentOutOfRangeException(nameof(move)),
    };

    /// <summary>Another than whoever asked, or is questioned; who decides above may do so below.</summary>
    private static bool Decides(Who who, Who? not, bool above) =>
        not is not null && who != not && (who is Who.County or Who.Watch || (!above && who is Who.Head or Who.Leader));

    private CaseModel Ask(Part part, Part was, PleaKind kind, Who by) => Put(was, part with { Pleaded = true, Asked = (kind, by, Asks) }) with { Asks = Asks + 1 };

    /// <summary>Of what several parts asked for, the first to ask is decided first.</summary>
    private CaseModel? Decide(Who by, PleaKind kind, Func<Part, Part> change) =>
        Parts.Where(p => p.Asked?.Kind == kind).MinBy(p => p.Asked!.Value.No) is { } part && Decides(by, part.Asked!.Value.By, Above) ? Put(part, change(part) with { Asked = null }) : null;

    /// <summary>The last to object is decided first, by another than whoever sent it.</summary>
    private CaseModel? DecideObjection(Move move)
    {
        if (Parts.Where(p => p.Asked?.Kind == PleaKind.Objection).MaxBy(p => p.Asked!.Value.No) is not { } part || !Decides(move.By, part.SentBy, Above)) return null;
        if (move.Deed == Deed.RefuseObjection) return Put(part, part with { State = DispatchState.Signed, Asked = null });
        return ReferenceEquals(part, Lead) ? this with { Lead = part.Before, Status = CaseStatus.Received } : (this with { Help = part.Before }).Done();
    }

    private CaseModel? Appeal(Who by)
    {
        if (by != Who.Reporter || Status is not (CaseStatus.Closed or CaseStatus.Voided or CaseStatus.Rated) || Waits) return null;
        if (Status == CaseStatus.Rated) return !Unsolved || Reviewed ? null : this with { Questioned = Answered, ForReview = true, Reviewed = true };
        if (Status == CaseStatus.Closed && ReopeningRefused) return Reviewed ? null : this with { Questioned = Denied, ForReview = true, Reviewed = true };
        return Appealed || (Status == CaseStatus.Closed && !AsExplained && !Redirected) ? null : this with { Questioned = Denied, ForReview = false, Appealed = true };
    }

    private CaseModel? DecideAppeal(Move move)
    {
        if (!Decides(move.By, Questioned, Above)) return null;
        var decided = this with { Questioned = null };
        if (move.Deed == Deed.RefuseAppeal) return decided;
        if (Status == CaseStatus.Rated) return decided.Anew();
        var again = decided with { Status = CaseStatus.Received, ReopeningRefused = false, Redirected = false };
        if (ForReview) return again;
        return again with { AsExplained = false, Status = Lead is null ? CaseStatus.Received : CaseStatus.Handling, Lead = Lead is null ? null : Lead with { State = DispatchState.Signed } };
    }
}
