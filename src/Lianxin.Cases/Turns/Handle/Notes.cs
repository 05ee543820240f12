using System.ComponentModel.DataAnnotations;
using Lianxin.Cases.Act;
using Lianxin.Cases.Model;
using Lianxin.Platform.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Cases.Turns.Handle;

internal sealed record NoteInput
{
    [Required, MinLength(2), MaxLength(1_000), Label("进展")]
    public string Words { get; init; } = "";

    [Label("给反映人看")]
    public bool Open { get; init; }

    public IReadOnlyList<IFormFile> Files { get; init; } = [];
}

/// <summary>A line of progress, shown to the reporter when its writer says so.</summary>
internal sealed class NoteProgress(CaseDesk desk, CaseFiles files) : CaseAct<NoteInput>
{
    public override string Key => "note";

    public override string Text => "记一笔进展";

    public override bool OnMerged => true;

    public override char? Shortcut => 'N';

    public override bool Offered(CaseSeen seen) => seen.File.Open && (seen.Mine is not null || seen.Centre is not null || seen.OwesReply || seen.IsMember);

    public override Task<IReadOnlyList<FormField>> Fields(CaseSeen seen) => Task.FromResult<IReadOnlyList<FormField>>(
    [
        new("words", "进展", FieldKind.Words) { Required = true, Max = 1_000 },
        new("open", "给反映人看", FieldKind.Check) { Value = "true" },
        new("files", "照片", FieldKind.Files),
    ]);

    public override async Task Do(CaseSeen seen, NoteInput input)
    {
        var post = seen.Mine is { } mine ? seen.HandlerOf(mine) : seen.Centre ?? seen.Actor.Current;
        var entry = desk.Log(seen.File, EntryKind.Note, post, input.Words, input.Open);
        await files.Attach(entry, input.Files);
        await desk.Save(seen.File, "NoteProgress", post);
    }
}

/// <summary>The handler has seen what the reporter added: a read receipt the reporter can see.</summary>
internal sealed class ReadUpdates(CaseDesk desk) : CaseAct<NoInput>
{
    public override string Key => "read";

    public override string Text => "补充已看";

    public override bool OnMerged => true;

    public override char? Shortcut => 'V';

    public override bool Offered(CaseSeen seen) => seen.File.Unread && (seen.Mine is not null || (!seen.Active.Any() && (seen.Centre is not null || seen.OwesReply)));

    public override async Task Do(CaseSeen seen, NoInput input)
    {
        var post = seen.Mine is { } mine ? seen.HandlerOf(mine) : seen.Centre ?? seen.Actor.Current;
        var by = post?.UnitName ?? seen.Actor.Name;
        foreach (var entry in await desk.Db.Set<Entry>().Where(e => e.CaseId == seen.File.Id && e.Kind == EntryKind.Update && e.ReadAt == null).ToListAsync())
            entry.Read(desk.Now, by);
        seen.File.ReadMore();
        await desk.Save(seen.File, "ReadUpdates", post);
    }
}

/// <summary>Shows a reporter's full name and phone, and the numbers in what was said, for a stated reason; the look is on the timeline and in the audit trail.</summary>
internal sealed class RevealReporter(CaseDesk desk) : CaseAct<ReasonInput>
{
    public override string Key => "reveal";

    public override string Text => "查看完整号码";

    public override bool OnMerged => true;

    public override string Explains => "每次查看都会留下记录：谁、什么时候、为什么。";

    public override bool Offered(CaseSeen seen) =>
        (seen.Mine is not null || seen.Centre is not null || seen.OwesReply) && seen.Actor.Can(CasesAccess.Reveal);

    public override Task<IReadOnlyList<FormField>> Fields(CaseSeen seen) =>
        Task.FromResult<IReadOnlyList<FormField>>([ReasonInput.Field(hint: "例如：打电话核实地点")]);

    public override async Task Do(CaseSeen seen, ReasonInput input)
    {
        if (seen.File is { WordsSealed: null, PlaceSealed: null }
            && !await desk.Db.Set<Reporter>().AnyAsync(r => r.CaseId == seen.File.Id && (r.Name.Cipher != "" || r.Phone.Cipher != "" || r.Contact.Cipher != ""))
            && !await desk.Db.Set<Entry>().AnyAsync(e => e.CaseId == seen.File.Id && e.WordsSealed != null))
            throw new Platform.Refusal("反映人没有留姓名和电话，说的话里也没有遮住的号码");
        var post = seen.Mine is { } mine ? seen.HandlerOf(mine) : seen.Centre ?? seen.Actor.Current;
        desk.Log(seen.File, EntryKind.Revealed, post, input.Reason, open: false);
        await desk.Save(seen.File, "RevealReporter", post, input.Reason);
    }
}
