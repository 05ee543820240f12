using Lianxin.Contracts.Platform;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Lianxin.Platform.Events;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Organization.Grids;

/// <summary>Tells the target registry, with the save at hand, how units and named places stand now.</summary>
internal sealed class TellTargets(AppDb db, Outbox outbox, Clock clock)
{
    public async Task Of(Unit unit)
    {
        var grid = unit.Kind != UnitKind.Grid ? null
            : db.Set<Grid>().Local.FirstOrDefault(g => g.UnitId == unit.Id) ?? await db.Set<Grid>().FirstOrDefaultAsync(g => g.UnitId == unit.Id);
        outbox.Tell(new TargetChanged(unit.Id, KindOf(unit.Kind), unit.Id, unit.Name, grid?.Longitude, grid?.Latitude, "", unit.ValidTo, clock.Now));
    }

    public void Of(NamedPlace place) => outbox.Tell(new TargetChanged(
        place.Id, Places.Kind, place.UnitId, place.Name, place.Longitude, place.Latitude, place.Tags, place.RetiredAt, clock.Now));

    private static string KindOf(UnitKind kind) => kind.ToString().ToLowerInvariant();
}
