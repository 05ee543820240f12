using Lianxin.Cases.Admin.Packs;
using Lianxin.Cases.Desk.Queue;
using Lianxin.Cases.Desk.Show;
using Lianxin.Cases.Model;
using Lianxin.Cases.WaysIn.Redirect;
using Lianxin.Platform.Calendar;
using Lianxin.Platform.Text;
using Lianxin.Platform.Ui.Kit;

namespace Lianxin.Cases.Resident.Public;

/// <summary>Where a case stands, as its reporter reads it: a few words, and what they need to know besides.</summary>
internal static class StoryNow
{
    public static string Says(StoryView story) => (story.Seen.OpenPlea?.Kind, story.File.Status) switch
    {
        (PleaKind.Objection, _) => "正在定由谁办",
        (not null, _) => "正在看您的申诉",
        (_, CaseStatus.Received) when story.Seen.Calls.Any(c => c.ArrivedAt is not null && story.Seen.Active.Any(d => d.Id == c.DispatchId)) => "部门已经到现场，正在处理",
        (_, CaseStatus.Received) => "已收到，正在安排",
        (_, CaseStatus.Handling) when story.Seen.Lead is { State: DispatchState.Sent, HeldUntil: null } => "已派出，还没开始办",
        (_, CaseStatus.Handling) => story.Seen.Lead?.HeldUntil is null ? "正在办" : "先等着，到日子接着办",
        (_, CaseStatus.Feedback) => story.Seen.Kind?.Next == KindNext.Explain ? "看过了，马上答复您" : "办好了，马上答复您",
        (_, CaseStatus.Withdrawn) => "您已经撤回，不再办理",
        (_, CaseStatus.Voided) => "已经作废，不再办理",
        (_, CaseStatus.Rated) => story.Seen.Solved == false ? "您说没有解决" : "已办结，谢谢您的评价",
        _ when story.File.ReopeningRefused => "不再重新办理",
        _ => story.File.Ending switch
        {
            Ending.Returned => "已退回转来的单位",
            Ending.Redirected => story.Answer is { } told && RedirectText.Declined(told) ? "没有受理" : "已告诉您该找谁",
            _ => "已经答复您",
        },
    };

    public static Tone Colour(StoryView story) => story.Seen switch
    {
        { OpenPlea: not null } => Tone.Act,
        { Lead.HeldUntil: not null, File.Open: true } or { Solved: false } or { File: { Open: false, ReopeningRefused: true } } => Tone.Plain,
        { File.Open: true } => Tone.Act,
        _ => Tone.Done,
    };

    public static IEnumerable<Sentence> Notes(StoryView story)
    {
        var (seen, forest) = (story.Seen, story.Seen.Forest);
        if (seen.OpenPlea is { Kind: PleaKind.Appeal or PleaKind.Review } plea && story.DecidedBy is { } by)
            yield return new("由{0}另外的人来看，最晚 {1} 把结果告诉您，就写在这一页", forest.NameOf(plea.DecideUnitId), Shanghai.Deadline(by));
        if (seen is { OpenPlea: null, Solved: false })
        {
            yield return story.CanAppeal is null
                ? new("记下了，您说还是没有解决。这件事已经复核过，这里不再重新办理；不服可以找上级信访部门，或者打 12345")
                : new("记下了，您说还是没有解决。可以在下面要求复核一次，{0} 个工作日内把结果告诉您", Plea.Within.Amount);
        }

        if (!seen.File.Open) yield break;
        foreach (var part in seen.Active.Where(d => d.HeldUntil is not null))
        {
            var why = seen.Pleas.LastOrDefault(p => p.Kind == PleaKind.Hold && p.DispatchId == part.Id && p is { Upheld: true, EndedAt: null })?.Reason;
            yield return new("{0}要等到 {1} 再接着办：{2}", forest.NameOf(part.UnitId), EntryText.Day(part.HeldUntil!.Value), why ?? "");
        }

        var called = seen.Calls.Where(c => seen.Active.Any(d => d.Id == c.DispatchId)).ToList();
        foreach (var due in called.Where(c => c.ArrivedAt is null && c.Due > seen.Now).GroupBy(c => c.Due))
            yield return new("已经叫{0}到现场，{1} 前到", Names(due), Shanghai.Deadline(due.Key));
        if (called.Where(c => c.ArrivedAt is null && c.Due <= seen.Now).ToList() is { Count: > 0 } late) yield return new("{0}还没有到现场", Names(late));
        if (called.Where(c => c.ArrivedAt is not null).ToList() is { Count: > 0 } there) yield return new("{0}到现场了", Names(there));

        string Names(IEnumerable<WhistleCall> calls) => string.Join('、', calls.Select(c => forest.NameOf(c.UnitId)));
    }
}
