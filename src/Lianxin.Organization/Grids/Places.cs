using Lianxin.Contracts.Organization;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Lianxin.Platform.Maps;
using Lianxin.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Organization.Grids;

/// <summary>Answers where something is, from memory.</summary>
internal sealed class Places(AppDb db, UnitTree tree, PlacesCache cache) : IPlaces
{
    public const string Kind = "place";

    private const string Mark = "places";
    private const int WordsMost = 2_000;
    private const int FoundMost = 5;
    private PlacesReading? read;

    public async Task<PlaceFound?> At(double longitude, double latitude) =>
        (await Read()).At(new GeoPoint(latitude, longitude)) is { } unitId ? new PlaceFound(unitId, "") : null;

    public async Task<IReadOnlyList<PlaceFound>> Named(string words, long underUnitId)
    {
        var forest = await tree.Read();
        if (forest.Find(underUnitId) is not { } top) return [];
        if (words.Length > WordsMost) words = words[..WordsMost];
        var under = (await Read()).Under(top, forest);
        var found = under.Names.Where(n => words.Contains(n.Name, StringComparison.Ordinal)).Select(n => new PlaceFound(n.UnitId, n.Name)).ToList();
        var named = under.Territories.Where(t => words.Contains(t.Name, StringComparison.Ordinal)).ToList();
        if (named is not [var village]) return [.. found.Take(FoundMost)];

        var inside = found.Where(f => forest.Find(f.UnitId)?.Path.StartsWith(village.Path, StringComparison.Ordinal) == true).ToList();
        return [.. inside.Append(new PlaceFound(village.Id, village.Name)).Concat(found.Except(inside)).Take(FoundMost)];
    }

    /// <summary>Tells every node, with this save, that grids or place names have changed.</summary>
    public static void Changed(AppDb db) => Marks.Raise(db, Mark);

    private async ValueTask<PlacesReading> Read()
    {
        if (read is not null) return read;
        var mark = await Marks.Read(db, Mark);
        if (cache.Kept is { } kept && kept.Mark == mark) return read = kept;
        var rows = await (
            from grid in db.Set<Grid>().AsNoTracking()
            join unit in db.Set<Unit>() on grid.UnitId equals unit.Id
            where unit.ValidTo == null
            select new { unit.Id, unit.Code, grid.Polygon }).ToListAsync();
        var shapes = rows.Select(r => (r.Code, Shape: GridShape.TryParse(r.Polygon, out var shape, out _) ? shape : null)).Where(r => r.Shape is not null);
        var names = await db.Set<NamedPlace>().AsNoTracking().Where(p => p.RetiredAt == null)
            .OrderBy(p => p.Id).Select(p => new PlaceName(p.Name, p.UnitId)).ToListAsync();
        read = new(mark, new GridLocator(shapes.Select(s => (s.Code, s.Shape!))), rows.ToDictionary(r => r.Code, r => r.Id),
            [.. names.OrderByDescending(n => n.Name.Length)]);
        return cache.Kept = read;
    }
}
