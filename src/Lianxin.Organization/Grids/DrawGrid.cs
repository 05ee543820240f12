using System.ComponentModel.DataAnnotations;
using Lianxin.Organization.Units;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Maps;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Organization.Grids;

internal sealed record DrawGridInput
{
    public const int CornersMax = 200_000;

    /// <summary>GeoJSON Polygon or MultiPolygon.</summary>
    [MaxLength(Grid.BoundaryMax), Label("边界")]
    public string Boundary { get; init; } = "";

    /// <summary>What the pasted boundary is measured in.</summary>
    [Label("坐标系")]
    public CoordinateSystem System { get; init; }

    /// <summary>Instead of a boundary: one corner a line, longitude before latitude, CGCS2000 degrees.</summary>
    [MaxLength(CornersMax), Label("角点")]
    public string Corners { get; init; } = "";

    /// <summary>The version the form was made from; 0 where no boundary was drawn.</summary>
    [Label("版本")]
    public int? Version { get; init; }
}

/// <summary>Draws a grid's boundary, or draws it anew. No ground belongs to two grids (rules 1.2).</summary>
internal sealed class DrawGrid(UnitDesk desk, TellTargets tell, AppDb db, Ids ids)
{
    /// <summary>Square metres that two drawings of one border may differ by.</summary>
    private const double Tolerance = 1;

    /// <returns>The unit's id; null where the actor does not reach it.</returns>
    public async Task<long?> Do(long unitId, DrawGridInput input)
    {
        if (await desk.Open(OrganizationAccess.Edit, unitId) is not { } unit) return null;
        if (unit.Kind != UnitKind.Grid) throw new Refusal("只有网格可以画边界");
        var shape = Boundary.Read(input);
        await RefuseOverlap(unitId, shape, input.Boundary.Length > 0 ? "boundary" : "corners");

        var grid = await db.Set<Grid>().FirstOrDefaultAsync(g => g.UnitId == unitId);
        if (grid is null) db.Add(grid = Grid.Of(ids.Next(), unitId));
        grid.Unchanged(input.Version);
        grid.Draw(shape);
        await tell.Of(await desk.Row(unitId));
        Places.Changed(db);
        await desk.Save("DrawGrid", OrganizationAccess.Edit, unit);
        return unitId;
    }

    private async Task RefuseOverlap(long unitId, GridShape shape, string field)
    {
        var (low, high) = shape.Bounds;
        var near = await (
            from grid in db.Set<Grid>().AsNoTracking()
            join unit in db.Set<Unit>() on grid.UnitId equals unit.Id
            where grid.UnitId != unitId && unit.ValidTo == null
                && grid.West <= high.Lon && grid.East >= low.Lon && grid.South <= high.Lat && grid.North >= low.Lat
            orderby unit.Code
            select new { unit.Name, grid.Polygon }).ToListAsync();
        foreach (var neighbour in near)
        {
            if (!GridShape.TryParse(neighbour.Polygon, out var other, out _)) continue;
            var shared = shape.OverlapSquareMetres(other);
            if (shared > Tolerance) throw new Refusal("与{0}重叠约 {1} 平方米", field, neighbour.Name, Math.Ceiling(shared));
        }
    }
}
