namespace Lianxin.Platform.Maps;

/// <summary>GCJ-02 to BD-09: a small turn and stretch around the origin, then a fixed step.</summary>
internal static class BdShift
{
    private const double NorthStep = 0.0060, EastStep = 0.0065;

    public static GeoPoint Add(GeoPoint gcj)
    {
        if (!GcjShift.InBox(gcj)) return gcj;
        var (r, angle) = Polar(gcj.Lon, gcj.Lat);
        r += 0.00002 * Math.Sin(gcj.Lat * Math.PI * 3000 / 180);
        angle += 0.000003 * Math.Cos(gcj.Lon * Math.PI * 3000 / 180);
        return new((r * Math.Sin(angle)) + NorthStep, (r * Math.Cos(angle)) + EastStep);
    }

    public static GeoPoint Remove(GeoPoint bd) => GcjShift.InBox(bd) ? Crs.Undo(bd, Add) : bd;

    private static (double R, double Angle) Polar(double x, double y) => (Math.Sqrt((x * x) + (y * y)), Math.Atan2(y, x));
}
