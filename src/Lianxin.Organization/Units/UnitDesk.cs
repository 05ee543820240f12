using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Lianxin.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Organization.Units;

/// <summary>What every act on units shares: finding what the actor reaches, and the save.</summary>
internal sealed class UnitDesk(AppDb db, UnitTree tree, Acting acting, Clock clock)
{
    public Actor By => acting.By;

    public DateTime Now => clock.Now;

    /// <summary>True for the product itself: setting up, demo.</summary>
    public bool BySystem => ReferenceEquals(By, Actor.System);

    public ValueTask<UnitForest> Forest() => tree.Read();

    /// <summary>The unit where the actor may do this, or null: not there, or out of reach.</summary>
    /// <exception cref="Refusal">It was closed.</exception>
    public async Task<UnitInfo?> Open(string permission, long unitId)
    {
        if ((await tree.Read()).Find(unitId) is not { } unit || !By.Covers(permission, unit)) return null;
        if (unit.Closed) throw new Refusal("{0}已经撤销", null, unit.Name);
        return unit;
    }

    /// <summary>The unit of that code where the actor may do this, closed ones included; null when it is not there or out of reach.</summary>
    public async Task<UnitInfo?> Find(string permission, string code) =>
        (await tree.Read()).Find(code) is { } unit && By.Covers(permission, unit) ? unit : null;

    /// <summary>The row behind a unit, to be changed and saved.</summary>
    public Task<Unit> Row(long unitId) => db.Set<Unit>().FirstAsync(u => u.Id == unitId);

    /// <summary>Saves with the post that allowed it.</summary>
    public async Task Save(string useCase, string permission, UnitInfo? at, string? why = null)
    {
        var post = at is null ? null : By.PostFor(permission, at.Line().ToHashSet());
        try
        {
            await db.Save(acting.Of(useCase, post, why, result: at is null ? null : UnitForms.Link(at)));
        }
        catch (DbUpdateException e) when (Repeated.Unique(e, "platform_units"))
        {
            throw new Refusal(UnitCode.Used, "code");
        }
        catch (DbUpdateException e) when (Repeated.Unique(e, "org_duties") || Repeated.Unique(e, "org_grids") || Repeated.Unique(e, "org_reorganisations"))
        {
            throw new Overtaken();
        }
    }
}
