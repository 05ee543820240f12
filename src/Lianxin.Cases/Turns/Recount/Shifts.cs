using Lianxin.Cases.Model;
using Lianxin.Cases.Turns.Outer;
using Lianxin.Platform.Text;

namespace Lianxin.Cases.Turns.Recount;

/// <summary>One date, and where the calendar puts it now.</summary>
internal sealed record DateShift(DateClock Clock, long PartId, long UnitId, DateTime Was, DateTime Due)
{
    /// <summary>Which date, as people say it.</summary>
    public static Sentence Name(DateClock clock, string unit) => clock switch
    {
        DateClock.Promise => new("承诺答复的时间"),
        DateClock.Kind => new("办理方式的时限"),
        DateClock.Arrival => new("{0}到场的时间", unit),
        _ => new("{0}的办理时限", unit),
    };
}

/// <summary>
/// Counts the dates of a case again from start and terms. A date moves from what lies ahead to what lies ahead: one that
/// has passed stays, and nobody is made late by a calendar. What was set by approval, a leader or the source is no count.
/// </summary>
internal sealed class Shifts(Deadlines deadlines, OuterClock outer, IReadOnlySet<long> units, DateTime now)
{
    public async Task<IReadOnlyList<DateShift>> Of(RunningClocks clocks)
    {
        var file = clocks.File;
        var moved = new List<DateShift>();
        var counted = new Dictionary<long, DateTime>();
        foreach (var part in clocks.Parts.Where(p => units.Contains(p.GivenTo))) await Count(clocks, part, counted);
        var promise = Ahead(file.PromiseDue, await Promise(clocks, counted));
        // A part may not end after the promise, wherever it is handled.
        if (promise != file.PromiseDue) foreach (var part in clocks.Parts) await Count(clocks, part, counted);
        Add(DateClock.Promise, 0, clocks.PromiseUnit, file.PromiseDue, promise);
        foreach (var part in clocks.Parts) Add(DateClock.Part, part.Id, part.UnitId, part.Due, Ahead(part.Due, Part(clocks, part, counted, promise)));
        if (file is { KindStart: { } start, KindDue: { } kind } && units.Contains(file.AcceptUnitId))
            Add(DateClock.Kind, 0, file.AcceptUnitId, kind, Ahead(kind, await From(start, file.AcceptUnitId, file.KindParts)));
        foreach (var call in clocks.Calls.Where(a => units.Contains(a.UnitId)))
            Add(DateClock.Arrival, call.Id, call.UnitId, call.Due, Ahead(call.Due, await From(call.At, call.UnitId, call.DueParts)));
        return moved;

        void Add(DateClock clock, long partId, long unitId, DateTime was, DateTime due)
        {
            if (was != due) moved.Add(new DateShift(clock, partId, unitId, was, due));
        }
    }

    private DateTime Ahead(DateTime was, DateTime due) => was > now && due > now ? due : was;

    private async Task Count(RunningClocks clocks, Model.Dispatch part, Dictionary<long, DateTime> counted)
    {
        if ((part.DueParts.Length > 0 || part.FixedDue is not null) && !counted.ContainsKey(part.Id)) counted[part.Id] = await deadlines.Held(part, clocks.Pauses(part));
    }

    private async Task<DateTime> Promise(RunningClocks clocks, Dictionary<long, DateTime> counted)
    {
        var file = clocks.File;
        var bySource = clocks.Made is PromiseWhy.Taken or PromiseWhy.Classified or PromiseWhy.Outer or PromiseWhy.SentAgain;
        var inner = bySource && units.Contains(clocks.PromiseUnit) ? await outer.Inner(clocks.Outer, clocks.PromiseUnit) : null;
        if (file.PromiseParts.Length > 0)
        {
            if (!units.Contains(clocks.PromiseUnit)) return file.PromiseDue;
            var due = await From(file.PromiseStart, clocks.PromiseUnit, file.PromiseParts);
            return inner < due ? inner.Value : due;
        }

        // Where even our own day before the source's has passed, there is nothing left to set earlier.
        if (clocks.Made == PromiseWhy.Outer) return inner is { } own && own != clocks.Outer ? own : file.PromiseDue;
        // An approved date follows the part it was approved for.
        return clocks.Parts.FirstOrDefault(p => p.Due == file.PromiseDue && counted.ContainsKey(p.Id)) is { } part ? counted[part.Id] : file.PromiseDue;
    }

    private DateTime Part(RunningClocks clocks, Model.Dispatch part, Dictionary<long, DateTime> counted, DateTime promise)
    {
        if (part is { DueParts.Length: 0, FixedDue: null }) return part.Due == clocks.File.PromiseDue ? promise : part.Due;
        if (!counted.TryGetValue(part.Id, out var due)) return part.Due;
        return part.FixedDue is null && clocks.Pauses(part).Count == 0 && due > promise && promise > now ? promise : due;
    }

    private async Task<DateTime> From(DateTime start, long unitId, string parts) => (await deadlines.From(start, unitId, Term.Read(parts))).Due;
}
