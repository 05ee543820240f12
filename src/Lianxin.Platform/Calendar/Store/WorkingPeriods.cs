using Lianxin.Platform.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lianxin.Platform.Calendar.Store;

/// <summary>Working periods of a day as a unit set them, from a date on, perhaps to a date, perhaps in one season of each year.</summary>
public sealed class WorkingPeriods : CalendarRow
{
    public const int PeriodsMax = 100;

    private WorkingPeriods() { }

    /// <summary><c>08:30-12:00 14:00-17:30</c>.</summary>
    public string Periods { get; private set; } = "";

    public DateOnly FirstDay { get; private set; }

    public DateOnly? LastDay { get; private set; }

    /// <summary>Month and day as one number, 601 for 1 June; both or neither.</summary>
    public int? SeasonFrom { get; private set; }

    public int? SeasonTo { get; private set; }

    public static WorkingPeriods Set(long id, long unitId, WorkHours hours, DateOnly from) => new()
    {
        Id = id, UnitId = unitId, Periods = PeriodText.Write(hours.Periods), FirstDay = from, LastDay = hours.To,
        SeasonFrom = hours.SeasonFrom?.Order, SeasonTo = hours.SeasonTo?.Order,
    };

    public override DateOnly Begins() => FirstDay;

    public override Sentence Says() => LastDay is { } last
        ? new("上班时间 {0}，{1} 到 {2}", Periods, $"{FirstDay:yyyy-MM-dd}", $"{last:yyyy-MM-dd}")
        : new("上班时间 {0}，{1} 起", Periods, $"{FirstDay:yyyy-MM-dd}");

    /// <summary>The same hours, no longer in force after a day.</summary>
    public WorkingPeriods Until(long id, DateOnly last) => Set(id, UnitId, ToHours() with { To = last }, FirstDay);

    public WorkHours ToHours() => new(PeriodText.Read(Periods).Sure(), FirstDay, LastDay, Day(SeasonFrom), Day(SeasonTo));

    private static MonthDay? Day(int? order) => order is { } some ? new(some / 100, some % 100) : null;
}

internal sealed class WorkingPeriodsTable : IEntityTypeConfiguration<WorkingPeriods>
{
    public void Configure(EntityTypeBuilder<WorkingPeriods> table)
    {
        table.ToTable("platform_calendar_hours");
        table.Property(h => h.Periods).HasMaxLength(WorkingPeriods.PeriodsMax);
        table.HasIndex(h => h.UnitId);
    }
}
