using Lianxin.Platform.Text;

namespace Lianxin.Platform.Calendar;

/// <summary>One step with Shanghai times as text; <c>Minutes</c> and <c>Days</c> are what it counted, <c>Why</c> is for reading.</summary>
public sealed record ReplyStep(string From, string To, double Minutes, int Days, string Why);

/// <summary>The answer to a <see cref="CalendarQuery"/>: <c>{"due":"2026-02-24T11:30:00+08:00","steps":[…]}</c> and what was asked.</summary>
public sealed record CalendarReply(
    string Due, string Start, int Amount, string Unit, IReadOnlyList<ReplyStep> Steps, IReadOnlyList<string> Warnings)
{
    public static CalendarReply Of(CalendarQuery asked, DueResult result, Func<Sentence, string> say) => new(
        Shanghai.Iso(result.Due),
        Shanghai.Iso(asked.Start),
        asked.Amount,
        asked.Unit.Key(),
        [.. result.Steps.Select(s => new ReplyStep(Shanghai.Iso(s.From), Shanghai.Iso(s.To), s.Time.TotalMinutes, s.Days, say(s.Why)))],
        [.. result.Warnings.Select(say)]);
}
