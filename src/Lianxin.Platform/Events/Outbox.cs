using System.Text.Json;
using Lianxin.Contracts;
using Lianxin.Platform.Data;

namespace Lianxin.Platform.Events;

/// <summary>Sends events with the save: one delivery per consumer.</summary>
public sealed class Outbox(AppDb db, IEnumerable<ConsumerEntry> consumers, Ids ids, Clock clock, OutboxBell bell)
{
    public void Tell(Event happened)
    {
        var type = happened.GetType();
        foreach (var consumer in consumers)
        {
            if (consumer.Event != type) continue;
            db.Add(new Delivery
            {
                Id = ids.Next(),
                Event = type.Name,
                Consumer = consumer.Name,
                Payload = JsonSerializer.Serialize(happened, type, ConsumerRegistration.Json),
                At = clock.Now,
                DueAt = clock.Now,
            });
        }

        bell.Ring();
    }
}

/// <summary>Wakes the postman of this node; other nodes notice within their own round.</summary>
public sealed class OutboxBell : IDisposable
{
    private readonly SemaphoreSlim signal = new(0, 1);

    public void Ring()
    {
        if (signal.CurrentCount > 0) return;
        try
        {
            signal.Release();
        }
        catch (SemaphoreFullException)
        {
            // Somebody rang at the same moment: the postman is awake, which is all that was wanted.
        }
    }

    public Task<bool> Wait(TimeSpan longest, CancellationToken stopping) => signal.WaitAsync(longest, stopping);

    public void Dispose() => signal.Dispose();
}
