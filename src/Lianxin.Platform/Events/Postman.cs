using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Lianxin.Platform.Events;

/// <summary>Takes deliveries that are due, leases each so that one node works on it, and runs its consumer in a transaction of its own.</summary>
public sealed class Postman(
    IServiceScopeFactory scopes, IEnumerable<ConsumerEntry> consumers, Clock clock, OutboxBell bell, ILogger<Postman> log) : BackgroundService
{
    private const int Round = 100;
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, ConsumerEntry> byName = consumers.ToDictionary(c => c.Name);

    /// <summary>Delivers everything that is due now; returns how many were worked on. Tests and the demo call it directly.</summary>
    public async Task<int> Deliver()
    {
        var done = 0;
        foreach (var id in await Due())
        {
            if (await Deliver(id)) done++;
        }

        return done;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await Deliver() == 0) await bell.Wait(Pause, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                log.LogError(e, "The postman's round failed; trying again.");
                await Task.Delay(Pause, stoppingToken);
            }
        }
    }

    private async Task<List<long>> Due()
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var now = clock.Now;
        return await db.Set<Delivery>().Where(d => d.GivenUpAt == null && d.DueAt <= now)
            .OrderBy(d => d.Id).Take(Round).Select(d => d.Id).ToListAsync();
    }

    private async Task<bool> Deliver(long id)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Be(Actor.System);
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var now = clock.Now;
        var until = now + Lease;
        var taken = 0;
        await db.Run(async () => taken = await db.Set<Delivery>()
            .Where(d => d.Id == id && d.GivenUpAt == null && d.DueAt <= now)
            .ExecuteUpdateAsync(set => set.SetProperty(d => d.DueAt, until).SetProperty(d => d.Tries, d => d.Tries + 1)));
        if (taken == 0) return false;

        var delivery = await db.Set<Delivery>().FirstAsync(d => d.Id == id);
        try
        {
            if (!byName.TryGetValue(delivery.Consumer, out var consumer))
                throw new InvalidOperationException($"No consumer is called {delivery.Consumer}.");
            await consumer.Run(scope.ServiceProvider, delivery.Payload, db);
            db.Remove(delivery);
            await db.Write();
        }
        catch (Exception e)
        {
            log.LogWarning(e, "Delivery {Id} of {Event} to {Consumer} failed, try {Tries}.", id, delivery.Event, delivery.Consumer, delivery.Tries);
            await Fail(id, e);
        }

        return true;
    }

    private async Task Fail(long id, Exception fault)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var delivery = await db.Set<Delivery>().FirstOrDefaultAsync(d => d.Id == id);
        if (delivery is null) return;
        var message = $"{fault.GetType().Name}: {fault.Message}";
        delivery.Error = message.Length > Delivery.ErrorMax ? message[..Delivery.ErrorMax] : message;
        delivery.DueAt = clock.Now + TimeSpan.FromSeconds(Math.Min(3600, 5 * Math.Pow(2, delivery.Tries)));
        if (delivery.Tries >= Delivery.TriesMax) delivery.GivenUpAt = clock.Now;
        await db.Write();
    }
}
