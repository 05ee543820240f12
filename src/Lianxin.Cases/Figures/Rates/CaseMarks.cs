using Lianxin.Cases.Catalog;
using Lianxin.Cases.Figures.Months;
using Lianxin.Cases.Model;
using Lianxin.Platform.Access;
using Lianxin.Platform.Calendar;
using Lianxin.Platform.Counters;
using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Cases.Figures.Rates;

/// <summary>
/// Counts a case anew: what it counts as follows from the case as it stands, so it does not matter in which order events
/// arrive or how often. Only the difference to what was counted before moves counters, and a mark for each stays behind.
/// </summary>
internal sealed class CaseMarks(AppDb db, UnitTree tree, CaseBook book, Deadlines deadlines, CaseStays stays)
{
    /// <summary>The counter a fact moves, apart for private cases.</summary>
    public static string Key(CaseFact fact, long rulesId, bool apart) => $"cases.fact:{fact}:{rulesId}{(apart ? ".private" : "")}";

    /// <summary>With the save the caller makes.</summary>
    public async Task Renew(long caseId)
    {
        if (await CaseKnown.Read(db, caseId) is not { } known) return;
        await stays.Renew(known);
        var had = await db.Set<Mark>().Where(m => m.CaseId == caseId).ToListAsync();
        var wanted = await Wanted(known, had);
        foreach (var fact in had.Concat(wanted).Select(m => (m.Fact, m.UnitId)).Distinct())
        {
            var (old, fresh) = (had.Find(m => (m.Fact, m.UnitId) == fact), wanted.Find(m => (m.Fact, m.UnitId) == fact));
            if (old is not null && fresh is not null && Same(old, fresh)) continue;
            if (old is not null) Move(old, -1);
            if (fresh is not null) Move(fresh, 1);
            if (old is null) db.Add(fresh!);
            else if (fresh is null) db.Remove(old);
            else db.Entry(old).CurrentValues.SetValues(fresh);
        }
    }

    private void Move(Mark mark, int by) => Tally.Move(db, Key(mark.Fact, mark.RulesId, mark.Apart), [mark.UnitId], mark.Day, by);

    private async Task<List<Mark>> Wanted(CaseKnown known, List<Mark> had)
    {
        var forest = await tree.Read();
        var chapter = await book.Of(known.File.AcceptUnitId);
        var marks = new List<Mark>();
        foreach (var counted in known.Facts(day => chapter?.RatesOn(day) ?? RateRules.Ours))
        {
            var day = Shanghai.Date(counted.At);
            var rules = chapter?.RatesOn(day) ?? RateRules.Ours;
            var (fact, until) = (counted.Fact, (DateTime?)null);
            if (counted.Part is { } part && fact == CaseFact.Waiting)
            {
                // What was signed for is judged by the calendar of that moment, whatever is changed in it later.
                var counting = part.SignedAt is { } then ? await deadlines.AsOf(then) : deadlines;
                until = (await counting.From(part.At, part.GivenTo, rules.Respond)).Due;
                if (part.SignedAt is { } signed) (fact, until) = (signed <= until ? CaseFact.InTime : CaseFact.Late, null);
            }

            foreach (var (unit, leaf) in Units(known, counted, had.Where(m => m.Fact == fact && m.Day == day), forest))
                marks.Add(new Mark { CaseId = known.File.Id, Fact = fact, UnitId = unit, LeafId = leaf, Day = day, RulesId = rules.Id, Apart = known.File.Private, Until = until });
        }

        return marks;
    }

    /// <summary>
    /// The place and the lead with all above them, as far as they know of the case. What was counted on that day stays
    /// with the units of that day, wherever they stand in the tree by now.
    /// </summary>
    private static IEnumerable<(long Unit, long Leaf)> Units(CaseKnown known, Counted counted, IEnumerable<Mark> had, UnitForest forest)
    {
        var leaves = counted.Alone is { } alone ? [alone] : known.Leaves(counted.At);
        var units = had.Where(m => leaves.Contains(m.LeafId)).ToDictionary(m => m.UnitId, m => m.LeafId);
        foreach (var leaf in leaves.Where(l => !units.ContainsValue(l)))
        {
            foreach (var unit in counted.Alone is null ? forest.Upward(leaf, counted.At).Select(u => u.Id) : [leaf]) units.TryAdd(unit, leaf);
        }

        return units.Where(u => known.Scope.Contains(u.Key)).Select(u => (u.Key, u.Value));
    }

    private static bool Same(Mark a, Mark b) =>
        (a.Fact, a.UnitId, a.LeafId, a.Day, a.RulesId, a.Apart, a.Until) == (b.Fact, b.UnitId, b.LeafId, b.Day, b.RulesId, b.Apart, b.Until);
}
