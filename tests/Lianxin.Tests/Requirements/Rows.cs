using System.Data;
using System.Data.Common;
using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Requirements;

/// <summary>Every row of every table as text, to compare before with after.</summary>
internal static class Rows
{
    /// <summary>What may change although nobody posted: when a session was last seen, and the trail with its seal, where denials go.</summary>
    public static readonly string[] MayMove = ["platform_sessions", "platform_acts", "platform_chain", "platform_unsealed"];

    public static Task<Dictionary<string, List<string>>> Read(TestSite site) => site.Look(async db =>
    {
        var tables = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var table in db.Model.GetEntityTypes().Select(e => e.GetTableName()).OfType<string>().Distinct(StringComparer.Ordinal))
            tables[table] = await Table(db, table);
        return tables;
    });

    /// <summary>Tables that differ, but for those that may.</summary>
    public static IEnumerable<string> Changed(Dictionary<string, List<string>> before, Dictionary<string, List<string>> after) =>
        before.Keys.Except(MayMove, StringComparer.Ordinal).Where(t => !before[t].SequenceEqual(after[t], StringComparer.Ordinal));

    public static async Task<List<string>> Table(AppDb db, string table)
    {
        var connection = db.Database.GetDbConnection();
        if (connection.State != ConnectionState.Open) await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        // The name comes from the model; there is no value in it.
        command.CommandText = string.Concat("SELECT * FROM ", table);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync()) rows.Add(Line(reader));
        rows.Sort(StringComparer.Ordinal);
        return rows;
    }

    private static string Line(DbDataReader reader) => string.Join('|', Enumerable.Range(0, reader.FieldCount)
        .Select(i => reader.GetValue(i) is var v && v is byte[] b ? Convert.ToHexString(b) : v is Array a ? string.Join(',', a.Cast<object>()) : v.ToString()));
}
