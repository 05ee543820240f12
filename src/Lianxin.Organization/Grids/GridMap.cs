using System.Buffers;
using System.Text;
using System.Text.Json;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Organization.Grids;

/// <summary>The grids under a unit for the map: <c>[{"id","name","code","polygon"}]</c>. Boundaries are public, so nobody's reach is asked.</summary>
internal sealed class GridMap(AppDb db, UnitTree tree)
{
    /// <summary>JSON by code; null when there is no such unit.</summary>
    public async Task<string?> Json(long unitId)
    {
        var forest = await tree.Read();
        if (forest.Find(unitId) is not { } top) return null;
        var ids = forest.Below(top).Where(u => u.Kind == UnitKind.Grid && !u.Closed).Select(u => u.Id).ToList();
        var polygons = await db.Set<Grid>().AsNoTracking().Where(g => ids.Contains(g.UnitId)).ToDictionaryAsync(g => g.UnitId, g => g.Polygon);
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            foreach (var unit in ids.Select(id => forest.Find(id)!).Where(u => polygons.ContainsKey(u.Id))) Write(json, unit, polygons[unit.Id]);
            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, UnitInfo unit, string polygon)
    {
        json.WriteStartObject();
        json.WriteNumber("id", unit.Id);
        json.WriteString("name", unit.Name);
        json.WriteString("code", unit.Code);
        json.WritePropertyName("polygon");
        json.WriteRawValue(polygon);
        json.WriteEndObject();
    }
}
