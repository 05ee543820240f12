using System.Text.Json;
using Lianxin.Platform.Text;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Valid;

namespace Lianxin.Platform.Maps;

/// <summary>The small strict part of GeoJSON that is a grid's boundary.</summary>
internal static class GeoJsonReader
{
    private const int LongestText = 512 * 1024;
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 8, AllowDuplicateProperties = false };

    public static Geometry? Read(string? text, out Sentence? refusal)
    {
        try
        {
            if (string.IsNullOrWhiteSpace(text)) throw new ShapeException(new("请画出边界"));
            if (text.Length > LongestText) throw new ShapeException(new("边界的点太多，最多 {0} 个", GridShape.MaxPoints));
            using var json = JsonDocument.Parse(text, Strict);
            var geometry = Shape(json.RootElement);
            refusal = null;
            return geometry;
        }
        catch (ShapeException odd)
        {
            refusal = odd.Sentence;
        }
        catch (Exception odd) when (odd is JsonException or InvalidOperationException or FormatException)
        {
            refusal = new("边界文件读不懂，应为 GeoJSON");
        }
        return null;
    }

    private static Geometry Shape(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object) throw new ShapeException(new("边界文件读不懂，应为 GeoJSON"));
        foreach (var member in root.EnumerateObject())
            if (member.Name is not ("type" or "coordinates"))
                throw new ShapeException(new("边界里只能有 type 和 coordinates，多了“{0}”", member.Name.Length > 40 ? member.Name[..40] : member.Name));
        if (!root.TryGetProperty("type", out var type) || !root.TryGetProperty("coordinates", out var coordinates))
            throw new ShapeException(new("边界文件读不懂，应为 GeoJSON"));
        var rings = new RingReader();
        Geometry geometry = type.GetString() switch
        {
            "Polygon" => rings.Polygon(coordinates),
            "MultiPolygon" => new MultiPolygon([.. coordinates.EnumerateArray().Select(rings.Polygon)]),
            _ => throw new ShapeException(new("边界应是面（Polygon 或 MultiPolygon）")),
        };
        if (geometry.IsEmpty) throw new ShapeException(new("请画出边界"));
        var check = new IsValidOp(geometry);
        if (check.IsValid) return geometry;
        var at = check.ValidationError.Coordinate;
        throw new ShapeException(new("边界的线有交叉或重叠，在经度 {0}、纬度 {1} 附近", Math.Round(at.X, 6), Math.Round(at.Y, 6)));
    }
}

/// <summary>Ends the reading of a boundary with the sentence for the person who drew it.</summary>
internal sealed class ShapeException(Sentence sentence) : Exception(sentence.Key)
{
    public Sentence Sentence { get; } = sentence;
}
