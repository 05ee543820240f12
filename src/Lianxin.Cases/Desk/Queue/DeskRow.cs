using Lianxin.Cases.Desk.Show;
using Lianxin.Cases.Model;

namespace Lianxin.Cases.Desk.Queue;

/// <summary>A row of the queue.</summary>
public sealed record DeskRow(
    long Id, string Number, string Title, CaseStatus Status, DateTime? NextDue, long? NextClock, DateTime At, Channel Channel, string Category,
    long PlaceUnitId, long AcceptUnitId, long? LeadUnitId, bool LeadSigned, int Urges, bool Supervised, bool Unread, bool Pending, bool Private, bool Danger, bool OffList, int Round)
{
    /// <summary>Until when a ticket that is not ours may still be given back to its source.</summary>
    public DateTime? ReturnBy { get; init; }

    /// <summary>The date it stands by in this view.</summary>
    public DateTime? DateIn(DeskFilter filter) => filter.ByReturn ? ReturnBy : NextDue;

    /// <summary>挂账: until when; null while every clock runs.</summary>
    public DateTime? HeldUntil { get; init; }

    /// <summary>批示: a leader wrote on it and waits for the answer.</summary>
    public bool Ordered { get; init; }

    /// <summary>The date it stands by is the leader's.</summary>
    public bool ByOrder { get; init; }

    /// <summary>Number of the case that is handled for it.</summary>
    public string? MergedInto { get; init; }

    /// <summary>吹哨: by when one's own unit has to be there.</summary>
    public DateTime? ArriveBy { get; init; }

    /// <summary>Whom it waits for; null where the list does not say so.</summary>
    public Standing? Stands { get; init; }
}

/// <summary>A page of the queue.</summary>
/// <param name="Next">Cursor of the next page; null on the last.</param>
/// <param name="Before">Cursor of the page before; null on the first.</param>
public sealed record DeskPage(IReadOnlyList<DeskRow> Rows, string? Next, string? Before);
