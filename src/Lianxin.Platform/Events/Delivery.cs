using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lianxin.Platform.Events;

/// <summary>One event on its way to one consumer. Written in the same save as the fact, gone in the same save as the consumer's work.</summary>
[Machinery]
public sealed class Delivery
{
    public const int TriesMax = 12;
    public const int ErrorMax = 500;

    public long Id { get; init; }

    public required string Event { get; init; }

    public required string Consumer { get; init; }

    public required string Payload { get; init; }

    public DateTime At { get; init; }

    /// <summary>Not before this instant: the lease while a node works on it, the pause after a failure.</summary>
    public DateTime DueAt { get; set; }

    public int Tries { get; set; }

    public string? Error { get; set; }

    /// <summary>Set when it failed <see cref="TriesMax"/> times; an administrator sends it again or drops it.</summary>
    public DateTime? GivenUpAt { get; set; }
}

internal sealed class DeliveryTable : IEntityTypeConfiguration<Delivery>
{
    public void Configure(EntityTypeBuilder<Delivery> table)
    {
        table.ToTable("platform_deliveries");
        table.Property(d => d.Id).ValueGeneratedNever();
        table.Property(d => d.Event).HasMaxLength(60);
        table.Property(d => d.Consumer).HasMaxLength(80);
        table.Property(d => d.Error).HasMaxLength(Delivery.ErrorMax);
        table.HasIndex(d => new { d.GivenUpAt, d.DueAt });
    }
}
