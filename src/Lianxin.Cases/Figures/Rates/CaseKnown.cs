using Lianxin.Cases.Catalog;
using Lianxin.Cases.Model;
using Lianxin.Platform.Calendar;
using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Cases.Figures.Rates;

/// <summary>One thing a case counts as.</summary>
/// <param name="Part">Of <see cref="CaseFact.Waiting"/>: the lead's part, whose receipt says what became of it.</param>
/// <param name="Alone">The one unit it counts for.</param>
internal sealed record Counted(CaseFact Fact, DateTime At, Model.Dispatch? Part = null, long? Alone = null);

/// <summary>What of a case the figures follow from.</summary>
/// <param name="AllLeads">Whoever had the lead, of every round.</param>
internal sealed record CaseKnown(Case File, IReadOnlyList<Model.Dispatch> AllLeads, IReadOnlySet<long> Upheld, IReadOnlyList<(EntryKind Kind, DateTime At)> Lines, Rating? Rating, IReadOnlyList<Revisit> Calls, IReadOnlySet<long> Scope)
{
    private static readonly EntryKind[] Closing = [EntryKind.Replied, EntryKind.Settled, EntryKind.Returned, EntryKind.Redirected];
    public static readonly EntryKind[] Opening = [EntryKind.Reopened, EntryKind.AppealGranted, EntryKind.ReviewGranted, EntryKind.SentAgain];
    private static readonly EntryKind[] Telling = [.. Closing, .. Opening, EntryKind.Explained, EntryKind.Done, EntryKind.Withdrawn, EntryKind.Resumed, EntryKind.Voided, EntryKind.ReopeningRefused];

    private IEnumerable<Model.Dispatch> Leads => AllLeads.Where(d => d.Round == 0);

    /// <summary>The lead of the first round; of a case that was dropped the one it was taken from.</summary>
    private Model.Dispatch? Lead => Leads.LastOrDefault(d => d.State != DispatchState.Ended || (Dropped && !Upheld.Contains(d.Id)));

    /// <summary>Place and lead as they were at a moment: what was counted before units changed stays with those of that day.</summary>
    public IReadOnlyList<long> Leaves(DateTime at)
    {
        var (place, lead) = (File.PlaceAt(at), at <= File.HandedAt ? Lead?.GivenTo : Lead?.UnitId);
        return lead is { } unit && unit != place ? [place, unit] : [place];
    }

    private bool Dropped => File.Status is CaseStatus.Withdrawn or CaseStatus.Voided;

    public static async Task<CaseKnown?> Read(AppDb db, long id)
    {
        if (await db.Set<Case>().AsNoTracking().FirstOrDefaultAsync(c => c.Id == id) is not { } file) return null;
        var lines = await db.Set<Entry>().Where(e => e.CaseId == id && Telling.Contains(e.Kind)).OrderBy(e => e.Id).Select(e => new { e.Kind, e.At }).ToListAsync();
        return new(
            file,
            await db.Set<Model.Dispatch>().AsNoTracking().Where(d => d.CaseId == id && d.Lead).OrderBy(d => d.Id).ToListAsync(),
            (await db.Set<Plea>().Where(p => p.CaseId == id && p.Kind == PleaKind.Objection && p.Upheld == true && p.DispatchId != null).Select(p => p.DispatchId!.Value).ToListAsync()).ToHashSet(),
            [.. lines.Select(l => (l.Kind, l.At))],
            await db.Set<Rating>().AsNoTracking().FirstOrDefaultAsync(r => r.CaseId == id && r.Round == 0),
            await db.Set<Revisit>().AsNoTracking().Where(c => c.CaseId == id && c.Result != null).OrderBy(c => c.Id).ToListAsync(),
            (await db.Set<Scope>().Where(s => s.CaseId == id).Select(s => s.UnitId).ToListAsync()).ToHashSet());
    }

    /// <param name="rules">The formulas that hold for a day.</param>
    public IEnumerable<Counted> Facts(Func<DateOnly, RateRules> rules)
    {
        yield return new(CaseFact.New, File.At);
        if (Lead is { } lead) yield return Dropped ? new(CaseFact.Dropped, lead.At) : new(CaseFact.Waiting, lead.At, lead);
        foreach (var wrong in Leads.Where(d => Upheld.Contains(d.Id) && d.UnitId != Lead?.UnitId).DistinctBy(d => d.UnitId)) yield return new(CaseFact.Objected, wrong.At, Alone: wrong.UnitId);
        if (Lines.FirstOrDefault(l => Opening.Contains(l.Kind)) is { At.Ticks: > 0 } opened) yield return new(CaseFact.Reopened, opened.At);
        if (Calls.FirstOrDefault(c => c.Result == RevisitResult.Unsolved) is { } call) yield return new(CaseFact.RevisitUnsolved, call.At!.Value);
        if (Dropped || Lines.FirstOrDefault(l => Closing.Contains(l.Kind)) is not { At.Ticks: > 0 } closed) yield break;
        yield return new(CaseFact.Closed, closed.At);
        yield return new(Verdict(closed.Kind, rules(Shanghai.Date(closed.At))), closed.At);
    }

    /// <summary>What was said of the first round, on the phone rather than before; or why nothing was.</summary>
    private CaseFact Verdict(EntryKind closed, RateRules rules)
    {
        if (closed is EntryKind.Returned) return CaseFact.Returned;
        if (closed is EntryKind.Redirected) return CaseFact.Redirected;
        var called = Calls.LastOrDefault(c => c.Round == 0)?.Result;
        var said = called switch
        {
            RevisitResult.Satisfied => CaseFact.Satisfied,
            RevisitResult.Basic => CaseFact.Basic,
            RevisitResult.Dissatisfied => CaseFact.Dissatisfied,
            RevisitResult.Unsolved => CaseFact.Unsolved,
            _ => Rating is null ? (CaseFact?)null : Rated(Rating, rules),
        };
        if (said is not { } verdict) return called switch { RevisitResult.Unreached => CaseFact.Unreached, RevisitResult.Declined => CaseFact.Declined, _ => CaseFact.Unrated };
        return !Explained ? verdict : verdict switch
        {
            CaseFact.Satisfied => CaseFact.ExplainedSatisfied,
            CaseFact.Basic => CaseFact.ExplainedBasic,
            CaseFact.Dissatisfied => CaseFact.ExplainedDissatisfied,
            _ => CaseFact.ExplainedUnsolved,
        };
    }

    private static CaseFact Rated(Rating rating, RateRules rules) => rating switch
    {
        { Solved: false } => CaseFact.Unsolved,
        { Grade: { } grade } => Enum.Parse<CaseFact>(grade.ToString()),
        _ => rating.Reaches(rules.SatisfiedFrom) ? CaseFact.Satisfied : rating.Reaches(rules.BasicFrom) ? CaseFact.Basic : CaseFact.Dissatisfied,
    };

    /// <summary>The first answer was the reason why it cannot be done.</summary>
    private bool Explained => Lines.TakeWhile(l => !Closing.Contains(l.Kind)).LastOrDefault(l => l.Kind is EntryKind.Explained or EntryKind.Done).Kind == EntryKind.Explained;
}
