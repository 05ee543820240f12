using Lianxin.Cases.Admin.Succession;

namespace Lianxin.Cases.Model;

/// <summary>A case taken up again after units have changed goes on with whoever has their work now.</summary>
internal sealed partial class CaseDesk
{
    public async Task GoOn(CaseSeen seen)
    {
        var (file, forest) = (seen.File, seen.Forest);
        var place = Heirs.Place(forest, file.PlaceUnitId);
        var (accept, asked) = (Heirs.Above(forest, file, file.AcceptUnitId, place), Heirs.Above(forest, file, file.FirstAskedUnitId, place));
        var left = seen.Active.Where(p => forest.Find(p.UnitId)?.Closed == true).ToList();
        if (left.Count == 0 && (accept.Id, asked.Id, place.Id) == (file.AcceptUnitId, file.FirstAskedUnitId, file.PlaceUnitId)) return;
        foreach (var part in left) part.HandTo(Heirs.Part(forest, part.UnitId));
        file.HandOver(accept.Id, asked.Id, place.Id, file.ContactPersonId, clock.Now);
        await Widen(file, [accept.Id, .. left.Select(p => p.UnitId)]);
    }
}
