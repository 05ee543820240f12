using Lianxin.Contracts.Cases;
using Lianxin.Contracts.Organization;
using Lianxin.Organization.Duties;
using Lianxin.Organization.Grids;
using Lianxin.Organization.Levels;
using Lianxin.Organization.People;
using Lianxin.Organization.Reorganise;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Organization.Units;

/// <summary>What the actor may change about a unit.</summary>
public sealed record UnitRights(bool Edit, bool Duties, bool Posts, bool Print);

/// <summary>A registered place name and the unit it lies in.</summary>
public sealed record PlaceRow(long Id, long UnitId, string Name, string Tags, bool OnMap);

/// <summary>One kind of duty of a unit and the classes under it.</summary>
public sealed record DutyPart(DutyStance Stance, IReadOnlyList<string> Names);

/// <summary>Everything the page of a unit shows.</summary>
/// <param name="Area">Square metres of the grid; null while no boundary is drawn.</param>
public sealed record UnitView(
    UnitInfo Unit, IReadOnlyList<UnitInfo> Line, string Level, IReadOnlyList<UnitRow> Children, IReadOnlyList<string> Functions,
    IReadOnlyList<PostRow> Posts, IReadOnlyList<DutyPart> Duties, IReadOnlyList<PlaceRow> Places, long? Area, Holder? Fallback,
    DateTime From, DateTime? To, UnitInfo? Bureau, UnitRights May)
{
    /// <summary>Units with ground: they have a map, place names and a public code.</summary>
    public bool Grounded => Unit.Kind is UnitKind.Territory or UnitKind.Grid;

    /// <summary>Names of places are kept where people live: in villages and grids.</summary>
    public bool Named => Unit.Kind == UnitKind.Grid || Unit.Relation == Relation.Village;

    /// <summary>Who took it over, where the viewer may see them.</summary>
    public UnitInfo? Successor { get; init; }

    /// <summary>How it was re-organised, or will be.</summary>
    public IReadOnlyList<ChangeRow> Changes { get; init; } = [];
}

/// <summary>Reads the page of a unit.</summary>
internal sealed class UnitReader(
    AppDb db, UnitDesk desk, UnitList list, LevelBook levels, OrgBook book, DutyBook duties, ICategories categories, PeopleReader people, PostBook posts, Changes changes)
{
    private const int PlacesMost = 200;

    public async Task<UnitView?> Read(string code)
    {
        if (await desk.Find(OrganizationAccess.View, code) is not { } unit) return null;
        var forest = await desk.Forest();
        var row = await db.Set<Unit>().AsNoTracking().Where(u => u.Id == unit.Id).Select(u => new { u.ValidFrom, u.ValidTo }).FirstAsync();
        var area = await db.Set<Grid>().Where(g => g.UnitId == unit.Id).Select(g => (long?)g.Area).FirstOrDefaultAsync();
        var around = forest.Children(unit.Id).Where(u => u.Kind == UnitKind.Grid && !u.Closed).Select(u => u.Id).Append(unit.Id).ToList();
        var places = await db.Set<NamedPlace>().AsNoTracking().Where(p => around.Contains(p.UnitId) && p.RetiredAt == null)
            .OrderBy(p => p.UnitId == unit.Id ? 0 : 1).ThenBy(p => p.UnitId).ThenBy(p => p.Id).Take(PlacesMost)
            .Select(p => new PlaceRow(p.Id, p.UnitId, p.Name, p.Tags, p.Longitude != null)).ToListAsync();
        var chapter = await book.Of(unit.Id);
        return new UnitView(
            unit, [.. forest.Upward(unit.Id).Reverse()], await levels.NameOf(unit.Id), await list.Below(unit),
            [.. unit.Functions.Select(f => chapter?.Functions.FirstOrDefault(c => c.Key == f)?.Name ?? f)],
            await people.PostsAt(unit.Id), await Duties(unit), places, area, await posts.Owner(unit.Id, new HashSet<long>()),
            row.ValidFrom, row.ValidTo, forest.Find(unit.BureauId), May(unit))
        {
            Successor = forest.Heir(unit.Id) is { } heir && heir.Id != unit.Id && desk.By.Covers(OrganizationAccess.View, heir) ? heir : null,
            Changes = await changes.Of(unit),
        };
    }

    private UnitRights May(UnitInfo unit) => new(
        Open(unit, OrganizationAccess.Edit), Open(unit, OrganizationAccess.Duties), Open(unit, PlatformAccess.Posts), Open(unit, OrganizationAccess.Print));

    private bool Open(UnitInfo unit, string permission) => !unit.Closed && desk.By.Covers(permission, unit);

    private async Task<IReadOnlyList<DutyPart>> Duties(UnitInfo unit)
    {
        var names = (await categories.Of(unit.Id)).ToDictionary(c => c.Key, c => c.Name);
        return [.. (await duties.List(unit.Id)).Where(d => d.Stance is not null).GroupBy(d => d.Stance!.Value).OrderBy(g => g.Key)
            .Select(g => new DutyPart(g.Key, [.. g.Select(d => names.GetValueOrDefault(d.CategoryKey, d.CategoryKey))]))];
    }
}
