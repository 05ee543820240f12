using Lianxin.Platform.Search;
using Microsoft.Data.Sqlite;

// Fills the SQLite database of a played demo with copies of its closed cases, as if many years had passed:
// dotnet run -c Release --project bench/Lianxin.Bench DATA 100000
const long Apart = 100_000_000_000;
var (data, wanted) = (args[0], int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture));
using var db = new SqliteConnection($"Data Source={Path.Combine(data, "lianxin.db")}");
db.Open();
var closed = Rows("SELECT id, title, words, place_words, category, number FROM cases_cases WHERE next_due IS NULL");
for (var copy = 1; closed.Count * copy < wanted + closed.Count; copy++)
{
    using var save = db.BeginTransaction();
    var shift = copy * Apart;
    Copy("cases_cases", shift, ("id", $"id + {shift}"), ("number", $"'{1900 + copy}' || substr(number, 5)"));
    Copy("cases_dispatches", shift, ("id", $"id + {shift}"), ("case_id", $"case_id + {shift}"));
    Copy("cases_scopes", shift, ("case_id", $"case_id + {shift}"));
    foreach (var part in (string[])["cases_entries", "cases_steps", "cases_promises", "cases_reporters", "cases_ratings", "cases_pleas", "cases_escalations"])
        Copy(part, shift, ("id", $"id + {shift}"), ("case_id", $"case_id + {shift}"));
    foreach (var row in closed)
    {
        var text = $"{1900 + copy}{((string)row[5])[4..]} {row[1]}\n{row[2]}\n{row[3]}\n{row[4]}";
        using var index = db.CreateCommand();
        index.CommandText = "INSERT INTO platform_search (rowid, body) VALUES ($id, $body)";
        index.Parameters.AddWithValue("$id", (long)row[0] + shift);
        index.Parameters.AddWithValue("$body", string.Join(' ', Bigrams.Index(text).Select(token => "c" + token)));
        index.ExecuteNonQuery();
    }

    save.Commit();
}

Console.WriteLine($"{Rows("SELECT count(*) FROM cases_cases")[0][0]} cases");

void Copy(string table, long shift, params (string Column, string Value)[] changed)
{
    var columns = Rows($"SELECT name FROM pragma_table_info('{table}')").Select(r => (string)r[0]).ToList();
    var values = columns.Select(c => changed.FirstOrDefault(x => x.Column == c).Value ?? $"\"{c}\"");
    var of = table == "cases_cases" ? "id" : "case_id";
    Run($"INSERT INTO {table} ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) SELECT {string.Join(", ", values)} FROM {table} WHERE {of} < {Apart} AND {of} IN (SELECT id FROM cases_cases WHERE next_due IS NULL AND id < {Apart})");
}

void Run(string sql)
{
    using var command = db.CreateCommand();
    command.CommandText = sql;
    command.ExecuteNonQuery();
}

List<object[]> Rows(string sql)
{
    using var command = db.CreateCommand();
    command.CommandText = sql;
    using var reader = command.ExecuteReader();
    var rows = new List<object[]>();
    while (reader.Read())
    {
        var row = new object[reader.FieldCount];
        reader.GetValues(row);
        rows.Add(row);
    }

    return rows;
}
