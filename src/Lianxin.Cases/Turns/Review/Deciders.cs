using Lianxin.Cases.Model;
using Lianxin.Platform;
using Lianxin.Platform.Access;

namespace Lianxin.Cases.Turns.Review;

/// <summary>Who decides what somebody's act is questioned by: another post of that unit, else one level up, never the same person.</summary>
internal sealed class Deciders(PostBook posts, UnitTree tree)
{
    /// <summary>The unit where it is decided.</summary>
    public async Task<long> For(CaseSeen seen, long? notPersonId)
    {
        var forest = await tree.Read();
        foreach (var unit in forest.Upward(seen.File.AcceptUnitId))
        {
            var holders = await posts.At([unit.Id], CasesAccess.Decide);
            var cleared = seen.File.Private ? await posts.At([unit.Id], CasesAccess.Private) : holders;
            if (holders.Any(h => h.PersonId != notPersonId && !seen.Recused.Contains(h.PersonId) && cleared.Any(c => c.PersonId == h.PersonId))) return unit.Id;
        }

        throw new Refusal("没有可以裁定这件事的岗位，请先请上级安排");
    }

    /// <summary>The actor's post that may decide this plea; null for everybody else.</summary>
    public static ActorPost? Post(CaseSeen seen, Plea plea) =>
        plea.NotPersonId is { } not && not == seen.Actor.PersonId ? null : seen.Post(CasesAccess.Decide, plea.DecideUnitId);
}
