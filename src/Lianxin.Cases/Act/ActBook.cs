using Lianxin.Cases.Dispatch;
using Lianxin.Cases.Duplicates;
using Lianxin.Cases.Group;
using Lianxin.Cases.Handle;
using Lianxin.Cases.Model;
using Lianxin.Cases.Order;
using Lianxin.Cases.Outer;
using Lianxin.Cases.Print;
using Lianxin.Cases.Redirect;
using Lianxin.Cases.Reply;
using Lianxin.Cases.Report;
using Lianxin.Cases.Review;
using Lianxin.Cases.Supervise;
using Lianxin.Cases.Turn;
using Lianxin.Cases.Whistle;
using Microsoft.Extensions.DependencyInjection;

namespace Lianxin.Cases.Act;

/// <summary>Everything that can be done to a case, in the order the desk shows it.</summary>
internal static class ActBook
{
    public static readonly IReadOnlyList<Type> All =
    [
        typeof(DecideObjection), typeof(DecideAppeal), typeof(DecideExtension), typeof(DecideHold), typeof(DecideVoid), typeof(ArriveAtCall), typeof(DispatchCase), typeof(SignCase), typeof(FinishCase), typeof(ReplyToReporter),
        typeof(ReadUpdates), typeof(SendBackCase), typeof(UrgeCase), typeof(ReassignCase), typeof(AssignMembers), typeof(AddHelper), typeof(ReleaseHelper), typeof(BlowWhistle), typeof(ConfirmArrival), typeof(RateCall), typeof(ObjectToCase), typeof(AskExtension), typeof(AskHold), typeof(WakeCase),
        typeof(SwitchKind), typeof(HandUpCase), typeof(ExplainCase), typeof(NoteProgress), typeof(MandatoryReport), typeof(SuperviseCase), typeof(TakeOrder), typeof(CloseOrder), typeof(RefuseReopening), typeof(AskVoid), typeof(WithdrawForReporter),
        typeof(MergeCase), typeof(UnmergeCase), typeof(SplitCase), typeof(HintCase), typeof(RedirectCase), typeof(DeclineCase), typeof(ReturnToSource), typeof(AnswerSource),
        typeof(IssuePaper), typeof(ScanPaper), typeof(DelegateReply), typeof(CallerAdds), typeof(RecuseFromCase), typeof(NameAccused), typeof(RevealReporter),
    ];

    public static IServiceCollection AddActs(this IServiceCollection services)
    {
        foreach (var act in All) services.AddScoped(act);
        return services;
    }

    /// <summary>What this actor may do now, the primary act first.</summary>
    public static IReadOnlyList<CaseAct> Offered(this CaseSeen seen, IServiceProvider services) =>
        [.. All.Select(type => (CaseAct)services.GetRequiredService(type)).Where(act => act.Open(seen)).OrderByDescending(act => act.Primary)];
}
