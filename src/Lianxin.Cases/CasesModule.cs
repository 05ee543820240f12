using Lianxin.Platform;

namespace Lianxin.Cases;

/// <summary>Introduces the room.</summary>
public sealed class CasesModule : Module
{
    public override string Name => "cases";
}
