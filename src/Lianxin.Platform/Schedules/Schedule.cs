using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lianxin.Platform.Schedules;

/// <summary>Something a room does by the clock.</summary>
/// <param name="Name">Unique, module first: <c>cases.overdue</c>.</param>
/// <param name="Cron">Quartz expression with seconds, in Asia/Shanghai.</param>
/// <param name="Purpose">What it is for, in Chinese, for the schedules page.</param>
/// <param name="Job">The <see cref="IJob"/> that does it.</param>
public sealed record Schedule(string Name, string Cron, string Purpose, Type Job);

/// <summary>Does one round of a schedule; resolved in a scope of its own.</summary>
public interface IJob
{
    Task Run();
}

/// <summary>When a schedule runs next; whichever node moves it on does the work, so each instant fires once.</summary>
[Machinery]
public sealed class ScheduleRow
{
    public required string Name { get; init; }

    public DateTime NextAt { get; set; }

    public DateTime? LastAt { get; set; }

    public string? Error { get; set; }
}

internal sealed class ScheduleTable : IEntityTypeConfiguration<ScheduleRow>
{
    public void Configure(EntityTypeBuilder<ScheduleRow> table)
    {
        table.ToTable("platform_schedules").HasKey(s => s.Name);
        table.Property(s => s.Name).HasMaxLength(60);
        table.Property(s => s.Error).HasMaxLength(500);
    }
}
