using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace Lianxin.Platform.Maps;

/// <summary>Two grids that claim the same ground.</summary>
public sealed record GridOverlap(string First, string Second, double SquareMetres);

/// <summary>
/// Which grid a point lies in, out of many. A point on a shared border, or on ground claimed twice, belongs to the
/// grid with the lowest code (ordinal), so every node and every run gives the same answer. Build once, ask from anywhere.
/// </summary>
public sealed class GridLocator
{
    private readonly STRtree<(string Code, GridShape Shape)> tree = new();

    /// <exception cref="ArgumentException">A code stands twice.</exception>
    public GridLocator(IEnumerable<(string Code, GridShape Shape)> grids)
    {
        var codes = new HashSet<string>();
        foreach (var grid in grids)
        {
            if (!codes.Add(grid.Code)) throw new ArgumentException($"Grid {grid.Code} stands twice.", nameof(grids));
            Count++;
            tree.Insert(grid.Shape.Geometry.EnvelopeInternal, grid);
        }
        tree.Build();
    }

    // The tree counts by walking itself.
    public int Count { get; }

    /// <summary>The code of the grid, or null where no grid is.</summary>
    public string? Find(GeoPoint point)
    {
        if (!point.Valid || Count == 0) return null;
        string? found = null;
        foreach (var (code, shape) in tree.Query(new Envelope(point.Lon, point.Lon, point.Lat, point.Lat)))
            if ((found is null || string.CompareOrdinal(code, found) < 0) && shape.Covers(point)) found = code;
        return found;
    }

    /// <summary>Pairs that share more than <paramref name="tolerance"/> square metres, by code; drawing errors along a border are a few.</summary>
    public IReadOnlyList<GridOverlap> Overlaps(double tolerance = 1)
    {
        var found = new List<GridOverlap>();
        foreach (var (code, shape) in All())
            foreach (var (other, otherShape) in tree.Query(shape.Geometry.EnvelopeInternal))
            {
                if (string.CompareOrdinal(code, other) >= 0) continue;
                var area = shape.OverlapSquareMetres(otherShape);
                if (area > tolerance) found.Add(new(code, other, area));
            }
        return [.. found.OrderBy(o => o.First, StringComparer.Ordinal).ThenBy(o => o.Second, StringComparer.Ordinal)];
    }

    private IList<(string Code, GridShape Shape)> All() => Count == 0 ? [] : tree.Query(new Envelope(-180, 180, -90, 90));
}
