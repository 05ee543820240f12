using System.Diagnostics;
using Lianxin.Platform.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Lianxin.Platform.Data;

/// <summary>
/// Finds out what became of a save whose answer did not come, by its receipt, on a connection of its own. Reading would
/// not do: a commit may still be under way, or be there and not yet on the standby. So the question is a write.
/// </summary>
public sealed class Outcome(IServiceScopeFactory scopes, IEngine engine, Clock clock, ILogger<Outcome> log)
{
    private const string Question = "?";

    /// <summary>A database that fails over is back in half a minute; nobody is kept waiting that long for an answer they can ask for again.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    private static readonly TimeSpan Try = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.5);

    /// <returns>True when the act with this key is durable, false when it is not there and can never be, null when that cannot be said yet.</returns>
    public async Task<bool?> Of(string key)
    {
        try
        {
            return await Ask(key).WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    private async Task<bool?> Ask(string key)
    {
        var began = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(began) < Patience)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                return await There(scope.ServiceProvider.GetRequiredService<AppDb>(), key);
            }
            catch (Exception e) when (e is OutcomeUnknown || engine.Failing(e))
            {
                log.LogWarning("What became of a save cannot be asked yet: {Why}", e.Message);
            }

            await Task.Delay(Pause);
        }

        return null;
    }

    /// <summary>
    /// Inserting the same key waits for a transaction that has inserted it and not ended. Going in means that one is dead;
    /// meeting it, and committing a change to it, means that it and all before it are as durable as this commit.
    /// </summary>
    private async Task<bool> There(AppDb db, string key)
    {
        db.Database.SetCommandTimeout(Try);
        var now = clock.Now;
        var there = false;
        await db.Run(async () =>
        {
            var found = await db.Database.SqlQuery<string>(
                $"""
                 INSERT INTO platform_receipts (key, use_case, at) VALUES ({key}, {Question}, {now})
                 ON CONFLICT (key) DO UPDATE SET at = platform_receipts.at
                 RETURNING use_case AS "Value"
                 """).ToListAsync();
            there = found[0] != Question;
            if (!there) await db.Set<Receipt>().Where(r => r.Key == key).ExecuteDeleteAsync();
        });
        return there;
    }
}
