using Microsoft.Data.Sqlite;

namespace Lianxin.Platform.Data;

/// <summary>Chooses the engine from a connection string.</summary>
public static class Engines
{
    public static IEngine For(string connection, Place place)
    {
        if (connection.Contains("Host=", StringComparison.OrdinalIgnoreCase)) return new PostgresEngine(connection);
        if (connection.Length > 0) return new SqliteEngine(connection);
        Directory.CreateDirectory(place.Data);
        return new SqliteEngine(new SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(place.Data, "lianxin.db"), DefaultTimeout = 30,
        }.ConnectionString);
    }
}
