using Lianxin.Cases.Admin.Packs;
using Lianxin.Cases.Catalog;
using Lianxin.Cases.Model;
using Lianxin.Cases.WaysIn.Answers;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Counters;
using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Cases.Figures.Rates;

/// <summary>A rate with everything it was counted from.</summary>
/// <param name="Hundredths">What stands above the line, in hundredths of a case.</param>
/// <param name="Below">What stands below it; 0 has no rate.</param>
public sealed record RateFigure(RateKey Key, long Hundredths, long Below, IReadOnlyDictionary<CaseFact, long> Counts)
{
    /// <summary>88.0; null where nothing was counted, never 100.</summary>
    public decimal? Percent => Below == 0 ? null : Math.Round((decimal)Hundredths / Below, 1, MidpointRounding.AwayFromZero);

    public string Above => (Hundredths / 100m).ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>The figures of one unit.</summary>
public sealed record UnitFigures(UnitInfo Unit, IReadOnlyDictionary<CaseFact, long> Counts, IReadOnlyDictionary<RateKey, RateFigure> Rates)
{
    public long Of(CaseFact fact) => Counts.GetValueOrDefault(fact);

    public bool Empty => Counts.Values.All(c => c == 0);
}

/// <summary>Figures of units over days, from the counters; private cases for cleared posts alone.</summary>
internal sealed class FigureBook(AppDb db, CurrentActor current, CaseBook book, Clock clock)
{
    private static readonly CaseFact[] All = Enum.GetValues<CaseFact>();

    /// <summary>The versions of the formulas that hold for the days, of the unit's own installation.</summary>
    public async Task<IReadOnlyList<RateRules>> Rules(UnitInfo unit, Period period)
    {
        if (await book.Of(unit.Id) is not { } chapter) return [RateRules.Ours];
        var first = chapter.RatesOn(period.From);
        var last = chapter.RatesOn(period.To);
        return [.. chapter.Rates.Append(RateRules.Ours).Where(r => r.Id == first.Id || r.Id == last.Id || (r.From > period.From && r.From <= period.To && chapter.RatesOn(r.From).Id == r.Id)).OrderBy(r => r.Number)];
    }

    /// <summary>Calls answered at once (当场解答), for which no case was opened.</summary>
    public Task<long> Answered(UnitInfo unit, Period period) => Tally.Sum(db, AnswerBook.Counted, unit.Id, period.From, period.To);

    public async Task<IReadOnlyList<UnitFigures>> Read(IReadOnlyList<UnitInfo> units, Period period)
    {
        var rules = (await book.Rates()).ToList();
        var keys = (from fact in All from rule in rules from apart in (bool[])[false, true] select (Key: CaseMarks.Key(fact, rule.Id, apart), Fact: fact, Rule: rule, Apart: apart)).ToDictionary(k => k.Key);
        var ids = units.Select(u => u.Id).ToList();
        var names = keys.Keys.ToList();
        var sums = await db.Set<Counter>().Where(c => names.Contains(c.Key) && ids.Contains(c.UnitId) && c.Day >= period.From && c.Day <= period.To)
            .GroupBy(c => new { c.UnitId, c.Key }).Select(g => new { g.Key.UnitId, g.Key.Key, Sum = g.Sum(c => c.Value) }).ToListAsync();
        var counts = sums.Select(s => (s.UnitId, keys[s.Key].Fact, keys[s.Key].Rule, keys[s.Key].Apart, Count: s.Sum)).ToList();
        await Less(counts, ids, period, rules);
        await TurnLate(counts, ids, period, rules);
        return [.. units.Select(unit => Of(unit, counts.Where(c => c.UnitId == unit.Id && (!c.Apart || FigureList.Cleared(current.Actor, unit))).Select(c => (c.Fact, c.Rule, c.Count)).ToList()))];
    }

    /// <summary>Whoever keeps out of a case (回避) finds it in no list, so it is in no figure of theirs either.</summary>
    private async Task Less(List<(long UnitId, CaseFact Fact, RateRules Rule, bool Apart, long Count)> counts, List<long> ids, Period period, List<RateRules> rules)
    {
        var me = current.Actor.PersonId ?? 0;
        var marks = await db.Set<Mark>().Where(m => ids.Contains(m.UnitId) && m.Day >= period.From && m.Day <= period.To && db.Set<Recusal>().Any(r => r.CaseId == m.CaseId && r.PersonId == me))
            .Select(m => new { m.UnitId, m.Fact, m.RulesId, m.Apart }).ToListAsync();
        counts.AddRange(marks.Select(m => (m.UnitId, m.Fact, rules.Find(r => r.Id == m.RulesId) ?? RateRules.Ours, m.Apart, -1L)));
    }

    /// <summary>What nobody confirmed turns late by the clock: one indexed look over what is still awaited.</summary>
    private async Task TurnLate(List<(long UnitId, CaseFact Fact, RateRules Rule, bool Apart, long Count)> counts, List<long> ids, Period period, List<RateRules> rules)
    {
        var (now, me) = (clock.Now, current.Actor.PersonId ?? 0);
        var late = await db.Set<Mark>().Where(m => ids.Contains(m.UnitId) && m.Fact == CaseFact.Waiting && m.Day >= period.From && m.Day <= period.To && m.Until < now && !db.Set<Recusal>().Any(r => r.CaseId == m.CaseId && r.PersonId == me))
            .GroupBy(m => new { m.UnitId, m.RulesId, m.Apart }).Select(g => new { g.Key.UnitId, g.Key.RulesId, g.Key.Apart, Count = g.LongCount() }).ToListAsync();
        foreach (var row in late)
        {
            var rule = rules.Find(r => r.Id == row.RulesId) ?? RateRules.Ours;
            counts.Add((row.UnitId, CaseFact.Waiting, rule, row.Apart, -row.Count));
            counts.Add((row.UnitId, CaseFact.Late, rule, row.Apart, row.Count));
        }
    }

    /// <summary>Each day's cases by the formulas of that day.</summary>
    private static UnitFigures Of(UnitInfo unit, List<(CaseFact Fact, RateRules Rule, long Count)> counts)
    {
        var rates = Enum.GetValues<RateKey>().Select(key =>
        {
            var (above, below) = (0L, 0L);
            foreach (var (fact, rule, count) in counts)
            {
                var rate = rule.Rate(key);
                above += rate.Full.Contains(fact) ? 100 * count : rate.Part.Contains(fact) ? rate.Percent * count : 0;
                below += rate.Below.Contains(fact) ? count : 0;
            }

            return new RateFigure(key, above, below, Sum(counts));
        });
        return new(unit, Sum(counts), rates.ToDictionary(r => r.Key));
    }

    private static Dictionary<CaseFact, long> Sum(IEnumerable<(CaseFact Fact, RateRules Rule, long Count)> counts) =>
        counts.GroupBy(c => c.Fact).ToDictionary(g => g.Key, g => g.Sum(c => c.Count));
}
