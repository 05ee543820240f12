using Lianxin.Contracts.Organization;
using Lianxin.Platform.Access;

namespace Lianxin.Organization.Units;

/// <summary>Chinese names of what the room knows, which are also localizer keys.</summary>
internal static class UnitNames
{
    public static string Of(UnitKind kind) => kind switch
    {
        UnitKind.Territory => "地域",
        UnitKind.Grid => "网格",
        UnitKind.Team => "队伍",
        _ => "部门站所",
    };

    public static string Of(DutyStance? stance) => stance switch
    {
        DutyStance.Own => "主办",
        DutyStance.Assist => "配合",
        DutyStance.Upper => "上级收回",
        _ => "不在清单",
    };
}
