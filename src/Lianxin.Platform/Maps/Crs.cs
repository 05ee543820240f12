namespace Lianxin.Platform.Maps;

/// <summary>The coordinate systems a point may arrive in. CGCS2000 (Tianditu) and WGS-84 (satellites) are one for this use.</summary>
public enum CoordinateSystem { Cgcs2000, Wgs84, Gcj02, Bd09 }

/// <summary>
/// Between the surveyed systems and the shifted ones: GCJ-02 (Amap, Tencent, WeChat; about 550 m off) and BD-09
/// (Baidu; over 1 km). A mix-up puts a case into another grid, so points are converted at the edge, once.
/// Constants and shape after PRCoords (CC0); rules §14 has the vectors. Outside China nothing is shifted.
/// </summary>
public static class Crs
{
    private const double Close = 1e-9;

    public static GeoPoint Convert(GeoPoint point, CoordinateSystem from, CoordinateSystem to)
    {
        if (Plain(from) == Plain(to)) return point;
        var gcj = from switch
        {
            CoordinateSystem.Bd09 => BdShift.Remove(point),
            CoordinateSystem.Gcj02 => point,
            _ => GcjShift.Add(point),
        };
        return to switch
        {
            CoordinateSystem.Bd09 => BdShift.Add(gcj),
            CoordinateSystem.Gcj02 => gcj,
            _ => Undo(gcj, GcjShift.Add),
        };
    }

    /// <summary>To what is stored.</summary>
    public static GeoPoint ToCgcs2000(GeoPoint point, CoordinateSystem from) => Convert(point, from, CoordinateSystem.Cgcs2000);

    // The shifts change slowly, so walking back by the remaining error settles in a few steps.
    internal static GeoPoint Undo(GeoPoint shifted, Func<GeoPoint, GeoPoint> shift)
    {
        var guess = shifted;
        for (var i = 0; i < 12; i++)
        {
            var there = shift(guess);
            var (lat, lon) = (there.Lat - shifted.Lat, there.Lon - shifted.Lon);
            guess = new(guess.Lat - lat, guess.Lon - lon);
            if (Math.Abs(lat) < Close && Math.Abs(lon) < Close) break;
        }
        return guess;
    }

    private static CoordinateSystem Plain(CoordinateSystem system) =>
        system == CoordinateSystem.Wgs84 ? CoordinateSystem.Cgcs2000 : system;
}
