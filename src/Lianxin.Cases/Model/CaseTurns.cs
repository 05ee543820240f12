using Lianxin.Platform;

namespace Lianxin.Cases.Model;

/// <summary>Turns a case may take on its way.</summary>
public sealed partial class Case
{
    /// <summary>挂账: until when a part of it is held; null while every clock runs.</summary>
    public DateTime? HeldUntil { get; private set; }

    /// <summary>Its reporter withdrew it and had it taken up again, which goes once.</summary>
    public bool Resumed { get; private set; }

    /// <summary>The reporter has had it opened again, which goes once; what the source or a decision opened is not counted.</summary>
    public bool Reopened { get; private set; }

    /// <summary>吹哨: how often departments were called to it.</summary>
    public int Whistles { get; private set; }

    public void Whistle() => Whistles++;

    /// <summary>How many documents were issued on it.</summary>
    public int Papers { get; private set; }

    public void IssuePaper() => Papers++;

    /// <summary>撤回. What may endanger somebody does not end because a reporter says so.</summary>
    public void Withdraw(DateTime now) => Drop(CaseStatus.Withdrawn, now);

    /// <summary>作废: a duplicate by mistake, a test, something that never was a matter.</summary>
    public void Void(DateTime now) => Drop(CaseStatus.Voided, now);

    /// <summary>The reporter wants it handled after all.</summary>
    public void Resume()
    {
        if (Status != CaseStatus.Withdrawn) throw new Refusal("这件事没有撤回");
        if (Resumed) throw new Refusal("这件事撤回后已经恢复过一次，请重新反映");
        Resumed = true;
        MergedIntoId = null;
        Status = CaseStatus.Received;
        ClosedAt = null;
        StopKind();
    }

    private void Drop(CaseStatus to, DateTime now)
    {
        if (!Open) throw new Refusal("这件事已经办结");
        Status = to;
        ClosedAt = now;
        Unread = false;
        EndClocks();
    }

    /// <summary>What follows from its parts and from what waits for a decision, as it stands at the end of an act.</summary>
    public void Stand(DateTime? heldUntil, bool pending)
    {
        HeldUntil = heldUntil;
        Pending = pending;
    }
}
