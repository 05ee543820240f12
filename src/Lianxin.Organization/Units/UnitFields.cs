using Lianxin.Organization.Levels;
using Lianxin.Platform.Access;
using Lianxin.Platform.Forms;

namespace Lianxin.Organization.Units;

/// <summary>What there is to choose from in forms about units.</summary>
internal static class UnitFields
{
    public static IReadOnlyList<FieldOption> Functions(OrgChapter? chapter) => [.. chapter?.Functions.Select(f => new FieldOption(f.Key, f.Name)) ?? []];

    /// <summary>Villages and grids are what they are; the rest is chosen.</summary>
    public static IReadOnlyList<FieldOption> Relations() =>
    [
        new(nameof(Relation.Internal), Platform.Access.Relations.Name(Relation.Internal), "派单、督办都直接管"),
        new(nameof(Relation.Stationed), Platform.Access.Relations.Name(Relation.Stationed), "协调或吹哨，超期报县里主管部门"),
        new(nameof(Relation.Outside), Platform.Access.Relations.Name(Relation.Outside), "没有账号，打印协调函"),
    ];

    /// <summary>What may be founded under a unit, with the name the pack gives it.</summary>
    public static IReadOnlyList<FieldOption> Kinds(UnitInfo parent, OrgChapter? chapter)
    {
        var kinds = new List<FieldOption>();
        if (parent.Kind == UnitKind.Territory)
        {
            if (chapter?.Level(parent.Level)?.Committee == true) kinds.Add(new(nameof(UnitKind.Grid), chapter.Grids?.Name ?? "网格", "代码是村代码加三位序号"));
            if (chapter?.Territory(parent.Level) is { } below) kinds.Add(new(nameof(UnitKind.Territory), below.Name, "用统计用区划代码，12 位"));
            else if (chapter is null) kinds.Add(new(nameof(UnitKind.Territory), "下级地域", "上面没有治理包，要写明层级"));
        }

        kinds.Add(new(nameof(UnitKind.Department), "部门站所", "代码可以不填，自动编"));
        kinds.Add(new(nameof(UnitKind.Team), "队伍", "代码可以不填，自动编"));
        return kinds;
    }
}
