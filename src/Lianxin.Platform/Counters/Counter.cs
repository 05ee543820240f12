using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lianxin.Platform.Counters;

/// <summary>A figure of one unit on one day. Every event moves counters of the unit and all above it; figures come from here, never from counting.</summary>
[Machinery]
public sealed class Counter
{
    /// <summary>Module first: <c>cases.reported</c>, with a part after a colon where it is split: <c>cases.handled:street-lamp</c>.</summary>
    public required string Key { get; init; }

    public long UnitId { get; init; }

    public DateOnly Day { get; init; }

    public long Value { get; init; }
}

/// <summary>Moves counters in the same transaction as the fact they count.</summary>
public static class Tally
{
    public static void Move(AppDb db, string key, IEnumerable<long> units, DateOnly day, long by = 1)
    {
        foreach (var unit in units)
        {
            db.Also($"""
                     INSERT INTO platform_counters (key, unit_id, day, value) VALUES ({key}, {unit}, {day}, {by})
                     ON CONFLICT (key, unit_id, day) DO UPDATE SET value = platform_counters.value + excluded.value
                     """);
        }
    }

    /// <summary>The sum of a counter for a unit over days, both included.</summary>
    public static Task<long> Sum(AppDb db, string key, long unit, DateOnly from, DateOnly to) =>
        db.Set<Counter>().Where(c => c.Key == key && c.UnitId == unit && c.Day >= from && c.Day <= to).SumAsync(c => c.Value);
}

internal sealed class CounterTable : IEntityTypeConfiguration<Counter>
{
    public void Configure(EntityTypeBuilder<Counter> table)
    {
        table.ToTable("platform_counters").HasKey(c => new { c.Key, c.UnitId, c.Day });
        table.Property(c => c.Key).HasMaxLength(80);
    }
}
