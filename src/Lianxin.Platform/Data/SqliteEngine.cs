using System.Data.Common;
using Lianxin.Platform.Search;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace Lianxin.Platform.Data;

/// <summary>SQLite in WAL mode with synchronous=FULL: readers on their own connections, one writer with group commit.</summary>
internal sealed class SqliteEngine(string connection) : IEngine, IDisposable
{
    private const int Busy = 5, Locked = 6, NoMemory = 7, ReadOnly = 8, IoError = 10, Full = 13, CannotOpen = 14;

    private readonly SqliteWriter writer = new(connection);

    public bool Embedded => true;

    public bool InTurn => writer.InTurn;

    public bool Failing(Exception fault) => fault is SqliteException s
        ? s.SqliteErrorCode is Busy or Locked or NoMemory or ReadOnly or IoError or Full or CannotOpen
        : fault.InnerException is { } inner && Failing(inner);

    public void Configure(DbContextOptionsBuilder options) => options.UseSqlite(connection).AddInterceptors(NameOrder.Only);

    public Task Write(AppDb db, Func<Task> work) => writer.Write(db, work);

    public void WriteNow(AppDb db, Action work) => writer.Write(db, () =>
    {
        work();
        return Task.CompletedTask;
    }).GetAwaiter().GetResult();

    public void Stop(DbCommand command)
    {
        if (command.Connection is SqliteConnection { Handle: { } handle }) raw.sqlite3_interrupt(handle);
    }

    public FormattableString Index(long id, IReadOnlyCollection<string> tokens) =>
        $"INSERT OR REPLACE INTO platform_search (rowid, body) VALUES ({id}, {string.Join(' ', tokens)})";

    public IQueryable<SearchHit> Find(AppDb db, IReadOnlyCollection<string> tokens, int limit)
    {
        var match = string.Join(" AND ", tokens.Select(t => $"\"{t}\""));
        return db.Set<SearchHit>().FromSql(
            $"SELECT rowid AS id FROM platform_search WHERE platform_search MATCH {match} ORDER BY rowid DESC LIMIT {limit}");
    }

    public async Task<string?> BackUp(string directory, DateTime now)
    {
        var source = new SqliteConnectionStringBuilder(connection).DataSource;
        if (!File.Exists(source) || new FileInfo(source).Length == 0) return null;
        Directory.CreateDirectory(directory);
        var copy = Path.Combine(directory, $"{Path.GetFileNameWithoutExtension(source)}-{now:yyyyMMdd-HHmmss}.db");
        await using var db = new SqliteConnection(connection);
        await db.OpenAsync();
        await using var command = db.CreateCommand();
        command.CommandText = "VACUUM INTO $copy";
        command.Parameters.AddWithValue("$copy", copy);
        await command.ExecuteNonQueryAsync();
        return copy;
    }

    public void Dispose() => writer.Dispose();
}
