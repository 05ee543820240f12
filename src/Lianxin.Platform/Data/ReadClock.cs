using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Lianxin.Platform.Data;

/// <summary>Counts what a request reads against its time. Whatever runs in a transaction is a write and is left alone.</summary>
internal sealed class ReadClock : DbCommandInterceptor
{
    public static ReadClock Only { get; } = new();

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Begin(command, eventData);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Begin(command, eventData);
        return new(result);
    }

    public override InterceptionResult DataReaderDisposing(DbCommand command, DataReaderDisposingEventData eventData, InterceptionResult result)
    {
        Of(eventData)?.End();
        return result;
    }

    public override void CommandFailed(DbCommand command, CommandErrorEventData eventData) => Of(eventData)?.End();

    public override Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Of(eventData)?.End();
        return Task.CompletedTask;
    }

    private static void Begin(DbCommand command, CommandEventData eventData)
    {
        if (command.Transaction is null && eventData.Context is AppDb { Reads: { } time } db) time.Begin(() => db.Engine.Stop(command));
    }

    private static ReadTime? Of(DbContextEventData eventData) => (eventData.Context as AppDb)?.Reads;
}
