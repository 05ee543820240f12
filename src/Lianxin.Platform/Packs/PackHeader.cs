namespace Lianxin.Platform.Packs;

/// <summary>What a pack says about itself and about the whole course of a case: <c>pack.yaml</c>.</summary>
/// <param name="Sources">Rows of the source systems the pack builds.</param>
/// <param name="Levels">From the top down, three to seven.</param>
/// <param name="AcceptAllowance">Time the centre has to dispatch; the first part of every promised date.</param>
/// <param name="Unclassified">Term and kind for a case that meets no filing condition.</param>
/// <param name="Whistle">How soon who is called to a place has to be there.</param>
/// <param name="Rating">What the resident rates, one to five points each.</param>
/// <param name="ReopenOnce">The resident may have a closed case reopened once without giving proof.</param>
/// <param name="Frequent">Categories offered to grid workers as tiles, in order.</param>
/// <param name="Defaults">Values its source does not give; the customer confirms or edits them before going live.</param>
public sealed record PackHeader(
    string Key,
    string Title,
    string Version,
    string About,
    IReadOnlyList<string> Sources,
    IReadOnlyList<PackLevel> Levels,
    PackTerm AcceptAllowance,
    PackUnclassified Unclassified,
    PackEscalation Escalation,
    PackWhistle Whistle,
    IReadOnlyList<PackAxis> Rating,
    bool ReopenOnce,
    IReadOnlyList<string> Frequent,
    IReadOnlyList<PackDefault> Defaults);

/// <summary>A level of units. Above the topmost one the customer's own levels stand.</summary>
/// <param name="Body">Name of the party body paired with a unit of this level, where there is one.</param>
/// <param name="Accepts">The centre of this level takes in cases.</param>
/// <param name="Committee">Units are villages or residents' committees: only what their list allows may be sent down.</param>
public sealed record PackLevel(string Key, string Name, string? Body, bool Accepts, bool Committee);

/// <summary>What happens to a case that meets no filing condition.</summary>
public sealed record PackUnclassified(PackTerm Term, string Kind);

/// <summary>Who hears about an overdue case next, and after how long each time.</summary>
public sealed record PackEscalation(PackChain Chain, PackTerm Interval);

/// <summary>吹哨: the time to be there, for what is urgent and what is not.</summary>
public sealed record PackWhistle(PackTerm Urgent, PackTerm Ordinary)
{
    /// <summary>Where a pack says nothing.</summary>
    public static readonly PackWhistle Ours = new(new PackTerm(2, PackUnit.UrgentHour), new PackTerm(3, PackUnit.WorkDay));
}

/// <summary>Which of the paired bodies escalation climbs.</summary>
public enum PackChain
{
    Governance,
    Party,
}

/// <summary>One thing a resident rates.</summary>
public sealed record PackAxis(string Key, string Name);

/// <summary>A value that is ours, not the source's.</summary>
/// <param name="Where">File name without ending, then keys, joined by slashes: <c>kinds/at-once/clock</c>.</param>
/// <param name="Note">What was assumed, in plain words.</param>
public sealed record PackDefault(string Where, string Note);
