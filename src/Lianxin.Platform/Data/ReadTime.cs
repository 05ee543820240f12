using System.Diagnostics;

namespace Lianxin.Platform.Data;

/// <summary>How long the reads of one request may take together, where the endpoint says nothing else.</summary>
public sealed record ReadLimit(TimeSpan Usual);

/// <summary>
/// The time one request has for reading. Only the database's work counts against it: not the photograph that comes in
/// over a slow line, not the page that goes out over one, and never a write.
/// </summary>
internal sealed class ReadTime(TimeSpan all)
{
    /// <summary>A stop that came before the database had begun was not heard, so it is said again.</summary>
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(1);

    private readonly Lock guard = new();
    private TimeSpan left = all;
    private long began;
    private Action? stop;
    private Timer? timer;

    /// <summary>True once the time was up: what was being read was stopped.</summary>
    public bool Spent { get; private set; }

    /// <param name="reading">Stops the command that begins.</param>
    /// <exception cref="TimeoutException">There is no time left.</exception>
    public void Begin(Action reading)
    {
        lock (guard)
        {
            Settle();
            Spent |= left <= TimeSpan.Zero;
            if (Spent) throw new TimeoutException("This request has used up its time for reading.");
            (stop, began) = (reading, Stopwatch.GetTimestamp());
            timer = new Timer(_ => Ring(), null, left, Again);
        }
    }

    public void End()
    {
        lock (guard) Settle();
    }

    /// <summary>Under the same lock as the end of a read, so that it never meets what the connection does next.</summary>
    private void Ring()
    {
        lock (guard)
        {
            if (stop is null) return;
            Spent = true;
            stop();
        }
    }

    private void Settle()
    {
        if (stop is null) return;
        left -= Stopwatch.GetElapsedTime(began);
        timer?.Dispose();
        (stop, timer) = (null, null);
    }
}
