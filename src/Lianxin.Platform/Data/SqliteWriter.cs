using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Platform.Data;

/// <summary>
/// The single writer: saves queue here, run one after another inside one transaction (each behind a savepoint of its
/// own), and are acknowledged together after one durable commit. A save that fails takes only itself back.
/// </summary>
internal sealed class SqliteWriter : IDisposable
{
    private const int LargestGroup = 64;

    // Wakes the writer itself, not through the thread pool: under a rush every pool thread may be waiting for this one.
    private readonly BlockingCollection<Job> queue = [];
    private readonly Lock starting = new();
    private readonly string connection;
    private Thread? thread;

    public SqliteWriter(string connection) => this.connection = connection;

    public bool InTurn => Thread.CurrentThread == thread;

    /// <exception cref="InvalidOperationException">Called from inside another write, which it would wait for.</exception>
    public Task Write(AppDb db, Func<Task> work)
    {
        if (InTurn) throw new InvalidOperationException("A write inside a write would wait for itself. Save before or after, and take ids before.");
        Start();
        var job = new Job(db, work);
        if (queue.IsAddingCompleted) throw new ObjectDisposedException(nameof(SqliteWriter));
        queue.Add(job);
        return job.Done.Task;
    }

    public void Dispose()
    {
        queue.CompleteAdding();
        if (thread?.Join(TimeSpan.FromSeconds(30)) ?? true) queue.Dispose();
    }

    private void Start()
    {
        if (thread is not null) return;
        lock (starting)
        {
            if (thread is not null) return;
            thread = new Thread(Loop) { IsBackground = true, Name = "sqlite-writer" };
            thread.Start();
        }
    }

    private void Loop()
    {
        using var writing = new SqliteConnection(connection);
        while (queue.TryTake(out var next, Timeout.Infinite))
        {
            var group = new List<Job>();
            var refused = new List<(Job Job, Exception Fault)>();
            try
            {
                if (writing.State != System.Data.ConnectionState.Open) Open(writing);
                using var transaction = writing.BeginTransaction(deferred: false);
                while (next is not null)
                {
                    if (Run(next, writing, transaction) is { } fault) refused.Add((next, fault));
                    else group.Add(next);
                    next = group.Count + refused.Count < LargestGroup && queue.TryTake(out var more) ? more : null;
                }

                Commit(transaction);
            }
            catch (Exception e)
            {
                foreach (var job in group) job.Done.TrySetException(e);
                foreach (var (job, fault) in refused) job.Done.TrySetException(fault);
                next?.Done.TrySetException(e);
                continue;
            }

            // A refused save is told only now: what refused it (the same request, the same code) is durable and can be read.
            foreach (var job in group) job.Done.TrySetResult();
            foreach (var (job, fault) in refused) job.Done.TrySetException(fault);
        }
    }

    private static void Open(SqliteConnection writing)
    {
        writing.Open();
        using var pragma = writing.CreateCommand();
        pragma.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=30000;";
        pragma.ExecuteNonQuery();
    }

    /// <summary>What a disk failed to take may still be in the log and come back after a power cut, unless a later commit has written over it.</summary>
    private static void Commit(SqliteTransaction transaction)
    {
        try
        {
            transaction.Commit();
        }
        catch (SqliteException e)
        {
            throw new OutcomeUnknown("A commit failed.", e);
        }
    }

    private static Exception? Run(Job job, SqliteConnection writing, SqliteTransaction transaction)
    {
        var database = job.Db.Database;
        var own = database.GetConnectionString();
        transaction.Save("one");
        try
        {
            database.SetDbConnection(writing);
            database.UseTransaction(transaction);
            job.Work().GetAwaiter().GetResult();
            transaction.Release("one");
            return null;
        }
        catch (Exception e)
        {
            transaction.Rollback("one");
            return e;
        }
        finally
        {
            database.UseTransaction(null);
            database.SetDbConnection(null);
            database.SetConnectionString(own);
        }
    }

    private sealed record Job(AppDb Db, Func<Task> Work)
    {
        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
