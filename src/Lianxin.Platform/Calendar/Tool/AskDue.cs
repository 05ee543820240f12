using Lianxin.Platform.Access;
using Lianxin.Platform.Text;

namespace Lianxin.Platform.Calendar.Tool;

/// <summary>A question to the open tool, answered: the limit, its grounds, and by whose calendar.</summary>
public sealed record DueAnswer(CalendarQuery Asked, DueResult Result, UnitInfo? Place);

/// <summary>Counts a limit for anybody: by the calendar of the top unit, or of the unit named by its public code.</summary>
public sealed class AskDue(WorkCalendars calendars, UnitTree tree)
{
    /// <summary>Faults name <c>start</c>, <c>amount</c>, <c>unit</c> or <c>place</c>.</summary>
    public async Task<Answer<DueAnswer>> Ask(string? start, string? amount, string? unit, string? place)
    {
        var asked = CalendarQuery.Parse(start, amount, unit);
        if (!asked.Ok) return asked.Fault;
        var forest = await tree.Read();
        var at = string.IsNullOrWhiteSpace(place) ? forest.All.FirstOrDefault(u => u.ParentId is null) : forest.Find(place.Trim());
        if (at is null && !string.IsNullOrWhiteSpace(place)) return new Fault("place", new Sentence(CalendarText.PlaceUnknown));
        var due = DueClock.Add(asked.Value.Start, asked.Value.Amount, asked.Value.Unit, await calendars.For(at?.Id ?? 0));
        return due.Ok ? new DueAnswer(asked.Value, due.Value, at) : due.Fault;
    }

    /// <summary>Places a person may choose from: the top unit and those that decided something of their own; fewer than two is no choice.</summary>
    public async Task<IReadOnlyList<UnitInfo>> Places()
    {
        var deciding = await calendars.Deciding();
        return [.. (await tree.Read()).All.Where(u => !u.Closed && (u.ParentId is null || deciding.Contains(u.Id))).OrderBy(u => u.Path, StringComparer.Ordinal)];
    }
}
