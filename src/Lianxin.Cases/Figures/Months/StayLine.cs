using Lianxin.Cases.Figures.Rates;
using Lianxin.Cases.Model;
using Lianxin.Platform.Access;
using Lianxin.Platform.Calendar;

namespace Lianxin.Cases.Figures.Months;

/// <summary>A time over which a case stood open; without end while it does.</summary>
/// <param name="By">What opened it again.</param>
internal sealed record Span(DateTime From, StayKind Began, DateTime? To, StayKind? Ended, EntryKind? By = null);

/// <summary>The same at one unit.</summary>
internal sealed record Held(long Leaf, Span Span);

/// <summary>From a case's timeline and parts: when it stood open, with whom, and in which months that counts.</summary>
internal static class StayLine
{
    /// <summary>A part ends a moment before the line that ends the case is written.</summary>
    private static readonly TimeSpan SameAct = TimeSpan.FromMinutes(1);

    private static readonly EntryKind[] Opening = [.. CaseKnown.Opening, EntryKind.Resumed];

    public static IEnumerable<Stay> Of(CaseKnown known, UnitForest forest) =>
        Places(known).Concat(Leads(known))
            .SelectMany(held => forest.Upward(held.Leaf, held.Span.From).Where(u => known.Scope.Contains(u.Id)).Select(u => (u.Id, held.Span)))
            .GroupBy(h => h.Id, h => h.Span)
            .SelectMany(unit => Months(Whole(unit)).Select(m => new Stay
            {
                CaseId = known.File.Id, UnitId = unit.Key, Month = m.From, Began = m.Began, LeftMonth = m.To, Ended = m.Ended,
                Category = known.File.Category, Channel = known.File.Channel, Apart = known.File.Private,
            }));

    /// <summary>When it stood open at all.</summary>
    private static IEnumerable<Span> Open(CaseKnown known)
    {
        var (open, explained) = (new Span(known.File.At, StayKind.New, null, null), false);
        foreach (var (kind, at) in known.Lines)
        {
            if (kind is EntryKind.Explained or EntryKind.Done) explained = kind == EntryKind.Explained;
            else if (open is { To: null } && Ending(kind, explained) is { } ended) yield return open = open with { To = at, Ended = ended };
            else if (open is { To: not null } && Opening.Contains(kind)) (open, explained) = (new(at, StayKind.Reopened, null, null, kind), false);
        }

        if (open is { To: null }) yield return open;
    }

    private static StayKind? Ending(EntryKind kind, bool explained) => kind switch
    {
        EntryKind.Replied or EntryKind.Settled => explained ? StayKind.Explained : StayKind.Done,
        EntryKind.Returned => StayKind.Returned,
        EntryKind.Redirected => StayKind.Redirected,
        EntryKind.Withdrawn => StayKind.Withdrawn,
        EntryKind.Voided => StayKind.Voided,
        EntryKind.ReopeningRefused => StayKind.Refused,
        _ => null,
    };

    /// <summary>Where it happened; before units changed that was the place of then.</summary>
    private static IEnumerable<Held> Places(CaseKnown known) =>
        Open(known).SelectMany(span => Cut(known, span, known.File.FormerPlaceUnitId ?? known.File.PlaceUnitId, known.File.PlaceUnitId));

    /// <summary>Whoever has the lead, from when it was sent to them; a decision in the reporter's favour gives it back to the last of them.</summary>
    private static IEnumerable<Held> Leads(CaseKnown known)
    {
        foreach (var span in Open(known))
        {
            var sent = known.AllLeads.Where(d => d.At >= span.From && (span.To is null || d.At <= span.To));
            if (span.By == EntryKind.AppealGranted && known.AllLeads.LastOrDefault(d => d.At < span.From) is { } last && (last.EndedAt is null || last.EndedAt > span.From)) sent = sent.Prepend(last);
            foreach (var part in sent)
            {
                var (from, began) = part.At < span.From ? (span.From, span.Began) : (part.At, StayKind.Came);
                var stood = part.EndedAt is { } gone && (span.To is null || gone < span.To.Value - SameAct) ? new Span(from, began, gone, StayKind.Passed) : new Span(from, began, span.To, span.Ended);
                foreach (var held in Cut(known, stood, part.GivenTo, part.UnitId)) yield return held;
            }
        }
    }

    /// <summary>In two where the case was handed over to whoever took a unit's affairs over.</summary>
    private static IEnumerable<Held> Cut(CaseKnown known, Span span, long before, long after)
    {
        if (known.File.HandedAt is not { } handed || handed <= span.From) return [new(known.File.HandedAt is null ? before : after, span)];
        return span.To <= handed ? [new(before, span)]
            : [new(before, span with { To = handed, Ended = StayKind.Passed }), new(after, span with { From = handed, Began = StayKind.Came })];
    }

    /// <summary>What touches is one.</summary>
    private static IEnumerable<Span> Whole(IEnumerable<Span> spans)
    {
        Span? whole = null;
        foreach (var span in spans.OrderBy(s => s.From).ThenBy(s => s.Began))
        {
            if (whole is null) whole = span;
            else if (whole.To is { } end && span.From > end)
            {
                yield return whole;
                whole = span;
            }
            else if (whole.To is { } to && (span.To is null || span.To > to || (span.To == to && whole.Ended == StayKind.Passed))) whole = whole with { To = span.To, Ended = span.Ended };
        }

        if (whole is not null) yield return whole;
    }

    private static List<(DateOnly From, StayKind Began, DateOnly? To, StayKind? Ended)> Months(IEnumerable<Span> spans)
    {
        var months = new List<(DateOnly From, StayKind Began, DateOnly? To, StayKind? Ended)>();
        foreach (var span in spans)
        {
            var (from, to) = (Month(span.From), span.To is { } end ? Month(end) : (DateOnly?)null);
            if (months is [.., var last] && last.To >= from) months[^1] = (last.From, last.Began, to, span.Ended);
            else months.Add((from, span.Began, to, span.Ended));
        }

        return months;
    }

    private static DateOnly Month(DateTime at) => Shanghai.Date(at) is var day ? new(day.Year, day.Month, 1) : default;
}
