using Lianxin.Cases.Catalog;
using Lianxin.Cases.Model;
using Lianxin.Contracts.Organization;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Cases.Admin.Succession;

/// <summary>What told that a case goes.</summary>
internal enum GoesBy
{
    Place,
    Duty,
    Order,
}

/// <param name="PlaceId">Where it lies, as its point or its words say; null where that was known.</param>
internal sealed record Going(GoesBy By, long? PlaceId);

/// <summary>
/// Which open cases of a unit that is split go: by where they lie, else by whose duty they are, else as the order says of
/// the rest. Asked before the split and after it, it answers the same.
/// </summary>
internal sealed class DivideWork(AppDb db, UnitTree tree, IPlaces places)
{
    /// <returns>For every case asked about: how it goes, or null where it stays.</returns>
    public async Task<IReadOnlyDictionary<long, Going?>> Of(UnitReorganised told, IQueryable<Case> files)
    {
        var (unit, rows) = (told.UnitId, new Dictionary<long, Going?>());
        var asked = files.AsNoTracking().Select(c => new Row(
            c.Id, c.PlaceUnitId, c.PlaceUnitId == unit ? c.Longitude : null, c.PlaceUnitId == unit ? c.Latitude : null,
            c.PlaceUnitId == unit ? c.PlaceWords + "\n" + c.Words : "", c.Category, db.Set<Condition>().Where(k => k.Id == c.ConditionId).Select(k => k.Function).FirstOrDefault(), c.AccusedUnitId == unit));
        foreach (var row in await asked.ToListAsync()) rows[row.Id] = await Of(told, row);
        return rows;
    }

    private sealed record Row(long Id, long PlaceId, double? Longitude, double? Latitude, string Words, string Category, string? Function, bool Accuses);

    private async Task<Going?> Of(UnitReorganised told, Row row)
    {
        var terms = told.Terms ?? SplitTerms.None;
        // Whoever receives has people of the unit complained about.
        if (row.Accuses) return null;
        var (lies, at) = await Lies(told, terms, row);
        if (lies is { } goes) return goes ? new(GoesBy.Place, at) : null;
        if (Duty(terms, row) is { } theirs) return theirs ? new(GoesBy.Duty, null) : null;
        return terms.Rest ? new(GoesBy.Order, row.PlaceId == told.UnitId && (await tree.Read()).Find(row.PlaceId)?.Kind is UnitKind.Territory or UnitKind.Grid ? told.ToUnitId : null) : null;
    }

    /// <summary>Whether it lies on ground that went, or on ground that stayed; null where it lies with neither.</summary>
    private async Task<(bool? Goes, long? At)> Lies(UnitReorganised told, SplitTerms terms, Row row)
    {
        var forest = await tree.Read();
        if (row.PlaceId != told.UnitId) return (On(row.PlaceId), null);
        var at = row is { Longitude: { } x, Latitude: { } y } ? await places.At(x, y) : null;
        if (at is not null && On(at.UnitId) is { } there) return (there, at.UnitId);
        // Once it is carried out, the names that went are the receiver's.
        var gone = told.ToUnitId is { } to ? (await places.Named(row.Words, to)).Where(Went) : [];
        if ((await places.Named(row.Words, told.UnitId)).Concat(gone).MaxBy(f => f.Words.Length) is not { } named) return (null, null);
        return (Went(named), On(named.UnitId) is null ? told.ToUnitId : named.UnitId);

        bool Went(PlaceFound found) => On(found.UnitId) ?? terms.Names.Contains(found.Words);

        bool? On(long id)
        {
            var line = forest.Find(id)?.Line() ?? [];
            return Array.Exists(line, told.Ground.Contains) ? true : line.Contains(told.UnitId) && id != told.UnitId ? false : null;
        }
    }

    private static bool? Duty(SplitTerms terms, Row row)
    {
        if (row.Function is { } function && (terms.Goes.Functions.Contains(function) || terms.Stays.Functions.Contains(function))) return terms.Goes.Functions.Contains(function);
        return terms.Goes.Categories.Contains(row.Category) ? true : terms.Stays.Categories.Contains(row.Category) ? false : null;
    }
}
