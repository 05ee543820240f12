using Lianxin.Platform.Calendar;
using Lianxin.Platform.Demo;
using Lianxin.Platform.Packs;

namespace Lianxin.Web.Demo;

/// <summary>One thing to happen at an instant.</summary>
internal sealed record Turn(DateTime At, Func<Task> Play);

/// <summary>What happens when, in order; turns put further turns on it.</summary>
internal sealed class Agenda(DemoStage stage, PackDraft draft, Random dice, DateTime end)
{
    private readonly PriorityQueue<Turn, DateTime> turns = new();

    public DemoStage Stage => stage;

    public Random Dice => dice;

    public DemoManner Manner { get; } = draft.All<DemoManner>()[0];

    public void Put(DateTime at, Func<Task> play) => turns.Enqueue(new Turn(at, play), at);

    public Turn? Next() => turns.TryDequeue(out var turn, out _) ? turn : null;

    public T Pick<T>(IReadOnlyList<T> from) => from[dice.Next(from.Count)];

    public bool Chance(double share) => dice.NextDouble() < share;

    /// <summary>Some working time later: hours of the day people are at their desks.</summary>
    public DateTime Later(DateTime from, double hoursLeast, double hoursMost) =>
        DueClock.Add(from, Math.Max(1, (int)(60 * (hoursLeast + dice.NextDouble() * (hoursMost - hoursLeast)) / 60)), CountUnit.WorkHour, WorkCalendar.Official).Value?.Due.AddMinutes(dice.Next(-25, 25)) is { } due && due > from
            ? due : from.AddMinutes(20 + dice.Next(60));

    /// <summary>Lays the year's cases out by the seasons of their templates; the last days stay busy, so that every state is there.</summary>
    public void Fill(int count, DateTime from)
    {
        var templates = draft.All<DemoCase>();
        var seasons = draft.All<DemoSeason>().ToDictionary(s => s.Key, s => s.Months);
        var story = new CaseStory(this, draft);
        var days = (end - from).TotalDays;
        for (var i = 0; i < count; i++)
        {
            var day = i % 12 == 0 ? end.AddDays(-dice.NextDouble() * 6) : from.AddDays(dice.NextDouble() * days);
            var at = new DateTime(day.Year, day.Month, day.Day, 23, 0, 0, DateTimeKind.Utc).AddDays(-1).AddMinutes(dice.Next(0, 840));
            if (at > end) at = end.AddMinutes(-dice.Next(5, 300));
            var month = Shanghai.Local(at).Month - 1;
            var weights = templates.Select(t => t.Weight * (t.Season is { } season ? seasons[season][month] : 5)).ToList();
            var template = templates[Draw(weights)];
            Put(at, () => story.Report(template));
        }
    }

    public int Draw(IReadOnlyList<int> weights)
    {
        var roll = dice.Next(Math.Max(1, weights.Sum()));
        for (var i = 0; i < weights.Count; i++)
        {
            roll -= weights[i];
            if (roll < 0) return i;
        }

        return 0;
    }
}
