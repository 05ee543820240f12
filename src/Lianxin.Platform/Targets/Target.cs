using Lianxin.Contracts.Platform;
using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lianxin.Platform.Targets;

/// <summary>
/// Anything a post can be responsible for or a case can happen at: a grid, a building, a river stretch. A copy of
/// what its owner told, under the owner's id; coverage rules look here alone.
/// </summary>
[Machinery]
public sealed class Target
{
    public const int NameMax = 80;

    private Target() { }

    public long Id { get; private init; }

    /// <summary>Owner's word for it: <c>grid</c>, <c>place</c>, <c>building</c>.</summary>
    public string Kind { get; private set; } = "";

    public long UnitId { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>CGCS2000 degrees; null when the place is not on the map.</summary>
    public double? Longitude { get; private set; }

    public double? Latitude { get; private set; }

    public string Tags { get; private set; } = "";

    public DateTime? RetiredAt { get; private set; }

    /// <summary>When the owner told this; what was told before it comes too late.</summary>
    public DateTime ToldAt { get; private set; }

    public static Target Told(TargetChanged how)
    {
        var target = new Target { Id = how.TargetId };
        target.Take(how);
        return target;
    }

    public void Take(TargetChanged how)
    {
        if (how.At < ToldAt) return;
        (Kind, UnitId, Name, Tags) = (how.Kind, how.UnitId, how.Name, how.Tags);
        (Longitude, Latitude, RetiredAt, ToldAt) = (how.Longitude, how.Latitude, how.RetiredAt, how.At);
    }
}

internal sealed class TargetTable : IEntityTypeConfiguration<Target>
{
    public void Configure(EntityTypeBuilder<Target> table)
    {
        table.ToTable("platform_targets");
        table.Property(t => t.Id).ValueGeneratedNever();
        table.Property(t => t.Kind).HasMaxLength(20);
        table.Property(t => t.Name).HasMaxLength(Target.NameMax);
        table.Property(t => t.Tags).HasMaxLength(200);
        // Two messages about one target, worked on at once: the second meets what the first wrote, fails and is tried again.
        table.Property(t => t.ToldAt).IsConcurrencyToken();
        table.HasIndex(t => t.UnitId);
        table.HasIndex(t => t.Kind);
    }
}
