using Lianxin.Platform;

namespace Lianxin.Cases.Model;

/// <summary>How a case came to be closed.</summary>
public enum Ending
{
    /// <summary>Handled and answered, or not closed yet.</summary>
    Usual,

    /// <summary>退回来源: it was not ours, and the source has it again.</summary>
    Returned,

    /// <summary>转告或不予受理: the reporter was told the right place.</summary>
    Redirected,
}

/// <summary>Ends of a case that nobody handled.</summary>
public sealed partial class Case
{
    public Ending Ending { get; private set; }

    /// <summary>When it happened or was said, where that was before it was entered; the promise counts from the entry.</summary>
    public DateTime? HappenedAt { get; private set; }

    /// <summary>退回来源: whoever sent it answers the reporter.</summary>
    public void GiveBack(DateTime now) => Shut(now, Ending.Returned);

    /// <summary>转告或不予受理: the reason and the right place are the answer.</summary>
    public void Redirect(DateTime now)
    {
        Shut(now, Ending.Redirected);
        RepliedAt = now;
    }

    private void Shut(DateTime now, Ending ending)
    {
        if (Status != CaseStatus.Received) throw new Refusal("只有还没派出去的事项能这样办");
        Status = CaseStatus.Closed;
        ClosedAt = now;
        Ending = ending;
        EndClocks();
    }
}
