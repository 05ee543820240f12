namespace Lianxin.Contracts.Organization;

/// <summary>Asks Organization for the topmost unit when an installation is set up; by the product itself, before anybody has an account.</summary>
public interface ITopUnit
{
    /// <summary>Founds it in a save of its own, because the pack that follows is installed on it.</summary>
    /// <param name="code">12 digits; a code that does not fit is refused at the field <c>unitCode</c>.</param>
    /// <param name="level">Key of the level the pack will give it.</param>
    /// <returns>The unit's id.</returns>
    Task<long> Found(string code, string name, string level);
}
