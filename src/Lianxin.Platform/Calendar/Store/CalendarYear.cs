using System.Text.Encodings.Web;
using System.Text.Json;
using Lianxin.Platform.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lianxin.Platform.Calendar.Store;

/// <summary>A year's arrangement of holidays (放假安排) as a unit entered it; one a unit and year is in force.</summary>
public sealed class CalendarYear : CalendarRow
{
    public const int TitleMax = 120;
    public const int NumberMax = 60;
    public const int DaysMax = 8_000;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private CalendarYear() { }

    public int Year { get; private set; }

    public string Title { get; private set; } = "";

    public string Number { get; private set; } = "";

    /// <summary>Days off and make-up days as JSON.</summary>
    public string Days { get; private set; } = "";

    public static CalendarYear Enter(long id, long unitId, YearNotice notice) => new()
    {
        Id = id, UnitId = unitId, Year = notice.Year, Title = notice.Title, Number = notice.Number,
        Days = JsonSerializer.Serialize(new LocalDays(notice.Off, notice.Work), Json),
    };

    public override DateOnly Begins()
    {
        var notice = ToNotice();
        return notice.Off.Select(o => o.From).Concat(notice.Work.Select(w => w.Date)).Append(new DateOnly(Year, 1, 1)).Min();
    }

    public override Sentence Says() => new("{0} 年放假安排", Year);

    public YearNotice ToNotice()
    {
        var days = JsonSerializer.Deserialize<LocalDays>(Days, Json)!;
        return new YearNotice(Year, Title, Number, days.Off, days.Work);
    }
}

internal sealed class CalendarYearTable : IEntityTypeConfiguration<CalendarYear>
{
    public const string Name = "platform_calendar_years";

    public void Configure(EntityTypeBuilder<CalendarYear> table)
    {
        table.ToTable(Name);
        table.Property(y => y.Title).HasMaxLength(CalendarYear.TitleMax);
        table.Property(y => y.Number).HasMaxLength(CalendarYear.NumberMax);
        table.Property(y => y.Days).HasMaxLength(CalendarYear.DaysMax);
        table.HasIndex(y => new { y.UnitId, y.Year }).IsUnique().HasFilter("retired_at IS NULL");
    }
}
