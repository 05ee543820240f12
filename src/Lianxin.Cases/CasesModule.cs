using Lianxin.Cases.Act;
using Lianxin.Cases.Admin;
using Lianxin.Cases.Answers;
using Lianxin.Cases.Browse;
using Lianxin.Cases.Catalog;
using Lianxin.Cases.Dispatch;
using Lianxin.Cases.Duplicates;
using Lianxin.Cases.HandOver;
using Lianxin.Cases.Model;
using Lianxin.Cases.Order;
using Lianxin.Cases.Outer;
using Lianxin.Cases.Packs;
using Lianxin.Cases.Slips;
using Lianxin.Cases.Paste;
using Lianxin.Cases.Public;
using Lianxin.Cases.Redirect;
using Lianxin.Cases.Report;
using Lianxin.Cases.Review;
using Lianxin.Cases.Route;
using Lianxin.Cases.Sheets;
using Lianxin.Cases.Supervise;
using Lianxin.Cases.Templates;
using Lianxin.Cases.Track;
using Lianxin.Cases.Turn;
using Lianxin.Cases.Whistle;
using Lianxin.Cases.Work;
using Lianxin.Contracts.Cases;
using Lianxin.Contracts.Organization;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Events;
using Lianxin.Platform.Files;
using Lianxin.Platform.Packs;
using Lianxin.Platform.Schedules;
using Lianxin.Platform.Web;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Lianxin.Cases;

/// <summary>Intake by any channel on one number, dispatch, handling, feedback, verdict.</summary>
public sealed class CasesModule : Module
{
    public override string Name => "cases";

    public override IEnumerable<Permission> Permissions => CasesAccess.All;

    public override IEnumerable<Schedule> Schedules =>
    [
        new("cases.overdue", "5 * * * * ?", "超期事项逐级升督办", typeof(EscalateOverdue)),
        new("cases.held", "10 * * * * ?", "挂账到期的事项恢复办理", typeof(WakeHeld)),
        new("cases.calls", "15 * * * * ?", "记下吹哨后没到场的单位", typeof(NoteAbsent)),
        new("cases.orders", "20 * * * * ?", "提醒过了时间没办结的批示", typeof(NoteOrderLate)),
    ];

    public override IEnumerable<MenuEntry> Menu =>
    [
        new("", "事件办理", "/desk", "inbox", "cases.browse cases.dispatch cases.handle cases.decide cases.supervise cases.phone-desk", 10),
        new("", "登记来电", "/desk/call", "phone", CasesAccess.PhoneDesk, 20),
        new("", "粘贴工单", "/desk/paste", "file", CasesAccess.PhoneDesk, 22),
        new("", "补录", "/desk/backfill", "edit", CasesAccess.PhoneDesk, 24),
        new("", "今日", "/work", "home", CasesAccess.Report, 30),
        new("", "上报", "/work/report", "plus", CasesAccess.Report, 40),
        new("管理", "答复模板", TemplateEndpoints.Root, "list", CasesAccess.Templates, 809),
        new("管理", "问答", AnswerEndpoints.Root, "info-circle", CasesAccess.Answers, 806),
        new("管理", "事项分类", CategoryEndpoints.Root, "list", CasesAccess.Categories, 808),
    ];

    public override void MapRoutes(IEndpointRouteBuilder routes)
    {
        WorkEndpoints.Map(routes);
        CasePages.Map(routes);
        PublicEndpoints.Map(routes);
        TrackEndpoints.Map(routes);
        OuterEndpoints.Map(routes);
        NearEndpoints.Map(routes);
        SheetEndpoints.Map(routes);
        AnswerEndpoints.Map(routes);
        SlipEndpoints.Map(routes);
        PasteEndpoints.Map(routes);
        CategoryEndpoints.Map(routes);
        ConditionEndpoints.Map(routes);
        TemplateEndpoints.Map(routes);
    }

    public override IReadOnlyDictionary<string, string> AuditNames => AuditWords.All;

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<CaseDesk>().AddScoped<CaseFiles>().AddScoped<Circle>().AddScoped<Contacts>().AddScoped<Deadlines>().AddScoped<CaseBook>().AddScoped<ICategories, CategoryNames>().AddSingleton<CaseBookCache>();
        services.AddScoped<ReportCase>().AddScoped<Intake>().AddScoped<Router>().AddScoped<CaseNumbers>().AddScoped<CaseIndex>();
        services.AddScoped<DispatchForm>().AddScoped<Signers>().AddScoped<Deciders>().AddScoped<PromiseAnew>().AddScoped<TrackDoor>().AddScoped<Tracking>().AddScoped<EscalateOverdue>();
        services.AddScoped<DeskQuery>().AddScoped<QueueReader>().AddScoped<AskReader>().AddScoped<CaseReader>().AddScoped<VillageReader>().AddScoped<StoryReader>().AddScoped<KeptFrom>().AddScoped<TrackScreens>().AddScoped<ToldReader>().AddScoped<PublicLimits>();
        services.AddScoped<TodayQuery>().AddScoped<WorkReport>().AddScoped<WorkForm>().AddScoped<CallDesk>().AddScoped<CallForm>();
        services.AddScoped<CategoryDesk>().AddScoped<CategoryIcons>().AddScoped<EditCategory>().AddScoped<RetireCategory>();
        services.AddScoped<ReviseCondition>().AddScoped<AddCondition>().AddScoped<RetireCondition>();
        services.AddScoped<IFileGate, CaseFileGate>().AddScoped<Platform.Admin.IAdminGaps, PrivateGaps>();
        services.AddScoped<Holds>().AddScoped<WakeHeld>().AddScoped<WhistleCode>().AddScoped<NoteAbsent>().AddScoped<NoteOrderLate>().AddScoped<TemplateDesk>();
        services.AddScoped<OuterClock>().AddScoped<AnswerOut>().AddScoped<Redirecting>().AddScoped<PasteDesk>().AddScoped<PasteForm>().AddScoped<Near>().AddScoped<TicketImport>().AddScoped<AnswerBook>().AddScoped<AnswerMerged>().AddScoped<BackfillDesk>().AddScoped<BackfillForm>();
        services.AddScoped<IOpenWork, OpenWork>().AddScoped<HandCases>().AddScoped<KeepApart>();
        services.AddSealed();
        services.AddActs();
        services.AddSingleton<IPackSection, KindsSection>().AddSingleton<IPackSection, CategoriesSection>();
        services.AddScoped<IPackInstall, InstallCases>();
        services.AddConsumer<CaseReported, CountCases>().AddConsumer<CaseDispatched, CountCases>().AddConsumer<CaseHandled, CountCases>()
            .AddConsumer<CaseClosed, CountCases>().AddConsumer<CaseRated, CountCases>().AddConsumer<CaseReopened, CountCases>()
            .AddConsumer<CaseEscalated, CountCases>().AddConsumer<CaseDropped, CountCases>().AddConsumer<CallAnswered, CountCases>()
            .AddConsumer<UnitReorganised, HandOverWork>().AddConsumer<HandingOver, HandOverWork>()
            .AddConsumer<UnitReorganised, InheritHistory>().AddConsumer<Inheriting, InheritHistory>();
    }
}
