using Lianxin.Cases.Model;
using Lianxin.Platform.Calendar;

namespace Lianxin.Cases.Browse;

/// <summary>One date laid open: from when, in which terms, through which steps.</summary>
public sealed record WhyDate(string Clock, DateTime Start, IReadOnlyList<Term> Terms, IReadOnlyList<DueResult> Counted, DateTime Due);

/// <summary>Why a date is what it is, counted again from what is stored.</summary>
internal static class WhyDates
{
    /// <param name="clock"><c>promise</c>, <c>kind</c>, or the id of a dispatch or of a promise.</param>
    public static async Task<WhyDate?> Of(CaseSeen seen, string clock, Deadlines deadlines)
    {
        var file = seen.File;
        if (clock == "promise") return await Count("promise", file.PromiseStart, file.PromiseParts, seen.Promises.LastOrDefault()?.UnitId ?? file.AcceptUnitId, file.PromiseDue, deadlines);
        if (clock == "kind") return file is { KindStart: { } start, KindDue: { } own } ? await Count("kind", start, file.KindParts, file.AcceptUnitId, own, deadlines) : null;
        if (!long.TryParse(clock, out var id)) return null;
        if (seen.Promises.FirstOrDefault(p => p.Id == id) is { } made)
            return await Count(made == seen.Promises[^1] ? "promise" : "promised-before", made.Start, made.Parts, made.UnitId, made.Due, deadlines);
        if ( seen.Dispatches.FirstOrDefault(d => d.Id == id) is not { } part) return null;
        return part.DueParts.Length > 0
            ? await Count("unit", part.At, part.DueParts, part.UnitId, part.Due, deadlines)
            : await Count("as-promised", file.PromiseStart, file.PromiseParts, seen.Promises.LastOrDefault()?.UnitId ?? file.AcceptUnitId, part.Due, deadlines);
    }

    private static async Task<WhyDate> Count(string clock, DateTime start, string parts, long unitId, DateTime due, Deadlines deadlines)
    {
        var terms = Term.Read(parts);
        return new WhyDate(clock, start, terms, await deadlines.Steps(start, unitId, terms), due);
    }
}
