namespace Lianxin.Cases.Model;

/// <summary>批示 as a clock of the case: while it is open, the earlier date counts.</summary>
public sealed partial class Case
{
    /// <summary>The instruction that waits to be reported back; null where none does.</summary>
    public long? OrderId { get; private set; }

    public DateTime? OrderDue { get; private set; }

    /// <summary>A leader wrote on it: it is supervised, with a date of its own.</summary>
    public void Order(Instruction order)
    {
        Supervise(order.At);
        (OrderId, OrderDue) = (order.Id, order.Due);
        if (NextDue is { } due) Next(due, NextClock);
    }

    /// <summary>批示办结: what counted before counts again, and supervision that came with the order ends with it.</summary>
    public void OrderDone(Instruction order, Dispatch? lead)
    {
        if (SupervisedAt == order.At) SupervisedAt = null;
        (OrderId, OrderDue) = (null, null);
        if (!Open) return;
        if (Status == CaseStatus.Handling && lead is { Active: true }) FollowLead(lead);
        else Await();
    }

    private void Next(DateTime? due, long? clock) => (NextDue, NextClock) = OrderDue < due ? (OrderDue, OrderId) : (due, clock);
}
