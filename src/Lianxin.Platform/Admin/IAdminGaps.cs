using Lianxin.Platform.Access;
using Lianxin.Platform.Text;

namespace Lianxin.Platform.Admin;

/// <summary>Something an administrator should put in order.</summary>
/// <param name="Href">Where to do it.</param>
/// <param name="Action">What the link says.</param>
/// <param name="Urgent">True where people are let down while it is open.</param>
public sealed record AdminGap(Sentence What, string Href, string Action, bool Urgent = false);

/// <summary>A slot on the administration's first page: rooms add what is missing in theirs.</summary>
public interface IAdminGaps
{
    /// <summary>Only what this actor may see and mend.</summary>
    Task<IReadOnlyList<AdminGap>> Find(Actor actor);
}
