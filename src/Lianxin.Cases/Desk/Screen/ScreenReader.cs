using Lianxin.Cases.Desk.Queue;
using Lianxin.Cases.Desk.Show;
using Lianxin.Cases.Model;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Calendar;
using Lianxin.Platform.Data;
using Lianxin.Platform.Language;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Cases.Desk.Screen;

/// <summary>An open case on the map.</summary>
/// <param name="Lon">Degrees; null where nobody pointed at the place: it then stands in the middle of its grid.</param>
/// <param name="Grid">The unit it happened in.</param>
/// <param name="Tone">How much time is left: <c>late</c>, <c>soon</c> (within a day) or <c>calm</c>.</param>
public sealed record ScreenPoint(string Number, string Text, string Detail, string Href, double? Lon, double? Lat, long Grid, string Tone, bool Danger);

/// <summary>How many there are, by the time left.</summary>
public sealed record ScreenCounts(int Late, int Soon, int Calm)
{
    public int All => Late + Soon + Calm;
}

/// <summary>The ground and what is on it.</summary>
/// <param name="Code">Code of the unit whose grids are drawn.</param>
public sealed record ScreenView(DeskFilter Filter, string Place, string Code, ScreenCounts Counts, IReadOnlyList<UnitInfo> Units, DateTime At);

/// <summary>Open cases within reach, for the second screen. A private one is there for cleared posts alone, and without its words.</summary>
internal sealed class ScreenReader(AppDb db, CurrentActor current, UnitTree tree, ISentences t, Clock clock)
{
    /// <summary>More points than this nobody tells apart; the most urgent ones are drawn.</summary>
    public const int Most = 1_000;

    private static readonly TimeSpan Soon = TimeSpan.FromHours(24);

    public async Task<ScreenView> Read(DeskFilter filter)
    {
        var (now, forest) = (clock.Now, await tree.Read());
        var here = forest.Find(current.Actor.Current?.UnitId);
        var ground = forest.Find(filter.Unit) is { } asked && here is not null && asked.Path.StartsWith(here.Path, StringComparison.Ordinal) ? asked : here;
        var territory = ground is null ? null : forest.Upward(ground.Id).FirstOrDefault(u => u.Kind is UnitKind.Territory);
        var soon = now + Soon;
        var rows = await Open(filter).GroupBy(c => new { Late = c.NextDue < now, Soon = c.NextDue < soon }).Select(g => new { g.Key.Late, g.Key.Soon, Count = g.Count() }).ToListAsync();
        return new(filter, ground?.Name ?? "", territory?.Code ?? "",
            new(rows.Where(r => r.Late).Sum(r => r.Count), rows.Where(r => r is { Late: false, Soon: true }).Sum(r => r.Count), rows.Where(r => !r.Soon).Sum(r => r.Count)),
            here is null ? [] : [.. forest.Below(here).Where(u => !u.Closed && u.Kind == UnitKind.Territory)], now);
    }

    public async Task<IReadOnlyList<ScreenPoint>> Points(DeskFilter filter)
    {
        var (now, forest) = (clock.Now, await tree.Read());
        var rows = await Open(filter).OrderBy(c => c.NextDue).ThenBy(c => c.Id).Take(Most)
            .Select(c => new { c.Number, c.Title, c.Status, Due = c.NextDue!.Value, c.Private, c.Danger, c.Longitude, c.Latitude, c.PlaceUnitId }).ToListAsync();
        return [.. rows.Select(c => new ScreenPoint(
            c.Number, c.Private ? t.Say("不公开的事项") : c.Title,
            t.Say("{0}　{1}　{2}　期限 {3}", c.Number, forest.NameOf(c.PlaceUnitId), new Platform.Text.Sentence(CaseNames.Of(c.Status)), Shanghai.Deadline(c.Due)),
            $"/desk/{c.Number}", c.Private ? null : c.Longitude, c.Private ? null : c.Latitude, c.PlaceUnitId, c.Due < now ? "late" : c.Due < now + Soon ? "soon" : "calm", c.Danger))];
    }

    private IQueryable<Case> Open(DeskFilter filter)
    {
        var open = db.Set<Case>().AsNoTracking().VisibleTo(current.Actor, db).Where(c => c.NextDue != null);
        return filter.Unit is { } unit ? open.Where(c => db.Set<Scope>().Any(s => s.CaseId == c.Id && s.UnitId == unit)) : open;
    }
}
