using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Lianxin.Platform.Data;

/// <summary>The same request came twice: its key is already in <c>platform_receipts</c>, so nothing was written.</summary>
public sealed class Repeated() : Exception("This request was carried out before.")
{
    private const string Table = "platform_receipts";

    internal static bool Matches(DbUpdateException e) => e.InnerException switch
    {
        SqliteException s => s.SqliteErrorCode == 19 && s.Message.Contains(Table, StringComparison.Ordinal),
        PostgresException p => p.SqlState == PostgresErrorCodes.UniqueViolation && p.TableName == Table,
        _ => false,
    };

    /// <summary>True when a save broke the named unique index (for instance a unit code taken meanwhile).</summary>
    public static bool Unique(Exception e, string table) => e.InnerException switch
    {
        SqliteException s => s.SqliteErrorCode == 19 && s.Message.Contains(table + ".", StringComparison.Ordinal),
        PostgresException p => p.SqlState == PostgresErrorCodes.UniqueViolation && p.TableName == table,
        _ => false,
    };
}
