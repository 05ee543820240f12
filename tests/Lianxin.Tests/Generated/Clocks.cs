using Lianxin.Cases.Catalog;
using Lianxin.Cases.Model;
using Lianxin.Platform.Calendar;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Generated;

/// <summary>The dates a generated pack lays down, counted here from what it says.</summary>
internal sealed class Clocks(TestSite site, GeneratedPack pack, WorkCalendar? calendar = null)
{
    public DateTime After(Span term, DateTime start)
    {
        var (amount, unit) = term.Unit == "urgent-day" ? (term.Amount * 24, "urgent-hour") : (term.Amount, term.Unit);
        Assert.True(CountUnits.TryParse(unit, out var counted), unit);
        return DueClock.Add(start, amount, counted, calendar ?? WorkCalendar.Official).Sure().Due;
    }

    /// <summary>The promise of a case filed when it came in: the centre's allowance and the condition's limit, one after the other.</summary>
    public DateTime Promise(PlannedCondition condition, DateTime start) => After(condition.Limit, After(pack.Allowance, start));

    /// <summary>A unit's part runs to the condition's limit, or the kind's own clock where that is shorter, and never past the promise.</summary>
    public async Task Hold(Case file)
    {
        var (condition, kind) = await site.Look(async db => (
            (await db.Set<Condition>().FirstAsync(c => c.Id == file.ConditionId)).Key, (await db.Set<HandlingKind>().FirstAsync(k => k.Id == file.KindId)).Key));
        var part = await site.Look(db => db.Set<Dispatch>().AsNoTracking().Where(d => d.CaseId == file.Id && d.Lead).OrderBy(d => d.Id).LastAsync());
        var due = After(pack.Conditions.First(c => c.Key == condition).Limit, part.At);
        if (pack.Kinds.First(k => k.Key == kind).Clock is { } own && After(own, part.At) is var earlier && earlier < due) due = earlier;
        if (due > file.PromiseDue && file.PromiseDue > part.At) due = file.PromiseDue;
        Assert.True(due == part.Due, $"{pack}: {condition} handled as {kind} from {part.At} is due {part.Due} and not {due}");
    }
}
