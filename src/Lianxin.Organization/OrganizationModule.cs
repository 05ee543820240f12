using Lianxin.Platform;

namespace Lianxin.Organization;

/// <summary>Introduces the room.</summary>
public sealed class OrganizationModule : Module
{
    public override string Name => "organization";
}
