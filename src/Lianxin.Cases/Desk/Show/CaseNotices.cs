using Lianxin.Cases.Desk.Queue;
using Lianxin.Cases.Model;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Lianxin.Platform.Notices;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Cases.Desk.Show;

/// <summary>A case that turned private, complains about one's own unit, or that one keeps out of is not read of in old messages either.</summary>
internal sealed class CaseNotices(AppDb db) : INoticeSight
{
    public async Task<IReadOnlyCollection<string>> Lost(Actor actor, IReadOnlyCollection<string> links)
    {
        var numbers = links.Where(l => l.StartsWith(Root, StringComparison.Ordinal)).Select(l => l[Root.Length..]).ToList();
        if (numbers.Count == 0) return [];
        var seen = (await db.Set<Case>().VisibleTo(actor, db).Where(c => numbers.Contains(c.Number)).Select(c => c.Number).ToListAsync()).ToHashSet();
        // What is no number of a case is another page of the desk.
        var cases = await db.Set<Case>().Where(c => numbers.Contains(c.Number)).Select(c => c.Number).ToListAsync();
        return [.. cases.Where(n => !seen.Contains(n)).Select(n => Root + n)];
    }

    private const string Root = "/desk/";
}
