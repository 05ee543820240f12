using Lianxin.Platform.Schedules;

namespace Lianxin.Platform.Audit;

/// <summary>Seals new acts each second; the schedule's lease makes one node at a time the sealer.</summary>
internal sealed class SealActs(Chain chain) : IJob
{
    public async Task Run()
    {
        while (await chain.Seal() == Chain.Batch)
        {
            // A burst left more than one batch; go on until the chain has caught up.
        }
    }
}
