using NetTopologySuite.Geometries;

namespace Lianxin.Platform.Maps;

/// <summary>
/// Area on the CGCS2000 ellipsoid: corners are laid out on an equal-area cylinder, where the flat formula is exact
/// but for the bend of the sides, which at the size of a town is less than a drawing error.
/// </summary>
internal static class GroundArea
{
    private const double Axis = 6378137.0, Flattening = 1 / 298.257222101;
    private static readonly double E2 = Flattening * (2 - Flattening);
    private static readonly double E = Math.Sqrt(E2);

    public static double Of(Geometry geometry)
    {
        var area = 0.0;
        for (var i = 0; i < geometry.NumGeometries; i++)
        {
            if (geometry.GetGeometryN(i) is not Polygon polygon) continue;
            area += Ring(polygon.ExteriorRing);
            foreach (var hole in polygon.InteriorRings) area -= Ring(hole);
        }
        return area;
    }

    private static double Ring(LineString ring)
    {
        var corners = ring.Coordinates;
        if (corners.Length == 0) return 0;
        var (east, north) = (corners[0].X, Height(corners[0].Y));
        var sum = 0.0;
        for (var i = 1; i < corners.Length; i++)
        {
            var (x0, y0) = (corners[i - 1].X - east, Height(corners[i - 1].Y) - north);
            var (x1, y1) = (corners[i].X - east, Height(corners[i].Y) - north);
            sum += (x0 * y1) - (x1 * y0);
        }
        return Math.Abs(sum) / 2 * (Math.PI / 180) * Axis * Axis / 2;
    }

    private static double Height(double latitude)
    {
        var s = Math.Sin(latitude * Math.PI / 180);
        return (1 - E2) * ((s / (1 - (E2 * s * s))) - (1 / (2 * E) * Math.Log((1 - (E * s)) / (1 + (E * s)))));
    }
}
