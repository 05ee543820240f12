using Lianxin.Platform.Text;

namespace Lianxin.Platform.Calendar;

/// <summary>
/// A question to the public calendar, read from text: <c>start=2026-02-14T16:30&amp;amount=4&amp;unit=work-hour</c>.
/// </summary>
public sealed record CalendarQuery(DateTime Start, int Amount, CountUnit Unit)
{
    /// <summary>The largest amount the open tool counts: its list of steps must stay one page.</summary>
    public const int Most = 1_000;

    /// <summary>
    /// Reads the three parameters; the first wrong one is named with its reason. A start without a zone is Shanghai
    /// time, one with <c>Z</c> or an offset is converted.
    /// </summary>
    public static Answer<CalendarQuery> Parse(string? start, string? amount, string? unit)
    {
        var from = StartText.Read(start);
        if (!from.Ok) return from.Fault;
        var counted = Counted(unit);
        if (!counted.Ok) return counted.Fault;
        var count = Amounts.Read(amount, counted.Value, Most);
        return count.Ok ? new CalendarQuery(from.Value, count.Value, counted.Value) : count.Fault;
    }

    /// <summary>Everything that is wrong with the three, for a form that is filled in all at once.</summary>
    public static IReadOnlyList<Fault> Faults(string? start, string? amount, string? unit)
    {
        var counted = Counted(unit);
        Fault?[] faults = [StartText.Read(start).Fault, Amounts.Read(amount, counted.Value, Most).Fault, counted.Fault];
        return [.. faults.OfType<Fault>()];
    }

    private static Answer<CountUnit> Counted(string? unit)
    {
        if (string.IsNullOrWhiteSpace(unit)) return new Fault("unit", new(CalendarText.UnitMissing));
        if (CountUnits.TryParse(unit.Trim(), out var read)) return read;
        return new Fault("unit", new(CalendarText.UnitUnknown, Short(unit), string.Join('、', CountUnits.All.Select(u => u.Key()))));
    }

    /// <summary>Counts the answer, in the shape the public interface gives.</summary>
    /// <param name="calendar">The calendar of the region asked about.</param>
    /// <param name="say">Puts a sentence into the reader's language; Chinese where left out.</param>
    public Answer<CalendarReply> Run(WorkCalendar calendar, Func<Sentence, string>? say = null)
    {
        var due = DueClock.Add(Start, Amount, Unit, calendar);
        return due.Ok ? CalendarReply.Of(this, due.Value, say ?? (why => why.ToString())) : due.Fault;
    }

    private static string Short(string text) => text.Length <= 20 ? text : text[..20] + "…";
}
