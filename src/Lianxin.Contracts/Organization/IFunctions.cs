namespace Lianxin.Contracts.Organization;

/// <summary>What a unit may be there for, such as 城建.</summary>
public sealed record NamedFunction(string Key, string Name);

/// <summary>Asks Organization what functions units may hold.</summary>
public interface IFunctions
{
    /// <summary>The functions of the pack that governs the unit; empty where none is installed.</summary>
    Task<IReadOnlyList<NamedFunction>> Of(long unitId);
}
