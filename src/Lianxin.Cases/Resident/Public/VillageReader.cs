using Lianxin.Cases.Catalog;
using Lianxin.Cases.Model;
using Lianxin.Cases.WaysIn.Report;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Cases.Resident.Public;

/// <summary>What the village page shows.</summary>
public sealed record VillageView(
    UnitInfo Unit, string Name, string Town, Holder? Worker, string? Phone, IReadOnlyList<Category> Kinds, IReadOnlyList<RecentlyDone> Done)
{
    /// <summary>The name of the unit whose code was scanned, where it is gone and this one took it over.</summary>
    public string? Former { get; init; }

    /// <summary>Units a report may complain about: the village, the centre above it and its offices, those of the level above.</summary>
    public IReadOnlyList<UnitInfo> Accusable { get; init; } = [];

    /// <summary>What is known already and being handled, in the centre's words.</summary>
    public IReadOnlyList<string> Known { get; init; } = [];

    /// <summary>Who may know, and who would take it in.</summary>
    public IReadOnlyList<AudienceChoice> Audiences { get; init; } = [];
}

/// <summary>A case closed lately, told by what villagers call such a thing and the day: never a reporter's own words, no class that points at a household.</summary>
public sealed record RecentlyDone(string Plain, DateTime At);

/// <summary>One line of “who can see a report”: exactly the posts that can.</summary>
/// <param name="Below">A unit below the code's: its posts see what happened on its own ground.</param>
public sealed record Seer(string Unit, string Role, IReadOnlyList<string> Names, bool Below);

/// <summary>Reads the page behind a code.</summary>
internal sealed class VillageReader(AppDb db, UnitTree tree, PostBook posts, Contacts contacts, Intake intake, CaseBook book, RoleBook roles, Clock clock)
{
    private const int KnownMost = 5;

    /// <summary>Territories and grids have public codes; departments do not. A code that is no longer used leads to whoever took its unit over.</summary>
    public async Task<UnitInfo?> Find(string code)
    {
        var forest = await tree.Read();
        return forest.Find(code) is { } unit ? forest.Public(unit) : null;
    }

    /// <summary>The page behind a code, which says so where the code is one of before.</summary>
    public async Task<VillageView> Read(UnitInfo unit, string code) =>
        await Read(unit) is var view && unit.Code == code ? view : view with { Former = (await tree.Read()).Find(code)!.Name };

    public async Task<VillageView> Read(UnitInfo unit)
    {
        var forest = await tree.Read();
        var village = unit.Kind == UnitKind.Grid ? forest.Parent(unit)! : unit;
        var chapter = await book.Of(unit.Id);
        var worker = await contacts.At(unit.Id);
        var centre = forest.Upward(unit.Id).FirstOrDefault(u => u.Accepts);
        return new VillageView(
            unit, village.Name + (unit.Kind == UnitKind.Grid ? $" {unit.Name}" : ""), forest.NameOf(village.ParentId), worker,
            worker?.WorkPhone ?? village.Phone ?? centre?.Phone, [.. chapter?.Offered.Where(c => c.Plain is not null) ?? []], await Done(village, chapter))
        {
            Audiences = await intake.Offered(unit),
            Known = await Known(village),
            Accusable = centre is null || centre.Id == village.Id ? [village] : [village, centre, .. Offices(centre.Id), .. centre.ParentId is { } above ? Offices(above) : []],
        };

        IEnumerable<UnitInfo> Offices(long id) => forest.Children(id).Where(u => !u.Closed && u.Kind == UnitKind.Department);
    }

    /// <summary>Everybody whose post lets them see an ordinary report from here.</summary>
    public async Task<IReadOnlyList<Seer>> WhoSees(UnitInfo unit)
    {
        var forest = await tree.Read();
        var below = forest.Below(unit).Where(u => u.Id != unit.Id && !u.Closed && u.Kind is UnitKind.Territory or UnitKind.Grid).Select(u => u.Id).ToHashSet();
        var holders = await posts.At([.. below, .. forest.Upward(unit.Id).Select(u => u.Id)]);
        var seers = new List<Seer>();
        foreach (var group in holders.GroupBy(h => (h.UnitId, h.RoleName)))
        {
            var role = await roles.Of(forest.Find(group.Key.UnitId)!, group.First().Role);
            if (role is null || !CasesAccess.Sees(role.Rights)) continue;
            seers.Add(new Seer(forest.NameOf(group.Key.UnitId), group.Key.RoleName, [.. group.Select(h => h.Name)], below.Contains(group.Key.UnitId)));
        }

        return seers;
    }

    private async Task<IReadOnlyList<string>> Known(UnitInfo village) => await db.Set<Case>().AsNoTracking()
        .Where(c => c.Hint != null && c.NextDue != null && !c.Private && !c.Hidden && c.AccusedUnitId == null && db.Set<Scope>().Any(s => s.CaseId == c.Id && s.UnitId == village.Id))
        .OrderByDescending(c => c.Id).Take(KnownMost).Select(c => c.Hint!).ToListAsync();

    private async Task<IReadOnlyList<RecentlyDone>> Done(UnitInfo village, Chapter? chapter)
    {
        if (chapter is null) return [];
        var since = clock.Now.AddDays(-30);
        var plain = chapter.Categories.Where(c => c.Plain is not null && c.Words.Length > 0).ToDictionary(c => c.Key, c => c.Plain!);
        var told = plain.Keys.ToList();
        var rows = await db.Set<Case>().AsNoTracking()
            .Where(c => c.ClosedAt > since && (c.Status == CaseStatus.Closed || c.Status == CaseStatus.Rated) && !c.Private && !c.Hidden && told.Contains(c.Category) && db.Set<Scope>().Any(s => s.CaseId == c.Id && s.UnitId == village.Id))
            .OrderByDescending(c => c.ClosedAt).Take(4).Select(c => new { c.Category, At = c.ClosedAt!.Value }).ToListAsync();
        return [.. rows.Select(r => new RecentlyDone(plain[r.Category], r.At))];
    }
}
