using Lianxin.Platform.Access;
using Lianxin.Platform.Audit;
using Lianxin.Platform.Calendar;
using Lianxin.Platform.Data;
using Lianxin.Platform.Events;
using Lianxin.Platform.Notices;
using Lianxin.Platform.Protection;
using Lianxin.Platform.Schedules;
using Lianxin.Platform.Settings;
using Lianxin.Platform.Web;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Lianxin.Platform;

/// <summary>What every room stands on.</summary>
public sealed class PlatformModule : Module
{
    private const string Section = "管理";

    public override string Name => "platform";

    public override IEnumerable<Permission> Permissions => PlatformAccess.All;

    public override IEnumerable<Schedule> Schedules =>
    [
        new("platform.seal", "* * * * * ?", "给操作记录加封", typeof(SealActs)),
        new("platform.publish-head", "0 0 8 * * ?", "公布操作记录的校验码", typeof(PublishHead)),
        new("platform.sweep", "0 30 3 * * ?", "清理过期的登录和限次记录", typeof(Sweep)),
        new("platform.calendar-gaps", "0 0 9 * * ?", "提醒录入放假安排", typeof(Calendar.Store.WarnOfGaps)),
    ];

    public override IReadOnlyDictionary<string, string> AuditNames => AuditWords.All;

    public override IEnumerable<MenuEntry> Menu =>
    [
        new(Section, "管理首页", "/admin", "settings", PlatformAccess.Any, 800),
        CalendarRoom.Menu,
        new(Section, "账号", "/admin/accounts", "key", PlatformAccess.Accounts, 840),
        new(Section, "角色", "/admin/roles", "shield", PlatformAccess.Roles, 850),
        new(Section, "治理包", "/admin/packs", "package", PlatformAccess.Packs, 860),
        new(Section, "操作记录", "/admin/audit", "history", PlatformAccess.Audit, 870),
        new(Section, "定时任务", "/admin/schedules", "clock", PlatformAccess.Schedules, 880),
        new(Section, "发送失败", "/admin/deliveries", "refresh", PlatformAccess.Deliveries, 890),
        new(Section, "系统设置", "/admin/settings", "edit", PlatformAccess.Settings, 900),
    ];

    public override void MapRoutes(IEndpointRouteBuilder routes)
    {
        HealthEndpoints.Map(routes);
        FirstRun.FirstRunEndpoints.Map(routes);
        SignIn.SignInEndpoints.Map(routes);
        Me.MeEndpoints.Map(routes);
        Inbox.InboxEndpoints.Map(routes);
        Live.LiveEndpoints.Map(routes);
        Accounts.AccountEndpoints.Map(routes);
        Admin.AdminEndpoints.Map(routes);
        Accounts.RoleEndpoints.Map(routes);
        Packs.PackEndpoints.Map(routes);
        AuditEndpoints.Map(routes);
        ScheduleEndpoints.Map(routes);
        DeliveryEndpoints.Map(routes);
        SettingsEndpoints.Map(routes);
        Files.FileEndpoints.Map(routes);
        CalendarRoom.Map(routes);
        Ui.UiEndpoints.Map(routes);
    }

