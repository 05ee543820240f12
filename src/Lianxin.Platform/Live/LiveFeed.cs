using System.Threading.Channels;
using Lianxin.Platform.Access;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Lianxin.Platform.Live;

/// <summary>
/// What this node knows of changes anywhere: it looks at the newest rows once a second while at least one page listens,
/// and keeps the last of them for pages that come back. Rows are looked for a little into the past, because another node
/// may save what it dated a moment ago; each is told once.
/// </summary>
public sealed class LiveFeed(IServiceScopeFactory scopes, Clock clock, IHostApplicationLifetime life, ILogger<LiveFeed> log) : IAsyncDisposable
{
    /// <summary>Open pages per node; the next one asks by the clock instead.</summary>
    public const int MostPages = 1_000;

    /// <summary>Of these, open pages of one account.</summary>
    public const int MostOwn = 10;

    private const int Kept = 2_000;
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Overlap = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private readonly Lock gate = new();
    private readonly List<Listener> listeners = [];
    private readonly List<Stir> kept = [];
    private readonly HashSet<long> known = [];
    private bool looking;
    private Task rounds = Task.CompletedTask;

    /// <summary>From when on everything is known.</summary>
    private DateTime complete;

    /// <summary>Where the next round begins.</summary>
    private DateTime from;

    /// <summary>An open page. What may concern it lies in its queue until it is taken.</summary>
    public sealed class Listener(Actor actor)
    {
        private readonly Channel<Stir> queue = Channel.CreateBounded<Stir>(new BoundedChannelOptions(500));

        /// <summary>Who sits before it, as last read.</summary>
        public Actor Actor { get; set; } = actor;

        /// <summary>False where what it has missed is not known any more: it has to read everything anew.</summary>
        public bool Whole { get; set; } = true;

        internal void Offer(Stir stir)
        {
            if (stir.Near(Actor) && !queue.Writer.TryWrite(stir)) Whole = false;
        }

        /// <summary>Everything that lies there, once there is something; empty when nothing came within the time.</summary>
        public async Task<IReadOnlyList<Stir>> Take(TimeSpan within, CancellationToken gone)
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(gone);
            patience.CancelAfter(within);
            try
            {
                await queue.Reader.WaitToReadAsync(patience.Token);
            }
            catch (OperationCanceledException) when (!gone.IsCancellationRequested)
            {
                return [];
            }

            var all = new List<Stir>();
            while (queue.Reader.TryRead(out var stir)) all.Add(stir);
            return all;
        }
    }

    /// <summary>Begins to listen; null where this node has as many pages as it takes, or this account.</summary>
    /// <param name="since">What the page knows already; null where it shows nothing that was read before.</param>
    public Listener? Join(Actor actor, DateTime? since)
    {
        lock (gate)
        {
            if (listeners.Count >= MostPages || listeners.Count(l => l.Actor.AccountId == actor.AccountId) >= MostOwn) return null;
            var now = clock.Now;
            var begin = since is { } asked && asked > now - Longest ? asked : now;
            if (listeners.Count == 0)
            {
                // Nobody listened: what is known is old. The first round looks as far back as this page needs.
                kept.Clear();
                known.Clear();
                (complete, from) = (begin, begin);
                if (!looking)
                {
                    looking = true;
                    rounds = Task.Run(Look);
                }
            }

            var listener = new Listener(actor) { Whole = since is null || since >= complete };
            foreach (var stir in kept.Where(s => s.At >= begin - Overlap)) listener.Offer(stir);
            listeners.Add(listener);
            return listener;
        }
    }

    public void Leave(Listener listener)
    {
        lock (gate) listeners.Remove(listener);
    }

    /// <summary>The node goes down after the last look at the database, not before.</summary>
    public async ValueTask DisposeAsync() => await rounds;

    private async Task Look()
    {
        while (Next() is { } since)
        {
            try
            {
                await Round(since);
            }
            catch (Exception e)
            {
                if (!life.ApplicationStopping.IsCancellationRequested) log.LogWarning(e, "Looking for changes failed; open pages hear of them a round later.");
                lock (gate) from = since + Overlap;
            }

            await Task.Delay(Pace, life.ApplicationStopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Where to look from; null when nobody listens any more.</summary>
    private DateTime? Next()
    {
        lock (gate)
        {
            looking = listeners.Count > 0 && !life.ApplicationStopping.IsCancellationRequested;
            var since = from - Overlap;
            from = clock.Now;
            return looking ? since : null;
        }
    }

    private async Task Round(DateTime since)
    {
        await using var scope = scopes.CreateAsyncScope();
        foreach (var source in scope.ServiceProvider.GetServices<ILiveSource>())
        {
            HashSet<long> told;
            lock (gate) told = [.. known];
            var found = await source.Since(since, told);
            lock (gate)
            {
                foreach (var stir in found.Where(s => known.Add(s.Id)).Select(s => s with { Topic = source.Topic }))
                {
                    kept.Add(stir);
                    foreach (var listener in listeners) listener.Offer(stir);
                }
            }
        }

        lock (gate)
        {
            if (kept.Count <= Kept) return;
            var gone = kept.OrderBy(s => s.At).Take(kept.Count - Kept).ToList();
            complete = gone[^1].At.AddTicks(1);
            foreach (var stir in gone.Where(s => s.At < since)) known.Remove(stir.Id);
            kept.RemoveAll(gone.Contains);
        }
    }
}
