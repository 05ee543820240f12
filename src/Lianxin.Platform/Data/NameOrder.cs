using System.Data.Common;
using Lianxin.Platform.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Lianxin.Platform.Data;

/// <summary>Chinese names by pinyin, on both engines: <c>EF.Functions.Collate(person.Name, NameOrder.Pinyin)</c>.</summary>
public sealed class NameOrder : DbConnectionInterceptor
{
    /// <summary>A collation of the schema on PostgreSQL; SQLite has none for Chinese, so each connection is given ours.</summary>
    public const string Pinyin = "pinyin";

    internal static NameOrder Only { get; } = new();

    public override DbConnection ConnectionCreated(ConnectionCreatedEventData eventData, DbConnection result)
    {
        ((SqliteConnection)result).CreateCollation(Pinyin, ChineseOrder.Compare);
        return result;
    }
}
