using FsCheck;
using FsCheck.Fluent;
using Lianxin.Platform.Maps;

namespace Lianxin.Tests.Maps;

public sealed class CrsTests
{
    [Theory]
    [InlineData(39.908692, 116.397477, 39.910095, 116.403721, 39.916435, 116.410094)]
    [InlineData(29.078950, 119.647420, 29.075974, 119.652125, 29.082267, 119.658573)]
    [InlineData(35.215900, 113.241800, 35.215388, 113.248165, 35.221357, 113.254679)]
    public void The_known_points_agree_both_ways(double lat, double lon, double gcjLat, double gcjLon, double bdLat, double bdLon)
    {
        var (plain, gcj, bd) = (new GeoPoint(lat, lon), new GeoPoint(gcjLat, gcjLon), new GeoPoint(bdLat, bdLon));
        Near(gcj, Crs.Convert(plain, CoordinateSystem.Cgcs2000, CoordinateSystem.Gcj02));
        Near(bd, Crs.Convert(plain, CoordinateSystem.Wgs84, CoordinateSystem.Bd09));
        Near(bd, Crs.Convert(gcj, CoordinateSystem.Gcj02, CoordinateSystem.Bd09), 2e-6);
        Near(gcj, Crs.Convert(bd, CoordinateSystem.Bd09, CoordinateSystem.Gcj02), 2e-6);
        Near(plain, Crs.ToCgcs2000(gcj, CoordinateSystem.Gcj02), 2e-6);
        Near(plain, Crs.ToCgcs2000(bd, CoordinateSystem.Bd09), 2e-6);
    }

    [Fact]
    public void A_round_trip_ends_within_a_metre() =>
        Prop.ForAll(Gen.Choose(1_000_000, 55_000_000).ToArbitrary(), Gen.Choose(73_000_000, 137_000_000).ToArbitrary(), (lat, lon) =>
        {
            var start = new GeoPoint(lat / 1e6, lon / 1e6);
            return new[] { CoordinateSystem.Gcj02, CoordinateSystem.Bd09 }.All(system =>
                Crs.ToCgcs2000(Crs.Convert(start, CoordinateSystem.Cgcs2000, system), system).MetresTo(start) < 1);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Outside_China_nothing_is_shifted()
    {
        var paris = new GeoPoint(48.8566, 2.3522);
        foreach (var system in Enum.GetValues<CoordinateSystem>())
            Assert.Equal(paris, Crs.Convert(paris, CoordinateSystem.Cgcs2000, system));
    }

    [Fact]
    public void Satellites_and_Tianditu_share_a_system()
    {
        var point = new GeoPoint(29.07895, 119.64742);
        Assert.Equal(point, Crs.Convert(point, CoordinateSystem.Wgs84, CoordinateSystem.Cgcs2000));
    }

    [Theory]
    [InlineData(0, 0, 0, 1, 111_195)]
    [InlineData(39.908692, 116.397477, 31.2304, 121.4737, 1_067_300)]
    [InlineData(30, 120, 30, 120, 0)]
    [InlineData(0, 0, 0, 180, 20_015_115)]
    public void Distances_follow_the_great_circle(double lat, double lon, double lat2, double lon2, double metres) =>
        Assert.Equal(metres, new GeoPoint(lat, lon).MetresTo(new(lat2, lon2)), metres * 0.001);

    [Fact]
    public void A_point_off_the_globe_is_not_valid()
    {
        Assert.False(new GeoPoint(double.NaN, 0).Valid);
        Assert.False(new GeoPoint(119, 29).Valid);
        Assert.True(new GeoPoint(29, 119).Valid);
    }

    private static void Near(GeoPoint expected, GeoPoint actual, double tolerance = 1e-6)
    {
        Assert.Equal(expected.Lat, actual.Lat, tolerance);
        Assert.Equal(expected.Lon, actual.Lon, tolerance);
    }
}
