using Lianxin.Platform.Text;

namespace Lianxin.Platform.Calendar;

/// <summary>
/// One line of “期限依据”: from, to (UTC), what it counted, and why. Of a line that counts, <c>Time</c> is filled
/// for units of hours and continuous days, <c>Days</c> for units by date; a line with neither was passed over.
/// </summary>
public sealed record DueStep(DateTime From, DateTime To, TimeSpan Time, int Days, Sentence Why)
{
    /// <summary>
    /// What it counted in whole minutes as a page shows its ends, which are cut to the minute: the lines then add up for
    /// whoever counts again, where cutting each length instead would lose a minute between two lines.
    /// </summary>
    public TimeSpan Shown => Counts && Days == 0 ? Minute(To) - Minute(From) : default;

    public bool Counts => Time > TimeSpan.Zero || Days > 0;

    private static DateTime Minute(DateTime at) => new(at.Ticks - at.Ticks % TimeSpan.TicksPerMinute, at.Kind);
}

/// <summary>
/// A deadline and its grounds. The steps join without gaps from the start to <c>Due</c>, and what they count adds up
/// to the amount asked for, so anybody can count again from the steps alone.
/// </summary>
/// <param name="Due">UTC. The end of the last day of a legal period is the next day's 00:00.</param>
/// <param name="Steps">In order of time; never empty.</param>
/// <param name="Warnings">One sentence for each year whose official notice is missing.</param>
public sealed record DueResult(DateTime Due, IReadOnlyList<DueStep> Steps, IReadOnlyList<Sentence> Warnings);
