using Lianxin.Cases.Desk.Print;
using Lianxin.Cases.Model;
using Lianxin.Cases.Turns.Dispatch;
using Lianxin.Cases.Turns.Group;
using Lianxin.Cases.Turns.Handle;
using Lianxin.Cases.Turns.Letter;
using Lianxin.Cases.Turns.Order;
using Lianxin.Cases.Turns.Outer;
using Lianxin.Cases.Turns.Pleas;
using Lianxin.Cases.Turns.Privacy;
using Lianxin.Cases.Turns.Reply;
using Lianxin.Cases.Turns.Review;
using Lianxin.Cases.Turns.Supervise;
using Lianxin.Cases.Turns.Whistle;
using Lianxin.Cases.WaysIn.Duplicates;
using Lianxin.Cases.WaysIn.Redirect;
using Lianxin.Cases.WaysIn.Report;
using Microsoft.Extensions.DependencyInjection;

namespace Lianxin.Cases.Act;

/// <summary>Everything that can be done to a case, in the order the desk shows it.</summary>
internal static class ActBook
{
    public static readonly IReadOnlyList<Type> All =
    [
        typeof(DecideObjection), typeof(DecideAppeal), typeof(DecideExtension), typeof(DecideHold), typeof(DecideVoid), typeof(ArriveAtCall), typeof(DispatchCase), typeof(SignCase), typeof(FinishCase), typeof(ReplyToReporter),
        typeof(ReadUpdates), typeof(SendBackCase), typeof(UrgeCase), typeof(ReassignCase), typeof(AssignMembers), typeof(AddHelper), typeof(ReleaseHelper), typeof(BlowWhistle), typeof(ConfirmArrival), typeof(RateCall), typeof(ObjectToCase), typeof(AskExtension), typeof(AskHold), typeof(WakeCase),
        typeof(SwitchKind), typeof(HandUpCase), typeof(ExplainCase), typeof(NoteProgress), typeof(MandatoryReport), typeof(SuperviseCase), typeof(TakeOrder), typeof(CloseOrder), typeof(TellOrder), typeof(RefuseReopening), typeof(AskVoid), typeof(WithdrawForReporter),
        typeof(MergeCase), typeof(UnmergeCase), typeof(SplitCase), typeof(HintCase), typeof(RedirectCase), typeof(DeclineCase), typeof(ReturnToSource), typeof(AnswerSource),
        typeof(ReceiveLetter), typeof(AnswerLetter), typeof(IssuePaper), typeof(ScanPaper), typeof(DelegateReply), typeof(CallerAdds), typeof(RecuseFromCase), typeof(NameAccused), typeof(TurnPrivate), typeof(RevealReporter),
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
