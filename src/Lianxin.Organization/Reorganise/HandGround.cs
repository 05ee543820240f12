using Lianxin.Organization.Grids;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Lianxin.Platform.Maps;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Organization.Reorganise;

/// <summary>Place names and boundaries of a unit that goes: they go with whoever receives, so that what people say still finds its way.</summary>
internal sealed class HandGround(AppDb db, TellTargets tell, Ids ids)
{
    /// <summary>Gives place names to the receiver; one that has the name already keeps its own.</summary>
    /// <param name="only">Ids of the ones that go; null for all.</param>
    /// <returns>What stands for a target that is given up, by its id.</returns>
    public async Task<Dictionary<long, long>> Places(long unitId, Unit to, IReadOnlyCollection<long>? only, DateTime at)
    {
        var instead = new Dictionary<long, long>();
        var there = (await Named(to.Id)).ToDictionary(p => p.Name, p => p.Id);
        foreach (var place in (await Named(unitId)).Where(p => only?.Contains(p.Id) != false))
        {
            if (there.TryGetValue(place.Name, out var known)) instead[place.Id] = known;
            if (known == 0) place.Go(to.Id);
            else place.Retire(at);
            tell.Of(place);
        }

        return instead;
    }

    /// <summary>A unit that is gone: its name stays a place name of the receiver, and what looked after it looks after the receiver.</summary>
    public async Task Leave(Unit unit, Unit? to, Dictionary<long, long> instead, DateTime at)
    {
        if (to?.Kind == unit.Kind) instead[unit.Id] = to.Id;
        foreach (var place in await Named(unit.Id))
        {
            place.Retire(at);
            tell.Of(place);
        }

        if (to is null || unit.Kind != UnitKind.Territory || !Bears(to) || (await Named(to.Id)).Exists(p => p.Name == unit.Name)) return;
        var name = NamedPlace.Register(ids.Next(), to.Id, unit.Name, null, null, "");
        db.Add(name);
        tell.Of(name);
    }

    /// <summary>A grid takes the ground of the one merged into it.</summary>
    public async Task Boundary(long unitId, Unit to)
    {
        var drawn = await db.Set<Grid>().Where(g => g.UnitId == unitId || g.UnitId == to.Id).ToListAsync();
        if (drawn.Find(g => g.UnitId == unitId) is not { } gone || !GridShape.TryParse(gone.Polygon, out var shape, out _)) return;
        if (drawn.Find(g => g.UnitId == to.Id) is not { } kept) db.Add(kept = Grid.Of(ids.Next(), to.Id));
        else if (!GridShape.TryParse(kept.Polygon, out var ground, out _) || ground.Join(shape) is not { } both) return;
        else shape = both;
        kept.Draw(shape);
        await tell.Of(to);
    }

    /// <summary>Names of places are kept where people live.</summary>
    public static bool Bears(Unit unit) => unit.Kind is UnitKind.Territory or UnitKind.Grid;

    /// <summary>Names in force, those that were just given away no longer among them.</summary>
    private async Task<List<NamedPlace>> Named(long unitId) =>
        (await db.Set<NamedPlace>().Where(p => p.UnitId == unitId && p.RetiredAt == null).OrderBy(p => p.Id).ToListAsync()).FindAll(p => p.UnitId == unitId && p.RetiredAt is null);
}
