using System.Diagnostics.CodeAnalysis;
using Lianxin.Platform.Text;
using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.OverlayNG;

namespace Lianxin.Platform.Maps;

/// <summary>
/// The ground a grid covers: one or more valid polygons in CGCS2000 degrees, holes allowed. Read once, then
/// asked from many threads.
/// </summary>
public sealed class GridShape
{
    /// <summary>Corners a shape may have, over all its rings.</summary>
    public const int MaxPoints = 5_000;

    private readonly IndexedPointInAreaLocator locator;

    internal GridShape(Geometry geometry)
    {
        Geometry = geometry;
        locator = new(geometry);
        locator.Locate(geometry.Coordinate);
    }

    internal Geometry Geometry { get; }

    /// <summary>Square metres on the ellipsoid, holes left out.</summary>
    public double AreaSquareMetres => GroundArea.Of(Geometry);

    /// <summary>A point surely inside, for a label or a first view of the map.</summary>
    public GeoPoint LabelPoint => Geometry.InteriorPoint is var point ? new(point.Y, point.X) : default;

    /// <summary>The smallest upright box around it, by which stored neighbours are found.</summary>
    public (GeoPoint SouthWest, GeoPoint NorthEast) Bounds =>
        Geometry.EnvelopeInternal is var box ? (new(box.MinY, box.MinX), new(box.MaxY, box.MaxX)) : default;

    /// <summary>
    /// Reads a GeoJSON Polygon or MultiPolygon (RFC 7946) of type and coordinates and nothing else; rings closed,
    /// at most <see cref="MaxPoints"/> corners, no crossing lines. Corners are rounded to a centimetre (7 decimals),
    /// so that neighbours drawn from one line share it.
    /// </summary>
    public static bool TryParse(string? geoJson, [NotNullWhen(true)] out GridShape? shape, [NotNullWhen(false)] out Sentence? refusal)
    {
        shape = GeoJsonReader.Read(geoJson, out refusal) is { } geometry ? new GridShape(geometry) : null;
        return shape is not null;
    }

    /// <summary>The same ground when its corners were written in another system; may be refused as not valid any more.</summary>
    public bool TryMove(CoordinateSystem from, [NotNullWhen(true)] out GridShape? moved, [NotNullWhen(false)] out Sentence? refusal)
    {
        var copy = Geometry.Copy();
        copy.Apply(new Mover(from));
        copy.GeometryChanged();
        return TryParse(GeoJsonWriter.Write(copy), out moved, out refusal);
    }

    /// <summary>GeoJSON with outer rings counter-clockwise, as RFC 7946 asks.</summary>
    public string ToGeoJson() => GeoJsonWriter.Write(Geometry);

    /// <summary>Inside or on the border; which of two neighbours owns a border point is <see cref="GridLocator"/>'s to say.</summary>
    public bool Covers(GeoPoint point) => point.Valid && locator.Locate(new Coordinate(point.Lon, point.Lat)) != Location.Exterior;

    /// <summary>Square metres two shapes share; neighbours that only touch share 0.</summary>
    public double OverlapSquareMetres(GridShape other) => Geometry.EnvelopeInternal.Intersects(other.Geometry.EnvelopeInternal)
        ? GroundArea.Of(OverlayNGRobust.Overlay(Geometry, other.Geometry, NetTopologySuite.Operation.Overlay.SpatialFunction.Intersection))
        : 0;

    /// <summary>The ground of both; null where it cannot be drawn as one boundary any more.</summary>
    public GridShape? Join(GridShape other)
    {
        var both = OverlayNGRobust.Overlay(Geometry, other.Geometry, NetTopologySuite.Operation.Overlay.SpatialFunction.Union);
        return TryParse(GeoJsonWriter.Write(both), out var joined, out _) ? joined : null;
    }

    private sealed class Mover(CoordinateSystem from) : ICoordinateSequenceFilter
    {
        public bool Done => false;

        public bool GeometryChanged => true;

        public void Filter(CoordinateSequence corners, int at)
        {
            var there = Crs.ToCgcs2000(new GeoPoint(corners.GetY(at), corners.GetX(at)), from);
            corners.SetX(at, there.Lon);
            corners.SetY(at, there.Lat);
        }
    }
}
