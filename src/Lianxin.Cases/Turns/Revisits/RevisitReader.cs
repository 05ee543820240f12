using Lianxin.Cases.Catalog;
using Lianxin.Cases.Desk.Queue;
using Lianxin.Cases.Desk.Show;
using Lianxin.Cases.Figures.Rates;
using Lianxin.Cases.Model;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Lianxin.Platform.Protection;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Cases.Turns.Revisits;

/// <summary>One line of the call list.</summary>
public sealed record RevisitRow(long Id, string Number, string Title, long PlaceUnitId, bool WasRated, int Tries, RevisitResult? Result, DateTime? At, bool Due);

/// <summary>A month's call list of one centre, as this actor may see it.</summary>
public sealed record RevisitList(UnitInfo Unit, IReadOnlyList<UnitInfo> Centres, CallMonth? Month, IReadOnlyList<DateOnly> Months, IReadOnlyList<RevisitRow> Rows)
{
    public IEnumerable<RevisitRow> Due => Rows.Where(r => r.Due);

    public int Of(RevisitResult result) => Rows.Count(r => r.Result == result);
}

/// <summary>How a month was drawn.</summary>
public sealed record CallMonth(DateOnly Month, string Seed, int UnratedMost, int RatedPercent, int Unrated, int Rated, DateTime At);

/// <summary>One call: whom, about what, and what to say.</summary>
public sealed record RevisitCall(Revisit Revisit, Case File, string Centre, string Answer, IReadOnlyList<string> Script, IReadOnlyList<ReporterView> Reporters, int Most, int Left, RevisitRow? Last);

/// <summary>Reads the call list and one call of it.</summary>
internal sealed class RevisitReader(AppDb db, CurrentActor current, UnitTree tree, CaseBook book, Protector protector, Clock clock)
{
    /// <summary>How long a look at the number lasts, and how long something noted may be taken back.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);

    private long Me => current.Actor.PersonId ?? 0;

    public async Task<RevisitList?> List(string? asked, string? month)
    {
        var forest = await tree.Read();
        var gone = await db.Set<RevisitDraw>().Select(d => d.UnitId).Distinct().ToListAsync();
        // Of a centre that was closed whoever took it over goes on calling what had been drawn there.
        var centres = forest.All.Where(u => u.Accepts && (!u.Closed || gone.Contains(u.Id)) && Post(u.Id, forest) is not null).OrderBy(u => u.Closed).ToList();
        var unit = long.TryParse(asked, out var id) ? centres.Find(u => u.Id == id) : centres.FirstOrDefault();
        if (unit is null) return null;
        var months = await db.Set<RevisitDraw>().Where(d => d.UnitId == unit.Id).OrderByDescending(d => d.Month).Take(12).Select(d => d.Month).ToListAsync();
        var day = months.Contains(Period.Day(month) ?? default) ? Period.Day(month)!.Value : months.FirstOrDefault();
        var draw = await db.Set<RevisitDraw>().AsNoTracking().FirstOrDefaultAsync(d => d.UnitId == unit.Id && d.Month == day);
        if (draw is null) return new(unit, centres, null, months, []);
        var (unrated, rated) = FigureList.Cleared(current.Actor, unit) ? (0, 0) : (draw.UnratedApart, draw.RatedApart);
        var drawn = new CallMonth(draw.Month, draw.Seed, draw.UnratedMost, draw.RatedPercent, RevisitDraw.Read(draw.Unrated).Count - unrated, RevisitDraw.Read(draw.Rated).Count - rated, draw.At);
        return new(unit, centres, drawn, months, await Rows(draw.Id));
    }

    /// <summary>A call of the actor's own centre on a case they may see, with everything that is said in it; null is 404.</summary>
    public async Task<RevisitCall?> Call(long id)
    {
        if (await Find(id) is not var (revisit, file)) return null;
        var draw = await db.Set<RevisitDraw>().AsNoTracking().FirstAsync(d => d.Id == revisit.DrawId);
        var answer = await db.Set<Entry>().Where(e => e.CaseId == file.Id && (e.Kind == EntryKind.Replied || e.Kind == EntryKind.Settled) && e.Words != "").OrderByDescending(e => e.Id).Select(e => e.Words).FirstOrDefaultAsync();
        var centre = (await tree.Read()).NameOf(revisit.UnitId);
        var script = (await book.Of(revisit.UnitId))?.Rules.Revisit.Script ?? [];
        var rows = await Rows(draw.Id);
        var since = clock.Now - Lasts;
        return new(revisit, file, centre, answer ?? "", [.. script.Select(line => Fill(line, file, centre))], await Reporters(file), draw.Tries, rows.Count(r => r.Due),
            await Mine(since));
    }

