using Lianxin.Cases.Model;
using Lianxin.Contracts.Organization;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Text;

namespace Lianxin.Cases.Turns.Dispatch;

/// <summary>What may be sent to whom (decisions 9b, 9c; JSJB 17; G66). Refuses with the rule named.</summary>
internal static class DispatchRule
{
    /// <summary>Checks one unit.</summary>
    /// <param name="stance">How the case's class stands on the unit's list; null when it is not listed.</param>
    /// <param name="signedFor">Who signed for 应急 / 领导指定, when somebody did.</param>
    /// <param name="fallback">Nobody fits: it stays with the unit that took it in, which no list has to name.</param>
    /// <param name="field">Field of the form the unit was chosen in.</param>
    /// <returns>True when it is off the list and allowed only by that signature.</returns>
    public static bool Check(CaseSeen seen, UnitInfo unit, DutyStance? stance, bool lead, string? signedFor, string? field = null, bool fallback = false)
    {
        var file = seen.File;
        field ??= lead ? "lead" : "helpers";
        if (unit.Closed) throw new Refusal("{0}已经撤销，不能派单", field, unit.Name);
        if (seen.Forest.Accused(file) is { } accused && unit.Path.StartsWith(accused.Path, StringComparison.Ordinal))
            throw new Refusal("被反映的单位不能承办这件事（信访工作条例第三十条）", field);
        if (file.Hidden && unit.Relation == Relation.Village) throw new Refusal("反映人要求不让村里知道，不能派给{0}", field, unit.Name);
        if (fallback || (unit.Kind == UnitKind.Team && !lead)) return false;
        if (stance == DutyStance.Own || (stance == DutyStance.Assist && !lead) || file.Danger) return false;
        if (unit.Relation == Relation.Outside) return false;
        var rule = new Sentence(stance switch
        {
            DutyStance.Assist => "{0}对这类事只配合不主办（配合履职事项清单）",
            DutyStance.Upper => "这类事已由上级部门收回，不能派给{0}（上级部门收回事项清单）",
            _ => "这类事不在{0}的履职事项清单里",
        }, unit.Name);
        if (unit.Relation == Relation.Village) throw new Refusal("{0}，不能派给村（社区）", field, rule);
        if (string.IsNullOrWhiteSpace(signedFor)) throw new Refusal("{0}；应急或领导指定的，请写明签字人", field, rule);
        return true;
    }
}
