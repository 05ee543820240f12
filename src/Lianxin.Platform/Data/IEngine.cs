using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Platform.Data;

/// <summary>
/// The one named place where SQLite and PostgreSQL differ: connecting, writing, full text, schema care.
/// </summary>
public interface IEngine
{
    bool Embedded { get; }

    /// <summary>True on a thread that is writing in the single writer's turn: whatever waits for that writer would wait for ever.</summary>
    bool InTurn { get; }

    /// <summary>True when the database was the reason and not what was asked of it: away, full, failing over. The same request may succeed a moment later.</summary>
    bool Failing(Exception fault);

    void Configure(DbContextOptionsBuilder options);

    /// <summary>Runs work in one durable transaction; on the embedded engine in the single writer's turn, sharing its commit.</summary>
    /// <exception cref="OutcomeUnknown">The commit was sent, and whether it holds nobody can say.</exception>
    Task Write(AppDb db, Func<Task> work);

    /// <summary>The same without leaving the caller's thread: for a statement that is waited for under a lock, which must not need the thread pool to come back.</summary>
    void WriteNow(AppDb db, Action work);

    /// <summary>Makes the database stop what this command is doing.</summary>
    void Stop(DbCommand command);

    /// <summary>Replaces the full-text tokens of one row.</summary>
    FormattableString Index(long id, IReadOnlyCollection<string> tokens);

    /// <summary>Ids whose text holds every token, newest first.</summary>
    IQueryable<Search.SearchHit> Find(AppDb db, IReadOnlyCollection<string> tokens, int limit);

    /// <summary>Copies the database aside before its schema changes, under a name with the moment; returns where to, or null when there was nothing to copy.</summary>
    /// <exception cref="BackupMissing">No copy could be made.</exception>
    Task<string?> BackUp(string directory, DateTime now);
}
