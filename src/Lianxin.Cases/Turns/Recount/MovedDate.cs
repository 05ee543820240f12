using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lianxin.Cases.Turns.Recount;

/// <summary>Which of a case's dates.</summary>
public enum DateClock
{
    /// <summary>承诺答复.</summary>
    Promise,

    /// <summary>办理方式的时限.</summary>
    Kind,

    /// <summary>办理时限 of a unit's part.</summary>
    Part,

    /// <summary>吹哨: when a called unit is to be there.</summary>
    Arrival,
}

/// <summary>A date that a change of the calendar moved: from, to, once per change.</summary>
public sealed class MovedDate : Entity
{
    private MovedDate() { }

    public long ChangeId { get; private set; }

    public long CaseId { get; private set; }

    public DateClock Clock { get; private set; }

    /// <summary>The part or the call it belongs to; 0 where it is the case's own.</summary>
    public long PartId { get; private set; }

    /// <summary>In whose calendar it was counted.</summary>
    public long UnitId { get; private set; }

    public DateTime Was { get; private set; }

    public DateTime Due { get; private set; }

    public DateTime At { get; private set; }

    internal static MovedDate Keep(long id, long changeId, long caseId, DateShift shift, DateTime at) => new()
    {
        Id = id, ChangeId = changeId, CaseId = caseId, Clock = shift.Clock, PartId = shift.PartId, UnitId = shift.UnitId, Was = shift.Was, Due = shift.Due, At = at,
    };
}

internal sealed class MovedDateTable : IEntityTypeConfiguration<MovedDate>
{
    public void Configure(EntityTypeBuilder<MovedDate> table)
    {
        table.ToTable("cases_moved_dates");
        table.HasIndex(m => new { m.ChangeId, m.Id });
        table.HasIndex(m => new { m.CaseId, m.ChangeId, m.Clock, m.PartId }).IsUnique();
    }
}
