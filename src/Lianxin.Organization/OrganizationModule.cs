using Lianxin.Contracts.Organization;
using Lianxin.Organization.Demo;
using Lianxin.Organization.Duties;
using Lianxin.Organization.Grids;
using Lianxin.Organization.Levels;
using Lianxin.Organization.Packs;
using Lianxin.Organization.People;
using Lianxin.Organization.Print;
using Lianxin.Organization.Reorganise;
using Lianxin.Organization.Units;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Demo;
using Lianxin.Platform.Packs;
using Lianxin.Platform.Schedules;
using Lianxin.Platform.Web;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Lianxin.Organization;

/// <summary>Levels, units, grids and their boundaries, duty lists, who holds which post.</summary>
public sealed class OrganizationModule : Module
{
    public override string Name => "organization";

    public override IEnumerable<Permission> Permissions => OrganizationAccess.All;

    public override IEnumerable<Schedule> Schedules => [new("organization.reorganise", "0 * * * * ?", "到日子的单位调整", typeof(CarryOutDue))];

    public override IEnumerable<MenuEntry> Menu =>
    [
        new("管理", "单位和网格", UnitForms.Root, "building", OrganizationAccess.View, 802),
        new("管理", "人员", "/admin/people", "users", PlatformAccess.Posts, 804),
        new("管理", "网格地图", MapEndpoints.All, "map-pin", OrganizationAccess.View, 806),
    ];

    public override IReadOnlyDictionary<string, string> AuditNames => AuditWords.All;

    public override void MapRoutes(IEndpointRouteBuilder routes)
    {
        UnitEndpoints.Map(routes);
        ReorganiseEndpoints.Map(routes);
        PeopleEndpoints.Map(routes);
        DutyEndpoints.Map(routes);
        GridEndpoints.Map(routes);
        PrintEndpoints.Map(routes);
    }

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<UnitDesk>().AddScoped<OrgBook>().AddSingleton<OrgBookCache>();
        services.AddScoped<LevelBook>().AddScoped<ILevels>(s => s.GetRequiredService<LevelBook>());
        services.AddScoped<FoundUnit>().AddScoped<DescribeUnit>().AddScoped<SetFallback>().AddScoped<FallbackGaps>().AddScoped<ITopUnit, TopUnit>();
        services.AddScoped<ReorganiseUnit>().AddScoped<ReorganiseRules>().AddScoped<CarryOut>().AddScoped<CarryOutDue>().AddScoped<WithdrawReorganisation>();
        services.AddScoped<HandPosts>().AddScoped<HandGround>().AddScoped<HandLists>().AddScoped<SplitGround>().AddScoped<UnitHistory>().AddScoped<Effects>().AddScoped<Changes>();
        services.AddScoped<DrawGrid>().AddScoped<GridMap>().AddScoped<RegisterPlace>().AddScoped<RetirePlace>().AddScoped<TellTargets>();
        services.AddScoped<IPlaces, Places>().AddSingleton<PlacesCache>();
        services.AddScoped<DutyLists>().AddScoped<SetDuty>().AddScoped<DutyBook>().AddScoped<IDuties>(s => s.GetRequiredService<DutyBook>());
        services.AddScoped<FunctionBook>().AddScoped<IFunctions>(s => s.GetRequiredService<FunctionBook>());
        services.AddScoped<UnitList>().AddScoped<UnitReader>().AddScoped<PeopleReader>();
        services.AddScoped<AddPerson>().AddScoped<CorrectPerson>().AddScoped<Appoint>().AddScoped<EndPost>();
        services.AddSingleton<IPackSection, FunctionsSection>().AddSingleton<IPackSection, ItemsSection>();
        services.AddScoped<IPackInstall, InstallOrganization>();
        services.AddSingleton<IDemoChapter, FoundQingxi>();
    }
}
