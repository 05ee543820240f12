namespace Lianxin.Cases.Admin;

/// <summary>What changes of categories are called in the audit trail.</summary>
internal static class CategoryWords
{
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["AddCategory"] = "新增事项类别",
        ["EditCategory"] = "修改事项类别",
        ["RetireCategory"] = "停用事项类别",
        ["AddCondition"] = "新增立案条件",
        ["ReviseCondition"] = "修改立案条件",
        ["RetireCondition"] = "停用立案条件",
        ["WithdrawCondition"] = "撤回立案条件的改动",
        ["cases_categories"] = "事项类别",
        ["cases_conditions"] = "立案条件",
        ["cases_kinds"] = "办理方式",
        ["cases_rules"] = "办理规则",
    };
}
