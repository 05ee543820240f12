using Lianxin.Contracts.Organization;

namespace Lianxin.Contracts.Cases;

/// <summary>Asks Cases what is still open with a unit, before it is re-organised.</summary>
public interface IOpenWork
{
    /// <summary>Open cases that a unit takes in, handles, decides on or answers, or that lie on the ground of these units.</summary>
    /// <param name="unitId">Null to look at the ground alone.</param>
    Task<int> Of(long? unitId, IReadOnlyCollection<long> ground);

    /// <summary>How the open work of a unit would be divided by a split, were it carried out now.</summary>
    Task<DividedWork> Divide(UnitReorganised planned);
}

/// <summary>Open cases that go, by what told it, and those that stay.</summary>
public sealed record DividedWork(int ByPlace, int ByDuty, int ByOrder, int Staying)
{
    public int Going => ByPlace + ByDuty + ByOrder;
}
