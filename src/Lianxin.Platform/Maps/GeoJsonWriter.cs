using System.Buffers;
using System.Text;
using System.Text.Json;
using NetTopologySuite.Geometries;

namespace Lianxin.Platform.Maps;

/// <summary>Writes what <see cref="GeoJsonReader"/> reads.</summary>
internal static class GeoJsonWriter
{
    public static string Write(Geometry geometry)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("type", geometry is Polygon ? "Polygon" : "MultiPolygon");
            json.WritePropertyName("coordinates");
            if (geometry is Polygon polygon) Rings(json, polygon);
            else Polygons(json, (MultiPolygon)geometry);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Polygons(Utf8JsonWriter json, MultiPolygon many)
    {
        json.WriteStartArray();
        foreach (var polygon in many.Geometries) Rings(json, (Polygon)polygon);
        json.WriteEndArray();
    }

    private static void Rings(Utf8JsonWriter json, Polygon polygon)
    {
        json.WriteStartArray();
        Ring(json, polygon.Shell, counterClockwise: true);
        foreach (var hole in polygon.Holes) Ring(json, hole, counterClockwise: false);
        json.WriteEndArray();
    }

    private static void Ring(Utf8JsonWriter json, LinearRing ring, bool counterClockwise)
    {
        json.WriteStartArray();
        var corners = ring.Coordinates;
        foreach (var corner in ring.IsCCW == counterClockwise ? corners : corners.Reverse())
        {
            json.WriteStartArray();
            json.WriteNumberValue(corner.X);
            json.WriteNumberValue(corner.Y);
            json.WriteEndArray();
        }
        json.WriteEndArray();
    }
}
