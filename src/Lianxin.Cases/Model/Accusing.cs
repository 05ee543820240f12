using Lianxin.Platform.Access;

namespace Lianxin.Cases.Model;

/// <summary>Who must neither see nor handle a case because it complains about them (信访工作条例 第三十条).</summary>
internal static class Accusing
{
    public static UnitInfo? Accused(this UnitForest forest, Case file) => Of(forest, file.AccusedUnitId);

    /// <summary>The unit complained about or, since it was merged, the one its people are in now; never one above, which decides on it.</summary>
    public static UnitInfo? Of(UnitForest forest, long? unitId)
    {
        var unit = forest.Find(unitId);
        return unit is { Closed: true } && forest.Heir(unitId) is { } heir && !unit.Path.StartsWith(heir.Path, StringComparison.Ordinal) ? heir : unit;
    }
}
