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
        var count = 0;
        await db.Run(async () => count = await Count(key, window));
        return count;
    }

    /// <summary>Counts one more of each key in a single write; how many there are now, in the order of the keys.</summary>
    public async Task<IReadOnlyList<int>> Hit(TimeSpan window, params IReadOnlyList<string> keys)
    {
        var counts = new int[keys.Count];
        await db.Run(async () =>
        {
            for (var i = 0; i < keys.Count; i++) counts[i] = await Count(keys[i], window);
        });
        return counts;
    }

    /// <summary>
    /// Takes one of the tries a key has in a window; false when none is left. It is counted before what is tried is looked
    /// at, so that many at once are no more than one after another; a closed door is only read.
    /// </summary>
    public async Task<bool> Take(string key, int tries, TimeSpan window) => await Read(key) < tries && await Hit(key, window) <= tries;

    /// <summary>Takes one try of every key in a single write, as <see cref="Take(string, int, TimeSpan)"/>; false when any has none left.</summary>
    public async Task<bool> Take(TimeSpan window, params IReadOnlyList<(string Key, int Tries)> doors)
    {
        var now = clock.Now;
        var keys = doors.Select(d => d.Key).ToList();
        var counts = await db.Set<LimitRow>().Where(l => keys.Contains(l.Key) && l.Until > now).ToDictionaryAsync(l => l.Key, l => l.Count);
        if (doors.Any(d => counts.GetValueOrDefault(d.Key) >= d.Tries)) return false;
        var open = true;
        await db.Run(async () =>
        {
            foreach (var (key, tries) in doors) open &= await Count(key, window) <= tries;
        });
        return open;
    }

    /// <summary>How many there are in the running window, without counting.</summary>
    public Task<int> Read(string key)
    {
        var now = clock.Now;
        return db.Set<LimitRow>().Where(l => l.Key == key && l.Until > now).Select(l => l.Count).FirstOrDefaultAsync();
    }

    /// <summary>Forgets what was counted.</summary>
    public Task Clear(string key) => db.Run(() => db.Set<LimitRow>().Where(l => l.Key == key).ExecuteDeleteAsync());

    /// <summary>In a single write: forgets what one key counted, and gives back the one try taken of each other.</summary>
    public Task Forgive(string key, params IReadOnlyCollection<string> shared) => db.Run(async () =>
    {
        await db.Set<LimitRow>().Where(l => l.Key == key).ExecuteDeleteAsync();
        await db.Set<LimitRow>().Where(l => shared.Contains(l.Key) && l.Count > 0).ExecuteUpdateAsync(set => set.SetProperty(l => l.Count, l => l.Count - 1));
    });

    /// <summary>With the save that follows: forgets what one key counted, and gives back the one try taken of another.</summary>
    public void Settle(string key, string? shared)
    {
        db.Also($"DELETE FROM platform_limits WHERE key = {key}");
        if (shared is not null) db.Also($"UPDATE platform_limits SET count = count - 1 WHERE key = {shared} AND count > 0");
    }

    /// <summary>Gives back one try of each key: what was tried was right, though it opens nothing yet.</summary>
    public Task GiveBack(params IReadOnlyCollection<string> keys) => db.Run(() =>
        db.Set<LimitRow>().Where(l => keys.Contains(l.Key) && l.Count > 0).ExecuteUpdateAsync(set => set.SetProperty(l => l.Count, l => l.Count - 1)));

    private async Task<int> Count(string key, TimeSpan window)
    {
        var now = clock.Now;
        var until = now + window;
        var rows = await db.Database.SqlQuery<int>(
            $"""
             INSERT INTO platform_limits (key, until, count) VALUES ({key}, {until}, 1)
             ON CONFLICT (key) DO UPDATE SET
               count = CASE WHEN platform_limits.until <= {now} THEN 1 ELSE platform_limits.count + 1 END,
               until = CASE WHEN platform_limits.until <= {now} THEN {until} ELSE platform_limits.until END
             RETURNING count AS "Value"
             """).ToListAsync();
        return rows[0];
    }
}

internal sealed class LimitTable : IEntityTypeConfiguration<LimitRow>
{
    public void Configure(EntityTypeBuilder<LimitRow> table)
    {
        table.ToTable("platform_limits").HasKey(l => l.Key);
        table.Property(l => l.Key).HasMaxLength(120);
    }
}