    public async Task<(Revisit Revisit, Case File)?> Find(long id)
    {
        if (await db.Set<Revisit>().FirstOrDefaultAsync(r => r.Id == id) is not { } revisit || await Post(revisit) is null) return null;
        return await db.Set<Case>().VisibleTo(current.Actor, db).FirstOrDefaultAsync(c => c.Id == revisit.CaseId) is { } file ? (revisit, file) : null;
    }

    /// <summary>The next one to call of the same draw.</summary>
    public async Task<long?> Next(long drawId) => (await Rows(drawId)).FirstOrDefault(r => r.Due)?.Id;

    /// <summary>Whether the actor may see the number: they said why within the last minutes.</summary>
    public Task<bool> Looks(long caseId)
    {
        var since = clock.Now - Lasts;
        return db.Set<Entry>().AnyAsync(e => e.CaseId == caseId && e.Kind == EntryKind.Revealed && e.ByPersonId == Me && e.At > since);
    }

    /// <summary>The post that calls for the centre it was drawn for, or for whoever took that over.</summary>
    public async Task<ActorPost?> Post(Revisit revisit) => Post(revisit.UnitId, await tree.Read());

    private ActorPost? Post(long unitId, UnitForest forest) => forest.Living(unitId) is { } unit ? current.Actor.PostFor(CasesAccess.Revisit, unit.Line().ToHashSet()) : null;

    /// <summary>Those still to be called first, in their turn. What is being handled again, or was rated since by itself, needs no call.</summary>
    private async Task<List<RevisitRow>> Rows(long drawId)
    {
        var visible = db.Set<Case>().VisibleTo(current.Actor, db);
        return await (
            from revisit in db.Set<Revisit>()
            join file in visible on revisit.CaseId equals file.Id
            where revisit.DrawId == drawId
            orderby revisit.Result != null, revisit.Turn, revisit.Id
            select new RevisitRow(revisit.Id, file.Number, file.Title, file.PlaceUnitId, revisit.WasRated, revisit.Tries, revisit.Result, revisit.At,
                revisit.Result == null && !file.Pending && file.Round == revisit.Round && (file.Status == CaseStatus.Closed || (revisit.WasRated && file.Status == CaseStatus.Rated)))).ToListAsync();
    }

    /// <summary>What the actor noted last, while it can be taken back.</summary>
    private async Task<RevisitRow?> Mine(DateTime since)
    {
        var visible = db.Set<Case>().VisibleTo(current.Actor, db);
        return await (
            from revisit in db.Set<Revisit>()
            join file in visible on revisit.CaseId equals file.Id
            where revisit.ByPersonId == Me && revisit.At > since && revisit.Tries > 0 && file.Status != CaseStatus.Received
            orderby revisit.At descending
            select new RevisitRow(revisit.Id, file.Number, file.Title, file.PlaceUnitId, revisit.WasRated, revisit.Tries, revisit.Result, revisit.At, false)).FirstOrDefaultAsync();
    }

    private async Task<IReadOnlyList<ReporterView>> Reporters(Case file)
    {
        var looked = await Looks(file.Id);
        var rows = await db.Set<Reporter>().AsNoTracking().Where(r => r.CaseId == file.Id && r.Phone.Cipher != "").OrderBy(r => r.Id).ToListAsync();
        return [.. rows.Select(r => looked
            ? new ReporterView(protector.Open(r.Name, $"cases.reporter.name {r.Id}"), protector.Open(r.Phone, $"cases.reporter.phone {r.Id}"), protector.Open(r.Contact, $"cases.reporter.contact {r.Id}"), true, r.FiledByPersonId is not null)
            : new ReporterView(r.Name.Mask, r.Phone.Mask, r.Contact.Mask, false, r.FiledByPersonId is not null))];
    }

    private static string Fill(string line, Case file, string centre)
    {
        var day = Platform.Calendar.Shanghai.Date(file.At);
        foreach (var (gap, words) in new[] { ("单位", centre), ("事项", file.Title), ("编号", file.Number), ("日期", $"{day.Month}月{day.Day}日") })
            line = line.Replace($"{{{gap}}}", words, StringComparison.Ordinal);
        return line;
    }
}
