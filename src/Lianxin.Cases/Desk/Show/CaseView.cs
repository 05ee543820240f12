using System.Text.Json;
using Lianxin.Cases.Act;
using Lianxin.Cases.Desk.Queue;
using Lianxin.Cases.Model;
using Lianxin.Cases.Turns.Handle;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Lianxin.Platform.Files;
using Lianxin.Platform.Protection;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Cases.Desk.Show;

/// <summary>One reporter as this actor may see them.</summary>
/// <param name="Contact">How and when it is safe to get in touch.</param>
public sealed record ReporterView(string Name, string Phone, string Contact, bool Full, bool OnBehalf);

/// <summary>A case as its page shows it.</summary>
public sealed record CaseView(
    CaseSeen Seen, IReadOnlyList<Entry> Entries, IReadOnlyList<StepTime> Steps, IReadOnlyList<ReporterView> Reporters,
    IReadOnlyDictionary<long, IReadOnlyList<StoredFile>> Files, string FirstAsked, Holder? Contact, IReadOnlyList<CaseAct> Acts, SaidWhole Whole)
{
    public Case File => Seen.File;

    /// <summary>Something is masked that this actor may have opened for a reason.</summary>
    public bool Reveals => Acts.Any(a => a is RevealReporter)
        && (Reporters.Any(r => !r.Full && r.Phone.Length + r.Name.Length + r.Contact.Length > 0) || (!Whole.Opened && SaidWhole.Masks(File, Entries)));
}

/// <summary>Addresses of “why this date”: the promise's clock, or that of a unit's part.</summary>
internal static class WhyLink
{
    /// <summary>A line is written in the same act as the part it tells of.</summary>
    private static readonly TimeSpan SameAct = TimeSpan.FromMinutes(1);

    /// <param name="clock">Id of a part or of an earlier promise, <see cref="Case.KindClock"/>, or null for the promise.</param>
    public static string Of(string number, long? clock = null) => clock switch
    {
        null => $"/desk/{number}/why",
        Case.KindClock => $"/desk/{number}/why?clock=kind",
        var part => $"/desk/{number}/why?clock={part}",
    };

    /// <summary>The clock whose date a line of the timeline names: the id of a part, or of a promise; null where it names none.</summary>
    public static long? Clock(CaseSeen seen, Entry line) => (EntryText.Due(line), line.Kind) switch
    {
        (null, _) => null,
        (_, EntryKind.Dispatched or EntryKind.CoAdded) => seen.Dispatches
            .Where(p => p.GivenTo == line.UnitId && p.Lead == (line.Kind == EntryKind.Dispatched) && (p.At - line.At).Duration() < SameAct)
            .MinBy(p => (p.At - line.At).Duration())?.Id,
        (var due, EntryKind.ExtensionGranted or EntryKind.HoldGranted or EntryKind.Woken) =>
            seen.Dispatches.LastOrDefault(p => (p.UnitId == line.UnitId || p.GivenTo == line.UnitId) && p.Due == due && p.At <= line.At)?.Id ?? seen.Promises.LastOrDefault(p => p.Due == due)?.Id,
        (var due, EntryKind.DateMoved) => line.UnitId is null ? seen.Promises.LastOrDefault(p => p.Due == due && p.Why == PromiseWhy.Calendar)?.Id
            : seen.Dispatches.LastOrDefault(p => (p.UnitId == line.UnitId || p.GivenTo == line.UnitId) && p.Due == due)?.Id ?? (seen.File.KindDue == due ? Case.KindClock : null),
        (var due, EntryKind.Ordered) => seen.Orders.LastOrDefault(o => o.Due == due)?.Id,
        (var due, EntryKind.KindSwitched) => seen.Dispatches.LastOrDefault(p => p.Lead && p.Due == due && p.At <= line.At)?.Id,
        var (due, _) => seen.Promises.LastOrDefault(p => p.Due == due && p.At <= line.At + SameAct)?.Id,
    };

    /// <summary>Address of “why this date” for the date a line names; null where it names none.</summary>
    public static string? Of(CaseSeen seen, Entry line) => Clock(seen, line) is { } clock ? Of(seen.File.Number, clock) : null;
}

