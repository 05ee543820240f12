using Lianxin.Organization.Levels;
using Lianxin.Platform;
using Lianxin.Platform.Access;

namespace Lianxin.Organization.Units;

/// <summary>Where in the tree a unit may stand, and what it is to the unit above it.</summary>
internal static class UnitPlace
{
    /// <summary>Key of the level the new unit gets; empty for departments and teams.</summary>
    public static string LevelFor(UnitKind kind, string asked, UnitInfo? parent, OrgChapter? chapter) => kind switch
    {
        UnitKind.Territory => Territory(asked, parent, chapter),
        UnitKind.Grid => Grid(parent, chapter),
        _ when parent is null => throw new Refusal("请选择上级单位", "parentId"),
        _ => "",
    };

    /// <summary>Villages, their parts and grids are what they are; anything else is what was said, inside the house by default.</summary>
    public static Relation RelationFor(UnitKind kind, Level? level, OrgChapter? chapter, Relation? asked)
    {
        if (kind == UnitKind.Grid || (level is not null && chapter?.OfVillage(level) == true)) return Relation.Village;
        return asked == Relation.Village ? throw new Refusal("“村（社区）”只用于村、社区和网格", "relation") : asked ?? Relation.Internal;
    }

    /// <summary>Departments further up that a body stationed under a unit may answer to.</summary>
    public static IEnumerable<UnitInfo> Bureaus(UnitForest forest, UnitInfo? parent) =>
        parent is null ? [] : forest.Upward(parent.ParentId).SelectMany(above => forest.Children(above.Id)).Where(u => u.Kind == UnitKind.Department && !u.Closed);

    /// <summary>The bureau a body answers to; only stationed ones do.</summary>
    /// <exception cref="Refusal">It is not one of those offered.</exception>
    public static long? Bureau(UnitForest forest, long? asked, Relation relation, UnitInfo? parent)
    {
        if (relation != Relation.Stationed || asked is not { } id) return null;
        return Bureaus(forest, parent).Any(u => u.Id == id) ? id : throw new Refusal("请从列出的单位里选择", "bureau");
    }

    private static string Territory(string asked, UnitInfo? parent, OrgChapter? chapter)
    {
        if (parent is { Kind: not UnitKind.Territory }) throw new Refusal("{0}下面不能设下级地域", "parentId", parent.Name);
        if (parent is null || chapter?.Level(parent.Level) is not { } at)
            return asked.Length > 0 ? asked : throw new Refusal("请填写层级", "level");
        if (chapter.Territory(at.Key) is not { } next)
            throw new Refusal("{0}下面不能设下级地域", "parentId", parent.Name);
        return asked.Length == 0 || asked == next.Key ? next.Key : throw new Refusal("{0}下面只能设“{1}”", "level", parent.Name, next.Name);
    }

    private static string Grid(UnitInfo? parent, OrgChapter? chapter) =>
        parent is { Kind: UnitKind.Territory } && chapter?.Level(parent.Level) is { Committee: true }
            ? chapter.Grids?.Key ?? ""
            : throw new Refusal("网格只能设在村（社区）下面", "parentId");
}
