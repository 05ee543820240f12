using Lianxin.Cases.Model;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Lianxin.Platform.Protection;
using Lianxin.Platform.Search;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Cases.Duplicates;

/// <summary>An open case that may be about the same thing.</summary>
public sealed record NearCase(string Number, string Title, CaseStatus Status, DateTime? NextDue, long? NextClock, DateTime At);

/// <summary>Open cases near in place, time and words, among those the actor may see. A person decides whether it is the same thing.</summary>
internal sealed class Near(AppDb db, CurrentActor current, UnitTree tree, Clock clock)
{
    private const int Looked = 200;
    private const int Shown = 3;
    private const int FewestPairs = 2;

    /// <summary>Share of the shorter text's pairs that both must have. Ours, found by trying.</summary>
    private const double Alike = 0.35;
    private static readonly TimeSpan Recent = TimeSpan.FromDays(30);

    public async Task<IReadOnlyList<NearCase>> Of(string words, long? unitId, long except = 0)
    {
        var said = Pairs(words);
        var forest = await tree.Read();
        if (said.Count < FewestPairs || forest.Find(unitId) is not { } unit) return [];
        var place = unit.Kind == UnitKind.Grid ? unit.ParentId ?? unit.Id : unit.Id;
        var since = clock.Now - Recent;
        var rows = await db.Set<Case>().AsNoTracking().VisibleTo(current.Actor, db)
            .Where(c => c.NextDue != null && c.At >= since && c.Id != except && !c.Private && !c.Hidden && c.AccusedUnitId == null)
            .Where(c => db.Set<Scope>().Any(s => s.CaseId == c.Id && s.UnitId == place))
            .OrderByDescending(c => c.Id).Take(Looked)
            .Select(c => new { Case = new NearCase(c.Number, c.Title, c.Status, c.NextDue, c.NextClock, c.At), c.Words, c.PlaceWords }).ToListAsync();
        return
        [
            .. rows.Select(r => (r.Case, Share: Share(said, Pairs($"{r.Words}\n{r.PlaceWords}")))).Where(r => r.Share >= Alike)
                .OrderByDescending(r => r.Share).Take(Shown).Select(r => r.Case),
        ];
    }

    private static double Share(HashSet<string> one, HashSet<string> other)
    {
        var both = one.Count(other.Contains);
        return both < FewestPairs ? 0 : (double)both / Math.Min(one.Count, other.Count);
    }

    private static HashSet<string> Pairs(string text) => [.. Bigrams.Index(TextMask.Apply(text).Text).Where(t => t.Length > 1)];
}
