using System.Runtime.InteropServices;

namespace Lianxin.Platform.Maps;

/// <summary>A place in degrees, latitude north and longitude east; stored points are CGCS2000.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct GeoPoint(double Lat, double Lon)
{
    private const double EarthRadius = 6_371_008.8;

    /// <summary>Whether both are finite and on the globe.</summary>
    public bool Valid => Math.Abs(Lat) <= 90 && Math.Abs(Lon) <= 180;

    /// <summary>Metres along the great circle (haversine, mean radius), good to half a percent.</summary>
    public double MetresTo(GeoPoint other)
    {
        var (north, east) = (Sine(other.Lat - Lat), Sine(other.Lon - Lon));
        var h = (north * north) + (Math.Cos(Radians(Lat)) * Math.Cos(Radians(other.Lat)) * east * east);
        return 2 * EarthRadius * Math.Asin(Math.Min(1, Math.Sqrt(h)));
    }

    private static double Sine(double degrees) => Math.Sin(Radians(degrees) / 2);

    private static double Radians(double degrees) => degrees * Math.PI / 180;
}
