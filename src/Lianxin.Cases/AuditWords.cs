namespace Lianxin.Cases;

/// <summary>What acts on cases and their tables are called in the audit trail.</summary>
internal static class AuditWords
{
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["ReportCase"] = "上报事项",
        ["TakeCall"] = "登记来电",
        ["AddUpdate"] = "反映人补充",
        ["ReadUpdates"] = "看过补充",
        ["DispatchCase"] = "派单",
        ["AddHelper"] = "增加协办",
        ["ReassignCase"] = "改派",
        ["SignCase"] = "签收",
        ["NoteProgress"] = "记进展",
        ["SwitchKind"] = "改办理方式",
        ["HandUpCase"] = "提级上报",
        ["ExplainCase"] = "解释退回",
        ["FinishCase"] = "处置完成",
        ["SendBackCase"] = "退回重办",
        ["ObjectToCase"] = "提出异议",
        ["DecideObjection"] = "裁定异议",
        ["AppealCase"] = "申诉",
        ["DecideAppeal"] = "裁定申诉",
        ["UrgeCase"] = "催办",
        ["SuperviseCase"] = "督办",
        ["EscalateOverdue"] = "超期升级",
        ["DelegateReply"] = "请人代答复",
        ["ReplyToReporter"] = "答复反映人",
        ["RateCase"] = "评价",
        ["RefuseReopening"] = "不再重办",
        ["RevealReporter"] = "查看完整号码",
        ["cases_cases"] = "事项",
        ["cases_dispatches"] = "派单",
        ["cases_entries"] = "经过",
        ["cases_steps"] = "步骤",
        ["cases_reporters"] = "反映人",
        ["cases_scopes"] = "可见范围",
        ["cases_ratings"] = "评价",
        ["cases_pleas"] = "异议和申诉",
        ["cases_escalations"] = "升级",
        ["cases_categories"] = "事项类别",
        ["cases_conditions"] = "立案条件",
        ["cases_kinds"] = "办理方式",
        ["cases_rules"] = "办理规则",
    };
}
