using Lianxin.Platform.Access;

namespace Lianxin.Cases.Figures.Rates;

/// <summary>Whose figures somebody may look at: those of the units of their posts and of everything below.</summary>
internal static class FigureReach
{
    /// <summary>Rights of which one lets its holder look at figures.</summary>
    public const string Looking = $"{CasesAccess.Browse} {CasesAccess.Supervise} {CasesAccess.Dispatch} {CasesAccess.Decide}";

    /// <summary>The unit asked for, or that of the post one acts from; null where it is out of reach.</summary>
    public static UnitInfo? Unit(Actor actor, UnitForest forest, string? asked, string rights)
    {
        var posts = actor.Posts.Where(p => rights.Split(' ').Any(p.Can)).ToList();
        if (string.IsNullOrEmpty(asked)) return forest.Find((posts.Find(p => p.Id == actor.Current?.Id) ?? posts.FirstOrDefault())?.UnitId);
        return long.TryParse(asked, out var id) && forest.Find(id) is { } unit && posts.Exists(p => unit.Path.StartsWith(p.UnitPath, StringComparison.Ordinal)) ? unit : null;
    }

    /// <summary>The units above one that may be looked at too, from the top down.</summary>
    public static IReadOnlyList<UnitInfo> Above(Actor actor, UnitForest forest, UnitInfo unit, string rights) =>
        [.. forest.Upward(unit.ParentId).Where(u => Unit(actor, forest, u.Id.ToString(), rights) is not null).Reverse()];
}
