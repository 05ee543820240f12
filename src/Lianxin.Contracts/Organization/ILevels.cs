namespace Lianxin.Contracts.Organization;

/// <summary>A named level of the pack that governs a unit.</summary>
/// <param name="Body">The party body paired with units of this level; null where there is none.</param>
/// <param name="Accepts">Its centre takes in and dispatches cases.</param>
/// <param name="Committee">Villages and residents' committees: only what their list allows may be sent down.</param>
public sealed record NamedLevel(string Key, string Name, string? Body, bool Accepts, bool Committee);

/// <summary>Asks Organization what levels are called where.</summary>
public interface ILevels
{
    /// <summary>The levels of the pack that governs the unit, from the top down; empty where none is installed.</summary>
    Task<IReadOnlyList<NamedLevel>> Of(long unitId);

    /// <summary>The level at which each unit stands; a department or team stands at the level of the territory it hangs
    /// on. Units above every pack are missing.</summary>
    Task<IReadOnlyDictionary<long, NamedLevel>> At(IReadOnlyCollection<long> unitIds);
}
