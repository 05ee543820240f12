using Lianxin.Platform.Access;

namespace Lianxin.Platform;

/// <summary>What one may do with the platform itself.</summary>
public static class PlatformAccess
{
    public const string Accounts = "access.accounts";
    public const string Posts = "access.posts";
    public const string Roles = "access.roles";
    public const string Packs = "packs.install";
    public const string Calendar = "calendar.edit";
    public const string Audit = "audit.view";
    public const string Schedules = "schedules.view";
    public const string Deliveries = "deliveries.view";
    public const string Settings = "settings.edit";

    /// <summary>Any of these opens the administration.</summary>
    public const string Any = $"{Accounts} {Posts} {Roles} {Packs} {Calendar} {Audit} {Schedules} {Deliveries} {Settings}";

    public static IReadOnlyList<Permission> All { get; } =
    [
        new(Accounts, "管理账号"),
        new(Posts, "安排岗位"),
        new(Roles, "设置角色权限"),
        new(Packs, "安装治理包"),
        new(Calendar, "维护工作日历"),
        new(Audit, "查看操作记录"),
        new(Schedules, "查看定时任务"),
        new(Deliveries, "处理发送失败"),
        new(Settings, "修改系统设置"),
    ];

    /// <summary>
    /// Which of the three administrators a permission belongs to: system, security or audit; null for none. No person
    /// is two of them by appointment (GB/T 22239-2019, 8.1.5).
    /// </summary>
    public static string? Duty(string permission) => permission switch
    {
        Posts or Packs or Settings => "system",
        Accounts or Roles => "security",
        Audit => "audit",
        _ => null,
    };

    /// <summary>Whether a permission decides over others' rights, what is installed, or the record of what was done.</summary>
    public static bool Administrative(string permission) =>
        permission.StartsWith("access.", StringComparison.Ordinal) || permission is Packs or Audit or Settings;
}
