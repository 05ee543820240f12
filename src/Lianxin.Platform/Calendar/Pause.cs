namespace Lianxin.Platform.Calendar;

/// <summary>
/// 挂账: time that does not count, from and to in UTC. One that is still open is given the present moment as its end.
/// In units by date a pause takes as many days as it lasts by date: the day it begins still counts, the day it ends
/// does not (as 民法典 art. 201 counts a period), so a pause within one day moves nothing.
/// </summary>
public sealed record Pause(DateTime From, DateTime To);

/// <summary>Pauses in Shanghai time, in order, without overlaps.</summary>
internal sealed class PauseLine
{
    private readonly List<(DateTime From, DateTime To)> runs = [];

    internal static Answer<PauseLine> Read(IEnumerable<Pause>? pauses)
    {
        var line = new PauseLine();
        foreach (var pause in (pauses ?? []).OrderBy(p => p.From))
        {
            if (pause.To < pause.From) return new Fault("pauses", new(CalendarText.PauseReversed));
            var (from, to) = (Shanghai.Local(pause.From), Shanghai.Local(pause.To));
            if (from == to) continue;
            if (line.runs.Count > 0 && from <= line.runs[^1].To)
                line.runs[^1] = (line.runs[^1].From, to > line.runs[^1].To ? to : line.runs[^1].To);
            else
                line.runs.Add((from, to));
        }

        return line;
    }

    /// <summary>Whether a whole date is left out of a count by date.</summary>
    internal bool Covers(DateOnly date) =>
        runs.Exists(r => DateOnly.FromDateTime(r.From) < date && date <= DateOnly.FromDateTime(r.To.AddTicks(-1)));

    /// <summary>Cuts the pauses out of the stretches that count.</summary>
    internal IEnumerable<Stretch> Cut(IEnumerable<Stretch> stretches)
    {
        var next = 0;
        foreach (var stretch in stretches)
        {
            var at = stretch.From;
            while (stretch.Counts && at < stretch.To)
            {
                while (next < runs.Count && runs[next].To <= at) next++;
                if (next == runs.Count || runs[next].From >= stretch.To) break;
                if (runs[next].From > at) yield return stretch with { From = at, To = runs[next].From };
                var (from, to) = (Later(at, runs[next].From), Earlier(stretch.To, runs[next].To));
                yield return new(from, to, Counts: false, Stretch.Paused);
                at = to;
            }

            if (at < stretch.To) yield return stretch with { From = at };
        }
    }

    private static DateTime Later(DateTime a, DateTime b) => a > b ? a : b;

    private static DateTime Earlier(DateTime a, DateTime b) => a < b ? a : b;
}
