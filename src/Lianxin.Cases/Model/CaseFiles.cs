using Lianxin.Platform;
using Lianxin.Platform.Data;
using Lianxin.Platform.Files;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Cases.Model;

/// <summary>The photographs and papers of a case: nine in all, of which a report takes six at most, so that there is room left to show what was done.</summary>
internal sealed class CaseFiles(AppDb db, FileShelf shelf)
{
    public const int Most = 9;
    public const int MostReported = 6;

    /// <summary>Refuses what a report may not bring.</summary>
    public Task<IReadOnlyList<CheckedFile>> Check(IReadOnlyList<IFormFile> files) => shelf.Check(files, MostReported);

    /// <summary>What came with the report.</summary>
    public void Report(Case file, IReadOnlyList<CheckedFile> files) => shelf.Keep("case", file.Id, files);

    /// <summary>What came with the report of the whole, for the part taken out of it.</summary>
    public Task Split(Case whole, Case part) => shelf.Copy("case", whole.Id, part.Id);

    /// <summary>Whether the unit that has a part has shown something of it since it was sent.</summary>
    public Task<bool> Shown(Dispatch part) => db.Set<StoredFile>().AnyAsync(f => f.OwnerKind == "case-entry"
        && db.Set<Entry>().Any(e => e.Id == f.OwnerId && e.CaseId == part.CaseId && (e.UnitId == part.UnitId || e.UnitId == part.GivenTo) && (e.Kind == EntryKind.Note || e.Kind == EntryKind.LetterAnswered) && e.At >= part.At));

    /// <summary>What a line of the timeline shows.</summary>
    /// <exception cref="Refusal">At <c>files</c>: the case would hold more than nine.</exception>
    public async Task Attach(Entry entry, IReadOnlyList<IFormFile> files)
    {
        if (files.Count == 0) return;
        var entries = db.Set<Entry>().Where(e => e.CaseId == entry.CaseId).Select(e => e.Id);
        var kept = await db.Set<StoredFile>().CountAsync(f =>
            (f.OwnerKind == "case" && f.OwnerId == entry.CaseId) || (f.OwnerKind == "case-entry" && entries.Contains(f.OwnerId)));
        if (kept + files.Count > Most) throw new Refusal("一件事最多 {0} 个附件，现在已有 {1} 个", "files", Most, kept);
        shelf.Keep("case-entry", entry.Id, await shelf.Check(files, Most));
    }
}
