using System.Text.Json;
using Lianxin.Platform.Text;
using NetTopologySuite.Geometries;

namespace Lianxin.Platform.Maps;

/// <summary>Reads the rings of one boundary and counts their corners over all of it.</summary>
internal sealed class RingReader
{
    private int points;

    public Polygon Polygon(JsonElement coordinates)
    {
        var rings = coordinates.EnumerateArray().Select(Ring).ToArray();
        if (rings.Length == 0) throw new ShapeException(new("请画出边界"));
        return new Polygon(rings[0], rings[1..]);
    }

    private LinearRing Ring(JsonElement ring)
    {
        if ((points += ring.GetArrayLength()) > GridShape.MaxPoints)
            throw new ShapeException(new("边界的点太多，最多 {0} 个", GridShape.MaxPoints));
        var corners = ring.EnumerateArray().Select(Corner).ToArray();
        if (corners.Length < 4) throw new ShapeException(new("一圈边界至少要有三个角"));
        if (!corners[0].Equals2D(corners[^1])) throw new ShapeException(new("边界没有合拢，最后一点应与第一点相同"));
        return new LinearRing(corners);
    }

    private static Coordinate Corner(JsonElement position)
    {
        if (position.GetArrayLength() != 2) throw new ShapeException(new("边界的点应是经度和纬度两个数"));
        var (lon, lat) = (position[0].GetDouble(), position[1].GetDouble());
        if (new GeoPoint(lat, lon).Valid) return new(Math.Round(lon, 7), Math.Round(lat, 7));
        throw new ShapeException(new GeoPoint(lon, lat).Valid
            ? new Sentence("经度和纬度写反了，应先写经度")
            : new Sentence("边界的点不在地球上"));
    }
}
