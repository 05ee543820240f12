namespace Lianxin.Contracts.Cases;

/// <summary>A class of matters as other rooms name it.</summary>
/// <param name="Group">Name of the class above it.</param>
public sealed record NamedCategory(string Key, string Name, string Group);

/// <summary>Asks Cases what matters there are.</summary>
public interface ICategories
{
    /// <summary>The classes reports are filed under where the unit stands, in the order of the tree; empty where no pack is installed.</summary>
    Task<IReadOnlyList<NamedCategory>> Of(long unitId);
}
