using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Lianxin.Tests.Nodes;

/// <summary>A database as its administrator sees it, past the program.</summary>
internal sealed class SchemaView : IAsyncDisposable
{
    private readonly DbConnection open;

    private SchemaView(DbConnection open) => this.open = open;

    private bool Embedded => open is SqliteConnection;

    public static Task<SchemaView> Of(TestDatabase database) =>
        database.Connection.Length > 0 ? Of(new NpgsqlConnection(database.Connection + ";Pooling=false")) : Of(Path.Combine(database.Folder, "lianxin.db"));

    public static Task<SchemaView> Of(string file) => Of(new SqliteConnection($"Data Source={file};Pooling=False"));

    public Task<IReadOnlyList<string>> Applied() => Read("SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\"");

    public Task<IReadOnlyList<string>> Columns(string table) => Read(Embedded
        ? $"SELECT name FROM pragma_table_info('{table}')"
        : $"SELECT column_name FROM information_schema.columns WHERE table_name = '{table}'");

    /// <summary>Every table with its columns.</summary>
    public Task<IReadOnlyList<string>> All() => Read(Embedded
        ? "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name"
        : "SELECT table_name || '.' || column_name FROM information_schema.columns WHERE table_schema = 'public' ORDER BY 1");

    /// <summary>Whether a lock of a migration stands in the database.</summary>
    public async Task<bool> LeftLocked() =>
        (await Read("SELECT name FROM sqlite_master WHERE name = '__EFMigrationsLock'", onlyEmbedded: true)).Count > 0
        && (await Read("SELECT \"Id\" FROM \"__EFMigrationsLock\"", onlyEmbedded: true)).Count > 0;

    /// <summary>Lets no process past the middle of the first step it lacks until let go.</summary>
    public async Task<Held> HoldUpTheStep()
    {
        // SQLite: writing the step down never ends, so its transaction never does. PostgreSQL: the table it alters may be read, as copying it needs, and not altered.
        if (Embedded) await Do("CREATE TRIGGER stuck AFTER INSERT ON __EFMigrationsHistory BEGIN SELECT count(*) FROM (WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n); END");
        else await Do("BEGIN; LOCK TABLE cases_categories IN SHARE MODE");
        return new Held(this);
    }

    public ValueTask DisposeAsync() => open.DisposeAsync();

    private static async Task<SchemaView> Of(DbConnection connection)
    {
        await connection.OpenAsync();
        return new SchemaView(connection);
    }

    private async Task Do(string sql)
    {
        await using var command = open.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Takes a table out of the program's hands.</summary>
    public Task Rename(string table, string to) => Do($"ALTER TABLE {table} RENAME TO {to}");

    public async Task<IReadOnlyList<string>> Read(string sql, bool onlyEmbedded = false)
    {
        var found = new List<string>();
        if (onlyEmbedded && !Embedded) return found;
        await using var command = open.CreateCommand();
        command.CommandText = sql;
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync()) found.Add(rows.GetValue(0).ToString()!);
        return found;
    }

    internal sealed class Held(SchemaView schema) : IAsyncDisposable
    {
        /// <summary>Until a process stands in the middle of the step.</summary>
        public async Task Reached()
        {
            for (var tries = 0; tries < 900; tries++)
            {
                if (schema.Embedded ? await schema.LeftLocked() : (await schema.Read("SELECT pid FROM pg_locks WHERE NOT granted AND relation = 'cases_categories'::regclass")).Count > 0) return;
                await Task.Delay(100);
            }

            Assert.Fail("Nobody came as far as the step.");
        }

        public ValueTask DisposeAsync() => new(schema.Do(schema.Embedded ? "DROP TRIGGER stuck" : "ROLLBACK"));
    }
}
