using Lianxin.Platform.Text;

namespace Lianxin.Platform.Calendar;

/// <summary>Why a date is a day of work or of rest.</summary>
public enum DayKind
{
    Workday,
    MakeUp,
    Weekend,
    Holiday,
    LocalHoliday,
}

/// <summary>One date: whether people work, and why. <c>Name</c> is the holiday, also on a day made up for it.</summary>
public sealed record CalendarDay(DateOnly Date, DayKind Kind, string? Name = null)
{
    private static readonly Sentence Saturday = new(CalendarText.Saturday);
    private static readonly Sentence Sunday = new(CalendarText.Sunday);
    private static readonly Sentence Plain = new(CalendarText.Workday);

    public bool Works => Kind is DayKind.Workday or DayKind.MakeUp;

    public Sentence Why => Kind switch
    {
        DayKind.MakeUp when string.IsNullOrEmpty(Name) => new(CalendarText.MakeUp),
        DayKind.MakeUp => new(CalendarText.MakeUpFor, new Sentence(Name)),
        DayKind.Weekend => Date.DayOfWeek == DayOfWeek.Saturday ? Saturday : Sunday,
        DayKind.Holiday => new(CalendarText.Holiday, new Sentence(Name ?? "")),
        DayKind.LocalHoliday => new(CalendarText.LocalHoliday, Name ?? ""),
        _ => Plain,
    };
}
