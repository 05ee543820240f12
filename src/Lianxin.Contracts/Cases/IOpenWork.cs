namespace Lianxin.Contracts.Cases;

/// <summary>Asks Cases what is still open with a unit, before it is re-organised.</summary>
public interface IOpenWork
{
    /// <summary>Open cases that a unit takes in, handles, decides on or answers, or that lie on the ground of these units.</summary>
    /// <param name="unitId">Null to look at the ground alone.</param>
    Task<int> Of(long? unitId, IReadOnlyCollection<long> ground);
}
