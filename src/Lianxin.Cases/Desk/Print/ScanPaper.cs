using System.ComponentModel.DataAnnotations;
using Lianxin.Cases.Act;
using Lianxin.Cases.Model;
using Lianxin.Platform;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Language;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Cases.Desk.Print;

internal sealed record ScanInput
{
    [Required, Label("哪张文书")]
    public long Paper { get; init; }

    [MaxLength(1_000), Label("对方怎么说")]
    public string Words { get; init; } = "";

    public IReadOnlyList<IFormFile> Files { get; init; } = [];
}

/// <summary>The signed and sealed document comes back: its scan hangs on the line by which it was issued, what was said with it stands on a line of its own.</summary>
internal sealed class ScanPaper(CaseDesk desk, CaseFiles files, ISentences t) : CaseAct<ScanInput>
{
    public override string Key => "scan";

    public override string Text => "交回扫描件";

    public override bool Offered(CaseSeen seen) => seen.Papers.Count > 0 && PaperDesk.Post(seen) is not null;

    public override Task<IReadOnlyList<FormField>> Fields(CaseSeen seen) => Task.FromResult<IReadOnlyList<FormField>>(
    [
        new("paper", "哪张文书", FieldKind.Choice)
        {
            Required = true, Value = (seen.Papers.LastOrDefault(p => p.ScannedAt is null) ?? seen.Papers[^1]).Id.ToString(),
            Options = [.. seen.Papers.Select(p => new FieldOption(p.Id.ToString(), $"{t.Say(PaperDesk.Name(p.Kind))} {p.Number}"))],
        },
        new("words", "对方怎么说", FieldKind.Words) { Max = 1_000, Hint = "谁签收的、回复了什么；反映人看不到" },
        new("files", "扫描件", FieldKind.Files) { Required = true },
    ]);

    public override async Task Do(CaseSeen seen, ScanInput input)
    {
        var post = PaperDesk.Post(seen);
        var paper = seen.Papers.FirstOrDefault(p => p.Id == input.Paper) ?? throw new Refusal("请选择{0}", "paper", new Platform.Text.Sentence("哪张文书"));
        if (input.Files.Count == 0) throw new Refusal("请选择{0}", "files", new Platform.Text.Sentence("扫描件"));
        if (input.Words.Length > 0) desk.Log(seen.File, EntryKind.PaperBack, post, input.Words, open: false, parts: [PaperDesk.Name(paper.Kind), paper.Number]);
        await files.Attach(await desk.Db.Set<Entry>().FirstAsync(e => e.Id == paper.EntryId), input.Files);
        paper.Scan(desk.Now);
        await desk.Save(seen.File, "ScanPaper", post);
    }
}
