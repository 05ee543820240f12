using Lianxin.Platform.Access;

namespace Lianxin.Platform.Notices;

/// <summary>A room whose notices name things their readers may lose sight of: what was told before is then no longer shown.</summary>
public interface INoticeSight
{
    /// <summary>Of the addresses notices lead to, those of this room the actor may not open any more.</summary>
    Task<IReadOnlyCollection<string>> Lost(Actor actor, IReadOnlyCollection<string> links);
}