/// <summary>Reads everything a case's page shows.</summary>
internal sealed class CaseReader(AppDb db, Contacts contacts, Protector protector, IServiceProvider services)
{
    /// <summary>How long a stated reason keeps numbers open to the one who stated it.</summary>
    private static readonly TimeSpan LookLasts = TimeSpan.FromMinutes(10);

    public async Task<CaseView> Read(CaseSeen seen)
    {
        var file = seen.File;
        var entries = await db.Set<Entry>().AsNoTracking().Where(e => e.CaseId == file.Id).OrderBy(e => e.Id).ToListAsync();
        entries = await WithoutPrivate(seen, entries);
        var steps = await db.Set<StepTime>().AsNoTracking().Where(s => s.CaseId == file.Id).OrderBy(s => s.Id).ToListAsync();
        var owners = entries.Select(e => e.Id).ToList();
        var files = await db.Set<StoredFile>().AsNoTracking()
            .Where(f => (f.OwnerKind == "case" && f.OwnerId == file.Id) || (f.OwnerKind == "case-entry" && owners.Contains(f.OwnerId)))
            .OrderBy(f => f.Id).ToListAsync();
        var looked = entries.Any(e => e.Kind == EntryKind.Revealed && e.ByPersonId == seen.Actor.PersonId && seen.Now - e.At < LookLasts);
        return new CaseView(
            seen, entries, steps, await Reporters(seen, looked),
            files.GroupBy(f => f.OwnerId).ToDictionary(g => g.Key, g => (IReadOnlyList<StoredFile>)[.. g]),
            await FirstAsked(seen), await contacts.Of(file), seen.Offered(services), looked ? SaidWhole.Open(file, entries, protector) : SaidWhole.Closed);
    }

    /// <summary>Words of a report that was once merged into this one and has turned private since are not read here either, nor what its reporter added.</summary>
    private async Task<List<Entry>> WithoutPrivate(CaseSeen seen, List<Entry> entries)
    {
        var merged = entries.Where(e => e.Kind is EntryKind.MergedIn or EntryKind.Update).Select(e => (e.Id, Number: JsonSerializer.Deserialize<string[]>(e.Parts)!.FirstOrDefault() ?? ""))
            .Where(e => e.Number.Length > 0).ToDictionary(e => e.Id, e => e.Number);
        if (merged.Count == 0) return entries;
        var visible = db.Set<Case>().VisibleTo(seen.Actor, db);
        var closed = await db.Set<Case>().Where(c => merged.Values.Contains(c.Number) && (c.Private || c.Hidden || c.AccusedUnitId != null) && !visible.Any(v => v.Id == c.Id)).Select(c => c.Number).ToListAsync();
        return [.. entries.Where(e => !merged.TryGetValue(e.Id, out var number) || !closed.Contains(number))];
    }

    private async Task<IReadOnlyList<ReporterView>> Reporters(CaseSeen seen, bool looked)
    {
        var rows = await db.Set<Reporter>().AsNoTracking().Where(r => r.CaseId == seen.File.Id).OrderBy(r => r.Id).ToListAsync();
        return [.. rows.Select(r => looked
            ? new ReporterView(protector.Open(r.Name, $"cases.reporter.name {r.Id}"), protector.Open(r.Phone, $"cases.reporter.phone {r.Id}"), protector.Open(r.Contact, $"cases.reporter.contact {r.Id}"), true, r.FiledByPersonId is not null)
            : new ReporterView(r.Name.Mask, r.Phone.Mask, r.Contact.Mask, false, r.FiledByPersonId is not null))];
    }

    /// <summary>The first person asked by name, else the duty post of the unit that was asked.</summary>
    private async Task<string> FirstAsked(CaseSeen seen)
    {
        if (seen.File.FirstAskedPersonId is { } person)
            return await db.Set<Person>().Where(p => p.Id == person).Select(p => p.Name).FirstOrDefaultAsync() ?? "";
        return seen.Forest.NameOf(seen.File.FirstAskedUnitId);
    }
}
