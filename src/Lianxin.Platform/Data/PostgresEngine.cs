using System.Data.Common;
using Lianxin.Platform.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
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

    public bool Failing(Exception fault) => fault switch
    {
        PostgresException p => p.IsTransient || p.SqlState.StartsWith("57P", StringComparison.Ordinal),
        NpgsqlException n => n.IsTransient,
        _ => fault.InnerException is { } inner && Failing(inner),
    };

    public void Configure(DbContextOptionsBuilder options) => options.UseNpgsql(connection);

    public async Task Write(AppDb db, Func<Task> work)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        await work();
        await Commit((NpgsqlConnection)db.Database.GetDbConnection(), transaction);
    }

    public void WriteNow(AppDb db, Action work)
    {
        using var transaction = db.Database.BeginTransaction();
        work();
        transaction.Commit();
    }

    public void Stop(DbCommand command) => command.Cancel();

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

    /// <summary>
    /// Success with a warning is none: “canceling wait for synchronous replication” says that this server alone has it. A
    /// server may say so in its own language, so any warning counts.
    /// </summary>
    private static async Task Commit(NpgsqlConnection connection, IDbContextTransaction transaction)
    {
        PostgresNotice? warning = null;
        connection.Notice += Hear;
        try
        {
            await transaction.CommitAsync();
        }
        catch (Exception e) when (!Refused(e))
        {
            throw new OutcomeUnknown("The answer to a commit did not come.", e);
        }
        finally
        {
            connection.Notice -= Hear;
        }

        if (warning is not null) throw new OutcomeUnknown($"A commit was answered with a warning: {warning.MessageText}");

        void Hear(object sender, NpgsqlNoticeEventArgs heard)
        {
            if (heard.Notice.InvariantSeverity == "WARNING" || heard.Notice.MessageText.Contains("synchronous replication", StringComparison.Ordinal)) warning = heard.Notice;
        }
    }

    /// <summary>The server itself said no and is still there: nothing was written.</summary>
    private static bool Refused(Exception fault) => fault is PostgresException { InvariantSeverity: "ERROR" } said
        && !said.SqlState.StartsWith("08", StringComparison.Ordinal) && said.SqlState != PostgresErrorCodes.StatementCompletionUnknown;

    public async Task<string?> BackUp(string directory, DateTime now)
    {
        await using (var db = new NpgsqlConnection(connection))
        {
            await db.OpenAsync();
            await using var any = new NpgsqlCommand("SELECT to_regclass('\"__EFMigrationsHistory\"') IS NOT NULL", db);
            if (await any.ExecuteScalarAsync() is not true) return null;
        }

        try
        {
            Directory.CreateDirectory(directory);
        }
        catch (IOException e)
        {
            throw new BackupMissing(e.Message);
        }

        var to = new NpgsqlConnectionStringBuilder(connection);
        var copy = Path.Combine(directory, $"{to.Database}-{now:yyyyMMdd-HHmmss}.dump");
        await PostgresDump.Run(to, copy);
        return copy;
    }
}
