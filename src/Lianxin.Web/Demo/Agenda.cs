using Lianxin.Cases.Admin.Packs;
using Lianxin.Platform;
using Lianxin.Platform.Calendar;
using Lianxin.Platform.Demo;
using Lianxin.Platform.Packs;

namespace Lianxin.Web.Demo;

/// <summary>One thing to happen at an instant.</summary>
internal sealed record Turn(DateTime At, Func<Task> Play);

/// <summary>What happens when, in order; turns put further turns on it.</summary>
internal sealed class Agenda(DemoStage stage, PackDraft draft, PackDraft pack, Random dice, DateTime end, ILogger log)
{
    private readonly PriorityQueue<Turn, (DateTime, int)> turns = new();
    private int put;

    public DemoStage Stage => stage;

    public Random Dice => dice;

    /// <summary>The instant of the turn being played.</summary>
    public DateTime Now { get; private set; }

    public DemoManner Manner { get; } = draft.All<DemoManner>()[0];

    public IReadOnlyDictionary<string, ConditionPlan> Conditions { get; } =
        pack.All<CategoryPlan>().SelectMany(c => c.Conditions).ToDictionary(c => c.Key);

    public void Put(DateTime at, Func<Task> play) => turns.Enqueue(new Turn(at, play), (at, put++));

    public Turn? Next()
    {
        if (!turns.TryDequeue(out var turn, out _)) return null;
        Now = turn.At;
        return turn;
    }

    /// <summary>The handlers have the last word: the story goes on without what they refuse, and says so.</summary>
    public void Refused(string act, Refusal refusal) => log.LogWarning("{At:u} {Act} was refused in the demo: {Why}", Now, act, refusal.Message);

    public T Pick<T>(IReadOnlyList<T> from) => from[dice.Next(from.Count)];

    public string Say(DemoTalk talk) => Pick(Manner.Talk[talk]);

    public bool Chance(double share) => dice.NextDouble() < share;

    public DateTime Minutes(int least, int most) => Now.AddMinutes(dice.Next(least, most));

    /// <summary>Some working time later: hours of the day people are at their desks.</summary>
    public DateTime Later(double hoursLeast, double hoursMost)
    {
        var minutes = 60 * (hoursLeast + dice.NextDouble() * (hoursMost - hoursLeast));
        var whole = DueClock.Add(Now, Math.Max(1, (int)(minutes / 60)), CountUnit.WorkHour, WorkCalendar.Official).Value?.Due.AddMinutes(dice.Next(-25, 25));
        return whole is { } due && due > Now && minutes >= 60 ? due : Waking(Now.AddMinutes(minutes));
    }

    /// <summary>Part of the way to a date, at an hour people are about where there is room for that.</summary>
    public DateTime Before(DateTime due, double least, double most)
    {
        var at = Now + (due - Now) * (least + dice.NextDouble() * (most - least));
        var waking = Waking(at);
        return waking < Now + (due - Now) * .9 ? waking : at;
    }

    /// <summary>The same instant, or the morning after a night.</summary>
    public DateTime Waking(DateTime at)
    {
        var local = Shanghai.Local(at);
        if (local.Hour is >= 8 and < 19) return at;
        return Shanghai.Utc(local.Date.AddDays(local.Hour < 8 ? 0 : 1).AddMinutes(480 + dice.Next(0, 120)));
    }

    /// <summary>Lays the year's cases out by the seasons of their templates; the last days stay busy, so that every state is there.</summary>
    public void Fill(int count, DateTime from)
    {
        var templates = draft.All<DemoCase>();
        var seasons = draft.All<DemoSeason>().ToDictionary(s => s.Key, s => s.Months);
        var casting = new Casting(draft, Conditions);
        var story = new CaseStory(this, draft);
        foreach (var (i, fate) in Fate.Deal(count).Index())
        {
            var at = When(fate, i, from);
            var month = Shanghai.Local(at).Month - 1;
            var fit = templates.Where(t => casting.Fits(t, fate)).ToList();
            var weights = fit.Select(t => t.Weight * (t.Season is { } season ? seasons[season][month] : 5)).ToList();
            var template = weights.Sum() > 0 ? fit[Draw(weights)] : Pick(fit);
            Put(at, () => story.Report(template, fate));
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

    private DateTime When(Fate fate, int i, DateTime from)
    {
        switch (fate.Stand)
        {
            case Stand.Received: return end.AddMinutes(-dice.Next(5, 200));
            case Stand.Sent or Stand.Called: return end.AddMinutes(-dice.Next(60, 360));
            case Stand.Overdue: return ByDay(end.AddDays(-dice.Next(14, 32)));
            case not Stand.None: return end.AddMinutes(-dice.Next(240, 2_400));
        }

        var old = end.AddDays(-40);
        if (fate.Old) return ByDay(from + (old - from) * dice.NextDouble());
        var day = i % 12 == 0 ? end.AddDays(-dice.NextDouble() * 6) : from + (end - from) * dice.NextDouble();
        return ByDay(day) is var at && at > end ? end.AddMinutes(-dice.Next(5, 300)) : at;
    }

    /// <summary>Between seven in the morning and nine in the evening of that day.</summary>
    private DateTime ByDay(DateTime day) => new DateTime(day.Year, day.Month, day.Day, 23, 0, 0, DateTimeKind.Utc).AddDays(-1).AddMinutes(dice.Next(0, 840));
}
