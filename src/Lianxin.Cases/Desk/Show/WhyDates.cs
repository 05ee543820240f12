using Lianxin.Cases.Desk.Queue;
using Lianxin.Cases.Model;
using Lianxin.Platform.Calendar;
using Lianxin.Platform.Text;

namespace Lianxin.Cases.Desk.Show;

/// <summary>One date laid open: from when, in which terms, through which steps.</summary>
public sealed record WhyDate(string Clock, DateTime Start, IReadOnlyList<Term> Terms, IReadOnlyList<DueResult> Counted, DateTime Due)
{
    /// <summary>Why it is another date than the count gives, where somebody approved one.</summary>
    public IReadOnlyList<Sentence> Notes { get; init; } = [];
}

/// <summary>Why a date is what it is, counted again from what is stored.</summary>
internal static class WhyDates
{
    /// <param name="clock"><c>promise</c>, <c>kind</c>, or the id of a dispatch, of a promise or of a call.</param>
    public static async Task<WhyDate?> Of(CaseSeen seen, string clock, Deadlines deadlines)
    {
        var file = seen.File;
        if (clock == "promise") return await Promise(seen, seen.Promises.LastOrDefault(), "promise", deadlines);
        if (clock == "kind") return file is { KindStart: { } start, KindDue: { } own } ? await Count("kind", start, file.KindParts, file.AcceptUnitId, own, deadlines) : null;
        if (!long.TryParse(clock, out var id)) return null;
        if (seen.Orders.FirstOrDefault(o => o.Id == id) is { } order)
            return new WhyDate("order", order.At, [], [], order.Due) { Notes = [new("{0}的批示定的时间", order.Signer)] };
        if (seen.Calls.FirstOrDefault(c => c.Id == id) is { } call) return await Count("call", call.At, call.DueParts, call.UnitId, call.Due, deadlines);
        if (seen.Promises.FirstOrDefault(p => p.Id == id) is { } made) return await Promise(seen, made, made == seen.Promises[^1] ? "promise" : "promised-before", deadlines);
        return seen.Dispatches.FirstOrDefault(d => d.Id == id) is { } part ? await Part(seen, part, deadlines) : null;
    }

    /// <summary>Until when a ticket may be given back, of each of its numbers that says so; by the calendar of the day it came.</summary>
    public static async Task<IReadOnlyDictionary<long, WhyDate>> Returns(CaseSeen seen, Deadlines deadlines)
    {
        var whys = new Dictionary<long, WhyDate>();
        foreach (var outer in seen.Outers.Where(o => o.ReturnBy is not null))
        {
            var (from, until) = (outer.ReturnFrom ?? outer.At, outer.ReturnBy!.Value);
            var why = await Count("return", from, outer.ReturnParts, seen.File.AcceptUnitId, until, await deadlines.AsOf(from > outer.At ? from : outer.At));
            whys[outer.Id] = outer.ReturnParts.Length > 0 ? why : why with { Notes = [new("工单上写的，或者登记的人填的")] };
        }

        return whys;
    }

    private static async Task<WhyDate> Promise(CaseSeen seen, Promised? made, string clock, Deadlines deadlines)
    {
        var file = seen.File;
        // What was promised before is counted by the calendar of then, so that its steps lead to its date.
        if (clock == "promised-before") deadlines = await deadlines.AsOf(made!.At);
        if (made is null) return await Count(clock, file.PromiseStart, file.PromiseParts, file.AcceptUnitId, file.PromiseDue, deadlines);
        var why = await Count(clock, made.Start, made.Parts, made.UnitId, made.Due, deadlines);
        if (made.Parts.Length > 0) return why;
        return why with
        {
            Notes = [Made(seen, made) is var how && how == PromiseWhy.Outer ? new("来源单位有自己的期限，这个时间定得比它早，留出把答复转回去的时间") : new("不是按时限算的：{0}", new Sentence(CaseNames.Of(how)))],
        };
    }

    /// <summary>How a promise came about, whatever was counted again since.</summary>
    private static PromiseWhy Made(CaseSeen seen, Promised made) => seen.Promises.LastOrDefault(p => p.Id <= made.Id && p.Why != PromiseWhy.Calendar)?.Why ?? made.Why;

    private static async Task<WhyDate> Part(CaseSeen seen, Model.Dispatch part, Deadlines deadlines)
    {
        var pauses = seen.Pauses(part);
        IReadOnlyList<Sentence> notes =
        [
            .. seen.Pleas.Where(p => p.Kind == PleaKind.Extension && p.DispatchId == part.Id && p.Upheld == true)
                .Select(p => new Sentence("{0}批准延期到{1}", Shanghai.Text(p.DecidedAt!.Value), Shanghai.Deadline(p.Until!.Value))),
            .. pauses.Select(p => new Sentence("{0}到{1}挂账，不计时", Shanghai.Text(p.From), Shanghai.Text(p.To))),
        ];
        if (part.DueParts.Length > 0)
        {
            var why = await Count("unit", part.At, part.DueParts, part.GivenTo, part.Due, deadlines, part.FixedDue is null ? pauses : null);
            if (notes.Count == 0 && part.Due == seen.File.PromiseDue && why.Counted[^1].Due > part.Due) notes = [new("按时限能算到更晚，但不能晚于承诺答复的时间")];
            return why with { Notes = notes };
        }

        var made = seen.Promises.LastOrDefault(p => p.Due == (part.FixedDue ?? part.Due));
        return await Promise(seen, made, "as-promised", deadlines) with { Due = part.Due, Notes = notes };
    }

    private static async Task<WhyDate> Count(string clock, DateTime start, string parts, long unitId, DateTime due, Deadlines deadlines, IReadOnlyList<Pause>? pauses = null)
    {
        var terms = Term.Read(parts);
        return new WhyDate(clock, start, terms, await deadlines.Steps(start, unitId, terms, pauses), due);
    }
}
