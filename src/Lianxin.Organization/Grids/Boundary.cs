using System.Globalization;
using Lianxin.Platform;
using Lianxin.Platform.Maps;

namespace Lianxin.Organization.Grids;

/// <summary>Reads a boundary as people give it: pasted GeoJSON, or corners one a line.</summary>
internal static class Boundary
{
    private static readonly char[] Between = [',', '，', ' ', '\t', '　', ';', '；'];

    /// <exception cref="Refusal">At the field it came from.</exception>
    public static GridShape Read(DrawGridInput input)
    {
        if (input.Boundary.Length == 0 && input.Corners.Length == 0) throw new Refusal("请在地图上点出边界，或粘贴 GeoJSON", "corners");
        if (input.Boundary.Length > 0 && input.Corners.Length > 0) throw new Refusal("边界只能给一种：要么点角点，要么粘贴 GeoJSON", "boundary");
        var (text, field) = input.Boundary.Length > 0 ? (input.Boundary, "boundary") : (Polygon(input.Corners), "corners");
        if (!GridShape.TryParse(text, out var shape, out var fault)) throw new Refusal(fault.Key, field, fault.Args);
        if (field == "corners" || input.System is CoordinateSystem.Cgcs2000 or CoordinateSystem.Wgs84) return shape;
        return shape.TryMove(input.System, out var moved, out var gone) ? moved : throw new Refusal(gone.Key, field, gone.Args);
    }

    /// <summary>Closes the ring and turns it the way GeoJSON wants it.</summary>
    private static string Polygon(string text)
    {
        var corners = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Corner).ToList();
        if (corners.Count > 1 && corners[0] == corners[^1]) corners.RemoveAt(corners.Count - 1);
        if (corners.Count < 3) throw new Refusal("边界至少要三个角点", "corners");
        corners.Add(corners[0]);
        var ring = string.Join(',', corners.Select(c => string.Create(CultureInfo.InvariantCulture, $"[{c.Lon:0.#######},{c.Lat:0.#######}]")));
        return $$"""{"type":"Polygon","coordinates":[[{{ring}}]]}""";
    }

    private static GeoPoint Corner(string line, int index)
    {
        var parts = line.Split(Between, StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length != 2
            || !double.TryParse(parts[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var lon)
            || !double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var lat)
            || !new GeoPoint(lat, lon).Valid)
            throw new Refusal("第 {0} 个角点写得不对，应该是“经度,纬度”", "corners", index + 1);
        return new GeoPoint(lat, lon);
    }
}
