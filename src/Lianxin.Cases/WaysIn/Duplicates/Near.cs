using Lianxin.Cases.Model;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Lianxin.Platform.Protection;
using Lianxin.Platform.Search;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Cases.WaysIn.Duplicates;

/// <summary>An open case that may be about the same thing.</summary>
public sealed record NearCase(string Number, string Title, CaseStatus Status, DateTime? NextDue, long? NextClock, DateTime At);

/// <summary>What a report says of itself: words with the place in them, the unit, and the point where there is one.</summary>
internal sealed record NearTo(string Words, long? UnitId, double? Longitude = null, double? Latitude = null);

/// <summary>Open cases near in place, time and words, among those the actor may see. A person decides whether it is the same thing.</summary>
internal sealed class Near(AppDb db, CurrentActor current, UnitTree tree, Clock clock)
{
    private const int Looked = 200;
    private const int LookedForMany = 2_000;
    private const int Shown = 3;
    private const int FewestPairs = 2;

    /// <summary>Share of the shorter text's pairs that both must have; more where the other is old, less where both stand at one place. Ours, found by trying.</summary>
    private const double Alike = 0.35, AlikeOfOld = 0.5, AlikeAtPlace = 0.15;
    private const double Metres = 100;
    private static readonly TimeSpan Recent = TimeSpan.FromDays(30);

    public async Task<IReadOnlyList<NearCase>> Of(NearTo report, long except = 0) => (await Of([report], Looked, except))[0];

    /// <summary>The same for many reports, with one look at what is open.</summary>
    public Task<IReadOnlyList<IReadOnlyList<NearCase>>> Of(IReadOnlyList<NearTo> reports) => Of(reports, LookedForMany, 0);

    private async Task<IReadOnlyList<IReadOnlyList<NearCase>>> Of(IReadOnlyList<NearTo> reports, int most, long except)
    {
        var forest = await tree.Read();
        var asked = reports.Select(r => (Report: r, Said: Pairs(r.Words), Place: Place(forest, r.UnitId))).ToList();
        var places = asked.Where(a => a.Said.Count >= FewestPairs).Select(a => a.Place?.Id).OfType<long>().Distinct().ToList();
        var rows = places.Count == 0 ? [] : (await db.Set<Case>().AsNoTracking().VisibleTo(current.Actor, db)
            .Where(c => c.NextDue != null && c.Id != except && !c.Private && !c.Hidden && c.AccusedUnitId == null)
            .Where(c => db.Set<Scope>().Any(s => s.CaseId == c.Id && places.Contains(s.UnitId)))
            .OrderByDescending(c => c.Id).Take(most)
            .Select(c => new Standing(new NearCase(c.Number, c.Title, c.Status, c.NextDue, c.NextClock, c.At), c.Words + "\n" + c.PlaceWords, c.PlaceUnitId, c.Longitude, c.Latitude)).ToListAsync())
            .ConvertAll(r => (Row: r, Said: Pairs(r.Words), Path: forest.Find(r.UnitId)?.Path ?? ""));
        return
        [
            .. asked.Select(a => (IReadOnlyList<NearCase>)
            [
                .. rows.Where(r => a.Said.Count >= FewestPairs && a.Place is { } place && r.Path.StartsWith(place.Path, StringComparison.Ordinal)).Select(r => (r.Row, Share: Share(a.Said, r.Said))).Where(r => r.Share >= Least(a.Report, r.Row))
                    .OrderByDescending(r => r.Share).ThenByDescending(r => r.Row.Case.At).Take(Shown).Select(r => r.Row.Case),
            ]),
        ];
    }

    /// <summary>The village of a grid, any other unit itself.</summary>
    private static UnitInfo? Place(UnitForest forest, long? unitId) => forest.Find(unitId) is { Kind: UnitKind.Grid } grid ? forest.Find(grid.ParentId) ?? grid : forest.Find(unitId);

    private double Least(NearTo report, Standing row) =>
        Apart(report, row) <= Metres ? AlikeAtPlace : clock.Now - row.Case.At > Recent ? AlikeOfOld : Alike;

    /// <summary>Metres between two points, on a plane: exact enough for a few hundred.</summary>
    private static double Apart(NearTo report, Standing row)
    {
        if (report is not { Longitude: { } x, Latitude: { } y } || row is not { Longitude: { } atX, Latitude: { } atY }) return double.MaxValue;
        const double degree = 111_320;
        var east = (x - atX) * degree * Math.Cos(double.DegreesToRadians(y));
        return double.Hypot(east, (y - atY) * degree);
    }

    private sealed record Standing(NearCase Case, string Words, long UnitId, double? Longitude, double? Latitude);

    private static double Share(HashSet<string> one, HashSet<string> other)
    {
        var both = one.Count(other.Contains);
        return both < FewestPairs ? 0 : (double)both / Math.Min(one.Count, other.Count);
    }

    private static HashSet<string> Pairs(string text) => [.. Bigrams.Index(TextMask.Apply(text).Text).Where(t => t.Length > 1)];
}
