namespace Lianxin.Platform;

/// <summary>What the platform's acts and tables are called in the audit trail.</summary>
internal static class AuditWords
{
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["SignIn"] = "登录",
        ["SignInRefused"] = "登录被拒绝",
        ["Denied"] = "没有权限，被拒绝",
        ["SignOut"] = "退出登录",
        ["ChangePassword"] = "改密码",
        ["SetSecondFactor"] = "设置动态码",
        ["EndSecondFactor"] = "取消动态码",
        ["ChooseLanguage"] = "换语言",
        ["EndSession"] = "退出其他地方的登录",
        ["EndSessions"] = "结束别人的登录",
        ["OpenAccount"] = "开账号",
        ["ResetPassword"] = "重置密码",
        ["DisableAccount"] = "停用账号",
        ["EnableAccount"] = "恢复账号",
        ["InstallPack"] = "安装治理包",
        ["RunSchedule"] = "手动运行定时任务",
        ["SendAgain"] = "重新发送",
        ["DropDelivery"] = "放弃发送",
        ["ChangeSettings"] = "修改系统设置",
        ["RotateFieldKey"] = "更换字段密钥",
        ["VerifyChain"] = "核验操作记录",
        ["DeclareLocalDays"] = "定地方假日",
        ["EnterYearNotice"] = "录入放假安排",
        ["SetWorkingPeriods"] = "定上班时间",
        ["TakeBackCalendar"] = "撤销日历改动",
        ["SetUp"] = "建立系统",
        ["NoteDemoAccounts"] = "登记演示账号",
        ["platform_accounts"] = "账号",
        ["platform_persons"] = "人员",
        ["platform_posts"] = "岗位",
        ["platform_units"] = "单位",
        ["platform_unit_spans"] = "单位沿革",
        ["platform_roles"] = "角色",
        ["platform_installations"] = "治理包安装",
        ["platform_settings"] = "系统设置",
        ["platform_files"] = "文件",
        ["platform_calendar_hours"] = "上班时间",
        ["platform_calendar_days"] = "地方假日",
        ["platform_calendar_years"] = "放假安排",
        ["platform_targets"] = "责任对象",
    };
}
