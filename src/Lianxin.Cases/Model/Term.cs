using System.Globalization;
using Lianxin.Platform.Calendar;

namespace Lianxin.Cases.Model;

/// <summary>An amount of a unit of time as deadlines store it: <c>2 work-day</c>.</summary>
public sealed record Term(int Amount, string Unit)
{
    public CountUnit Counted => CountUnits.TryParse(Unit, out var unit) ? unit : throw new InvalidOperationException($"Unknown unit {Unit}.");

    public static string Write(IEnumerable<Term> terms) =>
        string.Join(" + ", terms.Select(t => string.Create(CultureInfo.InvariantCulture, $"{t.Amount} {t.Unit}")));

    public static IReadOnlyList<Term> Read(string text) =>
        [.. text.Split(" + ", StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split(' '))
            .Select(part => new Term(int.Parse(part[0], CultureInfo.InvariantCulture), part[1]))];
}

/// <summary>A date with the way it was counted.</summary>
public sealed record Deadline(DateTime Start, string Parts, DateTime Due);

/// <summary>Counts deadlines in the calendar of the unit they bind.</summary>
internal sealed class Deadlines(WorkCalendars calendars, Platform.Clock clock)
{
    /// <summary>As they were counted at a moment, with the calendars of then.</summary>
    public async Task<Deadlines> AsOf(DateTime at) => new(await calendars.AsOf(at), clock);

    /// <summary>Counts the terms one after the other.</summary>
    public async Task<Deadline> From(DateTime start, long unitId, params IEnumerable<Term> terms)
    {
        var all = terms.ToList();
        var steps = await Steps(start, unitId, all);
        return new Deadline(start, Term.Write(all), steps.Count == 0 ? start : steps[^1].Due);
    }

    /// <summary>
    /// A unit's own date: the condition's limit, or the kind's own clock where that ends earlier. Never later than what
    /// was promised while that still lies ahead: a case put under a longer limit afterwards keeps its promise; the parts
    /// are then empty, and the date is the promise's.
    /// </summary>
    public async Task<Deadline> Part(Case file, Catalog.Condition condition, Catalog.HandlingKind kind, DateTime start, long unitId)
    {
        var due = await From(start, unitId, new Term(condition.Limit, condition.LimitUnit));
        if (kind.Clock > 0 && await From(start, unitId, new Term(kind.Clock, kind.ClockUnit)) is var own && own.Due < due.Due) due = own;
        return due.Due > file.PromiseDue && file.PromiseDue > clock.Now ? new Deadline(start, "", file.PromiseDue) : due;
    }

    /// <summary>A part's date with the time it was held, or will be: counted again from its terms, or a date that was set moved on by as much.</summary>
    public async Task<DateTime> Held(Dispatch part, IReadOnlyList<Pause> pauses)
    {
        if (part.FixedDue is not { } set) return (await Steps(part.At, part.GivenTo, Term.Read(part.DueParts), pauses))[^1].Due;
        var stood = pauses.Where(p => p.To > part.FixedAt).Sum(p => (p.To - p.From).Ticks);
        return stood == 0 ? set : await EndOf(Shanghai.Date(set.AddTicks(stood)), part.GivenTo);
    }

    /// <summary>The end of the last working period of a day, or of the next workday where the day is none.</summary>
    public async Task<DateTime> EndOf(DateOnly day, long unitId) =>
        DueClock.Add(Shanghai.Utc(day.AddDays(-1).ToDateTime(new(12, 0))), 1, CountUnit.WorkdayByDate, await calendars.For(unitId)).Sure().Due;

    /// <summary>By when an appeal or review is decided.</summary>
    public async Task<DateTime> Decision(Plea plea) => (await From(plea.At, plea.DecideUnitId, Plea.Within)).Due;

    /// <summary>Starts the clock a kind has of its own, beside the promise, where the case waits for the accepting unit.</summary>
    public async Task RunKind(Case file, Catalog.HandlingKind kind)
    {
        if (kind.Clock > 0) file.RunKind(await From(clock.Now, file.AcceptUnitId, new Term(kind.Clock, kind.ClockUnit)));
    }

    /// <summary>Why a date is what it is: one counted result per term, from the stored start and parts.</summary>
    public async Task<IReadOnlyList<DueResult>> Steps(DateTime start, long unitId, IReadOnlyList<Term> terms, IReadOnlyList<Pause>? pauses = null)
    {
        var calendar = await calendars.For(unitId);
        var results = new List<DueResult>();
        foreach (var term in terms)
        {
            var result = DueClock.Add(start, term.Amount, term.Counted, calendar, pauses).Sure();
            results.Add(result);
            start = result.Due;
        }

        return results;
    }
}
