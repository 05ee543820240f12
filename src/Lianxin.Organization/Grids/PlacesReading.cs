using System.Collections.Concurrent;
using Lianxin.Platform.Access;
using Lianxin.Platform.Maps;

namespace Lianxin.Organization.Grids;

/// <summary>A registered name and the unit it lies in.</summary>
internal sealed record PlaceName(string Name, long UnitId);

/// <summary>What can be found under one unit: place names, longest first, and the territories below it.</summary>
internal sealed record PlacesUnder(IReadOnlyList<PlaceName> Names, IReadOnlyList<UnitInfo> Territories);

/// <summary>All grids and place names as of one mark.</summary>
internal sealed class PlacesReading(long mark, GridLocator grids, IReadOnlyDictionary<string, long> unitByCode, IReadOnlyList<PlaceName> names)
{
    private readonly ConcurrentDictionary<long, PlacesUnder> under = new();

    public long Mark => mark;

    public long? At(GeoPoint point) => grids.Find(point) is { } code ? unitByCode[code] : null;

    public PlacesUnder Under(UnitInfo top, UnitForest forest) => under.GetOrAdd(top.Id, _ =>
    {
        var below = forest.Below(top).Where(u => !u.Closed).ToList();
        var ids = below.Select(u => u.Id).ToHashSet();
        return new([.. names.Where(n => ids.Contains(n.UnitId))], [.. below.Where(u => u.Kind == UnitKind.Territory && u.Id != top.Id)]);
    });
}

/// <summary>Keeps the last reading per process.</summary>
internal sealed class PlacesCache
{
    private volatile PlacesReading? kept;

    public PlacesReading? Kept
    {
        get => kept;
        set => kept = value;
    }
}
