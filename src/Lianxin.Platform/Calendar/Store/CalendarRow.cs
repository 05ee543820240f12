using Lianxin.Platform.Data;
using Lianxin.Platform.Text;

namespace Lianxin.Platform.Calendar.Store;

/// <summary>
/// Something a unit decided about the calendar of its subtree. A row taken back stays, so that anybody can see later
/// what held when a date was counted.
/// </summary>
public abstract class CalendarRow : Entity
{
    public long UnitId { get; protected set; }

    public DateTime EnteredAt { get; private set; }

    public DateTime? RetiredAt { get; private set; }

    /// <summary>The first date it speaks of.</summary>
    public abstract DateOnly Begins();

    /// <summary>What it says, in a few words.</summary>
    public abstract Sentence Says();

    public void Enter(DateTime now) => EnteredAt = now;

    public void Retire(DateTime now) => RetiredAt = now;

    internal bool HeldAt(DateTime at) => EnteredAt <= at && (RetiredAt is null || RetiredAt > at);
}
