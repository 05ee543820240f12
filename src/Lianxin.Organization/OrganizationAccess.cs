using Lianxin.Platform.Access;

namespace Lianxin.Organization;

/// <summary>What one may do with units, grids and duty lists. Posts are given under <c>access.posts</c>.</summary>
public static class OrganizationAccess
{
    public const string View = "org.view";
    public const string Edit = "org.edit";
    public const string Duties = "org.duties";
    public const string Print = "units.print";

    public static IReadOnlyList<Permission> All { get; } =
    [
        new(View, "查看单位和网格"),
        new(Edit, "维护单位和网格"),
        new(Duties, "维护履职清单"),
        new(Print, "打印公示牌和二维码"),
    ];
}
