using System.Globalization;
using Lianxin.Cases.Catalog;
using Lianxin.Cases.Desk.Queue;
using Lianxin.Cases.Desk.Show;
using Lianxin.Cases.Model;
using Lianxin.Cases.Resident.Track;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Lianxin.Platform.Files;
using Lianxin.Platform.Protection;
using Lianxin.Platform.Text;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Cases.Resident.Public;

/// <summary>The whole story of a case as its reporter reads it: plain words, who and when, nothing internal.</summary>
/// <param name="Unseen">Who cannot see it, in sentences; where there are any, the page names no place it went to.</param>
/// <param name="Seen">The case with its parts, for what the page works out of it; never shown as it is.</param>
public sealed record StoryView(
    Case File, string Place, string Responsible, string? ResponsiblePhone, Holder? Contact, string? Handling, IReadOnlyList<Sentence> Unseen, IReadOnlyList<Entry> Lines,
    IReadOnlyDictionary<long, IReadOnlyList<StoredFile>> Files, bool CanRate, IReadOnlyList<string> Axes, PleaKind? CanAppeal, string Category, WhyDate? Why, CaseSeen Seen)
{
    /// <summary>What was taken out of it, with the keys: it is the same reporter's.</summary>
    public IReadOnlyList<(string Number, string Code)> Splits { get; init; } = [];

    public IReadOnlyList<StepTime> Steps { get; init; } = [];

    /// <summary>By when an appeal or review that waits is decided.</summary>
    public DateTime? DecidedBy { get; init; }

    /// <summary>Every other date the page names, laid open below it, by the clock it belongs to; the unit whose clock it is, if it is one's.</summary>
    public IReadOnlyDictionary<long, (string? Unit, WhyDate Why)> Folds { get; init; } = new Dictionary<long, (string?, WhyDate)>();

    /// <summary>What came of it, told before anything else; null while it is in hand.</summary>
    public Entry? Answer => File.Open ? null : Lines.LastOrDefault(l => l.Words.Length > 0
        && l.Kind is EntryKind.Replied or EntryKind.Redirected or EntryKind.Returned or EntryKind.Voided or EntryKind.Settled or EntryKind.ReopeningRefused or EntryKind.ReviewRefused or EntryKind.AppealRefused);

    /// <summary>Where on the page the date a line names is laid open.</summary>
    public string? Fold(Entry line) => WhyLink.Clock(Seen, line) is not { } clock ? null
        : Folds.ContainsKey(clock) ? $"#why-{clock}" : Why is not null && StoryReader.Holds(Seen, clock) ? "#why" : null;
}

/// <summary>Reads a case for its reporter.</summary>
internal sealed class StoryReader(AppDb db, CaseDesk desk, PostBook posts, Contacts contacts, KeptFrom kept, Deadlines deadlines, Protector protector)
{
    public async Task<StoryView> Read(Case file)
    {
        var seen = await desk.See(file);
        var forest = seen.Forest;
        var lines = await db.Set<Entry>().AsNoTracking().Where(e => e.CaseId == file.Id && e.Public).OrderBy(e => e.Id).ToListAsync();
        // Another way of handling is nothing to the reporter as long as no date moves.
        lines.RemoveAll(l => l.Kind == EntryKind.KindSwitched && EntryText.Due(l) is null);
        var owners = lines.Select(l => l.Id).ToList();
        var files = await db.Set<StoredFile>().AsNoTracking()
            .Where(f => (f.OwnerKind == "case" && f.OwnerId == file.Id) || (f.OwnerKind == "case-entry" && owners.Contains(f.OwnerId))).ToListAsync();
        var asked = file.FirstAskedPersonId is { } first ? await db.Set<Person>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == first) : null;
        var accept = forest.Find(file.FirstAskedUnitId);
        var phone = asked?.WorkPhone ?? accept?.Phone ?? (await posts.At([file.FirstAskedUnitId], CasesAccess.Reply)).FirstOrDefault(h => h.WorkPhone is not null)?.WorkPhone;
        return new StoryView(
            file, forest.NameOf(file.PlaceUnitId), asked?.Name ?? $"{accept?.Name}", phone, await contacts.Of(file),
            seen.Lead is { } lead ? forest.NameOf(lead.UnitId) : null, await kept.Read(file), lines,
            files.GroupBy(f => f.OwnerId).ToDictionary(g => g.Key, g => (IReadOnlyList<StoredFile>)[.. g]),
            file is { Status: CaseStatus.Closed, Ending: Ending.Usual } && seen.OpenPlea is null, [.. seen.Chapter?.Rules.Rated.Select(a => a.Name) ?? []], Tracking.CanAppeal(seen), file.Private ? "" : seen.Chapter?.Category(file.Category)?.Name ?? "", await WhyDates.Of(seen, "promise", deadlines), seen)
        {
            Steps = await db.Set<StepTime>().AsNoTracking().Where(s => s.CaseId == file.Id).OrderBy(s => s.Id).ToListAsync(),
            DecidedBy = seen.OpenPlea is { Kind: PleaKind.Appeal or PleaKind.Review } plea ? await deadlines.Decision(plea) : null,
            Splits = await Splits(file),
            Folds = await Folds(seen, lines),
        };
    }

    /// <summary>Whether a clock is that of the promise that holds, on whichever occasion that date was promised.</summary>
    internal static bool Holds(CaseSeen seen, long clock) => seen.Promises.Any(p => p.Id == clock && p.Due == seen.File.PromiseDue);

    private async Task<IReadOnlyList<(string, string)>> Splits(Case file)
    {
        var rows = await db.Set<Case>().AsNoTracking().Where(c => c.SplitFromId == file.Id).OrderBy(c => c.Id).Select(c => new { c.Id, c.Number, c.CodeSealed }).ToListAsync();
        return [.. rows.Select(c => (c.Number, protector.Decrypt(c.CodeSealed, $"cases.code {c.Id}")))];
    }

    private async Task<IReadOnlyDictionary<long, (string?, WhyDate)>> Folds(CaseSeen seen, List<Entry> lines)
    {
        var folds = new Dictionary<long, (string?, WhyDate)>();
        foreach (var clock in lines.Select(l => WhyLink.Clock(seen, l)).OfType<long>().Where(c => !Holds(seen, c)).Concat(seen.OtherDates.Select(p => p.Id)).Distinct())
        {
            if (await WhyDates.Of(seen, clock.ToString(CultureInfo.InvariantCulture), deadlines) is not { } why) continue;
            folds[clock] = (seen.Dispatches.Find(d => d.Id == clock) is { } part ? seen.Forest.NameOf(part.UnitId) : null, why);
        }

        return folds;
    }
}
