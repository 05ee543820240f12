using Lianxin.Platform.Data;
using Lianxin.Platform.Maps;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lianxin.Organization.Grids;

/// <summary>The ground of one grid. What it is called and where it belongs stands on its unit.</summary>
internal sealed class Grid : Entity
{
    public const int BoundaryMax = 512 * 1024;

    private Grid() { }

    public long UnitId { get; private set; }

    /// <summary>GeoJSON in CGCS2000 degrees, as <see cref="GridShape.ToGeoJson"/> writes it.</summary>
    public string Polygon { get; private set; } = "";

    /// <summary>Whole square metres.</summary>
    public long Area { get; private set; }

    /// <summary>A point surely inside.</summary>
    public double Longitude { get; private set; }

    public double Latitude { get; private set; }

    public double West { get; private set; }

    public double South { get; private set; }

    public double East { get; private set; }

    public double North { get; private set; }

    public static Grid Of(long id, long unitId) => new() { Id = id, UnitId = unitId };

    public void Draw(GridShape shape)
    {
        Polygon = shape.ToGeoJson();
        Area = (long)Math.Round(shape.AreaSquareMetres);
        (Latitude, Longitude) = shape.LabelPoint;
        var (low, high) = shape.Bounds;
        (South, West) = low;
        (North, East) = high;
    }
}

internal sealed class GridTable : IEntityTypeConfiguration<Grid>
{
    public void Configure(EntityTypeBuilder<Grid> table)
    {
        table.ToTable("org_grids");
        table.HasIndex(g => g.UnitId).IsUnique();
        table.HasIndex(g => g.West);
    }
}
