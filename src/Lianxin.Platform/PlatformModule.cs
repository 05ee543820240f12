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
    public override string Name => "platform";

    public override IEnumerable<Permission> Permissions => PlatformAccess.All;

    public override IEnumerable<Schedule> Schedules =>
    [
        new("platform.seal", "* * * * * ?", "给操作记录加封", typeof(SealActs)),
        new("platform.sweep", "0 30 3 * * ?", "清理过期的登录和限次记录", typeof(Sweep)),
    ];

    public override IEnumerable<MenuEntry> Menu => [CalendarRoom.Menu];

    public override void MapRoutes(IEndpointRouteBuilder routes)
    {
        SignIn.SignInEndpoints.Map(routes);
        Files.FileEndpoints.Map(routes);
        CalendarRoom.Map(routes);
    }

    public override void AddServices(IServiceCollection services)
    {
        services.AddDbContext<AppDb>((scope, options) =>
        {
            scope.GetRequiredService<IEngine>().Configure(options);
            options.ReplaceService<IMigrationsAssembly, ModuleMigrations>();
            options.UseApplicationServiceProvider(scope);
            options.ConfigureWarnings(w => w.Ignore(
                RelationalEventId.PendingModelChangesWarning, CoreEventId.NoEntityTypeConfigurationsWarning));
        });
        services.AddSingleton<Ids>().AddSingleton<Clock>().AddSingleton<Protector>();
        services.AddScoped<Schema>().AddScoped<Chain>();
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
        services.AddScoped<NoticeBoard>().AddScoped<Files.FileShelf>().AddSingleton<Files.FileLinks>();
        services.AddCalendar();
        services.AddScoped<SealActs>().AddScoped<Sweep>();
        services.AddScoped<Flash>().AddScoped<SignIn.SignInHandler>().AddScoped<SignIn.SignInPages>().AddScoped<SignIn.SignOut>().AddScoped<SignIn.SwitchPost>();
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
