using Lianxin.Platform.Access;
using Lianxin.Platform.Admin;

namespace Lianxin.Cases.Admin.Categories;

/// <summary>Units that take cases in while no post there or above is cleared for private ones: what is private would be seen by nobody.</summary>
internal sealed class PrivateGaps(UnitTree tree, PostBook posts) : IAdminGaps
{
    public async Task<IReadOnlyList<AdminGap>> Find(Actor actor)
    {
        if (!actor.Can(Lianxin.Platform.PlatformAccess.Posts)) return [];
        var forest = await tree.Read();
        var taking = forest.All.Where(u => !u.Closed && (u.Accepts || u.ParentId is null) && actor.Covers(Lianxin.Platform.PlatformAccess.Posts, u)).ToList();
        var cleared = (await posts.At([.. taking.SelectMany(u => u.Line()).Distinct()], CasesAccess.Private)).Select(h => h.UnitId).ToHashSet();
        return
        [
            .. taking.Where(u => !u.Line().Any(cleared.Contains)).Take(10)
                .Select(u => new AdminGap(new("{0}还没有能办不公开事项的岗位", u.Name), $"/admin/units/{u.Code}", "去安排", Urgent: true)),
        ];
    }
}
