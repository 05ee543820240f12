using Lianxin.Cases.Model;
using Lianxin.Platform.Access;

namespace Lianxin.Cases.Admin.Succession;

/// <summary>Who has what after the tree has changed, read off the tree as it stands: asked twice, it answers the same.</summary>
internal static class Heirs
{
    /// <summary>Where a case lies: the same grid or village, or the one that took it over.</summary>
    public static UnitInfo Place(UnitForest forest, long placeUnitId) =>
        forest.Find(placeUnitId) is { Closed: true } gone ? forest.Public(gone) ?? forest.Living(gone.Id)! : forest.Find(placeUnitId)!;

    /// <summary>A unit that takes in, decides or answers stands above the place: where it no longer does, the unit of its level there, else the nearest that takes cases in.</summary>
    public static UnitInfo Above(UnitForest forest, Case file, long unitId, UnitInfo place)
    {
        var unit = forest.Living(unitId)!;
        if (unit.Kind != UnitKind.Territory && unit.Id == unitId) return unit;
        var accused = forest.Accused(file);
        var line = forest.Upward(place.Id).Where(u => accused is null || !u.Path.StartsWith(accused.Path, StringComparison.Ordinal)).ToList();
        if (line.Exists(u => u.Id == unit.Id)) return unit;
        return line.Find(u => unit.Level.Length > 0 && u.Level == unit.Level) ?? line.Find(u => u.Accepts) ?? line.LastOrDefault() ?? unit;
    }

    /// <summary>Who goes on with a part of a case that goes: whoever took the unit over, or got this case with a part of it.</summary>
    /// <param name="splitTo">Who got a part of <paramref name="splitFrom"/>.</param>
    public static long Part(UnitForest forest, long unitId, long? splitFrom = null, long? splitTo = null) =>
        forest.Living(unitId == splitFrom ? splitTo ?? unitId : unitId)!.Id;
}
