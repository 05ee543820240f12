using Lianxin.Platform.Packs;

namespace Lianxin.Cases.Admin.Packs;

/// <summary>A class of matters. The tree has two levels; only the lower one holds conditions.</summary>
/// <param name="Parent">Null for a top class.</param>
/// <param name="Icon">Name of an outline icon of the icon set.</param>
/// <param name="Plain">What a villager calls it; set when it is a picture on the public page.</param>
/// <param name="Words">Words in a report that hint at it.</param>
internal sealed record CategoryPlan(
    string Key,
    string Name,
    string? Parent,
    string Icon,
    string? Plain,
    IReadOnlyList<string> Words,
    IReadOnlyList<ConditionPlan> Conditions)
{
    /// <summary>What whoever is concerned may always do; of a top class, for all below it.</summary>
    public string? Note { get; init; }
}

/// <summary>A filing condition (立案条件): the limit belongs to it, not to the class.</summary>
/// <param name="Limit">Term promised to the resident, counted after the centre's own allowance.</param>
/// <param name="Kind">Handling kind proposed.</param>
/// <param name="Function">Function of the unit that handles it by default; null when the grid or village does.</param>
/// <param name="Private">Seen only by cleared posts.</param>
/// <param name="Danger">Life is at stake: may be sent to anyone at once, on the list or not.</param>
/// <param name="Protect">Family violence or harm to a child: safe contact, and the duty to report settled before closing.</param>
/// <param name="Evidence">Not finished without a photograph or a paper that shows it.</param>
/// <param name="Source">Where the limit comes from.</param>
internal sealed record ConditionPlan(
    string Key,
    string Name,
    PackTerm Limit,
    string Kind,
    string? Function,
    bool Private,
    bool Danger,
    bool Protect,
    bool Evidence,
    string Source);
