using Lianxin.Platform.Access;

namespace Lianxin.Cases.Model;

/// <summary>
/// 联系人: whom a resident may turn to, by one rule for the village's page, the receipt and the case. The first at the
/// place who takes reports, else the first of the village above a grid that has nobody; never anybody of a unit that is
/// complained about, whatever other posts they hold.
/// </summary>
internal sealed class Contacts(PostBook posts, UnitTree tree)
{
    /// <param name="accusedUnitId">The unit a case complains about.</param>
    public async Task<Holder?> At(long placeUnitId, long? accusedUnitId = null)
    {
        var near = Near(await tree.Read(), placeUnitId);
        var theirs = await Theirs(accusedUnitId);
        return await Nearest(near, h => !theirs.Contains(h.PersonId));
    }

    /// <summary>Who takes reports at each of these places or in the village above, the nearest first.</summary>
    public async Task<IReadOnlyDictionary<long, IReadOnlyList<Holder>>> Near(IReadOnlyCollection<long> placeUnitIds)
    {
        var forest = await tree.Read();
        var near = placeUnitIds.Distinct().ToDictionary(p => p, p => Near(forest, p));
        var there = (await posts.At([.. near.Values.SelectMany(u => u).Distinct()], CasesAccess.Report)).ToLookup(h => h.UnitId);
        return near.ToDictionary(n => n.Key, n => (IReadOnlyList<Holder>)[.. n.Value.SelectMany(unit => there[unit])]);
    }

    /// <summary>The contact a case names, by the post nearest to its place, while they hold one.</summary>
    public async Task<Holder?> Of(Case file)
    {
        if (file.ContactPersonId is not { } person || (await Theirs(file.AccusedUnitId)).Contains(person)) return null;
        return await Nearest(Near(await tree.Read(), file.PlaceUnitId), h => h.PersonId == person);
    }

    /// <summary>Everybody with a post at the unit complained about or below it.</summary>
    public async Task<IReadOnlySet<long>> Theirs(long? accusedUnitId)
    {
        var forest = await tree.Read();
        if (Accusing.Of(forest, accusedUnitId) is not { } accused) return new HashSet<long>();
        return (await posts.At([.. forest.Below(accused).Select(u => u.Id)])).Select(h => h.PersonId).ToHashSet();
    }

    private async Task<Holder?> Nearest(long[] near, Func<Holder, bool> fits)
    {
        var there = (await posts.At(near, CasesAccess.Report)).Where(fits).ToList();
        return near.Select(unit => there.FirstOrDefault(h => h.UnitId == unit)).FirstOrDefault(h => h is not null);
    }

    private static long[] Near(UnitForest forest, long placeUnitId) =>
        forest.Find(placeUnitId) is { Kind: UnitKind.Grid, ParentId: { } village } ? [placeUnitId, village] : [placeUnitId];
}
