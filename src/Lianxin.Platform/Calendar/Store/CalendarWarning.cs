using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lianxin.Platform.Calendar.Store;

/// <summary>Somebody was told that a year has no notice: once.</summary>
[Machinery]
public sealed class CalendarWarning
{
    public long PersonId { get; init; }

    public int Year { get; init; }

    public DateTime At { get; init; }
}

internal sealed class CalendarWarningTable : IEntityTypeConfiguration<CalendarWarning>
{
    public const string Name = "platform_calendar_warnings";

    public void Configure(EntityTypeBuilder<CalendarWarning> table) => table.ToTable(Name).HasKey(w => new { w.PersonId, w.Year });
}
