using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lianxin.Platform.Settings;

/// <summary>How often something happened in a window of time, counted across nodes (sign-in failures, public reports).</summary>
[Machinery]
public sealed class LimitRow
{
    public required string Key { get; init; }

    public DateTime Until { get; init; }

    public int Count { get; init; }
}

/// <summary>Shared rate limits. The key never holds a personal value: hash it first.</summary>
public sealed class Limits(AppDb db, Clock clock)
{
    /// <summary>Counts one more; returns how many there are now in the running window.</summary>
    public async Task<int> Hit(string key, TimeSpan window)
    {
        var now = clock.Now;
        var until = now + window;
        var count = 0;
        await db.Run(async () =>
        {
            var rows = await db.Database.SqlQuery<int>(
                $"""
                 INSERT INTO platform_limits (key, until, count) VALUES ({key}, {until}, 1)
                 ON CONFLICT (key) DO UPDATE SET
                   count = CASE WHEN platform_limits.until <= {now} THEN 1 ELSE platform_limits.count + 1 END,
                   until = CASE WHEN platform_limits.until <= {now} THEN {until} ELSE platform_limits.until END
                 RETURNING count AS "Value"
                 """).ToListAsync();
            count = rows[0];
        });
        return count;
    }

    /// <summary>How many there are in the running window, without counting.</summary>
    public Task<int> Read(string key)
    {
        var now = clock.Now;
        return db.Set<LimitRow>().Where(l => l.Key == key && l.Until > now).Select(l => l.Count).FirstOrDefaultAsync();
    }

    public Task Clear(string key) => db.Run(() => db.Set<LimitRow>().Where(l => l.Key == key).ExecuteDeleteAsync());
}

internal sealed class LimitTable : IEntityTypeConfiguration<LimitRow>
{
    public void Configure(EntityTypeBuilder<LimitRow> table)
    {
        table.ToTable("platform_limits").HasKey(l => l.Key);
        table.Property(l => l.Key).HasMaxLength(120);
    }
}
