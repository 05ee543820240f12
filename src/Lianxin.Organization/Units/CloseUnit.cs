using System.ComponentModel.DataAnnotations;
using Lianxin.Organization.Grids;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Audit;
using Lianxin.Platform.Data;
using Lianxin.Platform.Forms;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Organization.Units;

internal sealed record CloseUnitInput
{
    [Required, MinLength(2), MaxLength(Act.WhyMax), Label("依据")]
    public string Reason { get; init; } = "";
}

/// <summary>Closes a unit that nothing stands under and nobody works in. It stays in history, and its code stays used.</summary>
internal sealed class CloseUnit(UnitDesk desk, TellTargets tell, AppDb db)
{
    /// <returns>The unit's id; null where the actor does not reach it.</returns>
    public async Task<long?> Do(long unitId, CloseUnitInput input)
    {
        if (await desk.Open(OrganizationAccess.Edit, unitId) is not { } unit) return null;
        var now = desk.Now;
        if ((await desk.Forest()).Children(unitId).FirstOrDefault(u => !u.Closed) is { } child)
            throw new Refusal("{0}下面还有{1}，请先撤销下级单位", null, unit.Name, child.Name);
        if (await db.Set<Post>().AnyAsync(p => p.UnitId == unitId && (p.To == null || p.To > now)))
            throw new Refusal("{0}还有人在岗，请先结束他们的岗位", null, unit.Name);

        var row = await desk.Row(unitId);
        row.Close(now);
        await tell.Of(row);
        foreach (var place in await db.Set<NamedPlace>().Where(p => p.UnitId == unitId && p.RetiredAt == null).ToListAsync())
        {
            place.Retire(now);
            tell.Of(place);
        }

        UnitTree.Changed(db);
        Places.Changed(db);
        await desk.Save("CloseUnit", OrganizationAccess.Edit, unit, input.Reason);
        return unitId;
    }
}
