using Lianxin.Cases.Catalog;
using Lianxin.Platform.Access;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Language;
using Lianxin.Platform.Text;
using Audience = Lianxin.Cases.WaysIn.Report.Audience;

namespace Lianxin.Cases.WaysIn.Report;

/// <summary>One answer to 谁可以知道, and who would take the report in.</summary>
/// <param name="Accepts">The accepting unit; more than one where the place is still to be chosen.</param>
/// <param name="Beyond">The usual centre is the village's own, so that “one level up” would not say how far it goes.</param>
public sealed record AudienceChoice(Audience Audience, IReadOnlyList<UnitInfo> Accepts, bool Beyond)
{
    private const int Named = 3;

    public Sentence Text => Audience switch
    {
        Audience.Usual => new("照常办"),
        Audience.NotVillage => new("不让村里知道"),
        _ => Beyond && Accepts.Count == 1 ? new("直接报{0}", Accepts[0].Name) : new("直接报上一级"),
    };

    public Sentence Hint => Accepts.Count <= Named ? new("由{0}受理", string.Join("、", Accepts.Select(u => u.Name))) : new("由所在地的中心受理");

    public FieldOption Option(ISentences t) => new(Audience.ToString(), t.Say(Text.Key, Text.Args), t.Say(Hint.Key, Hint.Args));
}

/// <summary>The one rule of who takes a report in, for every way in: which answers a place offers, and whom one may complain about.</summary>
internal sealed class Intake(CaseBook book, UnitTree tree)
{
    /// <summary>
    /// The nearest centre above the place. When the village is not to know, the nearest that is not the village's own;
    /// one level above that when the reporter goes straight up; and always above whoever is complained about.
    /// </summary>
    public static UnitInfo? Accepts(UnitForest forest, UnitInfo place, Audience audience, UnitInfo? accused = null)
    {
        var line = forest.Upward(place.Id).Where(u => u.Kind == UnitKind.Territory).ToList();
        var at = line.FindIndex(u => u.Accepts);
        if (at < 0) at = line.Count - 1;
        if (audience != Audience.Usual && line[at].Relation == Relation.Village) at++;
        if (audience == Audience.Above) at++;
        return line.Skip(at).FirstOrDefault(u => accused is null || !u.Path.StartsWith(accused.Path, StringComparison.Ordinal));
    }

    /// <summary>The answers offered for a report from any of these places: those with a unit that can take it in.</summary>
    public async Task<IReadOnlyList<AudienceChoice>> Offered(params IReadOnlyCollection<UnitInfo> places)
    {
        var forest = await tree.Read();
        var chapters = await book.All();
        var beyond = places.Any(p => Accepts(forest, p, Audience.Usual)?.Relation == Relation.Village);
        return
        [
            .. Enum.GetValues<Audience>().Select(audience => new AudienceChoice(
                audience,
                [.. places.Select(p => Accepts(forest, p, audience)).OfType<UnitInfo>().DistinctBy(u => u.Id).Where(u => forest.Upward(u.Id).Any(above => chapters.ContainsKey(above.Id)))],
                beyond)).Where(c => c.Accepts.Count > 0),
        ];
    }

    /// <summary>Units a report from a place may complain about: the village, the centre above it and its departments.</summary>
    public static IReadOnlyList<UnitInfo> Accusable(UnitForest forest, UnitInfo place)
    {
        var here = place.Kind == UnitKind.Grid ? forest.Parent(place) ?? place : place;
        var centre = forest.Upward(place.Id).FirstOrDefault(u => u.Accepts && u.Relation != Relation.Village);
        return centre is null ? [here] :
            [.. new[] { here, centre }.Concat(forest.Children(centre.Id).Where(u => !u.Closed && u.Kind == UnitKind.Department)).DistinctBy(u => u.Id)];
    }
}
