using Lianxin.Cases.Catalog;
using Lianxin.Cases.Desk.Queue;
using Lianxin.Cases.Model;

namespace Lianxin.Cases.Desk.Show;

/// <summary>Chinese names of states, which are also localizer keys.</summary>
internal static class CaseNames
{
    public static string Of(CaseStatus status) => status switch
    {
        CaseStatus.Received => "待派单",
        CaseStatus.Handling => "办理中",
        CaseStatus.Feedback => "待答复",
        CaseStatus.Closed => "已办结",
        CaseStatus.Withdrawn => "已撤回",
        CaseStatus.Voided => "已作废",
        _ => "已评价",
    };

    public static string Of(Channel channel) => channel switch
    {
        Channel.Code => "群众扫码反映",
        Channel.Worker => "网格员上报",
        Channel.Ticket => "转来的工单",
        Channel.Chat => "群里反映",
        Channel.Paper => "纸质登记",
        Channel.Visit => "来访登记",
        _ => "来电登记",
    };

    public static string Of(Step step) => step switch
    {
        Step.Find => "发现",
        Step.Assign => "分办",
        Step.Handle => "处置",
        Step.Feedback => "反馈",
        _ => "评价",
    };

    /// <summary>The step as the place calls it.</summary>
    public static string Of(Step step, Chapter? chapter) => chapter?.Rules.Word(step switch
    {
        Step.Find => "step-report",
        Step.Assign => "step-dispatch",
        Step.Handle => "step-handle",
        Step.Feedback => "step-reply",
        _ => "step-rate",
    }) ?? Of(step);

    /// <summary>The step as whoever reported it would say, while it is to come or under way and once it is done; the place may have a word of its own for it.</summary>
    public static string Told(Step step, Chapter? chapter, bool done) => step switch
    {
        Step.Find => chapter?.Rules.Word("told-report") ?? "已收到",
        Step.Assign => chapter?.Rules.Word("told-dispatch") ?? (done ? "安排好了" : "正在安排"),
        Step.Handle => chapter?.Rules.Word("told-handle") ?? (done ? "办完了" : "正在办"),
        Step.Feedback => chapter?.Rules.Word("told-reply") ?? (done ? "已答复" : "答复"),
        _ => chapter?.Rules.Word("told-rate") ?? (done ? "您评价了" : "您来评价"),
    };

    public static string Of(DispatchState state) => state switch
    {
        DispatchState.Sent => "待签收",
        DispatchState.Signed => "办理中",
        DispatchState.Objected => "有异议",
        DispatchState.Done => "已完成",
        _ => "已收回",
    };

    public static string Of(DeskTab tab) => tab switch
    {
        DeskTab.All => "全部",
        DeskTab.ToDispatch => "待派单",
        DeskTab.ToReturn => "能退回",
        DeskTab.HandedUp => "已提级",
        DeskTab.ToSign => "待我签收",
        DeskTab.Handling => "办理中",
        DeskTab.ToReply => "待答复",
        DeskTab.Late => "超期",
        DeskTab.OffList => "清单外",
        DeskTab.Held => "挂账",
        DeskTab.Merged => "已合并",
        _ => "已办结",
    };

    /// <summary>What is said once the date a case stands in the queue by has passed: it names the clock (decisions 1).</summary>
    /// <param name="clock">As <see cref="Case.NextClock"/> has it.</param>
    public static string Late(CaseStatus status, long? clock, bool order = false) => clock switch
    {
        null => "答复超期 {0}",
        Case.KindClock => status == CaseStatus.Received ? "派单超期 {0}" : "答复超期 {0}",
        _ => order ? "批示超期 {0}" : "办理超期 {0}",
    };

    public static string Late(Case file) => Late(file.Status, file.NextClock, file.OrderId is { } order && order == file.NextClock);

    /// <summary>On what occasion a date was promised.</summary>
    public static string Of(PromiseWhy why) => why switch
    {
        PromiseWhy.Taken => "受理时定的",
        PromiseWhy.Classified => "立案时提前的",
        PromiseWhy.Outer => "比来源要求的时间提前定的",
        PromiseWhy.Calendar => "工作日历调整后重新算的",
        PromiseWhy.Reopened => "没有解决重新办理时定的",
        PromiseWhy.SentAgain => "来源又派来时定的",
        PromiseWhy.Extended => "批准延期时改的",
        PromiseWhy.Held => "批准挂账时改的",
        PromiseWhy.Resumed => "撤回以后又要办时定的",
        _ => "申诉或复核成立后定的",
    };

    /// <summary>The step a case stands in.</summary>
    public static Step StepOf(Case file) => file.Status switch
    {
        CaseStatus.Received => Step.Assign,
        CaseStatus.Handling => Step.Handle,
        CaseStatus.Feedback => Step.Feedback,
        _ => Step.Rate,
    };
}
