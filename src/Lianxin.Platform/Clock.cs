namespace Lianxin.Platform;

/// <summary>Now, as every room sees it: UTC, whole milliseconds (what both engines keep), movable in demo and tests.</summary>
public sealed class Clock(TimeProvider time)
{
    private static readonly TimeSpan Shanghai = TimeSpan.FromHours(8);

    public DateTime Now
    {
        get
        {
            var now = time.GetUtcNow().UtcDateTime;
            return new DateTime(now.Ticks - now.Ticks % TimeSpan.TicksPerMillisecond, DateTimeKind.Utc);
        }
    }

    /// <summary>Today in Asia/Shanghai, which has had no daylight saving since 1991.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Now + Shanghai);

    public TimeProvider Time => time;
}
