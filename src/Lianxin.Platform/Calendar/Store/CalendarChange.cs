using Lianxin.Platform.Data;
using Lianxin.Platform.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lianxin.Platform.Calendar.Store;

/// <summary>One change of a unit's calendar: what, who, why, and from which date on days may be counted differently. Rooms keep beside it which of their dates it moved.</summary>
public sealed class CalendarChange : Entity
{
    public const int WhatMax = 800;

    private CalendarChange() { }

    public long UnitId { get; private set; }

    public DateTime At { get; private set; }

    public DateOnly FirstDay { get; private set; }

    /// <summary>A packed sentence.</summary>
    public string What { get; private set; } = "";

    /// <summary>Who made it, as named then.</summary>
    public string By { get; private set; } = "";

    public string Reason { get; private set; } = "";

    public static CalendarChange Note(long id, long unitId, DateTime at, DateOnly firstDay, Sentence what, string by, string reason) =>
        new() { Id = id, UnitId = unitId, At = at, FirstDay = firstDay, What = Sentence.Pack([what]), By = by, Reason = reason };

    public Sentence Says() => Sentence.Unpack(What)[0];

    /// <summary>The page that shows which dates a change moved.</summary>
    public static string Page(long id) => $"/admin/calendar/changes/{id}";
}

internal sealed class CalendarChangeTable : IEntityTypeConfiguration<CalendarChange>
{
    public void Configure(EntityTypeBuilder<CalendarChange> table)
    {
        table.ToTable("platform_calendar_changes");
        table.Property(c => c.What).HasMaxLength(CalendarChange.WhatMax);
        table.Property(c => c.By).HasMaxLength(60);
        table.Property(c => c.Reason).HasMaxLength(Audit.Act.WhyMax);
        table.HasIndex(c => new { c.UnitId, c.Id });
    }
}
