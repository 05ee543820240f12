using System.Globalization;
using Lianxin.Cases.Model;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Calendar.Store;
using Lianxin.Platform.Data;
using Lianxin.Platform.Tables;
using Lianxin.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Cases.Turns.Recount;

/// <summary>A date that moved; number and title only where the reader may see the case.</summary>
public sealed record MovedRow(MovedDate Date, string? Number, string Title, string Unit);

/// <summary>What one change of the calendar moved.</summary>
/// <param name="Whole">The reader keeps this calendar and is told of all of it; others read of the cases they see.</param>
public sealed record ChangeView(CalendarChange Change, string Unit, RecountRun? Run, bool Whole, IReadOnlyList<MovedRow> Rows, DateClock? Clock, string? After);

/// <summary>Reads it, page by page.</summary>
internal sealed class ChangeReader(AppDb db, UnitTree tree, CurrentActor current)
{
    private const int Size = 50;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapList("/admin/calendar/changes/{id:long}", async (long id, string? clock, long? after, ChangeReader reader) =>
        await reader.Read(id, Enum.TryParse<DateClock>(clock, out var asked) && Enum.IsDefined(asked) ? asked : null, after) is { } view ? Page.Show<ChangePage>(("View", view)) : Results.NotFound()).Own();

    public async Task<ChangeView?> Read(long id, DateClock? clock, long? after)
    {
        if (await db.Set<CalendarChange>().AsNoTracking().FirstOrDefaultAsync(c => c.Id == id) is not { } change) return null;
        var forest = await tree.Read();
        var whole = forest.Find(change.UnitId) is { } unit && current.Actor.Covers(PlatformAccess.Calendar, unit);
        var seen = db.Set<Case>().AsNoTracking().VisibleTo(current.Actor, db);
        var moved = db.Set<MovedDate>().AsNoTracking().Where(m => m.ChangeId == id);
        if (!whole) moved = moved.Where(m => seen.Any(c => c.Id == m.CaseId));
        if (!whole && !await moved.AnyAsync()) return null;
        if (clock is { } one) moved = moved.Where(m => m.Clock == one);
        if (after is { } passed) moved = moved.Where(m => m.Id > passed);
        var rows = await moved.OrderBy(m => m.Id).Take(Size + 1).ToListAsync();
        var shown = rows.Take(Size).ToList();
        var cases = shown.Select(m => m.CaseId).Distinct().ToList();
        var named = await seen.Where(c => cases.Contains(c.Id)).Select(c => new { c.Id, c.Number, c.Title }).ToDictionaryAsync(c => c.Id);
        return new ChangeView(
            change, forest.NameOf(change.UnitId), await db.Set<RecountRun>().AsNoTracking().FirstOrDefaultAsync(r => r.ChangeId == id), whole,
            [.. shown.Select(m => named.TryGetValue(m.CaseId, out var file) ? new MovedRow(m, file.Number, file.Title, forest.NameOf(m.UnitId)) : new(m, null, "", forest.NameOf(m.UnitId)))],
            clock, rows.Count > Size ? shown[^1].Id.ToString(CultureInfo.InvariantCulture) : null);
    }
}
