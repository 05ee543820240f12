using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Lianxin.Platform.Data;

/// <summary>
/// Brings the schema up to this version: a step of its own, with a backup before, and able to go on after a kill.
/// </summary>
public sealed class Schema(AppDb db, IEngine engine, Place place, Clock clock, ILogger<Schema> log)
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(10);

    /// <summary>Ids of migrations the database has not had yet.</summary>
    public async Task<IReadOnlyList<string>> Pending() => [.. await db.Database.GetPendingMigrationsAsync()];

    /// <summary>Applies what is pending; returns how many. One process at a time per machine for the embedded engine.</summary>
    /// <param name="copied">The operator has a copy; none is made.</param>
    /// <exception cref="BackupMissing">No copy could be made; nothing was changed.</exception>
    public async Task<int> Migrate(bool copied = false)
    {
        using var guard = engine.Embedded ? TakeFileLock() : null;
        var pending = await Pending();
        if (pending.Count == 0) return 0;
        if (!copied && await engine.BackUp(place.Backups, clock.Now) is { } copy) log.LogInformation("Backed up to {Copy} before the schema changes.", copy);
        if (engine.Embedded) await DropStaleLock();
        db.Database.SetCommandTimeout(Deadline);
        await db.Database.MigrateAsync();
        log.LogInformation("The schema is up to date: {Count} steps applied.", pending.Count);
        return pending.Count;
    }

    private FileStream TakeFileLock()
    {
        Directory.CreateDirectory(place.Data);
        try
        {
            return new FileStream(Path.Combine(place.Data, "migrate.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e)
        {
            throw new SchemaBusy(e);
        }
    }

    /// <summary>A process killed while migrating leaves its lock row; holding the file lock proves that it is gone.</summary>
    private async Task DropStaleLock()
    {
        var tables = await db.Database.SqlQuery<int>(
            $"SELECT COUNT(*) AS \"Value\" FROM sqlite_master WHERE name = '__EFMigrationsLock'").ToListAsync();
        if (tables[0] > 0) await db.Database.ExecuteSqlAsync($"DELETE FROM __EFMigrationsLock");
    }
}

/// <summary>Two processes must not change one schema: the other one has it.</summary>
public sealed class SchemaBusy(Exception why) : Exception("Another process is migrating this database.", why);
