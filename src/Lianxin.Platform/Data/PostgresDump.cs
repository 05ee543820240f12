using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Lianxin.Platform.Data;

/// <summary>A copy of a PostgreSQL database by the server's own tool, which must be on this machine.</summary>
internal static class PostgresDump
{
    /// <exception cref="BackupMissing">The tool is not here, or it failed.</exception>
    public static async Task Run(NpgsqlConnectionStringBuilder from, string copy)
    {
        var start = new ProcessStartInfo("pg_dump") { UseShellExecute = false, RedirectStandardError = true };
        foreach (var part in (string[])["--format=custom", "--no-password", "--lock-wait-timeout=60000", "--file", copy, from.Database ?? ""]) start.ArgumentList.Add(part);
        start.Environment["PGHOST"] = from.Host;
        start.Environment["PGPORT"] = from.Port.ToString(CultureInfo.InvariantCulture);
        start.Environment["PGUSER"] = from.Username;
        start.Environment["PGPASSWORD"] = from.Password;
        try
        {
            using var dump = Process.Start(start)!;
            var said = await dump.StandardError.ReadToEndAsync();
            await dump.WaitForExitAsync();
            if (dump.ExitCode != 0) throw new BackupMissing(said.Trim());
        }
        catch (Win32Exception e)
        {
            throw new BackupMissing(e.Message);
        }
    }
}

/// <summary>The schema is not changed without a copy, unless the operator says that there is one.</summary>
public sealed class BackupMissing(string why) : Exception(
    $"No copy could be made before the schema changes ({why}). Make one, then run: ./run migrate --backed-up / 升级前没能备份，请先自己备份，再加 --backed-up 运行。");
