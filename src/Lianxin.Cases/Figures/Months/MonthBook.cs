using Lianxin.Cases.Catalog;
using Lianxin.Cases.Desk.Show;
using Lianxin.Cases.Figures.Rates;
using Lianxin.Cases.Model;
using Lianxin.Platform.Access;
using Lianxin.Platform.Counters;
using Lianxin.Platform.Data;
using Lianxin.Platform.Language;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Cases.Figures.Months;

/// <summary>Reads a month's account from the counters; private cases for cleared posts alone, and nobody's own recusals.</summary>
internal sealed class MonthBook(AppDb db, CurrentActor current, CaseBook book, UnitTree tree, ISentences t)
{
    public const string CopiedIn = "cases.copied-in", CopiedOut = "cases.copied-out", Private = ".private";

    private const int Shown = 12;

    private sealed record Moved(long UnitId, StayKind Kind, string Part, DateOnly Month, long Count);

    /// <param name="category">Key of the class the year is shown for; empty for all.</param>
    public async Task<MonthAccount> Read(UnitInfo unit, DateOnly month, string category)
    {
        var names = (await book.All()).Values.SelectMany(c => c.Categories).Where(c => c.ParentKey is not null).DistinctBy(c => c.Key).ToDictionary(c => c.Key, c => c.Name);
        var classes = names.Keys.Append("").Select(CaseStays.Part).ToList();
        var channels = Enum.GetValues<Channel>().Select(CaseStays.Part).ToList();
        var below = (await tree.Read()).Children(unit.Id).ToList();
        var here = await Moves([unit], [.. classes, .. channels], month);
        var there = await Moves(below, channels, month);
        var copied = await Copies([unit, .. below], month);

        MonthRow Of(List<Moved> moves, long id, Func<string, bool> part, DateOnly at)
        {
            var mine = moves.Where(m => m.UnitId == id && part(m.Part)).ToList();
            return new(at, mine.Where(m => m.Month < at).Sum(m => Came(m.Kind) ? m.Count : -m.Count), mine.Where(m => m.Month == at).GroupBy(m => m.Kind).ToDictionary(g => g.Key, g => g.Sum(m => m.Count)));
        }

        bool All(string part) => part.StartsWith("by-", StringComparison.Ordinal);
        MonthLine Line(string part, string name) => new(unit, part, name, Of(here, unit.Id, p => p == part, month));
        var shown = names.ContainsKey(category) ? CaseStays.Part(category) : null;
        return new MonthAccount(
            new(unit, "", unit.Name, Of(here, unit.Id, All, month), Copies(copied, unit.Id, month)),
            [.. classes.Select(c => Line(c, names.GetValueOrDefault(c[1..]) ?? t.Say("还没分类"))).Where(l => !l.Row.Empty)],
            [.. Enum.GetValues<Channel>().Select(c => Line(CaseStays.Part(c), t.Say(CaseNames.Of(c)))).Where(l => !l.Row.Empty)],
            [.. below.Select(u => new MonthLine(u, "", u.Name, Of(there, u.Id, All, month), Copies(copied, u.Id, month))).Where(l => !l.Row.Empty || l.Copied != new Copied(0, 0))],
            [.. Enumerable.Range(0, Shown).Select(i => month.AddMonths(-i)).Select(m => new MonthLine(unit, shown ?? "", Name(m), Of(here, unit.Id, p => shown is null ? All(p) : p == shown, m), shown is null ? Copies(copied, unit.Id, m) : null))])
        {
            Category = names.GetValueOrDefault(category),
        };
    }

    public static string Name(DateOnly month) => month.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture);

    public static bool Came(StayKind kind) => kind is StayKind.New or StayKind.Came or StayKind.Reopened;

    /// <summary>What moved in each of the months shown; all before them under the day before the first.</summary>
    private async Task<List<Moved>> Moves(IReadOnlyList<UnitInfo> units, IReadOnlyList<string> parts, DateOnly month)
    {
        var keys = (from kind in Enum.GetValues<StayKind>() from part in parts from apart in (bool[])[false, true] select (Key: CaseStays.Key(kind, part, apart), Kind: kind, Part: part, Apart: apart)).ToDictionary(k => k.Key);
        var (ids, names, first, me) = (units.Select(u => u.Id).ToList(), keys.Keys.ToList(), month.AddMonths(1 - Shown), current.Actor.PersonId ?? 0);
        var cleared = units.Where(u => FigureList.Cleared(current.Actor, u)).Select(u => u.Id).ToHashSet();
        var counted = db.Set<Counter>().Where(c => names.Contains(c.Key) && ids.Contains(c.UnitId));
        var before = await counted.Where(c => c.Day < first).GroupBy(c => new { c.UnitId, c.Key }).Select(g => new { g.Key.UnitId, g.Key.Key, Sum = g.Sum(c => c.Value) }).ToListAsync();
        var shown = await counted.Where(c => c.Day >= first && c.Day <= month).Select(c => new { c.UnitId, c.Key, c.Day, c.Value }).ToListAsync();
        var moved = before.Select(b => (b.UnitId, b.Key, Month: first.AddDays(-1), Count: b.Sum)).Concat(shown.Select(s => (s.UnitId, s.Key, Month: s.Day, Count: s.Value)))
            .Where(m => !keys[m.Key].Apart || cleared.Contains(m.UnitId)).Select(m => new Moved(m.UnitId, keys[m.Key].Kind, keys[m.Key].Part, m.Month, m.Count)).ToList();
        var mine = await db.Set<Stay>().AsNoTracking().Where(s => ids.Contains(s.UnitId) && s.Month <= month && db.Set<Recusal>().Any(r => r.CaseId == s.CaseId && r.PersonId == me)).ToListAsync();
        foreach (var stay in mine.Where(s => !s.Apart || cleared.Contains(s.UnitId)))
        {
            foreach (var part in (string[])[CaseStays.Part(stay.Channel), CaseStays.Part(stay.Category)])
            {
                moved.Add(new(stay.UnitId, stay.Began, part, stay.Month, -1));
                if (stay is { Ended: { } ended, LeftMonth: { } left }) moved.Add(new(stay.UnitId, ended, part, left, -1));
            }
        }

        return moved;
    }

    private async Task<List<(long UnitId, bool Out, DateOnly Month, long Count)>> Copies(IReadOnlyList<UnitInfo> units, DateOnly month)
    {
        var (ids, first) = (units.Select(u => u.Id).ToList(), month.AddMonths(1 - Shown));
        var cleared = units.Where(u => FigureList.Cleared(current.Actor, u)).Select(u => u.Id).ToHashSet();
        string[] names = [CopiedIn, CopiedOut, CopiedIn + Private, CopiedOut + Private];
        var rows = await db.Set<Counter>().Where(c => names.Contains(c.Key) && ids.Contains(c.UnitId) && c.Day >= first && c.Day <= month).Select(c => new { c.Key, c.UnitId, c.Day, c.Value }).ToListAsync();
        return [.. rows.Where(r => !r.Key.EndsWith(Private, StringComparison.Ordinal) || cleared.Contains(r.UnitId)).Select(r => (r.UnitId, r.Key.StartsWith(CopiedOut, StringComparison.Ordinal), r.Day, r.Value))];
    }

    private static Copied Copies(List<(long UnitId, bool Out, DateOnly Month, long Count)> copied, long unit, DateOnly month) =>
        new(copied.Where(c => c.UnitId == unit && c.Month == month && !c.Out).Sum(c => c.Count), copied.Where(c => c.UnitId == unit && c.Month == month && c.Out).Sum(c => c.Count));
}
