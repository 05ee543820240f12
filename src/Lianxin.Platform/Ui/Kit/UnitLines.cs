using System.Globalization;
using Lianxin.Platform.Access;
using Lianxin.Platform.Forms;

namespace Lianxin.Platform.Ui.Kit;

/// <summary>One unit in a list to choose from.</summary>
/// <param name="Depth">How many of the units above it stand in the same list.</param>
/// <param name="Path">Names of every unit above it, for the search.</param>
internal sealed record UnitLine(FieldOption Option, int Depth, string Path);

/// <summary>Puts options in the order of the tree, each directly under the nearest one above it that is offered too.</summary>
internal static class UnitLines
{
    private const int Deepest = 9;

    public static IReadOnlyList<UnitLine> Of(IReadOnlyList<FieldOption> options, UnitForest forest)
    {
        var offered = options.Select(o => Unit(o, forest)?.Id).OfType<long>().ToHashSet();
        var below = options.ToLookup(o => Above(o, forest).FirstOrDefault(u => offered.Contains(u.Id))?.Id ?? 0);
        var lines = new List<UnitLine>(options.Count);
        Descend(0, 0);
        return lines;

        void Descend(long under, int depth)
        {
            foreach (var option in below[under])
            {
                lines.Add(new(option, Math.Min(depth, Deepest), string.Join(' ', Above(option, forest).Select(u => u.Name))));
                if (Unit(option, forest) is { } unit) Descend(unit.Id, depth + 1);
            }
        }
    }

    private static IEnumerable<UnitInfo> Above(FieldOption option, UnitForest forest) => forest.Upward(Unit(option, forest)?.ParentId);

    private static UnitInfo? Unit(FieldOption option, UnitForest forest) =>
        long.TryParse(option.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? forest.Find(id) : null;
}
