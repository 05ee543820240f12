using Lianxin.Platform.Access;

namespace Lianxin.Platform.Packs;

/// <summary>A room taking its part of a checked pack into its own tables, within the installer's one save. Applying the same pack again changes nothing.</summary>
public interface IPackInstall
{
    Task Apply(PackDraft draft, UnitInfo at, DateTime now);
}
