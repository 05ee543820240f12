using Lianxin.Platform.Protection;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Lianxin.Tests;

/// <summary>A database of a test's own, copied from a template that is filled once per engine and run.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly SemaphoreSlim Filling = new(1, 1);
    private static readonly Dictionary<string, TestDatabase> Templates = [];

    static TestDatabase() => AppDomain.CurrentDomain.ProcessExit += (_, _) =>
    {
        SqliteConnection.ClearAllPools();
        foreach (var template in Templates.Values) Directory.Delete(template.Folder, recursive: true);
    };

    private TestDatabase(string folder, string connection, string? name) => (Folder, Connection, Name) = (folder, connection, name);

    /// <summary>Connection to a cluster where databases may be made; null when the tests run on SQLite alone.</summary>
    public static string? Cluster => Environment.GetEnvironmentVariable("LIANXIN_TEST_PG");

    public string Folder { get; }

    public string Connection { get; }

    /// <summary>True for the view another node has of a database that is not its own to drop.</summary>
    public bool Guest { get; private init; }

    private string? Name { get; }

    /// <summary>The same database and field key, seen from another data folder; the folder goes when the database does.</summary>
    public TestDatabase Elsewhere()
    {
        var key = Path.Combine(Folder, "field.key");
        FieldKey.At(key);
        var folder = Directory.CreateDirectory(Path.Combine(Folder, "node-" + Guid.NewGuid().ToString("N"))).FullName;
        File.Copy(key, Path.Combine(folder, "field.key"));
        var connection = Name is null ? $"Data Source={Path.Combine(Folder, "lianxin.db")};Default Timeout=30" : Connection;
        return new TestDatabase(folder, connection, Name) { Guest = true };
    }

    /// <summary>The same database said to be in another data folder, which may be none.</summary>
    public TestDatabase At(string folder) => new(folder, Connection, Name) { Guest = true };

    public static async Task<TestDatabase> Copy(string engine, string template, Func<TestDatabase, string, Task> prepare)
    {
        await Filling.WaitAsync();
        try
        {
            if (!Templates.TryGetValue($"{engine} {template}", out var filled))
            {
                filled = await Make(engine, null);
                await prepare(filled, template);
                Release(filled);
                Templates.Add($"{engine} {template}", filled);
            }

            return await Make(engine, filled);
        }
        finally
        {
            Filling.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        Release(this);
        if (Name is not null)
        {
            await using var admin = new NpgsqlConnection(Cluster);
            await admin.OpenAsync();
            await using var drop = new NpgsqlCommand($"DROP DATABASE IF EXISTS {Name} WITH (FORCE)", admin);
            await drop.ExecuteNonQueryAsync();
        }

        Directory.Delete(Folder, recursive: true);
    }

    private static async Task<TestDatabase> Make(string engine, TestDatabase? from)
    {
        var folder = Directory.CreateTempSubdirectory("lianxin-test-").FullName;
        var key = from is null ? null : Path.Combine(from.Folder, "field.key");
        if (File.Exists(key)) File.Copy(key, Path.Combine(folder, "field.key"));
        if (engine == "sqlite")
        {
            if (from is not null) File.Copy(Path.Combine(from.Folder, "lianxin.db"), Path.Combine(folder, "lianxin.db"));
            return new TestDatabase(folder, "", null);
        }

        var name = "t" + Guid.NewGuid().ToString("N");
        await using var admin = new NpgsqlConnection(Cluster);
        await admin.OpenAsync();
        await using var create = new NpgsqlCommand($"CREATE DATABASE {name}" + (from is null ? "" : $" TEMPLATE {from.Name}"), admin);
        await create.ExecuteNonQueryAsync();
        return new TestDatabase(folder, new NpgsqlConnectionStringBuilder(Cluster) { Database = name }.ConnectionString, name);
    }

    /// <summary>Lets go of every pooled connection, so that the file is whole and the database can be a template.</summary>
    private static void Release(TestDatabase database)
    {
        if (database.Name is null)
        {
            SqliteConnection.ClearAllPools();
            using var last = new SqliteConnection($"Data Source={Path.Combine(database.Folder, "lianxin.db")};Pooling=False");
            last.Open();
            using var fold = last.CreateCommand();
            fold.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            fold.ExecuteNonQuery();
            return;
        }

        NpgsqlConnection.ClearAllPools();
    }
}
