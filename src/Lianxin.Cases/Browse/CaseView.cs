using Lianxin.Cases.Act;
using Lianxin.Cases.Model;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Lianxin.Platform.Files;
using Lianxin.Platform.Protection;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Cases.Browse;

/// <summary>One reporter as this actor may see them.</summary>
/// <param name="Contact">How and when it is safe to get in touch.</param>
public sealed record ReporterView(string Name, string Phone, string Contact, bool Full, bool OnBehalf);

/// <summary>A case as its page shows it.</summary>
public sealed record CaseView(
    CaseSeen Seen, IReadOnlyList<Entry> Entries, IReadOnlyList<StepTime> Steps, IReadOnlyList<ReporterView> Reporters,
    IReadOnlyDictionary<long, IReadOnlyList<StoredFile>> Files, string FirstAsked, Holder? Contact, IReadOnlyList<CaseAct> Acts)
{
    public Case File => Seen.File;
}

/// <summary>Addresses of “why this date”: the promise's clock, or that of a unit's part.</summary>
internal static class WhyLink
{
    /// <summary>A line is written in the same act as the part it tells of.</summary>
    private static readonly TimeSpan SameAct = TimeSpan.FromMinutes(1);

    /// <param name="clock">Id of a part, <see cref="Case.KindClock"/>, or null for the promise.</param>
    public static string Of(string number, long? clock = null) => clock switch
    {
        null => $"/desk/{number}/why",
        Case.KindClock => $"/desk/{number}/why?clock=kind",
        var part => $"/desk/{number}/why?clock={part}",
    };

    /// <summary>The part a line of the timeline tells of; null where it tells of none.</summary>
    public static Model.Dispatch? Part(IEnumerable<Model.Dispatch> parts, Entry line) => EntryText.Due(line) is null ? null
        : parts.Where(p => p.UnitId == line.UnitId && p.Lead == (line.Kind == EntryKind.Dispatched) && (p.At - line.At).Duration() < SameAct)
            .MinBy(p => (p.At - line.At).Duration());
}

/// <summary>Reads everything a case's page shows.</summary>
internal sealed class CaseReader(AppDb db, Contacts contacts, Protector protector, IServiceProvider services)
{
    /// <summary>How long a stated reason keeps a reporter's number open to the one who stated it.</summary>
    private static readonly TimeSpan LookLasts = TimeSpan.FromMinutes(10);

    public async Task<CaseView> Read(CaseSeen seen)
    {
        var file = seen.File;
        var entries = await db.Set<Entry>().AsNoTracking().Where(e => e.CaseId == file.Id).OrderBy(e => e.Id).ToListAsync();
        var steps = await db.Set<StepTime>().AsNoTracking().Where(s => s.CaseId == file.Id).OrderBy(s => s.Id).ToListAsync();
        var owners = entries.Select(e => e.Id).ToList();
        var files = await db.Set<StoredFile>().AsNoTracking()
            .Where(f => (f.OwnerKind == "case" && f.OwnerId == file.Id) || (f.OwnerKind == "case-entry" && owners.Contains(f.OwnerId)))
            .OrderBy(f => f.Id).ToListAsync();
        return new CaseView(
            seen, entries, steps, await Reporters(seen, entries),
            files.GroupBy(f => f.OwnerId).ToDictionary(g => g.Key, g => (IReadOnlyList<StoredFile>)[.. g]),
            await FirstAsked(seen), await contacts.Of(file), seen.Offered(services));
    }

    private async Task<IReadOnlyList<ReporterView>> Reporters(CaseSeen seen, List<Entry> entries)
    {
        var looked = entries.Any(e => e.Kind == EntryKind.Revealed && e.ByPersonId == seen.Actor.PersonId && seen.Now - e.At < LookLasts);
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
