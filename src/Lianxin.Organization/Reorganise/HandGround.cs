using Lianxin.Organization.Grids;
using Lianxin.Organization.Units;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Lianxin.Platform.Maps;
using Lianxin.Platform.Targets;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Organization.Reorganise;

/// <summary>Place names and boundaries of a unit that goes: entered with whoever receives, so that what people say still finds its way.</summary>
internal sealed class HandGround(AppDb db, Ids ids)
{
    /// <summary>Enters place names with the receiver and takes them off where they stood.</summary>
    /// <param name="only">Ids of the ones that go; null for all.</param>
    /// <returns>The new id of each by its old one.</returns>
    public async Task<Dictionary<long, long>> Places(long unitId, Unit to, IReadOnlyCollection<long>? only, DateTime at)
    {
        var moved = new Dictionary<long, long>();
        var there = await Named(to.Id);
        foreach (var place in (await Named(unitId)).Where(p => only?.Contains(p.Id) != false))
        {
            moved[place.Id] = Enter(there, to.Id, place.Name, place.Longitude, place.Latitude, place.Tags);
            place.Retire(at);
        }

        return moved;
    }

    /// <summary>A unit that is gone: its name stays a place name of the receiver, and what looked after it looks after the receiver.</summary>
    public async Task Leave(Unit unit, Unit? to, Dictionary<long, long> moved, DateTime at)
    {
        var left = await db.Set<Target>().Where(t => t.UnitId == unit.Id && t.RetiredAt == null && t.Kind != Grids.Places.Kind).ToListAsync();
        if (to is not null)
        {
            var kinds = left.Select(t => t.Kind).ToList();
            var heirs = await db.Set<Target>().AsNoTracking().Where(t => t.UnitId == to.Id && t.RetiredAt == null && kinds.Contains(t.Kind)).ToListAsync();
            foreach (var own in left)
                if (heirs.Find(h => h.Kind == own.Kind) is { } heir) moved[own.Id] = heir.Id;
            if (unit.Kind == UnitKind.Territory && Bears(to)) Enter(await Named(to.Id), to.Id, unit.Name, null, null, "");
        }

        foreach (var target in left) target.Retire(at);
        foreach (var place in (await Named(unit.Id)).Where(p => !moved.ContainsKey(p.Id))) place.Retire(at);
    }

    /// <summary>A grid takes the ground of the one merged into it.</summary>
    public async Task Boundary(long unitId, long toId)
    {
        var drawn = await db.Set<Grid>().Where(g => g.UnitId == unitId || g.UnitId == toId).ToListAsync();
        if (drawn.Find(g => g.UnitId == unitId) is not { } gone || !GridShape.TryParse(gone.Polygon, out var shape, out _)) return;
        if (drawn.Find(g => g.UnitId == toId) is not { } kept) db.Add(kept = Grid.Of(ids.Next(), toId));
        else if (!GridShape.TryParse(kept.Polygon, out var ground, out _) || ground.Join(shape) is not { } both) return;
        else shape = both;
        kept.Draw(shape);
        foreach (var target in await db.Set<Target>().Where(t => t.UnitId == toId && t.Kind == UnitFacts.TargetKind(UnitKind.Grid)).ToListAsync())
            target.Stand(kept.Longitude, kept.Latitude);
    }

    /// <summary>Names of places are kept where people live.</summary>
    public static bool Bears(Unit unit) => unit.Kind is UnitKind.Territory or UnitKind.Grid;

    private long Enter(List<Target> there, long toId, string name, double? longitude, double? latitude, string tags)
    {
        if (there.Find(t => t.Name == name) is { } known) return known.Id;
        var place = Target.Register(ids.Next(), Grids.Places.Kind, toId, name, longitude, latitude, tags);
        db.Add(place);
        there.Add(place);
        return place.Id;
    }

    private Task<List<Target>> Named(long unitId) =>
        db.Set<Target>().Where(t => t.UnitId == unitId && t.Kind == Grids.Places.Kind && t.RetiredAt == null).OrderBy(t => t.Id).ToListAsync();
}
