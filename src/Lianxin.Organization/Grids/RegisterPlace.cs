using System.ComponentModel.DataAnnotations;
using Lianxin.Organization.Units;
using Lianxin.Platform;
using Lianxin.Platform.Data;
using Lianxin.Platform.Forms;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Organization.Grids;

internal sealed record RegisterPlaceInput
{
    /// <summary>What people call it: 老石桥头.</summary>
    [Required, MinLength(2), MaxLength(NamedPlace.NameMax), Label("地名")]
    public string Name { get; init; } = "";

    [Range(-180d, 180d), Label("经度")]
    public double? Longitude { get; init; }

    [Range(-90d, 90d), Label("纬度")]
    public double? Latitude { get; init; }

    /// <summary>Words that say what it is, separated by spaces.</summary>
    [MaxLength(NamedPlace.TagsMax), Label("标签")]
    public string Tags { get; init; } = "";
}

/// <summary>Registers the name of a place in a grid or village, so that a report naming it finds its way.</summary>
internal sealed class RegisterPlace(UnitDesk desk, TellTargets tell, AppDb db, Ids ids)
{
    /// <returns>The place's id; null where the actor does not reach the unit.</returns>
    public async Task<long?> Do(long unitId, RegisterPlaceInput input)
    {
        if (await desk.Open(OrganizationAccess.Edit, unitId) is not { } unit) return null;
        if (input.Longitude is null != input.Latitude is null) throw new Refusal("经度和纬度要一起填", "longitude");
        if (await db.Set<NamedPlace>().AnyAsync(p => p.UnitId == unitId && p.Name == input.Name && p.RetiredAt == null))
            throw new Refusal("{0}已经有叫“{1}”的地方", "name", unit.Name, input.Name);
        var place = NamedPlace.Register(ids.Next(), unitId, input.Name, input.Longitude, input.Latitude, input.Tags);
        db.Add(place);
        tell.Of(place);
        Places.Changed(db);
        await desk.Save("RegisterPlace", OrganizationAccess.Edit, unit);
        return place.Id;
    }
}

/// <summary>Takes a place name off the register; history keeps it.</summary>
internal sealed class RetirePlace(UnitDesk desk, TellTargets tell, AppDb db)
{
    /// <returns>The place's id; null where the actor does not reach it.</returns>
    public async Task<long?> Do(long placeId)
    {
        var place = await db.Set<NamedPlace>().FirstOrDefaultAsync(p => p.Id == placeId);
        if (place is null || await desk.Open(OrganizationAccess.Edit, place.UnitId) is not { } unit) return null;
        place.Retire(desk.Now);
        tell.Of(place);
        Places.Changed(db);
        await desk.Save("RetirePlace", OrganizationAccess.Edit, unit);
        return placeId;
    }
}
