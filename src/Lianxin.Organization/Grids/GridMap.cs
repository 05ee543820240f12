using System.Buffers;
using System.Text;
using System.Text.Json;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Organization.Grids;

/// <summary>Grids for the map element: <c>{"grids":[{"id","name","short","code","polygon"}],"points":[]}</c>, <c>short</c> where the name begins with that of the village. Boundaries are public, so nobody's reach is asked.</summary>
internal sealed class GridMap(AppDb db, UnitTree tree)
{
    /// <summary>More grids than this nobody can tell apart on a page; the map is then left empty.</summary>
    public const int Most = 400;

    private const int Near = 14;

    /// <summary>JSON by code; null when there is no such unit.</summary>
    /// <param name="named">Also place names under it, as points.</param>
    public async Task<string?> Json(long unitId, bool named = false)
    {
        var forest = await tree.Read();
        if (forest.Find(unitId) is not { } top) return null;
        return await Json([.. forest.Below(top).Where(u => !u.Closed)], named);
    }

    /// <summary>The grids among these units.</summary>
    /// <param name="centre">What the map looks at first; all of it where left out.</param>
    public async Task<string> Json(IReadOnlyList<UnitInfo> units, bool named, (double Longitude, double Latitude)? centre = null)
    {
        var forest = await tree.Read();
        var ids = units.Where(u => u.Kind == UnitKind.Grid).Select(u => u.Id).ToList();
        if (ids.Count > Most) ids.Clear();
        var polygons = await db.Set<Grid>().AsNoTracking().Where(g => ids.Contains(g.UnitId)).ToDictionaryAsync(g => g.UnitId, g => g.Polygon);
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartArray("grids");
            foreach (var unit in ids.Select(id => forest.Find(id)!).Where(u => polygons.ContainsKey(u.Id))) Write(json, unit, forest.NameOf(unit.ParentId), polygons[unit.Id]);
            json.WriteEndArray();
            json.WriteStartArray("points");
            foreach (var place in named && ids.Count > 0 ? await Places([.. units.Select(u => u.Id)]) : []) Write(json, place);
            json.WriteEndArray();
            if (centre is { } at) Write(json, at.Longitude, at.Latitude);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private Task<List<NamedPlace>> Places(IReadOnlyList<long> units) => db.Set<NamedPlace>().AsNoTracking()
        .Where(p => units.Contains(p.UnitId) && p.RetiredAt == null && p.Longitude != null).OrderBy(p => p.Id).Take(Most).ToListAsync();

    private static void Write(Utf8JsonWriter json, double longitude, double latitude)
    {
        json.WriteStartObject("centre");
        json.WriteNumber("lon", longitude);
        json.WriteNumber("lat", latitude);
        json.WriteNumber("zoom", Near);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, NamedPlace place)
    {
        json.WriteStartObject();
        json.WriteNumber("lon", place.Longitude!.Value);
        json.WriteNumber("lat", place.Latitude!.Value);
        json.WriteString("text", place.Name);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, UnitInfo unit, string village, string polygon)
    {
        json.WriteStartObject();
        json.WriteNumber("id", unit.Id);
        json.WriteString("name", unit.Name);
        if (unit.Name.Length > village.Length && unit.Name.StartsWith(village, StringComparison.Ordinal)) json.WriteString("short", unit.Name[village.Length..]);
        json.WriteString("code", unit.Code);
        json.WritePropertyName("polygon");
        json.WriteRawValue(polygon);
        json.WriteEndObject();
    }
}
