using System.Runtime.InteropServices;
using Lianxin.Platform.Packs;

namespace Lianxin.Web.Demo;

/// <summary>Degrees, WGS 84.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct GeoPoint(double Lon, double Lat)
{
    /// <summary>Reads <c>[lon, lat]</c>.</summary>
    public static GeoPoint Read(PackNode node)
    {
        var pair = node.Items();
        if (pair.Count == 2) return new GeoPoint(pair[0].AsNumber(), pair[1].AsNumber());
        node.Refuse("坐标应该是 [经度, 纬度]");
        return default;
    }

    /// <summary>Reads the outer ring of a GeoJSON polygon; empty when the key is not there.</summary>
    public static IReadOnlyList<GeoPoint> Ring(PackNode owner, string key)
    {
        if (owner.OptionalChild(key) is not { Absent: false } polygon) return [];
        polygon.RefuseUnknown("type", "coordinates");
        if (polygon.Text("type") != "Polygon") polygon.RefuseAt("type", "边界应该是 Polygon");
        if (polygon.List("coordinates") is [var ring]) return [.. ring.Items().Select(Read)];
        polygon.RefuseAt("coordinates", "边界只能有一圈");
        return [];
    }
}
