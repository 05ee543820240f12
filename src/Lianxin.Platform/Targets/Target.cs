using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lianxin.Platform.Targets;

/// <summary>
/// Anything a post can be responsible for or a case can happen at: a grid, a building, a river stretch. Written by
/// its owner in the owner's own save, not yet by its events; coverage rules and place words look here alone.
/// </summary>
public sealed class Target : Entity
{
    public const int NameMax = 80;

    private Target() { }

    /// <summary>Owner's word for it: <c>grid</c>, <c>place</c>, <c>building</c>.</summary>
    public string Kind { get; private set; } = "";

    public long UnitId { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>CGCS2000 degrees; null when the place is not on the map.</summary>
    public double? Longitude { get; private set; }

    public double? Latitude { get; private set; }

    public string Tags { get; private set; } = "";

    public DateTime? RetiredAt { get; private set; }

    public static Target Register(long id, string kind, long unitId, string name, double? longitude = null, double? latitude = null, string tags = "") => new()
    {
        Id = id, Kind = kind, UnitId = unitId, Name = name, Longitude = longitude, Latitude = latitude, Tags = tags,
    };

    public void Rename(string name) => Name = name;

    /// <summary>Puts it on the map, or moves it there.</summary>
    public void Stand(double longitude, double latitude) => (Longitude, Latitude) = (longitude, latitude);

    public void Retire(DateTime now) => RetiredAt ??= now;
}

internal sealed class TargetTable : IEntityTypeConfiguration<Target>
{
    public void Configure(EntityTypeBuilder<Target> table)
    {
        table.ToTable("platform_targets");
        table.Property(t => t.Kind).HasMaxLength(20);
        table.Property(t => t.Name).HasMaxLength(Target.NameMax);
        table.Property(t => t.Tags).HasMaxLength(200);
        table.HasIndex(t => t.UnitId);
        table.HasIndex(t => t.Kind);
    }
}
