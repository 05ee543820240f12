namespace Lianxin.Platform.Maps;

/// <summary>WGS-84 to GCJ-02: metre offsets by polynomial and sine terms, divided by the local length of a degree.</summary>
internal static class GcjShift
{
    private const double Axis = 6378245.0, Eccentricity = 0.00669342162296594323;

    public static GeoPoint Add(GeoPoint point)
    {
        if (!InBox(point)) return point;
        var (x, y) = (point.Lon - 105, point.Lat - 35);
        var waves = (20 * Math.Sin(6 * x * Math.PI)) + (20 * Math.Sin(2 * x * Math.PI));
        var north = -100 + (2 * x) + (3 * y) + (0.2 * y * y) + (0.1 * x * y) + (0.2 * Math.Sqrt(Math.Abs(x)))
            + (2 / 3.0 * (waves + (20 * Math.Sin(y * Math.PI)) + (40 * Math.Sin(y / 3 * Math.PI))
            + (160 * Math.Sin(y / 12 * Math.PI)) + (320 * Math.Sin(y / 30 * Math.PI))));
        var east = 300 + x + (2 * y) + (0.1 * x * x) + (0.1 * x * y) + (0.1 * Math.Sqrt(Math.Abs(x)))
            + (2 / 3.0 * (waves + (20 * Math.Sin(x * Math.PI)) + (40 * Math.Sin(x / 3 * Math.PI))
            + (150 * Math.Sin(x / 12 * Math.PI)) + (300 * Math.Sin(x / 30 * Math.PI))));
        var latitude = point.Lat * Math.PI / 180;
        var bulge = 1 - (Eccentricity * Math.Sin(latitude) * Math.Sin(latitude));
        var degreeNorth = Math.PI / 180 * Axis * (1 - Eccentricity) / Math.Pow(bulge, 1.5);
        var degreeEast = Math.PI / 180 * Axis * Math.Cos(latitude) / Math.Sqrt(bulge);
        return new(point.Lat + (north / degreeNorth), point.Lon + (east / degreeEast));
    }

    public static bool InBox(GeoPoint point) => point.Lat is >= 0.8293 and <= 55.8271 && point.Lon is >= 72.004 and <= 137.8347;
}
