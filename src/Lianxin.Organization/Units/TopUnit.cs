using Lianxin.Contracts.Organization;
using Lianxin.Platform;
using Lianxin.Platform.Access;

namespace Lianxin.Organization.Units;

/// <summary>Founds the topmost unit at set-up.</summary>
internal sealed class TopUnit(FoundUnit found) : ITopUnit
{
    public async Task<long> Found(string code, string name, string level)
    {
        try
        {
            return await found.Do(new() { Code = code, Name = name, Kind = UnitKind.Territory, Level = level })
                ?? throw new InvalidOperationException("Only the product itself founds a topmost unit.");
        }
        catch (Refusal refusal) when (refusal.Field == "code")
        {
            throw new Refusal(refusal.Sentence, "unitCode", refusal.Args);
        }
    }
}
