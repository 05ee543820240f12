using Lianxin.Cases.Act;
using Lianxin.Cases.Admin.Categories;
using Lianxin.Cases.Admin.Packs;
using Lianxin.Cases.Admin.Succession;
using Lianxin.Cases.Catalog;
using Lianxin.Cases.Desk.Queue;
using Lianxin.Cases.Desk.Show;
using Lianxin.Cases.Desk.Work;
using Lianxin.Cases.Figures.Lead;
using Lianxin.Cases.Figures.Months;
using Lianxin.Cases.Figures.Rates;
using Lianxin.Cases.Model;
using Lianxin.Cases.Resident.Public;
using Lianxin.Cases.Resident.Track;
using Lianxin.Cases.Turns.Dispatch;
using Lianxin.Cases.Turns.Order;
using Lianxin.Cases.Turns.Outer;
using Lianxin.Cases.Turns.Pleas;
using Lianxin.Cases.Turns.Recount;
using Lianxin.Cases.Turns.Review;
using Lianxin.Cases.Turns.Revisits;
using Lianxin.Cases.Turns.Route;
using Lianxin.Cases.Turns.Supervise;
using Lianxin.Cases.Turns.Templates;
using Lianxin.Cases.Turns.Whistle;
using Lianxin.Cases.WaysIn.Answers;
using Lianxin.Cases.WaysIn.Duplicates;
using Lianxin.Cases.WaysIn.Own;
using Lianxin.Cases.WaysIn.Paste;
using Lianxin.Cases.WaysIn.Redirect;
using Lianxin.Cases.WaysIn.Report;
using Lianxin.Cases.WaysIn.Sheets;
using Lianxin.Cases.WaysIn.Slips;
using Lianxin.Contracts.Cases;
using Lianxin.Contracts.Organization;
using Lianxin.Contracts.Platform;
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
        new("cases.revisits", "0 10 6 * * ?", "每月抽上月办结的事项电话回访", typeof(DrawRevisits)),
        new("cases.silent", "0 20 8 1-5 * ?", "问一问上月没有一件反映的村（社区）", typeof(AskSilent)),
        new("cases.figures", "0 40 3 * * ?", "补算还没进统计的事项", typeof(CountMissed)),
        new("cases.orders", "20 * * * * ?", "提醒过了时间没办结的批示", typeof(NoteOrderLate)),
        new("cases.returns", "25 * * * * ?", "提醒快过退回时限的工单", typeof(RemindReturns)),
        new("cases.pleas", "0 35 8 * * ?", "提醒过了日子还没裁定的申诉", typeof(Turns.Review.RemindDeciders)),
        new("cases.recount", "0/10 * * * * ?", "日历改了以后重新算期限", typeof(RecountDates)),
    ];

    public override IEnumerable<MenuEntry> Menu =>
    [
        new("", "事项办理", "/desk", "inbox", "cases.browse cases.dispatch cases.handle cases.decide cases.supervise cases.phone-desk", 10),
        new("", "事项地图", Desk.Screen.ScreenEndpoints.Root, "map-pin", "cases.browse cases.dispatch cases.handle cases.decide cases.supervise cases.phone-desk", 12),
        new("", "登记来电来访", "/desk/call", "phone", CasesAccess.PhoneDesk, 20),
        new("", "粘贴工单", "/desk/paste", "file", CasesAccess.PhoneDesk, 22),
        new("", "补录", "/desk/backfill", "edit", CasesAccess.PhoneDesk, 24),
        new("", "概况", LeadEndpoints.Root, "home", CasesAccess.Supervise, 5),
        new("", "回访", RevisitEndpoints.Root, "phone", CasesAccess.Revisit, 26),
        new("", "三率统计", FigureEndpoints.Root, "history", FigureReach.Looking, 28),
        new("", "交接班", Desk.Shift.ShiftEndpoints.Root, "refresh", Desk.Shift.ShiftEndpoints.Needs, 26),
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
        Desk.Filters.FilterEndpoints.Map(routes);
        Desk.Bulk.BulkEndpoints.Map(routes);
        Desk.Shift.ShiftEndpoints.Map(routes);
        Desk.Screen.ScreenEndpoints.Map(routes);
        PublicEndpoints.Map(routes);
        TrackEndpoints.Map(routes);
        OuterEndpoints.Map(routes);
        NearEndpoints.Map(routes);
        FigureEndpoints.Map(routes);
        MonthEndpoints.Map(routes);
        LeadEndpoints.Map(routes);
        RevisitEndpoints.Map(routes);
        SheetEndpoints.Map(routes);
        AnswerEndpoints.Map(routes);
        SlipEndpoints.Map(routes);
        OwnEndpoints.Map(routes);
        PasteEndpoints.Map(routes);
        CategoryEndpoints.Map(routes);
        ConditionEndpoints.Map(routes);
        TemplateEndpoints.Map(routes);
        ChangeReader.Map(routes);
    }

    public override IReadOnlyDictionary<string, string> AuditNames => AuditWords.All;

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<CaseDesk>().AddScoped<CaseFiles>().AddScoped<Circle>().AddScoped<Contacts>().AddScoped<Deadlines>().AddScoped<CaseBook>().AddScoped<ICategories, CategoryNames>().AddSingleton<CaseBookCache>();
        services.AddScoped<ReportCase>().AddScoped<Intake>().AddScoped<Router>().AddScoped<CaseNumbers>().AddScoped<CaseIndex>();
        services.AddScoped<DispatchForm>().AddScoped<Signers>().AddScoped<Deciders>().AddScoped<Turns.Privacy.Seclusion>().AddScoped<PromiseAnew>().AddScoped<TrackDoor>().AddScoped<Tracking>().AddScoped<EscalateOverdue>();
        services.AddScoped<DeskQuery>().AddScoped<QueueReader>().AddScoped<AskReader>().AddScoped<CaseReader>().AddScoped<VillageReader>().AddScoped<StoryReader>().AddScoped<KeptFrom>().AddScoped<TrackScreens>().AddScoped<ToldReader>().AddScoped<PublicLimits>();
        services.AddScoped<TodayQuery>().AddScoped<WorkReport>().AddScoped<WorkForm>().AddScoped<CallDesk>().AddScoped<CallForm>();
        services.AddScoped<CategoryDesk>().AddScoped<CategoryIcons>().AddScoped<EditCategory>().AddScoped<RetireCategory>();
        services.AddScoped<ReviseCondition>().AddScoped<AddCondition>().AddScoped<RetireCondition>();
        services.AddScoped<IFileGate, CaseFileGate>().AddScoped<Platform.Admin.IAdminGaps, PrivateGaps>();
        services.AddScoped<Holds>().AddScoped<WakeHeld>().AddScoped<WhistleCode>().AddScoped<NoteAbsent>().AddScoped<Turns.Review.RemindDeciders>().AddScoped<NoteOrderLate>().AddScoped<TemplateDesk>();
        services.AddScoped<OuterClock>().AddScoped<RemindReturns>().AddScoped<AnswerOut>().AddScoped<Redirecting>().AddScoped<PasteDesk>().AddScoped<SentAgain>().AddScoped<PasteForm>().AddScoped<Near>().AddScoped<TicketImport>().AddScoped<AnswerBook>().AddScoped<AnswerMerged>().AddScoped<BackfillDesk>().AddScoped<BackfillForm>().AddScoped<EnteredReader>().AddScoped<PasteBack>();
        services.AddScoped<ClockReader>().AddScoped<RecountDates>().AddScoped<TellMoved>().AddScoped<ChangeReader>().AddScoped<Platform.Calendar.IForesee, ForeseeDates>().AddSingleton(new RecountPace());
        services.AddScoped<CaseMarks>().AddScoped<CaseStays>().AddScoped<MonthBook>().AddScoped<CountMissed>().AddScoped<FigureBook>().AddScoped<LeadReader>().AddScoped<AskSilent>().AddScoped<OwnFile>().AddScoped<Verdict>().AddScoped<DrawRevisits>().AddScoped<RevisitReader>().AddScoped<RevisitDesk>();
        services.AddScoped<Desk.Filters.FilterDesk>().AddScoped<Desk.Bulk.BulkDesk>().AddScoped<Desk.Bulk.BulkReader>().AddScoped<Desk.Shift.ShiftReader>().AddScoped<Desk.Shift.ShiftDesk>().AddScoped<Desk.Screen.ScreenReader>().AddScoped<Platform.Live.ILiveSource, CaseStirs>().AddScoped<Platform.Notices.INoticeSight, CaseNotices>();
        services.AddScoped<IOpenWork, OpenWork>().AddScoped<DivideWork>().AddScoped<HandCases>().AddScoped<KeepApart>();
        services.AddSealed();
        services.AddActs();
        services.AddSingleton<IPackSection, KindsSection>().AddSingleton<IPackSection, CategoriesSection>().AddSingleton<IPackSection, FiguresSection>();
        services.AddScoped<IPackInstall, InstallCases>();
        services.AddConsumer<CaseReported, CountCases>().AddConsumer<CaseDispatched, CountCases>().AddConsumer<CaseHandled, CountCases>()
            .AddConsumer<CaseClosed, CountCases>().AddConsumer<CaseRated, CountCases>().AddConsumer<CaseReopened, CountCases>()
            .AddConsumer<CaseEscalated, CountCases>().AddConsumer<CaseDropped, CountCases>().AddConsumer<CallAnswered, CountCases>()
            .AddConsumer<CaseSigned, CountCases>().AddConsumer<CaseTakenBack, CountCases>().AddConsumer<CaseAccused, CountCases>().AddConsumer<CaseTurnedPrivate, CountCases>().AddConsumer<CaseRevisited, CountCases>()
            .AddConsumer<CaseMoved, CountCases>().AddConsumer<CaseCopied, CountCases>();
        services.AddConsumer<CalendarChanged, HearCalendar>()
            .AddConsumer<UnitReorganised, SuccessionWork>().AddConsumer<HandingOver, SuccessionWork>()
            .AddConsumer<UnitReorganised, InheritHistory>().AddConsumer<Inheriting, InheritHistory>();
    }
}
