using System.Diagnostics;

namespace Lianxin.Tests;

/// <summary>Times on a machine that does other things: the best of five, after the compiler has warmed.</summary>
internal static class Timing
{
    public static double BestMilliseconds(Action act) => Enumerable.Range(0, 5).Min(_ =>
    {
        var started = Stopwatch.GetTimestamp();
        act();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    });
}
