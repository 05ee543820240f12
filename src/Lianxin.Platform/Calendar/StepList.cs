using Lianxin.Platform.Text;

namespace Lianxin.Platform.Calendar;

/// <summary>Collects steps in Shanghai time and joins neighbours that say the same, so the grounds stay short enough to read.</summary>
internal sealed class StepList
{
    private static readonly Sentence Weekend = new(CalendarText.Weekend);
    private readonly List<DueStep> steps = [];

    internal IReadOnlyList<DueStep> Steps => steps;

    internal void Count(DateTime from, DateTime to, Sentence why) => Add(new(Shanghai.Utc(from), Shanghai.Utc(to), to - from, 0, why));

    internal void CountDay(DateTime from, DateTime to, Sentence why) => Add(new(Shanghai.Utc(from), Shanghai.Utc(to), default, 1, why));

    internal void Pass(DateTime from, DateTime to, Sentence why) => Add(new(Shanghai.Utc(from), Shanghai.Utc(to), default, 0, why));

    private void Add(DueStep step)
    {
        if (steps.Count > 0 && Joined(steps[^1].Why, step.Why) is { } why && steps[^1].Counts == step.Counts)
            steps[^1] = new(steps[^1].From, step.To, steps[^1].Time + step.Time, steps[^1].Days + step.Days, why);
        else
            steps.Add(step);
    }

    // The night up to the next morning's work is one rest, and so is a whole weekend.
    private static Sentence? Joined(Sentence last, Sentence next) => (last.Key, next.Key) switch
    {
        (CalendarText.AfterWork, CalendarText.BeforeWork) => last,
        (CalendarText.Saturday, CalendarText.Sunday) => Weekend,
        _ => last == next ? last : null,
    };
}
