namespace Lianxin.Organization;

/// <summary>What acts on units, grids and posts and their tables are called in the audit trail.</summary>
internal static class AuditWords
{
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["FoundUnit"] = "设立单位",
        ["DescribeUnit"] = "修改单位",
        ["CloseUnit"] = "撤销单位",
        ["MoveUnit"] = "划转单位",
        ["MergeUnit"] = "合并单位",
        ["SplitUnit"] = "分出单位的一部分",
        ["PlanReorganisation"] = "安排单位调整",
        ["WithdrawReorganisation"] = "撤下单位调整",
        ["FailReorganisation"] = "单位调整没有办成",
        ["SetFallback"] = "指定兜底责任岗",
        ["DrawGrid"] = "画网格边界",
        ["RegisterPlace"] = "登记地点",
        ["RetirePlace"] = "停用地点",
        ["SetDuty"] = "修改履职清单",
        ["CorrectPerson"] = "修改人员资料",
        ["AddPerson"] = "登记人员",
        ["Appoint"] = "安排岗位",
        ["EndPost"] = "结束岗位",
        ["org_reorganisations"] = "单位调整",
        ["org_grids"] = "网格",
        ["org_places"] = "地名",
        ["org_duties"] = "履职清单",
        ["org_duty_rules"] = "清单规则",
        ["org_functions"] = "职能",
        ["org_levels"] = "层级",
    };
}
