namespace Lianxin.Cases.Model;

/// <summary>批示 as a clock of the case: while it is open, the earlier date counts.</summary>
public sealed partial class Case
{
    /// <summary>Of the instructions that wait to be reported back the one due first; null where none does.</summary>
    public long? OrderId { get; private set; }

    public DateTime? OrderDue { get; private set; }

    /// <summary>How often leaders wrote on it.</summary>
    public int Orders { get; private set; }

    /// <summary>A leader wrote on it: it is supervised, with a date of its own.</summary>
    public void Order(Instruction order)
    {
        Supervise(order.At);
        Orders++;
        if (OrderDue <= order.Due) return;
        (OrderId, OrderDue) = (order.Id, order.Due);
        if (NextDue is { } due) Next(due, NextClock);
    }

    /// <summary>批示办结: what counted before counts again, and supervision that came with the order ends with the last one.</summary>
    /// <param name="others">Those still to be reported back.</param>
    public void OrderDone(Instruction order, IReadOnlyCollection<Instruction> others, Dispatch? lead)
    {
        if (SupervisedAt == order.At) SupervisedAt = others.Min(o => (DateTime?)o.At);
        var next = others.MinBy(o => o.Due);
        (OrderId, OrderDue) = (next?.Id, next?.Due);
        if (!Open) return;
        if (Status == CaseStatus.Handling && lead is { Active: true }) FollowLead(lead);
        else Await();
    }

    private void Next(DateTime? due, long? clock) => (NextDue, NextClock) = OrderDue < due ? (OrderDue, OrderId) : (due, clock);
}
