namespace Lianxin.Cases.Model;

/// <summary>Which date counts, and when supervision rises.</summary>
public sealed partial class Case
{
    /// <summary>Promises the reporter a date (decisions 1).</summary>
    public void Promise(DateTime start, string parts, DateTime due)
    {
        PromiseStart = start;
        PromiseParts = parts;
        PromiseDue = due;
        RiseAt = due;
        if (Status != CaseStatus.Handling) Await();
    }

    /// <summary>The kind's own clock runs beside the promise until the case moves on; the earlier of the two is what counts.</summary>
    public void RunKind(Deadline own)
    {
        KindStart = own.Start;
        KindParts = own.Parts;
        KindDue = own.Due;
        if (own.Due < PromiseDue) RiseAt = own.Due;
        Await();
    }

    /// <summary>The lead's own date is what counts now.</summary>
    public void FollowLead(Dispatch lead)
    {
        StopKind();
        Next(lead.Due, lead.Id);
    }

    /// <summary>The calendar changed: the same terms end elsewhere. Supervision that has risen already stands; a merged case stays out of the queue.</summary>
    public void Redate(DateTime promise, DateTime? kind, Dispatch? lead)
    {
        var watched = KindDue < PromiseDue ? KindDue : PromiseDue;
        (PromiseDue, KindDue) = (promise, kind);
        if (RiseAt == watched) RiseAt = KindDue < PromiseDue ? KindDue : PromiseDue;
        if (Merged) return;
        if (Status != CaseStatus.Handling) Await();
        else if (lead is not null) Next(lead.Due, lead.Id);
    }

    public void Rise(DateTime? next) => RiseAt = next;

    /// <summary>The promise alone counts again; a level not yet told hears when the promise is broken.</summary>
    private void StopKind()
    {
        if (KindDue < PromiseDue) RiseAt = PromiseDue;
        (KindStart, KindParts, KindDue) = (null, "", null);
        Await();
    }

    private void Await()
    {
        var byKind = KindDue < PromiseDue;
        Next(byKind ? KindDue : PromiseDue, byKind ? KindClock : null);
    }

    private void EndClocks()
    {
        StopKind();
        NextDue = null;
        NextClock = null;
    }
}
