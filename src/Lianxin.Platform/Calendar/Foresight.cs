using Lianxin.Platform.Access;
using Lianxin.Platform.Text;

namespace Lianxin.Platform.Calendar;

/// <summary>A date a change of the calendar would move.</summary>
/// <param name="What">What it belongs to, as this actor may know it.</param>
/// <param name="Href">Null where the actor may not open it.</param>
/// <param name="Clock">Which of its dates.</param>
public sealed record ForeseenDate(Sentence What, string? Href, Sentence Clock, DateTime From, DateTime To);

/// <summary>What a change of the calendar would move.</summary>
/// <param name="AtLeast">More was open than was counted.</param>
/// <param name="First">The first of them.</param>
public sealed record Foreseen(int Cases, int Dates, bool AtLeast, IReadOnlyList<ForeseenDate> First);

/// <summary>A slot of the calendar's forms: a room that keeps dates says which of them a change would move, before it is saved.</summary>
public interface IForesee
{
    /// <param name="unit">Whose calendar changes, with everything below it.</param>
    /// <param name="from">The first date that may be counted differently.</param>
    /// <param name="then">The calendars as they would stand.</param>
    Task<Foreseen> Foresee(UnitInfo unit, DateOnly from, WorkCalendars then);
}
