namespace Lianxin.Contracts.Organization;

/// <summary>How an item stands on a unit's list (履职事项清单).</summary>
public enum DutyStance
{
    /// <summary>基本履职: the unit's own.</summary>
    Own,

    /// <summary>配合履职: the unit only assists.</summary>
    Assist,

    /// <summary>上级收回: taken back by the upper level.</summary>
    Upper,
}

/// <summary>Asks Organization what is on whose list.</summary>
public interface IDuties
{
    /// <summary>The stance of one category for each unit that lists it; units without a row are missing.</summary>
    Task<IReadOnlyDictionary<long, DutyStance>> Of(string category, IReadOnlyCollection<long> units);
}
