namespace Lianxin.Organization;

/// <summary>What the room's acts and tables are called in the audit trail.</summary>
internal static class OrganizationWords
{
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["FoundUnit"] = "设立单位",
        ["DescribeUnit"] = "修改单位资料",
        ["CloseUnit"] = "撤销单位",
        ["SetFallback"] = "定兜底责任岗",
        ["DrawGrid"] = "画网格边界",
        ["RegisterPlace"] = "登记地名",
        ["RetirePlace"] = "停用地名",
        ["SetDuty"] = "修改履职清单",
        ["AddPerson"] = "登记人员",
        ["Appoint"] = "安排岗位",
        ["EndPost"] = "结束岗位",
        ["org_grids"] = "网格边界",
        ["org_duties"] = "履职事项",
        ["org_duty_rules"] = "治理包的履职清单",
        ["org_levels"] = "层级",
        ["org_functions"] = "职能",
    };
}
