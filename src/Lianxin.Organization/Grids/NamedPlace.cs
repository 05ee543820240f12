using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lianxin.Organization.Grids;

/// <summary>A name by which people say where something is: 老石桥头.</summary>
internal sealed class NamedPlace : Entity
{
    public const int NameMax = 80;
    public const int TagsMax = 200;

    private NamedPlace() { }

    public long UnitId { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>CGCS2000 degrees; null when the place is not on the map.</summary>
    public double? Longitude { get; private set; }

    public double? Latitude { get; private set; }

    public string Tags { get; private set; } = "";

    public DateTime? RetiredAt { get; private set; }

    public static NamedPlace Register(long id, long unitId, string name, double? longitude, double? latitude, string tags) => new()
    {
        Id = id, UnitId = unitId, Name = name, Longitude = longitude, Latitude = latitude, Tags = tags,
    };

    /// <summary>Another unit's from now on.</summary>
    public void Go(long unitId) => UnitId = unitId;

    public void Retire(DateTime now) => RetiredAt ??= now;
}

internal sealed class NamedPlaceTable : IEntityTypeConfiguration<NamedPlace>
{
    public void Configure(EntityTypeBuilder<NamedPlace> table)
    {
        table.ToTable("org_places");
        table.Property(p => p.Name).HasMaxLength(NamedPlace.NameMax);
        table.Property(p => p.Tags).HasMaxLength(NamedPlace.TagsMax);
        table.HasIndex(p => p.UnitId);
    }
}