    public override void AddServices(IServiceCollection services)
    {
        services.AddDbContext<AppDb>((scope, options) =>
        {
            scope.GetRequiredService<IEngine>().Configure(options);
            options.ReplaceService<IMigrationsAssembly, ModuleMigrations>();
            options.UseApplicationServiceProvider(scope);
            options.AddInterceptors(ReadClock.Only);
            options.ConfigureWarnings(w => w.Ignore(
                RelationalEventId.PendingModelChangesWarning, CoreEventId.NoEntityTypeConfigurationsWarning));
        });
        services.AddSingleton<Ids>().AddSingleton<Clock>().AddSingleton<Protector>();
        services.AddSingleton(new ReadLimit(TimeSpan.FromSeconds(15))).AddSingleton<Outcome>().AddScoped<Schema>().AddScoped<Heads>().AddScoped<Chain>();
        services.AddScoped<KeyRotation>().AddScoped<KeyFit>().AddSingleton<ISealedRows, SealedRing>();
        services.AddSingleton<ISealedRows>(new SealedColumn<Person>("platform_persons.phone", rows => rows.Select(r => new SealedCell(r.Id, r.Phone.Cipher, "")),
            (row, old, cipher, index) => row.Where(r => r.Phone.Cipher == old).ExecuteUpdateAsync(set => set.SetProperty(r => r.Phone.Cipher, cipher).SetProperty(r => r.Phone.Index, index))));
        services.AddSingleton<ISealedRows>(new SealedColumn<Account>("account.totp", rows => rows.Select(r => new SealedCell(r.Id, r.TotpSecret, "")),
            (row, old, cipher, _) => row.Where(r => r.TotpSecret == old).ExecuteUpdateAsync(set => set.SetProperty(r => r.TotpSecret, cipher))));
        services.AddScoped<CurrentActor>().AddScoped<UnitTree>().AddScoped<RoleBook>().AddScoped<PostBook>().AddScoped<Acting>();
        services.AddSingleton<Passwords>().AddScoped<AccountDesk>().AddScoped<OpenAccount>().AddScoped<DisableAccount>().AddScoped<EnableAccount>().AddScoped<ResetPassword>();
        services.AddScoped<Demo.DemoAccounts>().AddSingleton<Demo.DemoPlayer>();
        services.AddSingleton<UnitTreeCache>().AddSingleton<RoleCache>();
        services.AddScoped<SettingsBook>().AddScoped<Limits>();
        services.AddScoped<Outbox>().AddSingleton<OutboxBell>();
        services.AddSingleton<Postman>().AddHostedService(s => s.GetRequiredService<Postman>());
        services.AddSingleton<Ticker>().AddHostedService(s => s.GetRequiredService<Ticker>());
        services.AddScoped<Packs.PackInstaller>().AddScoped<Packs.IPackInstall, InstallRoles>();
        services.AddSingleton<Packs.IPackSection, Packs.HeaderSection>().AddSingleton<Packs.IPackSection, Packs.RolesSection>().AddSingleton<Packs.IPackSection, Packs.WordingSection>();
        services.AddScoped<Packs.PackShelf>().AddSingleton<FirstRun.FirstRunDoor>().AddScoped<FirstRun.SetUp>().AddSingleton<Readiness>();
        services.AddScoped<NoticeBoard>().AddScoped<Files.FileShelf>().AddSingleton<Files.FileLinks>();
        services.AddCalendar();
        services.AddScoped<SealActs>().AddScoped<PublishHead>().AddScoped<Sweep>();
        services.AddScoped<Batch>().AddScoped<Flash>().AddScoped<SignIn.SignInHandler>().AddScoped<SignIn.SignInPages>().AddScoped<SignIn.SignOut>().AddScoped<SignIn.SwitchPost>();
        services.AddScoped<Me.OwnAccount>().AddScoped<Me.ChangePassword>().AddScoped<Me.SecondFactor>().AddScoped<Me.ChooseLanguage>().AddScoped<Me.MePages>();
        services.AddScoped<Accounts.AccountList>().AddScoped<Accounts.AccountPages>().AddScoped<Accounts.EndSessions>().AddScoped<Accounts.AccountDoings>().AddScoped<Accounts.RoleReader>();
        services.AddScoped<Packs.PackPages>().AddScoped<AuditReader>().AddScoped<Admin.Pulse>().AddScoped<Admin.IAdminGaps, Admin.PlatformGaps>();
        services.AddScoped<Inbox.InboxBox>().AddSingleton<NoticeSender>().AddConsumer<NoticeRaised, SendNotice>();
        services.AddConsumer<Contracts.Platform.TargetChanged, Targets.KeepTargets>();
        services.AddSingleton<Live.LiveFeed>().AddScoped<Live.ILiveSource, Live.NoticeStirs>();
        services.AddScoped<Tables.TableTake>().AddScoped<Tables.ExportList>();
        services.AddScoped<Ui.Viewer>().AddSingleton<Ui.Assets>();
        services.AddSingleton<Language.Translations>().AddScoped<Language.Localizer>().AddScoped<Language.ISentences>(s => s.GetRequiredService<Language.Localizer>());
        services.AddHttpContextAccessor();
        services.AddDataProtection().SetApplicationName("lianxin");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(scope => new ConfigureOptions<KeyManagementOptions>(options =>
        {
            options.XmlRepository = new KeyRing(scope);
            options.XmlEncryptor = new RingEncryptor(scope.GetRequiredService<Protector>());
        }));
    }
}
