using Lianxin.Platform.Search;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Lianxin.Platform.Data;

/// <summary>PostgreSQL 15 and later. <c>Cancellation Timeout=-1</c>: a commit is never given up half-way.</summary>
internal sealed class PostgresEngine : IEngine
{
    private readonly string connection;

    public PostgresEngine(string connection) =>
        this.connection = new NpgsqlConnectionStringBuilder(connection) { CancellationTimeout = -1 }.ConnectionString;

    public bool Embedded => false;

    public bool InTurn => false;

    public void Configure(DbContextOptionsBuilder options) => options.UseNpgsql(connection);

    public async Task Write(AppDb db, Func<Task> work)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        await work();
        await transaction.CommitAsync();
    }

    public void WriteNow(AppDb db, Action work)
    {
        using var transaction = db.Database.BeginTransaction();
        work();
        transaction.Commit();
    }

    public FormattableString Index(long id, IReadOnlyCollection<string> tokens) =>
        $"""
         INSERT INTO platform_search (id, body) VALUES ({id}, array_to_tsvector({tokens.ToArray()}))
         ON CONFLICT (id) DO UPDATE SET body = excluded.body
         """;

    public IQueryable<SearchHit> Find(AppDb db, IReadOnlyCollection<string> tokens, int limit)
    {
        var match = string.Join(" & ", tokens.Select(t => $"'{t}'"));
        return db.Set<SearchHit>().FromSql(
            $"SELECT id FROM platform_search WHERE body @@ {match}::tsquery ORDER BY id DESC LIMIT {limit}");
    }

    /// <summary>The operator's own backups cover PostgreSQL; nothing is copied here.</summary>
    public Task<string?> BackUp(string directory) => Task.FromResult<string?>(null);
}
