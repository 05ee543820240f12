using Lianxin.Contracts.Organization;
using Lianxin.Platform.Access;

namespace Lianxin.Organization.Levels;

/// <summary>Answers what levels are called where.</summary>
internal sealed class LevelBook(OrgBook book, UnitTree tree) : ILevels
{
    public async Task<IReadOnlyList<NamedLevel>> Of(long unitId) =>
        await book.Of(unitId) is { } chapter ? [.. chapter.Levels.Select(Named)] : [];

    public async Task<IReadOnlyDictionary<long, NamedLevel>> At(IReadOnlyCollection<long> unitIds)
    {
        var forest = await tree.Read();
        var found = new Dictionary<long, NamedLevel>();
        foreach (var id in unitIds)
        {
            if (forest.Find(id) is { } unit && (await book.Of(id))?.Level(KeyAt(forest, unit)) is { } level) found[id] = Named(level);
        }

        return found;
    }

    /// <summary>The name of a unit's level; empty above every pack.</summary>
    public async Task<string> NameOf(long unitId) => (await At([unitId])).GetValueOrDefault(unitId)?.Name ?? "";

    /// <summary>Key of the level a unit stands at: its own, or that of the nearest unit above it that has one.</summary>
    public static string KeyAt(UnitForest forest, UnitInfo unit) =>
        forest.Upward(unit.Id).FirstOrDefault(u => u.Level.Length > 0)?.Level ?? "";

    private static NamedLevel Named(Level level) =>
        new(level.Key, level.Name, level.Body.Length > 0 ? level.Body : null, level.Accepts, level.Committee);
}
