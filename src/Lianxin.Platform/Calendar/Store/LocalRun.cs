using Lianxin.Platform.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lianxin.Platform.Calendar.Store;

/// <summary>Days a unit takes off, or works, apart from the notice (全国年节及纪念日放假办法 art. 4 for ethnic areas).</summary>
public sealed class LocalRun : CalendarRow
{
    public const int NameMax = 20;
    public const int LengthMax = 31;

    private LocalRun() { }

    public DateOnly FirstDay { get; private set; }

    public DateOnly LastDay { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>True for days worked instead.</summary>
    public bool Works { get; private set; }

    public static LocalRun Declare(long id, long unitId, DateOnly from, DateOnly to, string name, bool works) =>
        new() { Id = id, UnitId = unitId, FirstDay = from, LastDay = to, Name = name, Works = works };

    public override DateOnly Begins() => FirstDay;

    public override Sentence Says() => FirstDay == LastDay
        ? new(Works ? "{0} 上班，{1}" : "{0} 放假，{1}", $"{FirstDay:yyyy-MM-dd}", Name)
        : new(Works ? "{0} 到 {1} 上班，{2}" : "{0} 到 {1} 放假，{2}", $"{FirstDay:yyyy-MM-dd}", $"{LastDay:yyyy-MM-dd}", Name);

    public IEnumerable<DateOnly> Dates()
    {
        for (var date = FirstDay; date <= LastDay; date = date.AddDays(1)) yield return date;
    }
}

internal sealed class LocalRunTable : IEntityTypeConfiguration<LocalRun>
{
    public void Configure(EntityTypeBuilder<LocalRun> table)
    {
        table.ToTable("platform_calendar_days");
        table.Property(d => d.Name).HasMaxLength(LocalRun.NameMax);
        table.HasIndex(d => d.UnitId);
    }
}
